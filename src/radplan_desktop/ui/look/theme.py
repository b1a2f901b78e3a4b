"""The theme: the design's colours at the user's text size, and the one place that dresses the application in it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from string import Template
from typing import cast

from PySide6 import QtCore
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from radplan_desktop.host import assets, preferences
from radplan_desktop.host.preferences import TEXT_SIZES

FAMILY = "Source Sans 3"
BODY = 15
MIDDLE = 128
_TYPE_SCALE = (13, 14, 15, 16, 17, 20, 25, 28, 30)
_PROPERTY = "radplan_theme"


class Theme:
    """Colours by token name, and the text size in percent. No tuple: Qt would keep it as a list."""

    __slots__ = ("colours", "dark", "percent")

    def __init__(self, colours: Mapping[str, str], percent: int = 100, *, dark: bool) -> None:
        self.colours, self.percent, self.dark = colours, percent, dark

    def colour(self, token: str) -> QColor:
        """Return the colour of a token. Raises KeyError for a name the design does not have."""
        return QColor(self.colours[token])

    def px(self, size: int) -> int:
        """Return a type size of the design in pixels, at the user's text size."""
        return round(size * self.percent / 100)

    def font(self, size: int = BODY, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """Return the design's font at one of its sizes."""
        font = QFont(FAMILY)
        font.setPixelSize(self.px(size))
        font.setWeight(weight)
        return font


def theme() -> Theme:
    """Return the theme the application wears now. A widget that paints asks for it when it paints."""
    return cast("Theme", QApplication.instance().property(_PROPERTY))  # type: ignore[union-attr]


def tabular(font: QFont) -> QFont:
    """Return the font with figures of equal width, for tables, dates and charts."""
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


class Look(QObject):
    """Dresses the application. Every widget hears of a change through Qt's own ``StyleChange`` event."""

    def __init__(
        self, app: QApplication, scheme: preferences.Theme = preferences.Theme.SYSTEM, percent: int = 100
    ) -> None:
        super().__init__(app)
        self._app = app
        self._tokens = json.loads(assets.resource("tokens.json").read_text(encoding="utf-8"))
        self._styles = [_style("first.qss")]
        self.scheme, self.percent = scheme, percent
        self._system_dark = app.palette().color(QPalette.ColorRole.Window).lightness() < MIDDLE
        if scheme is not preferences.Theme.SYSTEM:
            self._follow()
        self._dress()
        app.styleHints().colorSchemeChanged.connect(self._system_changed)

    def complete(self) -> None:
        """Dress also what comes after the first screen, from now on. Reading all of it takes as long as half a first frame."""
        if len(self._styles) == 1:
            self._styles.append(_style("window.qss"))
            self._dress()

    def choose(self, scheme: preferences.Theme) -> None:
        """Use these colours from now on."""
        self.scheme = scheme
        self._follow()
        self._dress()

    def resize(self, percent: int) -> None:
        """Use this text size from now on; one of ``TEXT_SIZES``."""
        self.percent = percent
        self._dress()

    def larger(self, steps: int = 1) -> None:
        """Go up (or, below nought, down) in ``TEXT_SIZES``; the ends are ends."""
        place = TEXT_SIZES.index(self.percent) + steps if self.percent in TEXT_SIZES else 0
        self.resize(TEXT_SIZES[max(0, min(place, len(TEXT_SIZES) - 1))])

    def _follow(self) -> None:
        hints = self._app.styleHints()
        if self.scheme is preferences.Theme.SYSTEM:
            hints.unsetColorScheme()
            self._system_dark = hints.colorScheme() == QtCore.Qt.ColorScheme.Dark
        else:
            dark = self.scheme is preferences.Theme.DARK
            schemes = QtCore.Qt.ColorScheme
            hints.setColorScheme(schemes.Dark if dark else schemes.Light)

    def _system_changed(self) -> None:
        self._system_dark = self._app.styleHints().colorScheme() == QtCore.Qt.ColorScheme.Dark
        if self.scheme is preferences.Theme.SYSTEM:
            self._dress()

    def _is_dark(self) -> bool:
        if self.scheme is preferences.Theme.SYSTEM:
            return self._system_dark
        return self.scheme is preferences.Theme.DARK

    def _dress(self) -> None:
        dark = self._is_dark()
        dressed = Theme(self._tokens["dark" if dark else "light"], self.percent, dark=dark)
        self._app.setProperty(_PROPERTY, dressed)
        self._app.setFont(dressed.font())
        self._app.setPalette(_palette(dressed))
        sizes = {f"t{size}": f"{dressed.px(size)}px" for size in _TYPE_SCALE}
        self._app.setStyleSheet("\n".join(style.substitute(dressed.colours, **sizes) for style in self._styles))


def _style(name: str) -> Template:
    return Template(assets.resource(name).read_text(encoding="utf-8"))


_PALETTE = {
    QPalette.ColorRole.Window: "canvas",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "surface2",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.PlaceholderText: "ink3",
    QPalette.ColorRole.Highlight: "primary",
    QPalette.ColorRole.HighlightedText: "onPrimary",
    QPalette.ColorRole.ToolTipBase: "surface",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.Link: "primary",
    QPalette.ColorRole.LinkVisited: "primary",
    QPalette.ColorRole.Accent: "primary",
}


def _palette(dressed: Theme) -> QPalette:
    palette = QPalette()
    for role, token in _PALETTE.items():
        palette.setColor(role, dressed.colour(token))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, dressed.colour("ink3"))
    return palette
