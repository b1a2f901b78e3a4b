"""A process line on a screen of its own: the steps, the form of the chosen one, and what was agreed about it."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from radplan_desktop.charts.edition import Edition
from radplan_desktop.charts.process_moves import flow_of
from radplan_desktop.charts.process_steps import nobodys, processes
from radplan_desktop.guideline.model import Chart, Confidentiality, Register
from radplan_desktop.guideline.parts import column as column_of
from radplan_desktop.guideline.parts import path
from radplan_desktop.plan.values import Answer, Cell, Value
from radplan_desktop.ui.board.agreements import AgreementsCard
from radplan_desktop.ui.board.rooms import DrawingRoom
from radplan_desktop.ui.charts.card import STEP_KEYS
from radplan_desktop.ui.charts.holding import HoldingCanvas
from radplan_desktop.ui.charts.panel import HOLDING, PROCESS, ChartPanel
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.explain import Explains, Explanation
from radplan_desktop.ui.look.beside import Beside
from radplan_desktop.ui.look.plain import Button, Chip, column, row, words
from radplan_desktop.ui.look.scrolled import PageScroll
from radplan_desktop.ui.outline import Entry
from radplan_desktop.ui.places import Place
from radplan_desktop.ui.register.held_form import HeldForm

MARGINS = (20, 12, 18, 12)
BESIDE_FROM = 800
LEAST, SHARE = 218, 0.46
"""How high the drawing is at least, in pixels, and which share of the page it takes at most: the form stays in sight."""
CHOOSE = "Kies een stap in de tekening. Dan vult u hier in wie haar zet en binnen welke termijn."


class ProcessBoard(PageScroll, Explains):
    """Drawing, form and agreements, that all show one and the same step."""

    def __init__(self, desk: Desk, entry: Entry, chart: Chart, rows: tuple[Entry, Register], parent: QWidget) -> None:
        super().__init__(parent, MARGINS)
        self._desk, self._entry, self._chart = desk, entry, chart
        rows_entry, self.register = rows
        self.panel = ChartPanel(desk, chart, says=False)
        self.room = DrawingRoom(self.panel, LEAST)
        self.lack = Chip()
        self.hint = words(role="soft", wrap=True)
        self.button = Button(
            f"{self.register.row[:1].upper()}{self.register.row[1:]} toevoegen", icon_name="plus", size="small"
        )
        self.held = HeldForm(desk, rows_entry, self.register, narrow=True)
        self.agreements = AgreementsCard(desk, chart) if path(chart.beside, "agreements") else None
        self.lines.addWidget(self._card())
        self._across = Beside(BESIDE_FROM, 12)
        left = column()
        left.addWidget(self.held)
        left.addStretch()
        self._across.addLayout(left, 12)
        if self.agreements is not None:
            self._across.addWidget(self.agreements, 17)
        self.lines.addLayout(self._across)
        self.lines.addStretch()
        self._connect()
        self.refresh()

    def _card(self) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        lines = column(card, (14, 10, 14, 10), 6)
        head = row(gap=10)
        head.addWidget(words(self._chart.label, "h2"))
        head.addWidget(self.lack)
        head.addStretch()
        head.addWidget(self.button)
        head.addWidget(self.panel.switch)
        lines.addLayout(head)
        self.panel.setObjectName("cardBody")
        lines.addWidget(self.room)
        lines.addWidget(self.hint)
        self.button.setVisible(not self.register.fixed and not self._desk.session.read_only)
        return card

    def _connect(self) -> None:
        desk = self._desk
        desk.picks.picked.connect(self._picked)
        desk.changed.connect(self._changed)
        self.panel.take_opening(lambda _: self.held.focus())
        self.button.clicked.connect(self._add)
        self.held.copied.connect(self._show_new)
        self.held.deleted.connect(lambda: desk.picks.pick(self.register.id, ""))
        if isinstance(self.panel.canvas, HoldingCanvas):
            self.panel.canvas.picked.connect(lambda _: self._say())

    @property
    def row(self) -> str:
        """The chosen step; "" when there is none."""
        row_id = self._desk.picks.row(self.register.id)
        return row_id if row_id and self._desk.answers.exists(row_id) else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the agreements beside the form where there is room, else under it."""
        super().resizeEvent(event)
        self._across.fit(self.width())
        self.room.give(max(LEAST, round(self.height() * SHARE)))

    def explanation(self) -> Explanation | None:
        """Return how to work with the process line by keyboard."""
        return Explanation(self._entry.heading, STEP_KEYS)

    def enter(self, place: Place) -> None:
        """Put the focus on the drawing, at a step if the place names one."""
        if place.row:
            self._desk.picks.pick(self.register.id, place.row)
        self.refresh()
        self._picked(self.register.id, self.row)
        if self.panel.is_empty:
            self.button.setFocus()
        else:
            self.panel.focus()

    def leave(self) -> None:
        """Take the offer to undo away."""
        self.held.banner.hide()

    def _changed(self, cells: frozenset[Cell] | None) -> None:
        if self.isVisible():  # what is out of sight is shown anew when it is entered
            self.refresh(cells)

    def refresh(self, cells: frozenset[Cell] | None = None) -> None:
        """Show what changed; the drawing follows by itself."""
        found = processes(Edition(self._desk.answers, Confidentiality.V), self._chart)
        self.lack.say(nobodys(found), "warn", "circle-dashed")
        self.held.refresh(cells)
        if self.agreements is not None:
            self.agreements.refresh(cells)
        self._say()

    def _picked(self, register: str, row_id: str) -> None:
        if register == self.register.id:
            self.held.show_row(row_id)
            if self.agreements is not None:
                self.agreements.show_step(row_id)
            self._say()

    def _say(self) -> None:
        canvas = self.panel.canvas
        held = isinstance(canvas, HoldingCanvas) and canvas.held
        self.hint.setText(HOLDING[PROCESS] if held else CHOOSE)
        self.hint.setVisible(held or (not self.row and not self.panel.is_empty))

    def _add(self) -> None:
        """Add a step after the chosen one, in the same process."""
        answers, after = self._desk.answers, self.row
        values: dict[str, Value] = {}
        process, order = column_of(self._chart.roles, "process"), column_of(self._chart.roles, "order")
        if process and after:
            values[process] = answers.value(after, process)
        if order and after:
            values[order] = Answer(str(len(flow_of(answers, self._chart, after)) + 1))
        known = {name: value for name, value in values.items() if value is not None}
        self._show_new(self._desk.session.add_row(self.register.id, known, after or None))

    def _show_new(self, row_id: str) -> None:
        self.panel.refresh()
        self._desk.picks.pick(self.register.id, row_id)
        self.panel.canvas.show_chosen()
        self.held.show_row(row_id)
        self.held.focus()
