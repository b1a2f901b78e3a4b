"""Check boxes and radio buttons in the design's look, with a label that wraps and an optional second line."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy

from radplan_desktop.ui.look.theme import theme

SIDE = 18
GAP = 9
_WRAP = int(Qt.TextFlag.TextWordWrap.value)


@lru_cache(maxsize=1024)
def _text_height(text: str, hint: str, width: int, percent: int) -> int:
    """Return the height of a label; measured once per text, width and text size, for layouts ask again and again."""
    del percent
    room = QRect(0, 0, max(width - SIDE - GAP, 40), 10_000)
    height = QFontMetrics(theme().font()).boundingRect(room, _WRAP, text).height()
    if hint:
        height += QFontMetrics(theme().font(14)).boundingRect(room, _WRAP, hint).height()
    return height + 9


def _size(button: QAbstractButton, hint: str) -> QSize:
    width = QFontMetrics(theme().font(weight=QFont.Weight.DemiBold)).horizontalAdvance(button.text())
    return QSize(SIDE + GAP + width + 4, max(30, _text_height(button.text(), hint, 10_000, theme().percent)))


def _paint(button: QAbstractButton, hint: str, *, round_mark: bool) -> None:
    painter = QPainter(button)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    line = QFontMetrics(theme().font()).height()
    top = 3 if hint or button.height() > line * 2 else (button.height() - line) // 2
    place = QRectF(1, top + (line - SIDE) / 2, SIDE, SIDE)
    _paint_mark(painter, place, button, round_mark=round_mark)
    room = QRect(SIDE + GAP, top, button.width() - SIDE - GAP, button.height())
    painter.setFont(
        theme().font(weight=QFont.Weight.DemiBold if round_mark and button.isChecked() else QFont.Weight.Normal)
    )
    painter.setPen(theme().colour("ink" if button.isEnabled() else "ink2"))
    used = painter.drawText(room, _WRAP, button.text())
    if hint:
        painter.setFont(theme().font(14))
        painter.setPen(theme().colour("ink2"))
        painter.drawText(room.translated(QPoint(0, used.height())), _WRAP, hint)
    painter.end()


def _paint_mark(painter: QPainter, place: QRectF, button: QAbstractButton, *, round_mark: bool) -> None:
    focus, on = button.hasFocus(), button.isChecked()
    edge = "focus" if focus else "primary" if on else "lineStrong"
    painter.setPen(QPen(theme().colour(edge if button.isEnabled() else "line"), 2 if focus else 1.5))
    painter.setBrush(theme().colour("primary" if on and not round_mark else "surface"))
    inner = place.adjusted(1, 1, -1, -1)
    if round_mark:
        painter.drawEllipse(inner)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("primary"))
            painter.drawEllipse(place.adjusted(5, 5, -5, -5))
        return
    painter.drawRoundedRect(inner, 3, 3)
    if on:
        painter.setPen(QPen(theme().colour("onPrimary"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPolyline([place.topLeft() + QPointF(x, y) for x, y in ((4.8, 9.4), (7.9, 12.4), (13.2, 6.2))])


class Check(QCheckBox):
    """A check box."""

    def __init__(self, text: str, hint: str = "") -> None:
        super().__init__(text)
        self.hint = hint
        self.setAccessibleDescription(hint)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Return the size on one line."""
        return _size(self, self.hint)

    def minimumSizeHint(self) -> QSize:
        """Return a width at which the label still wraps decently."""
        return QSize(120, 30)

    def hasHeightForWidth(self) -> bool:
        """Whether a narrower one is higher: yes, the label wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at this width."""
        return max(30, _text_height(self.text(), self.hint, width, theme().percent))

    def hitButton(self, pos: QPoint) -> bool:
        """Whether a click here counts: anywhere on the label too."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box and the label."""
        del event
        _paint(self, self.hint, round_mark=False)


class Radio(QRadioButton):
    """A radio button."""

    def __init__(self, text: str, hint: str = "") -> None:
        super().__init__(text)
        self.hint = hint
        self.setAccessibleDescription(hint)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Return the size on one line."""
        return _size(self, self.hint)

    def minimumSizeHint(self) -> QSize:
        """Return a width at which the label still wraps decently."""
        return QSize(80, 30)

    def hasHeightForWidth(self) -> bool:
        """Whether a narrower one is higher: yes, the label wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at this width."""
        return max(30, _text_height(self.text(), self.hint, width, theme().percent))

    def hitButton(self, pos: QPoint) -> bool:
        """Whether a click here counts: anywhere on the label too."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the circle and the label."""
        del event
        _paint(self, self.hint, round_mark=True)
