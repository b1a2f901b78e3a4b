"""A process line on a screen of its own: the steps, the form of the chosen one, and what was agreed about it."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from radplan_desktop.charts.edition import Edition
from radplan_desktop.charts.process_moves import flow_of
from radplan_desktop.charts.process_steps import nobodys, processes
from radplan_desktop.guideline.model import Chart, Confidentiality
from radplan_desktop.guideline.parts import column as column_of
from radplan_desktop.guideline.parts import path
from radplan_desktop.plan.values import Answer, Cell, Value
from radplan_desktop.ui.board.agreements import AgreementsCard
from radplan_desktop.ui.board.base import Board, Rows
from radplan_desktop.ui.board.rooms import DrawingRoom
from radplan_desktop.ui.charts.card import STEP_KEYS
from radplan_desktop.ui.charts.panel import ChartPanel
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.look.beside import Beside
from radplan_desktop.ui.look.plain import column, words
from radplan_desktop.ui.outline import Entry
from radplan_desktop.ui.register.held_form import HeldForm

BESIDE_FROM = 800
LEAST, SHARE = 218, 0.46
"""How high the drawing is at least, in pixels, and which share of the page it takes at most: the form stays in sight."""
CHOOSE = "Kies een stap in de tekening. Dan vult u hier in wie haar zet en binnen welke termijn."


class ProcessBoard(Board):
    """Drawing, form and agreements, that all show one and the same step."""

    keys = STEP_KEYS

    def __init__(self, desk: Desk, entry: Entry, chart: Chart, rows: Rows, parent: QWidget) -> None:
        super().__init__(desk, entry, rows, parent, ChartPanel(desk, chart, says=False))
        self.room = DrawingRoom(self.panel, LEAST)
        self.panel.setObjectName("cardBody")
        self.hint = words(role="soft", wrap=True)
        self.held = HeldForm(desk, self.rows_entry, self.register, narrow=True)
        self.agreements = AgreementsCard(desk, chart) if path(chart.beside, "agreements") else None
        card, lines = self.card(self.button)
        lines.addWidget(self.room)
        lines.addWidget(self.hint)
        self.lines.addWidget(card)
        across = Beside(self, BESIDE_FROM, 12)
        left = column()
        left.addWidget(self.held)
        left.addStretch()
        across.addLayout(left, 12)
        if self.agreements is not None:
            across.addWidget(self.agreements, 17)
        self.lines.addLayout(across)
        self.lines.addStretch()
        self.button.clicked.connect(self._add)
        self.start(self.held)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the drawing its share of the height."""
        super().resizeEvent(event)
        self.room.give(max(LEAST, round(self.height() * SHARE)))

    def leave(self) -> None:
        """Take the offer to undo away."""
        self.held.banner.hide()

    def refresh(self, cells: frozenset[Cell] | None = None) -> None:
        """Show what changed; the drawing follows by itself."""
        found = processes(Edition(self.desk.answers, Confidentiality.V), self.chart)
        self.lack.say(nobodys(found), "warn", "circle-dashed")
        self.held.refresh(cells)
        if self.agreements is not None:
            self.agreements.refresh(cells)
        self.say()

    def show_row(self, row_id: str) -> None:
        """Show a step in the form and among the agreements."""
        self.held.show_row(row_id)
        if self.agreements is not None:
            self.agreements.show_step(row_id)
        self.say()

    def say(self) -> None:
        """Say what the arrows do, or to choose a step."""
        self.hint.setText(self.holding or CHOOSE)
        self.hint.setVisible(bool(self.holding) or (not self.row and not self.panel.is_empty))

    def edit(self, row_id: str) -> None:
        """Put the focus in the form of a step."""
        self.held.show_row(row_id)
        self.held.focus()

    def ask_first(self) -> None:
        """Put the focus on the button that adds a step."""
        self.button.setFocus()

    def _add(self) -> None:
        """Add a step after the chosen one, in the same process."""
        answers, after = self.desk.answers, self.row
        values: dict[str, Value] = {}
        process, order = column_of(self.chart.roles, "process"), column_of(self.chart.roles, "order")
        if process and after:
            values[process] = answers.value(after, process)
        if order and after:
            values[order] = Answer(str(len(flow_of(answers, self.chart, after)) + 1))
        known = {name: value for name, value in values.items() if value is not None}
        self.show_new(self.desk.session.add_row(self.register.id, known, after or None))
        self.panel.canvas.show_chosen()
