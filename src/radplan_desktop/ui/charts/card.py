"""A chart on its page. Of a process line the chosen step is edited right under it."""

from __future__ import annotations

from radplan_desktop.guideline.model import Chart, Register
from radplan_desktop.plan.values import Cell
from radplan_desktop.ui.charts.panel import MAP, PROCESS, ChartPanel
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.explain import Explanation
from radplan_desktop.ui.look.plain import Button
from radplan_desktop.ui.outline import Entry, registers_of
from radplan_desktop.ui.pages.card import QuestionCard
from radplan_desktop.ui.places import Place, Screen
from radplan_desktop.ui.register.held_form import HeldForm, entry_of
from radplan_desktop.ui.register.row_form import RowForm

BESIDE = {MAP: "Met de contacten ernaast", PROCESS: "Met de afspraken ernaast"}
KEYS = "Met de pijltjes gaat u van vorm naar vorm. Met Enter opent u wat erbij hoort."
MAP_KEYS = (
    "Met de pijltjes gaat u van partij naar partij, met Enter opent u haar. Met de spatiebalk pakt u een partij op: "
    "dan verplaatsen de pijltjes haar. Slepen met de muis kan ook."
)
STEP_KEYS = (
    "Met de pijltjes kiest u een stap, met Enter vult u haar in. Met de spatiebalk pakt u een stap op: met links en rechts "
    "komt zij dan eerder of later, met omhoog en omlaag bij een ander. Slepen met de muis kan ook."
)


class ChartCard(QuestionCard):
    """The card of a chart."""

    def __init__(self, desk: Desk, entry: Entry, chart: Chart) -> None:
        super().__init__(desk, entry)
        self._chart = chart
        self._rows_entry = self._find_rows() if chart.chart == PROCESS else None
        self.panel = ChartPanel(desk, chart, says=self._rows_entry is None)
        self._add_way()
        self.add_tool(self.panel.switch)
        self.body.addWidget(self.panel)
        self.held: HeldForm | None = None
        if self._rows_entry is not None:
            self.panel.chosen.connect(self._choose)

    def _add_way(self) -> None:
        """Add the way to the screen of this chart, if it has one."""
        if self._chart.chart not in (MAP, PROCESS):
            return
        self.way = Button("Groot openen", icon_name="zoom-in", size="small")
        self.way.setAccessibleName(f"{self._chart.label}: groot openen")
        self.way.setAccessibleDescription(BESIDE.get(self._chart.chart, "") if self._chart.beside else "")
        self.way.clicked.connect(self._open)
        self.add_tool(self.way)

    def _open(self) -> None:
        section = next(name for name, one in self.desk.outlines.items() if self.entry in (*one.basis, *one.depth))
        self.desk.go(Place(Screen.BOARD, section, self.entry.id))

    def _find_rows(self) -> Entry | None:
        """Return the card of the register whose rows are drawn, where it is asked."""
        return next((entry_of(self.desk, name) for name in registers_of(self.desk.guideline, self._chart)[:1]), None)

    def explanation(self) -> Explanation | None:
        """Return how to work with the chart by keyboard."""
        hint = {MAP: MAP_KEYS, PROCESS: STEP_KEYS}.get(self._chart.chart, KEYS)
        return Explanation(self.entry.heading, hint)

    def refresh(self, cells: frozenset[Cell] | None = None) -> None:
        """Show what changed in the form; the drawing follows by itself."""
        super().refresh(cells)
        if self.held is not None:
            self.held.refresh(cells)

    @property
    def form(self) -> RowForm | None:
        """The form of the chosen step; None while there is none."""
        return self.held.form if self.held is not None else None

    def focus(self, place: Place) -> None:
        """Put the focus in the chart."""
        del place
        self.panel.focus()

    # The form under a process line

    def _choose(self, cell: Cell) -> None:
        entry = self._rows_entry
        if self.held is None and entry is not None and isinstance(entry.item, Register):
            self.held = HeldForm(self.desk, entry, entry.item)
            self.held.copied.connect(self._copied)
            self.held.deleted.connect(self._deleted)
            self.panel.take_opening(lambda _: self._enter_form())
            self.body.addWidget(self.held)
        if self.held is not None:
            self.held.show_row(cell.row)

    def _enter_form(self) -> None:
        if self.held is not None:
            self.held.focus()

    def _deleted(self) -> None:
        self.panel.refresh()
        self.panel.focus()

    def _copied(self, made: str) -> None:
        self.panel.refresh()
        self.panel.canvas.choose(Cell(made, self.panel.cell.field if self.panel.cell is not None else ""))
