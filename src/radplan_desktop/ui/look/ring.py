"""The ring: the only sign of completeness, and the brand. Painted by one function, on every place it appears."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from radplan_desktop.ui.look.theme import theme
from radplan_desktop.ui.roles import SPOKEN

TOP = 90 * 16
CIRCLE = 360 * 16
"""In the sixteenths of a degree that Qt counts in."""


@dataclass(frozen=True, slots=True)
class RingStyle:
    """Stroke, size of the text inside (design pixels), and the colours (tokens) of the empty part and of the inside."""

    stroke: float
    text: int
    track: str = "ringTrack"
    ground: str = "surface"


RAIL = RingStyle(3, 13, ground="rail")
RAIL_ACTIVE = RingStyle(3, 13)
HEADER = RingStyle(5, 20)
BANNER = RingStyle(6, 16, track="ringTrackOnSurface")
ROW = RingStyle(2.5, 13, track="ringTrackOnSurface")


def paint_ring(painter: QPainter, place: QRectF, share: float, text: str, style: RingStyle) -> None:
    """Draw a ring inside a square. ``share`` runs from 0 to 1: a track only, an arc from twelve o'clock, or a ticked disc."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if share >= 1:
        _paint_tick(painter, place)
        return
    half = style.stroke / 2
    circle = place.adjusted(half, half, -half, -half)
    painter.setPen(QPen(theme().colour(style.track), style.stroke))
    painter.setBrush(theme().colour(style.ground))
    painter.drawEllipse(circle)
    if share > 0:
        pen = QPen(theme().colour("primary"), style.stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawArc(circle, TOP, -round(CIRCLE * min(share, 0.99)))
    painter.setFont(theme().font(style.text, QFont.Weight.DemiBold))
    painter.setPen(theme().colour("ink"))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)


def _paint_tick(painter: QPainter, place: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour("primary"))
    painter.drawEllipse(place)
    unit, ends = place.width() / 28, Qt.PenCapStyle.RoundCap
    painter.setPen(QPen(theme().colour("onPrimary"), 2.6 * unit, Qt.PenStyle.SolidLine, ends))
    corner = place.topLeft()
    painter.drawPolyline([corner + QPointF(x, y) * unit for x, y in ((8.4, 14.4), (12.3, 18.3), (19.7, 10.4))])


class Ring(QWidget):
    """A ring that stands on its own, with its meaning in words for a screen reader."""

    def __init__(self, size: int, style: RingStyle) -> None:
        super().__init__()
        self._style = style
        self.setProperty(SPOKEN, "Graphic")
        self._share, self._text = 0.0, ""
        self.setFixedSize(QSize(size, size))

    def show_share(self, share: float, text: str, description: str) -> None:
        """Show a share (0 to 1) with a text inside; ``description`` says it in words."""
        self._share, self._text = share, text
        self.setAccessibleName(description)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring."""
        super().paintEvent(event)
        painter = QPainter(self)
        paint_ring(painter, QRectF(self.rect()), self._share, self._text, self._style)
        painter.end()
