"""A chart with its list: one of the two is shown, and under it what is chosen, with the way to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

from radplan_desktop.charts.touch import places
from radplan_desktop.guideline.conditions import Condition
from radplan_desktop.guideline.model import Chart
from radplan_desktop.guideline.parts import path
from radplan_desktop.plan.values import PLAN_ROW, Cell, Value
from radplan_desktop.ui.charts.canvas import ChartCanvas
from radplan_desktop.ui.charts.holding import HoldingCanvas
from radplan_desktop.ui.charts.map_canvas import MapCanvas
from radplan_desktop.ui.charts.process_canvas import ProcessCanvas
from radplan_desktop.ui.charts.said import moved_of, said
from radplan_desktop.ui.charts.twin import TwinTable
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.look.plain import Button, Chip, Elided, column, row, words
from radplan_desktop.ui.look.segments import Segments
from radplan_desktop.ui.outline import registers_of
from radplan_desktop.ui.places import place_of_cell

MAP, PROCESS = "stakeholder_map", "process_line"
PAUSE = 150
FEW = 4
HOLDING = {
    MAP: "De pijltjes verplaatsen deze partij. Met de spatiebalk zet u haar neer.",
    PROCESS: (
        "Met de pijltjes naar links en rechts komt deze stap eerder of later, met omhoog en omlaag bij een ander. "
        "Met de spatiebalk zet u haar neer."
    ),
}


class Switch(Segments):
    """The drawing, or the list."""

    turned = Signal(bool)
    """Whether the list is to be shown."""

    def __init__(self, label: str, drawing: str, listed: str = "Lijst") -> None:
        super().__init__(label, (drawing, listed))
        self.drawing, self.listed = self.buttons
        self.listed.toggled.connect(self.turned)


class Chosen(QFrame):
    """What is chosen in a chart, in words, and the way to where it is answered."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        lines = column(self, (0, 6, 0, 0), 2)
        head = row(gap=10)
        self._title, self._chip = Elided("strong"), Chip(tone="ok", icon_name="arrow-right")
        self.button = Button("Openen", icon_name="pencil", size="small")
        self.button.clicked.connect(self.wanted)
        head.addWidget(self._title, 1)
        head.addWidget(self._chip)
        head.addWidget(self.button)
        lines.addLayout(head)
        self._rest = words(role="soft", wrap=True)
        lines.addWidget(self._rest)

    def say(self, title: str, rest: str, change: tuple[str, str]) -> None:
        """Show what is chosen; ``change`` says what it was and what it is now."""
        self._title.say(title)
        self._rest.setText(rest)
        self._rest.setVisible(bool(rest))
        before, now = change
        self._chip.say(f"was: {before.lower()}, nu: {now.lower()}" if now else "", "ok", "arrow-right")
        self.button.setAccessibleName(f"{title}: openen")


