"""Paints a Scene in the colours of the theme, with straight lines on whole device pixels."""

from __future__ import annotations

from math import floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from radplan_desktop.charts.scene import Anchor, Circle, Line, Polyline, Rect, Scene, Text, Tone, Weight
from radplan_desktop.ui.look.theme import FAMILY, tabular, theme

POINTS_PER_INCH = 72.0
LIGHTER = 0.25
"""Lines are drawn this much thinner (in device pixels) before rounding: a screen shows a line heavier than paper does."""
DASH, DASH_GAP = 3.0, 2.0
_WEIGHTS = {
    Weight.REGULAR: QFont.Weight.Normal,
    Weight.SEMIBOLD: QFont.Weight.DemiBold,
    Weight.BOLD: QFont.Weight.Bold,
    Weight.ITALIC: QFont.Weight.Normal,
}
_SHIFT = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}


def paint_scene(painter: QPainter, scene: Scene, scale: float) -> None:
    """Draw a scene with its top left corner at the origin; ``scale`` is pixels per point."""
    brush = _Brush(painter, scale)
    for shape in scene.shapes:
        match shape:
            case Text():
                brush.text(shape)
            case Line():
                brush.line(shape)
            case Rect():
                brush.rect(shape)
            case Circle():
                brush.circle(shape)
            case Polyline():
                brush.polyline(shape)


class _Brush:
    """One painter at one scale."""

    def __init__(self, painter: QPainter, scale: float) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter, self._scale = painter, scale
        self._ratio = painter.device().devicePixelRatioF()
        self._dpi = painter.device().logicalDpiY()
        self._fonts: dict[tuple[float, Weight], tuple[QFont, QFontMetricsF]] = {}

    def text(self, shape: Text) -> None:
        """Draw one line of text on its baseline."""
        font, metrics = self._font(shape.size, shape.weight)
        self._painter.setFont(font)
        self._painter.setPen(theme().colour(shape.tone))
        x = shape.x * self._scale - metrics.horizontalAdvance(shape.text) * _SHIFT[shape.anchor]
        self._painter.drawText(QPointF(x, round(shape.y * self._scale * self._ratio) / self._ratio), shape.text)

    def line(self, shape: Line) -> None:
        """Draw a line; one that runs along the grid is sharp."""
        pen = self._pen(shape.tone, shape.thickness, dashed=shape.dashed)
        x1, y1, x2, y2 = (value * self._scale for value in (shape.x1, shape.y1, shape.x2, shape.y2))
        if shape.x1 == shape.x2:
            x1 = x2 = self._sharp(shape.x1, pen)
        if shape.y1 == shape.y2:
            y1 = y2 = self._sharp(shape.y1, pen)
        self._painter.setPen(pen)
        self._painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))

    def rect(self, shape: Rect) -> None:
        """Draw a rectangle with sharp edges."""
        pen = self._outline(shape.stroke, shape.thickness, dashed=shape.dashed)
        left, top = self._sharp(shape.x, pen), self._sharp(shape.y, pen)
        right, bottom = self._sharp(shape.x + shape.width, pen), self._sharp(shape.y + shape.height, pen)
        self._set(pen, shape.fill)
        radius = shape.radius * self._scale
        self._painter.drawRoundedRect(QRectF(QPointF(left, top), QPointF(right, bottom)), radius, radius)

    def circle(self, shape: Circle) -> None:
        """Draw a circle."""
        self._set(self._outline(shape.stroke, shape.thickness, dashed=shape.dashed), shape.fill)
        reach = shape.radius * self._scale
        self._painter.drawEllipse(QPointF(shape.x * self._scale, shape.y * self._scale), reach, reach)

    def polyline(self, shape: Polyline) -> None:
        """Draw a line along points, closed when it is filled."""
        self._set(self._outline(shape.stroke, shape.thickness, dashed=shape.dashed), shape.fill)
        points = [QPointF(x * self._scale, y * self._scale) for x, y in shape.points]
        if shape.fill is not None:
            self._painter.drawPolygon(QPolygonF(points))
        else:
            self._painter.drawPolyline(points)

    def _set(self, pen: QPen, fill: Tone | None) -> None:
        self._painter.setPen(pen)
        self._painter.setBrush(QBrush(theme().colour(fill)) if fill is not None else Qt.BrushStyle.NoBrush)

    def _outline(self, tone: Tone | None, thickness: float, *, dashed: bool) -> QPen:
        return self._pen(tone, thickness, dashed=dashed) if tone is not None else QPen(Qt.PenStyle.NoPen)

    def _pen(self, tone: Tone, thickness: float, *, dashed: bool) -> QPen:
        pixels = max(1, round(thickness * self._scale * self._ratio - LIGHTER))
        pen = QPen(theme().colour(tone), pixels / self._ratio, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        if dashed:
            pen.setDashPattern([DASH, DASH_GAP])
        return pen

    def _sharp(self, value: float, pen: QPen) -> float:
        """Return where a line of this pen fills whole device pixels."""
        at = value * self._scale * self._ratio
        wide = 0 if pen.style() == Qt.PenStyle.NoPen else round(pen.widthF() * self._ratio)
        return (floor(at) + 0.5 if wide % 2 else float(round(at))) / self._ratio

    def _font(self, size: float, weight: Weight) -> tuple[QFont, QFontMetricsF]:
        """Return a face with the advances of the design, so that text is as wide as it was measured."""
        found = self._fonts.get((size, weight))
        if found is None:
            font = tabular(QFont(FAMILY))
            font.setPointSizeF(size * self._scale * POINTS_PER_INCH / self._dpi)
            font.setWeight(_WEIGHTS[weight])
            font.setItalic(weight is Weight.ITALIC)
            font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
            found = self._fonts[size, weight] = font, QFontMetricsF(font, self._painter.device())
        return found
