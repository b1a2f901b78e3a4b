"""A chart on its page. Of a process line the chosen step is edited right under it."""

from __future__ import annotations

from radplan_desktop.guideline.model import Chart, Register
from radplan_desktop.plan.values import Cell
from radplan_desktop.ui.charts.panel import MAP, ChartPanel
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.explain import Explanation
from radplan_desktop.ui.look.panels import Banner
from radplan_desktop.ui.outline import Entry, registers_of
from radplan_desktop.ui.pages.card import QuestionCard
from radplan_desktop.ui.places import Place
from radplan_desktop.ui.register.row_form import RowForm
from radplan_desktop.ui.titled import named

PROCESS = "process_line"
KEYS = "Met de pijltjes gaat u van vorm naar vorm. Met Enter opent u wat erbij hoort."
MAP_KEYS = (
    "Met de pijltjes gaat u van partij naar partij, met Enter opent u haar. Met de spatiebalk pakt u een partij op: "
    "dan verplaatsen de pijltjes haar. Slepen met de muis kan ook."
)
STEP_KEYS = "Met de pijltjes kiest u een stap. Eronder vult u haar in."


class ChartCard(QuestionCard):
    """The card of a chart."""

    def __init__(self, desk: Desk, entry: Entry, chart: Chart) -> None:
        super().__init__(desk, entry)
        self._chart = chart
        self._rows_entry = self._find_rows() if chart.chart == PROCESS else None
        self.panel = ChartPanel(desk, chart, says=self._rows_entry is None)
        self.add_tool(self.panel.switch)
        self.body.addWidget(self.panel)
        self.form: RowForm | None = None
        self._undone: Banner | None = None
        if self._rows_entry is not None:
            self.panel.chosen.connect(self._choose)

    def _find_rows(self) -> Entry | None:
        """Return the card of the register whose rows are drawn, where it is asked."""
        for name in registers_of(self.desk.guideline, self._chart)[:1]:
            for outline in self.desk.outlines.values():
                if (found := outline.find(name)) is not None:
                    return found
        return None

    def explanation(self) -> Explanation | None:
        """Return how to work with the chart by keyboard."""
        hint = {MAP: MAP_KEYS, PROCESS: STEP_KEYS}.get(self._chart.chart, KEYS)
        return Explanation(self.entry.heading, hint)

    def refresh(self, cells: frozenset[Cell] | None = None) -> None:
        """Show what changed in the form; the drawing follows by itself."""
        super().refresh(cells)
        if self.form is not None and self.form.row:
            if self.desk.answers.exists(self.form.row):
                self.form.refresh(cells)
            else:
                self.form.hide()

    def focus(self, place: Place) -> None:
        """Put the focus in the chart."""
        del place
        self.panel.focus()

    # The form under a process line

    def _choose(self, cell: Cell) -> None:
        form = self._form()
        if form is None:
            return
        if form.row != cell.row or form.isHidden():
            self.desk.session.settle()
            form.bind(cell.row)
        form.show()
        if self._undone is not None:
            self._undone.hide()

    def _form(self) -> RowForm | None:
        entry = self._rows_entry
        if self.form is None and entry is not None and isinstance(entry.item, Register):
            self.form = RowForm(self.desk, entry, entry.item)
            self.form.deleted.connect(self._delete)
            self.form.copied.connect(self._copy)
            self.panel.canvas.opened.disconnect()
            self.panel.canvas.opened.connect(lambda _: self._enter_form())
            self._undone = Banner("info", "undo-2", closable=True)
            self._undone.pressed.connect(self._undo)
            self._undone.hide()
            self.body.addWidget(self._undone)
            self.body.addWidget(self.form)
        return self.form

    def _enter_form(self) -> None:
        if self.form is not None and not self.form.isHidden():
            self.form.focus()

    def _delete(self, row_id: str) -> None:
        answers = self.desk.answers
        name = named(answers.number(row_id), answers.title(row_id))
        self.desk.session.delete_row(row_id)
        self.panel.refresh()
        if self.form is not None and self._undone is not None:
            self.form.hide()
            self._undone.say(f"{name} verwijderd.", button="Ongedaan maken")
        self.panel.focus()

    def _copy(self, row_id: str) -> None:
        self.desk.session.settle()
        made = self.desk.session.copy_row(row_id)
        self.panel.refresh()
        self.panel.canvas.choose(Cell(made, self.panel.cell.field if self.panel.cell is not None else ""))

    def _undo(self) -> None:
        if self._undone is not None:
            self._undone.hide()
        self.desk.session.undo()