class ChartPanel(QWidget):
    """Drawing, list, and what is chosen. ``switch`` is for whoever places the panel to put in its head."""

    chosen = Signal(object)
    """The Cell that was chosen."""

    def __init__(self, desk: Desk, chart: Chart, *, says: bool = True) -> None:
        super().__init__()
        self.desk, self.chart, self._says = desk, chart, says
        self._stale = False
        self.rows = path(chart.roles, "rows")
        self.switch = Switch(chart.label, "Kaart" if chart.chart == MAP else "Tekening")
        self.switch.setParent(self)  # until a card takes it: on its own it would be a window
        self.canvas = self.make_canvas()
        self.table = TwinTable(chart.label)
        self.said = Chosen()
        self.empty = words(role="soft", wrap=True)
        lines = column(self, gap=4)
        for widget in (self.empty, self.canvas, self.table, self.said):
            lines.addWidget(widget)
            widget.hide()
        self._connect()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.refresh)
        desk.changed.connect(self._changed)
        self.refresh()

    def make_canvas(self) -> ChartCanvas:
        """Return the drawing of this kind of chart."""
        kind = {MAP: MapCanvas, PROCESS: ProcessCanvas}.get(self.chart.chart, ChartCanvas)
        return kind(self.desk, self.chart)

    def _connect(self) -> None:
        self.switch.turned.connect(lambda _: self.refresh())
        self.said.wanted.connect(lambda: self.open(self.cell))
        self.desk.picks.picked.connect(self._follow)
        if isinstance(self.canvas, HoldingCanvas):
            self.canvas.moved.connect(self._move)
            self.canvas.picked.connect(lambda _: self._say())
        for part in (self.canvas, self.table):
            part.chosen.connect(self._choose)
            part.opened.connect(self.open)

    @property
    def cell(self) -> Cell | None:
        """What is chosen."""
        return self.canvas.cell

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return self.canvas.is_empty

    def focus(self) -> None:
        """Put the focus in the drawing or the list."""
        (self.table if self.switch.listed.isChecked() else self.canvas).setFocus(Qt.FocusReason.TabFocusReason)

    def _changed(self) -> None:
        if self.isVisible():
            self._pause.start()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what changed while nobody looked."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def refresh(self) -> None:
        """Show the answers of now."""
        self._stale = False
        self.canvas.refresh()
        scene = self.canvas.any_scene
        listed = self.switch.listed.isChecked()
        self.switch.setVisible(scene is not None)
        self.canvas.setVisible(scene is not None and not listed)
        self.table.setVisible(scene is not None and listed)
        self.empty.setVisible(scene is None)
        if scene is None:
            self.empty.setText(self._nothing())
        elif listed:
            self.table.show_twin(scene.table)
        self._follow(self.rows, self.desk.picks.row(self.rows))
        self._say()

    def narrow(self, where: Condition | None) -> None:
        """Draw and list only the rows that satisfy a condition; None draws all of them."""
        if where != self.chart.where:
            self.chart = self.canvas.chart = replace(self.chart, where=where)
            self.refresh()

    def _nothing(self) -> str:
        guideline = self.desk.guideline
        names = [guideline.registers[name].label.lower() for name in registers_of(guideline, self.chart)]
        some = ", ".join(names[:FEW]) + (" en meer" if len(names) > FEW else "")
        return f"Deze tekening verschijnt vanzelf zodra er iets staat bij: {some}."

    def _choose(self, cell: Cell) -> None:
        self.canvas.follow(cell)
        self.table.select(cell)
        self._say()
        if self.desk.answers.register_of(cell.row) == self.rows:
            self.desk.picks.pick(self.rows, cell.row)
        self.chosen.emit(cell)

    def _follow(self, register: str, row: str) -> None:
        """Show as chosen what was chosen in a list, a log or a form."""
        if register != self.rows or not register:
            return
        scene = self.canvas.any_scene
        cells = places(scene) if scene is not None else ()
        cell = self.cell
        if cell is None or cell.row != row:
            cell = next((one for one in cells if one.row == row), None)
            self.canvas.follow(cell)
            self._say()
        self.table.select(cell)

    def _say(self) -> None:
        cell = self.cell
        self.said.setVisible(self._says and cell is not None)
        if cell is None:
            return
        answers = self.desk.answers
        held = HOLDING.get(self.chart.chart, "") if isinstance(self.canvas, HoldingCanvas) and self.canvas.held else ""
        title, lines = said(answers, self.chart, cell)
        change = moved_of(answers, self.chart, cell.row) if cell.row != PLAN_ROW else ("", "")
        self.said.say(title, held or " · ".join(lines), change)
        self.said.button.setVisible(place_of_cell(answers, cell) is not None)

    def take_opening(self, show: Callable[[Cell], object]) -> None:
        """Let someone else show what is opened, in place of going to where it is answered."""
        for part in (self.canvas, self.table):
            part.opened.disconnect(self.open)
            part.opened.connect(show)

    def open(self, cell: Cell | None) -> None:
        """Go to where a cell is answered."""
        place = place_of_cell(self.desk.answers, cell) if cell is not None else None
        if place is not None:
            self.desk.go(place)

    def _move(self, changes: list[tuple[Cell, Value]]) -> None:
        """Give a party or a step another place, in one act."""
        title = self.desk.answers.title(self.cell.row if self.cell is not None else changes[0][0].row)
        self.desk.session.change(f"{title} verplaatst", changes)
