"""What stands beside a sheet: the chart that is drawn from it with the standing of each row, or what the rows add up to."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from radplan_desktop.charts.scene import Twin
from radplan_desktop.guideline.model import Chart, Field, Guideline, Kind, Register
from radplan_desktop.plan.sheets import totals
from radplan_desktop.plan.values import Cell
from radplan_desktop.ui.charts.panel import ChartPanel
from radplan_desktop.ui.charts.twin import TwinTable
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.fields.box import FieldBox
from radplan_desktop.ui.look.panels import CARD_MARGINS
from radplan_desktop.ui.look.plain import Button, column, row, words
from radplan_desktop.ui.outline import Entry, registers_of
from radplan_desktop.ui.places import Place, Screen, place_of_cell
from radplan_desktop.ui.sheet.planned import PlannedList
from radplan_desktop.ui.titled import named

MOST = 12
STANDING, TIMELINE = "standing", "timeline"


def chart_from(guideline: Guideline, section_id: str, register: str) -> Chart | None:
    """Return the chart of a section that is drawn from a register, if there is one; a timeline only when nothing else is."""
    section = next(one for one in guideline.sections if one.id == section_id)
    charts = (item for item in section.items() if isinstance(item, Chart))
    drawn = [chart for chart in charts if register in registers_of(guideline, chart)]
    return next((chart for chart in drawn if chart.chart != TIMELINE), next(iter(drawn), None))


class Drawn(QFrame):
    """The chart, and under it how every row that is drawn stands: for a person to say, not for the program to work out."""

    def __init__(self, desk: Desk, chart: Chart) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._desk = desk
        self.panel = ChartPanel(desk, chart)
        lines = column(self, CARD_MARGINS, 8)
        head = row(gap=8)
        head.addWidget(words(chart.label, "h2", wrap=True), 1)
        head.addWidget(self.panel.switch)
        lines.addLayout(head)
        lines.addWidget(self.panel)
        self._column = _standing_of(desk.guideline, chart)
        self._entry = _entry_of(desk, self._column) if self._column is not None else None
        self.boxes: list[FieldBox] = []
        self._holder = QWidget()
        self._grid = QGridLayout(self._holder)
        self._grid.setContentsMargins(0, 6, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        lines.addWidget(self._holder)
        self.more = Button("Alle rijen openen", "quiet", "table-2", size="small")
        self.more.clicked.connect(self._open_all)
        lines.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        lines.addStretch()
        self._rows: tuple[str, ...] | None = None
        self._pending: deque[str] = deque()
        self._later = QTimer(self, interval=0)
        self._later.timeout.connect(self._make_next)
        self.refresh(None)

    def refresh(self, cells: frozenset[Cell] | None) -> None:
        """Show the standing of now; the drawing follows by itself."""
        if self._column is None or self._entry is None:
            self._holder.hide()
            self.more.hide()
            return
        rows = self._desk.answers.counted(self._column.register)
        if rows[:MOST] != self._rows:
            self._rows = rows[:MOST]
            self._begin(self._column)
        for box in self.boxes:
            box.refresh(cells)
        self._holder.setVisible(bool(rows))
        self.more.setVisible(len(rows) > MOST)

    def _begin(self, field: Field) -> None:
        """Make the rows anew, one by one, while nothing else happens."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.boxes = []
        heading = f"{field.label} per {self._desk.guideline.registers[field.register].row}"
        self._grid.addWidget(words(heading, "label"), 0, 0)
        self._pending = deque(self._rows or ())
        self._later.start()

    def _make_next(self) -> None:
        if not self._pending or self._column is None or self._entry is None:
            self._later.stop()
            return
        row_id, field, answers = self._pending.popleft(), self._column, self._desk.answers
        if not answers.exists(row_id):
            return
        name = named(answers.number(row_id), answers.title(row_id))
        box = FieldBox(self._desk, self._entry, field, labelled=False, compact=True)
        box.editor.describe(f"{name}: {field.label.lower()}", field.hint or field.question)
        box.menu.hide()
        self.boxes.append(box)
        self._grid.addWidget(words(name, wrap=True), len(self.boxes), 0)
        self._grid.addWidget(box, len(self.boxes), 1)
        box.bind(row_id)

    def _open_all(self) -> None:
        if self._column is not None:
            self._desk.go(_place_of(self._desk, self._column.register))


class Added(QFrame):
    """What the rows add up to, per row they point at."""

    def __init__(self, desk: Desk, register: Register) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._desk, self._register = desk, register
        lines = column(self, CARD_MARGINS, 8)
        self.plan_title, self.planned = words("Gepland en gehouden", "h2"), PlannedList(desk, register)
        lines.addWidget(self.plan_title)
        lines.addWidget(self.planned)
        lines.addWidget(words("Opgeteld", "h2"))
        self.table = TwinTable(f"{register.label}, opgeteld")
        self.table.opened.connect(self._open)
        self.empty = words("Hier telt RadPlan op wat u invoert.", "soft", wrap=True)
        lines.addWidget(self.table)
        lines.addWidget(self.empty)
        lines.addStretch()
        self.refresh(None)

    def refresh(self, cells: frozenset[Cell] | None) -> None:
        """Add up anew."""
        del cells
        self.planned.refresh()
        self.plan_title.setVisible(bool(self.planned.lines))
        found = totals(self._desk.answers, self._register)
        self.setVisible(found is not None)
        shown = found is not None and bool(found.rows)
        self.table.setVisible(shown)
        self.empty.setVisible(not shown)
        if found is not None and shown:
            numeric = (False, *(True for _ in found.columns[1:]))
            self.table.show_twin(Twin(found.columns, found.rows, numeric, found.cells))

    def _open(self, cell: Cell) -> None:
        place = place_of_cell(self._desk.answers, cell)
        if place is not None:
            self._desk.go(place)


def _standing_of(guideline: Guideline, chart: Chart) -> Field | None:
    path = chart.roles.get(STANDING, "")
    column_ = guideline.field(path) if isinstance(path, str) and path else None
    return column_ if column_ is not None and column_.kind is Kind.CHOICE and not column_.retired else None


def _entry_of(desk: Desk, field: Field) -> Entry | None:
    found = (outline.find(field.register) for outline in desk.outlines.values())
    return next((entry for entry in found if entry is not None), None)


def _place_of(desk: Desk, register: str) -> Place:
    section = next(name for name, outline in desk.outlines.items() if outline.find(register) is not None)
    return Place(Screen.REGISTER, section, register)
