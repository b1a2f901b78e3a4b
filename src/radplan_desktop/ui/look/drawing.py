"""What is drawn before the first frame, without Qt's own namespace.

The first use of ``Qt`` builds some 2,000 enum members and costs as much as drawing the start screen. So modules that are loaded
for the start write ``QtCore.Qt`` inside functions that run later, and draw with what stands here. A test starts the program and
sees to it.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath

LEFT_MIDDLE = 0x0081
"""``AlignLeft | AlignVCenter``, as ``drawText`` takes it."""
CENTRE = 0x0084
"""``AlignCenter``."""
WRAPPED = 0x1000
"""``TextWordWrap``."""
CLEAR = QColor(0, 0, 0, 0)


def fill_arc(painter: QPainter, place: QRectF, width: float, start: float, span: float, colour: QColor) -> None:
    """Fill a part of a ring inside a square: ``width`` thick, from ``start`` degrees (0 is three o'clock) over ``span`` degrees."""
    inner = place.adjusted(width, width, -width, -width)
    shape = QPainterPath()
    shape.arcMoveTo(place, start)
    shape.arcTo(place, start, span)
    shape.arcTo(inner, start + span, -span)
    shape.closeSubpath()
    painter.fillPath(shape, colour)


def fill_rounded(painter: QPainter, place: QRectF, radius: float, colour: QColor) -> None:
    """Fill a rounded rectangle."""
    shape = QPainterPath()
    shape.addRoundedRect(place, radius, radius)
    painter.fillPath(shape, colour)


def fill_disc(painter: QPainter, place: QRectF, colour: QColor) -> None:
    """Fill a disc inside a square."""
    shape = QPainterPath()
    shape.addEllipse(place)
    painter.fillPath(shape, colour)
