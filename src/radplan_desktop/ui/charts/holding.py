"""A chart that is edited in place: a shape is picked up with the space bar and moved with the arrows, or dragged."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QApplication

from radplan_desktop.charts.scene import Scene
from radplan_desktop.plan.values import Cell, Value
from radplan_desktop.ui.charts.canvas import CORNER, ROUND, ChartCanvas
from radplan_desktop.ui.look.theme import theme

Changes = Sequence[tuple[Cell, Value]]
STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
HELD_AROUND = 8.0


class HoldingCanvas(ChartCanvas):
    """Base of what can be moved by hand. A subclass says what a step and a drop change."""

    moved = Signal(object)
    """The changes (pairs of a Cell and a Value) that move a shape."""
    picked = Signal(bool)
    """A shape was picked up (True) or put down."""

    held = False
    """Whether the arrows move the chosen shape instead of going to another one."""
    _pressed: QPointF | None = None
    _dragged: QPointF | None = None

    def nudged(self, row: str, across: int, down: int) -> Changes:
        """Return what changes when a row goes one step; ``across`` to the right, ``down`` downwards."""
        raise NotImplementedError

    def dropped(self, row: str, at: QPointF) -> Changes:
        """Return what changes when a row is dropped at a place in pixels of the widget."""
        raise NotImplementedError

    def paint_target(self, painter: QPainter, row: str, at: QPointF) -> None:
        """Draw where a row would come that is dropped at a place."""
        raise NotImplementedError

    @property
    def movable(self) -> bool:
        """Whether shapes can be moved."""
        return not self.desk.session.read_only

    def hold(self, held: bool) -> None:  # noqa: FBT001 - a setter
        """Pick the chosen shape up, or put it down."""
        if held != self.held:
            self.held = held
            self.picked.emit(held)
            self.update()

    def choose(self, cell: Cell | None) -> None:
        """Choose a shape; another one than was held puts that one down."""
        if cell != self.cell:
            self.hold(False)
        super().choose(cell)

    def follow(self, cell: Cell | None) -> None:
        """Show as chosen what was chosen elsewhere; what is held is put down."""
        if cell != self.cell:
            self.hold(False)
        super().follow(cell)

    def key(self, key: Qt.Key, cells: list[Cell], scene: Scene) -> bool:
        """Pick up and put down with the space bar; move with the arrows what is held."""
        if key == Qt.Key.Key_Space and self.cell is not None and self.movable:
            self.hold(not self.held)
            return True
        if key == Qt.Key.Key_Escape and (self.held or self._dragged is not None):
            self._pressed = self._dragged = None
            self.hold(False)
            self.update()
            return True
        if self.held and self.cell is not None and key in STEPS:
            self._move(self.nudged(self.cell.row, *STEPS[key]))
            return True
        return super().key(key, cells, scene)

    def _move(self, changes: Changes) -> None:
        if not changes:
            return
        cell, held = self.cell, self.held
        self.moved.emit(list(changes))
        self.refresh()
        self.choose(cell)
        self.hold(held)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put down what is held."""
        super().focusOutEvent(event)
        self.hold(False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a shape to drag it."""
        super().mousePressEvent(event)
        grabbed = self.cell_at(event.position())
        self._pressed = event.position() if grabbed is not None and self.movable else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag."""
        if self._pressed is None:
            super().mouseMoveEvent(event)
            return
        far = (event.position() - self._pressed).manhattanLength()
        if self._dragged is not None or far >= QApplication.startDragDistance():
            self._dragged = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop what is dragged."""
        super().mouseReleaseEvent(event)
        dropped, self._pressed, self._dragged = self._dragged, None, None
        if dropped is not None and self.cell is not None:
            self._move(self.dropped(self.cell.row, event.position()))
        self.update()

    def paint_over(self, painter: QPainter) -> None:
        """Draw where what is dragged would come, or that the chosen shape is held."""
        super().paint_over(painter)
        place = self.place_of(self.cell)
        if self._dragged is not None and self.cell is not None:
            self.paint_target(painter, self.cell.row, self._dragged)
        elif self.held and place is not None:
            ring = place.adjusted(-HELD_AROUND, -HELD_AROUND, HELD_AROUND, HELD_AROUND)
            painter.setPen(QPen(theme().colour("focus"), 1.5, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if ring.width() <= ring.height() * ROUND:
                painter.drawEllipse(ring)
            else:
                painter.drawRoundedRect(ring, CORNER, CORNER)
