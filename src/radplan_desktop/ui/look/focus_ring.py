"""The ring around what has the focus, for what is painted and not dressed by the stylesheet."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from radplan_desktop.ui.look.theme import theme

STROKE, RADIUS = 2.0, 6.0


def paint_focus(painter: QPainter, room: QRectF, radius: float = RADIUS) -> None:
    """Draw the ring just inside a room."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme().colour("focus"), STROKE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = STROKE / 2
    painter.drawRoundedRect(room.adjusted(half, half, -half, -half), radius, radius)
    painter.restore()
