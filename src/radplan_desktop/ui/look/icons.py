"""Lucide icons in the colours of the theme: QtSvg knows no ``currentColor``, so it is filled in before rendering."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6 import QtGui
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QWidget

from radplan_desktop.host import assets
from radplan_desktop.ui.look.drawing import rendered
from radplan_desktop.ui.look.theme import theme

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QColor, QIcon, QPaintEvent, QPixmap

HIGHEST = 16_777_215
"""Qt's own bound on a height."""
GRID = 24
"""The side of the square Lucide draws on."""


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    return assets.resource(f"icons/{name}.svg").read_text(encoding="utf-8")


def pixmap(name: str, size: int, colour: str, ratio: float, gap: int = 0) -> QPixmap:
    """Return an icon of ``size`` logical pixels in a colour (``#rrggbb``), sharp at this device pixel ratio.

    ``gap`` adds empty pixels at its right, or (below nought) at its left, towards the words of a button.
    """
    return rendered(_coloured(name, size, colour, gap), size + abs(gap), size, ratio)


@lru_cache(maxsize=512)
def _coloured(name: str, size: int, colour: str, gap: int) -> str:
    svg = _source(name).replace("currentColor", colour)
    if not gap:
        return svg
    unit = GRID / size
    left = min(0, gap) * unit
    return svg.replace(f'viewBox="0 0 {GRID} {GRID}"', f'viewBox="{left} 0 {GRID + abs(gap) * unit} {GRID}"')


def icon(name: str, size: int, token: str, gap: int = 0) -> QIcon:
    """Return an icon for a button, in the colour of a token, and in grey for when the button is disabled."""
    made, modes = QtGui.QIcon(), QtGui.QIcon.Mode
    ratio = max(1.0, QGuiApplication.primaryScreen().devicePixelRatio())
    for mode, colour in ((modes.Normal, token), (modes.Disabled, "ink3")):
        made.addPixmap(pixmap(name, size, theme().colours[colour], ratio, gap), mode)
    return made


def paint_icon(painter: QPainter, name: str, place: QRectF, colour: QColor) -> None:
    """Draw an icon inside a rectangle while painting."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(place.topLeft(), pixmap(name, round(place.width()), colour.name(), ratio))


class IconLabel(QWidget):
    """An icon that stands beside words; a screen reader passes over it. ``colour`` is a token, or ``#rrggbb``."""

    def __init__(self, name: str, size: int = 18, colour: str = "primary") -> None:
        super().__init__()
        self.name, self.colour = name, colour
        self.setFixedSize(QSize(size, size))

    def at_top(self) -> IconLabel:
        """Stand at the top of a line of several lines of words, and return the label."""
        self.setMaximumHeight(HIGHEST)
        return self

    def show_icon(self, name: str, colour: str) -> None:
        """Show another icon or colour."""
        if (name, colour) != (self.name, self.colour):
            self.name, self.colour = name, colour
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon in the theme's colour of now."""
        super().paintEvent(event)
        painter = QPainter(self)
        colour = self.colour if self.colour.startswith("#") else theme().colours[self.colour]
        painter.drawPixmap(0, 0, pixmap(self.name, self.width(), colour, self.devicePixelRatioF()))
        painter.end()
