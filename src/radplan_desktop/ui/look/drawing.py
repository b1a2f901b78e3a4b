"""Drawings as SVG text in the colours of the theme, and the widget that shows one.

What the start screen shows is drawn this way, and not with pens and brushes: handing a brush to a QPainter makes PySide6 build Qt's
whole namespace, some 2,000 enum members, which takes longer than the rest of the first frame. For the same reason modules that are
loaded for the start write ``QtCore.Qt``, ``QtGui.QIcon`` and the like inside functions that run later: the first use of a class
makes PySide6 build it with its enums, so what is only named in a signature is imported for the type checker alone. A test starts
the program and sees to it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

CLEAR = QColor(0, 0, 0, 0)


@lru_cache(maxsize=512)
def rendered(svg: str, width: int, height: int, ratio: float) -> QPixmap:
    """Return an SVG of this size in logical pixels, sharp at this device pixel ratio."""
    image = QPixmap(round(width * ratio), round(height * ratio))
    image.fill(CLEAR)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(image.rect()))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


class Drawing(QWidget):
    """Shows what ``draw`` returns for a width and height: an SVG of that size. It draws anew when the theme changes."""

    def __init__(self, draw: Callable[[int, int], str]) -> None:
        super().__init__()
        self._draw = draw
        self.setProperty("spoken", "Graphic")  # see ui/roles.py

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show the drawing."""
        super().paintEvent(event)
        painter = QPainter(self)
        svg = self._draw(self.width(), self.height())
        painter.drawPixmap(0, 0, rendered(svg, self.width(), self.height(), self.devicePixelRatioF()))
        painter.end()


def svg_of(width: float, height: float, *parts: str) -> str:
    """Return an SVG document of this size."""
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
    return f"{head}{''.join(parts)}</svg>"
