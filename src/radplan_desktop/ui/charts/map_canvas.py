"""The stakeholder map, editable in place: a party is picked up with the space bar, moved with the arrows, or dragged."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QApplication

from radplan_desktop.charts.scene import Scene
from radplan_desktop.charts.stakeholder_axes import step
from radplan_desktop.charts.stakeholder_squares import Square, moves, squares
from radplan_desktop.plan.values import Answer, Cell
from radplan_desktop.ui.charts.canvas import ChartCanvas
from radplan_desktop.ui.charts.drawing import EDGE
from radplan_desktop.ui.look.theme import theme

_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
DISC = 15
INSET = 2.0


class MapCanvas(ChartCanvas):
    """The map of who stands where."""

    moved = Signal(object)
    """The changes (pairs of a Cell and an Answer) that move a party."""
    picked = Signal(bool)
    """A party was picked up (True) or put down."""

    held = False
    """Whether the arrows move the chosen party instead of going to another one."""
    _pressed: QPointF | None = None
    _dragged: QPointF | None = None

    @property
    def movable(self) -> bool:
        """Whether parties can be moved."""
        return not self.desk.session.read_only

    def hold(self, held: bool) -> None:  # noqa: FBT001 - a setter
        """Pick the chosen party up, or put it down."""
        if held != self.held:
            self.held = held
            self.picked.emit(held)
            self.update()

    def choose(self, cell: Cell | None) -> None:
        """Choose a party; another one than was held puts that one down."""
        if cell != self.cell:
            self.hold(False)
        super().choose(cell)

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
        if self.held and self.cell is not None and key in _STEPS:
            across, up = _STEPS[key]
            change = step(self.desk.answers, self.chart, self.cell.row, across=across, up=up)
            if change is not None:
                self._move([(change[0], Answer(change[1]))])
            return True
        return super().key(key, cells, scene)

    def _move(self, changes: list[tuple[Cell, Answer]]) -> None:
        cell, held = self.cell, self.held
        self.moved.emit(changes)
        self.refresh()
        self.choose(cell)
        self.hold(held)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put down what is held."""
        super().focusOutEvent(event)
        self.hold(False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a party to drag it."""
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
        """Put a dragged party in the square under the mouse."""
        super().mouseReleaseEvent(event)
        dropped, self._pressed, self._dragged = self._dragged, None, None
        if dropped is None or self.cell is None:
            return
        square = self.square_at(event.position())
        changes = moves(self.desk.answers, self.chart, self.cell.row, square) if square is not None else []
        if changes:
            self._move(changes)
        self.update()

    def squares(self) -> tuple[Square, ...]:
        """Return the squares of the map as it stands there, in points."""
        return squares(self.desk.answers, self.chart, self.points(self.width()))

    def square_at(self, place: QPointF) -> Square | None:
        """Return the square at a place in pixels of the widget."""
        x, y = self.point_at(place)
        return next((square for square in self.squares() if square.holds(x, y)), None)

    def paint_over(self, painter: QPainter) -> None:
        """Draw where the dragged party would come, or that the chosen one is held."""
        super().paint_over(painter)
        if self._dragged is not None:
            self._paint_drag(painter, self._dragged)
        elif self.held and (place := self.place_of(self.cell)) is not None:
            painter.setPen(QPen(theme().colour("focus"), 1.5, Qt.PenStyle.DashLine))
            painter.drawEllipse(place.adjusted(-8, -8, 8, 8))

    def _paint_drag(self, painter: QPainter, at: QPointF) -> None:
        square = self.square_at(at)
        if square is not None:
            place = QRectF(square.left, square.top, square.width, square.height)
            room = QRectF(place.topLeft() * self.scale, place.size() * self.scale)
            painter.setPen(QPen(theme().colour("focus"), 2))
            painter.drawRoundedRect(room.adjusted(INSET, INSET, -INSET, -INSET), 4, 4)
        painter.setPen(QPen(theme().colour("focus"), 2))
        painter.setBrush(theme().colour("primaryTint"))
        painter.drawEllipse(at - QPointF(EDGE, EDGE), DISC, DISC)
