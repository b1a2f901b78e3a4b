"""A chart in the words of who uses it: shapes are found by the name of what they stand for."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from radplan_desktop.charts.touch import places
from radplan_desktop.plan.values import PLAN_ROW, Cell
from radplan_desktop.ui.charts.drawing import EDGE
from radplan_desktop.ui.charts.map_canvas import MapCanvas
from radplan_desktop.ui.charts.panel import ChartPanel

LEFT = Qt.MouseButton.LeftButton


class ChartView:
    """One chart on screen."""

    def __init__(self, qtbot: QtBot, panel: ChartPanel) -> None:
        self.qtbot, self.panel = qtbot, panel

    @property
    def names(self) -> list[str]:
        """What the shapes are called, in the order in which they are drawn."""
        scene = self.panel.canvas.scene
        return [] if scene is None else [self._name(cell) for cell in places(scene)]

    @property
    def chosen(self) -> str:
        """What is chosen; empty when nothing is."""
        return self._name(self.panel.cell) if self.panel.cell is not None else ""

    def place(self, name: str) -> QPoint:
        """Where a shape stands in the widget."""
        scene = self.panel.canvas.scene
        assert scene is not None
        cell = next(cell for cell in places(scene) if self._name(cell) == name)
        found = self.panel.canvas.place_of(cell)
        assert found is not None
        return found.translated(EDGE, EDGE).center().toPoint()

    def click(self, name: str) -> None:
        """Click a shape."""
        self.qtbot.mouseClick(self.panel.canvas, LEFT, pos=self.place(name))

    def press(self, *keys: Qt.Key) -> None:
        """Press keys one after another, in what shows the chart."""
        shown = self.panel.canvas if self.panel.canvas.isVisible() else self.panel.table
        for key in keys:
            self.qtbot.keyClick(shown, key)

    def square(self, said: str) -> QPoint:
        """The middle of a square of the map."""
        canvas = self.panel.canvas
        assert isinstance(canvas, MapCanvas)
        found = next(square for square in canvas.squares() if square.said == said)
        middle = QPointF(found.left + found.width / 2, found.top + found.height / 2) * canvas.scale
        return (middle + QPointF(EDGE, EDGE)).toPoint()

    def drag(self, name: str, to: QPoint) -> None:
        """Drag a shape with the mouse."""
        canvas, start = self.panel.canvas, self.place(name)
        QTest.mousePress(canvas, LEFT, pos=start)
        for step in (1, 2, 3, 4):
            QTest.mouseMove(canvas, start + (to - start) * step / 4)
        QTest.mouseRelease(canvas, LEFT, pos=to)

    def listed(self) -> list[list[str]]:
        """Turn to the list and return what stands in it."""
        self.qtbot.mouseClick(self.panel.switch.listed, LEFT)
        model = self.panel.table.rows
        across = range(model.columnCount())
        return [[str(model.data(model.index(down, one))) for one in across] for down in range(model.rowCount())]

    def _name(self, cell: Cell) -> str:
        answers = self.panel.desk.answers
        return answers.field(PLAN_ROW, cell.field).label if cell.row == PLAN_ROW else answers.title(cell.row)
