"""The stakeholder map, editable in place: what a step and a drop mean on it, and the chosen party as a filled disc."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from radplan_desktop.charts.scene import Text
from radplan_desktop.charts.stakeholder_axes import step
from radplan_desktop.charts.stakeholder_squares import Square, moves, squares
from radplan_desktop.plan.values import Answer
from radplan_desktop.ui.charts.drawing import EDGE
from radplan_desktop.ui.charts.holding import Changes, HoldingCanvas
from radplan_desktop.ui.look.theme import tabular, theme

DISC = 15
INSET = 2.0
NUMBER = 13


class MapCanvas(HoldingCanvas):
    """The map of who stands where."""

    def nudged(self, row: str, across: int, down: int) -> Changes:
        """Return the attitude or the influence one square further."""
        change = step(self.desk.answers, self.chart, row, across=across, up=-down)
        return [(change[0], Answer(change[1]))] if change is not None else []

    def dropped(self, row: str, at: QPointF) -> Changes:
        """Return what a party gets in the square at a place."""
        square = self.square_at(at)
        return moves(self.desk.answers, self.chart, row, square) if square is not None else []

    def squares(self) -> tuple[Square, ...]:
        """Return the squares of the map as it stands there, in points."""
        return squares(self.desk.answers, self.chart, self.points(self.width()))

    def square_at(self, place: QPointF) -> Square | None:
        """Return the square at a place in pixels of the widget."""
        x, y = self.point_at(place)
        return next((square for square in self.squares() if square.holds(x, y)), None)

    def paint_over(self, painter: QPainter) -> None:
        """Draw the chosen party filled, under what stands over it."""
        place = self.place_of(self.cell)
        if place is not None and abs(place.width() - place.height()) < 1:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("primary"))
            painter.drawEllipse(place)
            painter.setPen(theme().colour("onPrimary"))
            painter.setFont(tabular(theme().font(NUMBER, QFont.Weight.DemiBold)))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self._number())
        super().paint_over(painter)

    def _number(self) -> str:
        shapes = self.scene.shapes if self.scene is not None else ()
        return next((shape.text for shape in shapes if isinstance(shape, Text) and shape.cell == self.cell), "")

    def paint_target(self, painter: QPainter, row: str, at: QPointF) -> None:
        """Draw the square that a party would come in, and its disc under the mouse."""
        del row
        square = self.square_at(at)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme().colour("focus"), 2))
        if square is not None:
            place = QRectF(square.left, square.top, square.width, square.height)
            room = QRectF(place.topLeft() * self.scale, place.size() * self.scale)
            painter.drawRoundedRect(room.adjusted(INSET, INSET, -INSET, -INSET), 4, 4)
        painter.setBrush(theme().colour("primaryTint"))
        painter.drawEllipse(at - QPointF(EDGE, EDGE), DISC, DISC)
