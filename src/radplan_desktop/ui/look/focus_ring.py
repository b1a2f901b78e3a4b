"""The ring around what has the focus, and the frame of what is pressed, for what is painted and not dressed by the stylesheet."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from radplan_desktop.ui.look.theme import theme

STROKE, RADIUS, ROW_RADIUS = 2.0, 6.0, 4.0


def paint_focus(painter: QPainter, room: QRectF, radius: float = RADIUS) -> None:
    """Draw the ring just inside a room."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme().colour("focus"), STROKE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(_within(room), radius, radius)
    painter.restore()


def paint_row_focus(painter: QPainter, place: QRect) -> None:
    """Draw the ring in a line of a list, above the hairline that the line ends with."""
    paint_focus(painter, place.toRectF().adjusted(1, 1, -1, -2), ROW_RADIUS)


def paint_frame(painter: QPainter, room: QRectF, *, focused: bool) -> None:
    """Draw the ground of something to press, framed; in focus the frame is the ring."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme().colour("focus" if focused else "line"), STROKE if focused else 1))
    painter.setBrush(theme().colour("surface2"))
    painter.drawRoundedRect(_within(room), RADIUS, RADIUS)
    painter.restore()


def _within(room: QRectF) -> QRectF:
    half = STROKE / 2
    return room.adjusted(half, half, -half, -half)
