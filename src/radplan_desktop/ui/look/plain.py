"""The plain widgets of all screens: words, buttons, chips, rules and boxes. They know the look and nothing of plans."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6 import QtCore, QtWidgets
from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from radplan_desktop.ui.look.icons import icon, paint_icon
from radplan_desktop.ui.look.theme import Theme, theme

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QLayout

_Box = TypeVar("_Box", bound=QBoxLayout)
Margins = tuple[int, int, int, int]
ICON_GAP = 5
_ICON_COLOURS = {
    "primary": "onPrimary",
    "open": "warn",
    "danger": "danger",
    "tool": "primary",
    "icon": "ink2",
    "depth": "ink2",
}
TONES = {"ok": "ok", "warn": "warn", "danger": "danger", "primary": "primary", "other": "other"}


def words(text: str = "", role: str = "", *, wrap: bool = False) -> QLabel:
    """Return a label with one of the type roles of the stylesheet, which also makes it plain text: no markup is read."""
    label = QLabel()
    label.setWordWrap(wrap)
    if role:
        label.setProperty("role", role)
    label.setText(text)  # last: from here on a screen reader knows of it, and what is a title by its role
    return label


def by_keyboard(event: QFocusEvent) -> bool:
    """Whether the keyboard brought the focus."""
    reasons = QtCore.Qt.FocusReason
    return event.reason() in (reasons.TabFocusReason, reasons.BacktabFocusReason, reasons.ShortcutFocusReason)


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the stylesheet looks at, and let it look again if it has looked already."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    if widget.testAttribute(QtCore.Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()


def column(parent: QWidget | None = None, margins: Margins = (0, 0, 0, 0), gap: int = 0) -> QVBoxLayout:
    """Return a vertical layout, set on the parent if one is given."""
    return _box(QVBoxLayout(parent) if parent is not None else QVBoxLayout(), margins, gap)


def row(parent: QWidget | None = None, margins: Margins = (0, 0, 0, 0), gap: int = 0) -> QHBoxLayout:
    """Return a horizontal layout, set on the parent if one is given."""
    return _box(QHBoxLayout(parent) if parent is not None else QHBoxLayout(), margins, gap)


def _box(layout: _Box, margins: Margins, gap: int) -> _Box:
    layout.setContentsMargins(*margins)
    layout.setSpacing(gap)
    return layout


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and delete it."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)
            inner.deleteLater()


def frame(name: str = "", role: str = "") -> QFrame:
    """Return a frame that the stylesheet dresses by its name or role."""
    made = QFrame()
    if name:
        made.setObjectName(name)
    if role:
        made.setProperty("role", role)
    return made


def rule() -> QFrame:
    """Return a hairline."""
    return frame(role="rule")


class Elided(QLabel):
    """Words on one line that end in an ellipsis where there is no room; the whole text is its tooltip and is read aloud."""

    def __init__(self, role: str = "") -> None:
        super().__init__()
        self._whole = ""
        policies = QtWidgets.QSizePolicy.Policy
        self.setSizePolicy(policies.Ignored, policies.Fixed)
        if role:
            self.setProperty("role", role)

    def say(self, text: str) -> None:
        """Show another text."""
        self._whole = text
        self.setAccessibleName(text)
        self.setToolTip(text)
        self._fit()

    def _fit(self) -> None:
        metrics, room = self.fontMetrics(), max(self.width() - 2, 20)
        if metrics.horizontalAdvance(self._whole) <= room:
            self.setText(self._whole)
        else:
            self.setText(metrics.elidedText(self._whole, QtCore.Qt.TextElideMode.ElideRight, room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the text where the room ends."""
        super().resizeEvent(event)
        self._fit()


