"""What every board has: a chart, the form of the row that is chosen in it, and more that belongs to that row."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from radplan_desktop.guideline.model import Chart, Register
from radplan_desktop.plan.values import Cell
from radplan_desktop.ui.charts.holding import HoldingCanvas
from radplan_desktop.ui.charts.panel import HOLDING, ChartPanel
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.explain import Explains, Explanation
from radplan_desktop.ui.following import Following
from radplan_desktop.ui.look.plain import Button, Chip, column, row, words
from radplan_desktop.ui.look.scrolled import PageScroll
from radplan_desktop.ui.outline import Entry
from radplan_desktop.ui.places import Place
from radplan_desktop.ui.register.held_form import HeldForm

MARGINS = (20, 12, 18, 12)
Rows = tuple[Entry, Register]
"""The card of a register where it is asked, and the register."""


class Board(PageScroll, Explains):
    """All parts show one and the same row. A subclass makes them and then starts."""

    keys = ""
    """How to work with the chart by keyboard."""

    def __init__(self, desk: Desk, entry: Entry, rows: Rows, parent: QWidget, panel: ChartPanel) -> None:
        super().__init__(parent, MARGINS)
        self.desk, self.entry, self.panel = desk, entry, panel
        self.chart: Chart = panel.chart
        self.rows_entry, self.register = rows
        self.lack = Chip()
        name = f"{self.register.row[:1].upper()}{self.register.row[1:]} toevoegen"
        self.button = Button(name, icon_name="plus", size="small")
        if desk.session.read_only or self.register.fixed:
            self.button.hide()

    def card(self, *tools: QWidget) -> tuple[QFrame, QVBoxLayout]:
        """Return the card of the chart and its lines, with in its head the name, what lacks, and the tools."""
        card = QFrame()
        card.setProperty("role", "card")
        lines = column(card, (14, 10, 14, 10), 6)
        head = row(gap=10)
        head.addWidget(words(self.chart.label, "h2"))
        head.addWidget(self.lack)
        head.addStretch()
        for tool in (*tools, self.panel.switch):
            head.addWidget(tool)
        lines.addLayout(head)
        return card, lines

    def start(self, held: HeldForm) -> None:
        """Follow the answers and what is chosen, now that all parts are there."""
        Following(self, self.desk.changed, self.refresh)
        self.desk.picks.picked.connect(self._picked)
        held.copied.connect(self.show_new)
        held.deleted.connect(self.let_go)
        self.panel.take_opening(lambda cell: self.edit(cell.row))
        if isinstance(self.panel.canvas, HoldingCanvas):
            self.panel.canvas.picked.connect(lambda _: self.say())
        self.refresh()

    @property
    def row(self) -> str:
        """The chosen row; "" when there is none."""
        row_id = self.desk.picks.row(self.register.id)
        return row_id if row_id and self.desk.answers.exists(row_id) else ""

    @property
    def holding(self) -> str:
        """What the arrows do with the row that is picked up; "" while none is."""
        canvas = self.panel.canvas
        return HOLDING[self.chart.chart] if isinstance(canvas, HoldingCanvas) and canvas.held else ""

    def explanation(self) -> Explanation | None:
        """Return how to work with the chart by keyboard."""
        return Explanation(self.entry.heading, self.keys)

    def enter(self, place: Place) -> None:
        """Put the focus on the chart, at a row if the place names one."""
        if place.row:
            self.desk.picks.pick(self.register.id, place.row)
        self.show_row(self.row)
        if self.panel.is_empty:
            self.ask_first()
        else:
            self.panel.focus()

    def _picked(self, register: str, row_id: str) -> None:
        if register == self.register.id:
            self.show_row(row_id)

    def let_go(self) -> None:
        """Choose no row any more."""
        self.desk.picks.pick(self.register.id, "")

    def show_new(self, row_id: str) -> None:
        """Choose a row that was just made, and ask what is not known of it."""
        self.panel.refresh()
        self.desk.picks.pick(self.register.id, row_id)
        self.edit(row_id)

    # What a subclass says

    def refresh(self, cells: frozenset[Cell] | None = None) -> None:
        """Show what changed; the drawing follows by itself."""
        raise NotImplementedError

    def show_row(self, row_id: str) -> None:
        """Show in all parts what is chosen; "" shows that nothing is."""
        raise NotImplementedError

    def say(self) -> None:
        """Say what is chosen or picked up."""
        raise NotImplementedError

    def edit(self, row_id: str) -> None:
        """Put the focus in the form of a row."""
        raise NotImplementedError

    def ask_first(self) -> None:
        """Put the focus where the first row is made."""
        raise NotImplementedError
