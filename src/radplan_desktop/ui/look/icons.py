"""Lucide icons in the colours of the theme: QtSvg knows no ``currentColor``, so it is filled in before rendering."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from radplan_desktop.host import assets
from radplan_desktop.ui.look.drawing import CLEAR
from radplan_desktop.ui.look.theme import theme


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    return assets.resource(f"icons/{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def pixmap(name: str, size: int, colour: str, ratio: float, gap: int = 0) -> QPixmap:
    """Return an icon of ``size`` logical pixels in a colour (``#rrggbb``), sharp at this device pixel ratio.

    ``gap`` adds empty pixels at its right, or (below nought) at its left, towards the words of a button.
    """
    side = round(size * ratio)
    image = QPixmap(side + round(abs(gap) * ratio), side)
    image.fill(CLEAR)
    painter = QPainter(image)
    drawing = QByteArray(_source(name).replace("currentColor", colour).encode())
    QSvgRenderer(drawing).render(painter, QRectF(round(max(0, -gap) * ratio), 0, side, side))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def icon(name: str, size: int, token: str, gap: int = 0) -> QIcon:
    """Return an icon for a button, in the colour of a token, and in grey for when the button is disabled."""
    made = QIcon()
    ratio = max(1.0, QGuiApplication.primaryScreen().devicePixelRatio())
    for mode, colour in ((QIcon.Mode.Normal, token), (QIcon.Mode.Disabled, "ink3")):
        made.addPixmap(pixmap(name, size, theme().colours[colour], ratio, gap), mode)
    return made


def paint_icon(painter: QPainter, name: str, place: QRectF, colour: QColor) -> None:
    """Draw an icon inside a rectangle while painting."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(place.topLeft(), pixmap(name, round(place.width()), colour.name(), ratio))


class IconLabel(QWidget):
    """An icon that stands beside words; a screen reader passes over it. ``colour`` is a token."""

    def __init__(self, name: str, size: int = 18, colour: str = "primary") -> None:
        super().__init__()
        self.name, self.colour = name, colour
        self.setFixedSize(QSize(size, size))

    def show_icon(self, name: str, colour: str) -> None:
        """Show another icon or colour."""
        self.name, self.colour = name, colour
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon in the theme's colour of now."""
        super().paintEvent(event)
        painter = QPainter(self)
        paint_icon(painter, self.name, QRectF(self.rect()), theme().colour(self.colour))
        painter.end()