class Chip(QLabel):
    """A state in one or two words, with an icon if it has one; never clickable."""

    def __init__(self, text: str = "", tone: str = "neutral", icon_name: str = "") -> None:
        super().__init__(text)
        self._said = ("", "", "")
        self._icon_name = icon_name
        self.setIndent(0)
        self.setProperty("chip", tone)
        self.setProperty("iconed", bool(icon_name))
        policies = QtWidgets.QSizePolicy.Policy
        self.setSizePolicy(policies.Fixed, policies.Fixed)

    def say(self, text: str, tone: str, icon_name: str = "") -> None:
        """Show another state; an empty text hides the chip."""
        if self._said == (text, tone, icon_name):
            return
        self._said = (text, tone, icon_name)
        self._icon_name = icon_name
        self.setText(text)
        self.setProperty("iconed", bool(icon_name))
        restyle(self, "chip", tone)
        QtCore.QCoreApplication.sendEvent(self, QEvent(QEvent.Type.StyleChange))  # only then its padding is measured
        self.setVisible(bool(text))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words, and the icon before them."""
        super().paintEvent(event)
        if self._icon_name:
            painter = QPainter(self)
            colour = theme().colour(TONES.get(str(self.property("chip")), "ink2"))
            paint_icon(painter, self._icon_name, QRectF(8, (self.height() - 15) / 2, 15, 15), colour)
            painter.end()


class Button(QPushButton):
    """A button of the design. ``kind`` is secondary, primary, open, danger, quiet, tool or icon.

    The icon follows the theme. The focus ring shows only when the keyboard brought the focus.
    """

    def __init__(
        self, text: str, kind: str = "secondary", icon_name: str = "", *, size: str = "", hint: str = ""
    ) -> None:
        super().__init__(text)
        self.setProperty("kind", kind)
        if size:
            self.setProperty(size, True)
        self._trailing = False
        self.setAutoDefault(False)
        self._colour = _ICON_COLOURS.get(kind, "primary")
        self._icon_name = icon_name
        self._worn: Theme | None = None
        self._dress()
        if hint:
            self.setToolTip(hint)
            self.setAccessibleDescription(hint)

    def show_icon(self, name: str) -> None:
        """Show another icon."""
        self._icon_name = name
        self._dress()

    def _dress(self) -> None:
        if self._icon_name:
            self._worn = theme()
            gap = 0 if not self.text() else -ICON_GAP if self._trailing else ICON_GAP
            self.setIcon(icon(self._icon_name, 18, self._colour, gap))
            self.setIconSize(QSize(18 + abs(gap), 18))

    def setText(self, text: str) -> None:
        """Show another text; the icon keeps its distance."""
        if text != self.text():
            super().setText(text)
            self._dress()

    def trail(self) -> None:
        """Put the icon behind the words."""
        self._trailing = True
        self.setLayoutDirection(QtCore.Qt.LayoutDirection.RightToLeft)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        """Dress the icon again when the theme changes; Qt also says so whenever a part of the page gets its place."""
        super().changeEvent(event)
        if self._icon_name and theme() is not self._worn:
            self._dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter, as on the space bar."""
        if event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus ring after keyboard use."""
        super().focusInEvent(event)
        if by_keyboard(event):
            restyle(self, "keyboard", True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the focus ring."""
        super().focusOutEvent(event)
        restyle(self, "keyboard", False)


def icon_button(icon_name: str, name: str) -> Button:
    """Return a button that is only an icon, inside a labelled row: its name is its tooltip and is read aloud."""
    made = Button("", "icon", icon_name)
    made.setAccessibleName(name)
    made.setToolTip(name)
    return made


class Scroll(QScrollArea):
    """A vertical scroll area whose body takes the full width."""

    def __init__(self, body: QWidget, name: str = "scroll", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._body = body
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(body)

    def take(self, body: QWidget) -> None:
        """Scroll something else; what stood here goes."""
        self._body = body
        self.setWidget(body)

    def sizeHint(self) -> QSize:
        """Return the size of what is scrolled: where there is room, nothing needs to be."""
        return self._body.sizeHint()
