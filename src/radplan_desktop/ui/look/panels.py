"""Cards and banners: frames whose coloured bar is painted, because the stylesheet would notch it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QLabel

from radplan_desktop.ui.announce import announce
from radplan_desktop.ui.look.icons import IconLabel
from radplan_desktop.ui.look.plain import Button, icon_button, restyle, row
from radplan_desktop.ui.look.theme import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QTextLayout
    from PySide6.QtWidgets import QWidget

_EDGES = {"warn": "warnMark", "danger": "danger", "info": "primary"}
_TEXTS = {"warn": "warn", "danger": "danger", "info": "primary"}
CARD_MARGINS = (20, 12, 18, 12)


def paint_bar(widget: QWidget, width: int, radius: float, token: str) -> None:
    """Paint the bar at the left edge of a rounded frame."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shape = QtGui.QPainterPath()
    shape.addRoundedRect(QRectF(widget.rect()), radius, radius)
    painter.setClipPath(shape)
    painter.fillRect(0, 0, width, widget.height(), theme().colour(token))
    painter.end()


class Card(QFrame):
    """A white card; the active one has a petrol edge and a bar."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")

    @property
    def active(self) -> bool:
        """Whether the focus is in this card."""
        return bool(self.property("active") == "true")

    def set_active(self, active: bool) -> None:  # noqa: FBT001 - a setter
        """Mark the card as the one with the focus."""
        restyle(self, "active", "true" if active else "false")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame, and the bar of an active card."""
        super().paintEvent(event)
        if self.active:
            paint_bar(self, 5, 8, "primary")


class Clause(QLabel):
    """A bold clause and the sentence after it, in one paragraph. Its text is both, as plain text."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self._bold = 0

    def say(self, bold: str, rest: str) -> None:
        """Show these words."""
        self._bold = len(bold)
        self.setText(f"{bold} {rest}".strip())

    def _lines(self, width: int) -> QTextLayout:
        layout = QtGui.QTextLayout(self.text(), self.font())
        weight = QtGui.QTextCharFormat()
        weight.setFontWeight(QtGui.QFont.Weight.DemiBold)
        span = QtGui.QTextLayout.FormatRange()
        span.start, span.length, span.format = 0, self._bold, weight
        layout.setFormats([span])
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        return layout

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at this width."""
        return round(self._lines(max(width, 1)).boundingRect().height() + 0.5)

    def sizeHint(self) -> QSize:
        """Return the size of one line, or of what fits a page."""
        wide = min(self.fontMetrics().horizontalAdvance(self.text()) * 11 // 10, 600)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Return the least: a few words on a line."""
        return QSize(min(self.sizeHint().width(), 160), self.fontMetrics().lineSpacing())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the paragraph, in the middle of the height it was given."""
        del event
        painter = QPainter(self)
        painter.setPen(theme().colour("ink"))
        lines = self._lines(self.width())
        lines.draw(painter, QPointF(0, max(0.0, (self.height() - lines.boundingRect().height()) / 2)))
        painter.end()


class Banner(QFrame):
    """One bold clause and one sentence above the page, with at most one button. ``tone`` is warn, danger or info."""

    pressed = Signal()
    closed = Signal()

    def __init__(self, tone: str, icon_name: str, *, closable: bool = False) -> None:
        super().__init__()
        self.setProperty("role", tone)
        self._tone = tone
        self._said = Clause()
        self._button = Button("", size="small")
        self._button.clicked.connect(self.pressed)
        lines = row(self, (16, 9, 12, 9), 12)
        middle = QtCore.Qt.AlignmentFlag.AlignVCenter
        lines.addWidget(IconLabel(icon_name, 20, _TEXTS[tone]).at_top())
        lines.addWidget(self._said, 1)
        lines.addWidget(self._button, 0, middle)
        close = icon_button("x", "Melding sluiten")
        close.clicked.connect(self.closed)
        close.clicked.connect(self.hide)
        lines.addWidget(close, 0, middle)
        close.setVisible(closable)

    def say(self, bold: str, rest: str = "", button: str = "") -> None:
        """Show these words; the button shows only when it has a text."""
        self._said.say(bold, rest)
        self._button.setText(button)
        self._button.setVisible(bool(button))
        spoken = f"{bold} {rest}".strip()
        news = spoken != self.accessibleName() or self.isHidden()
        self.setAccessibleName(spoken)
        self.show()
        if news:
            announce(self, spoken, at_once=self._tone == "danger")

    def say_sentences(self, text: str) -> None:
        """Show one or more sentences, the first of them bold."""
        bold, stop, rest = text.partition(". ")
        self.say(bold + stop.rstrip(), rest)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame and its edge."""
        super().paintEvent(event)
        paint_bar(self, 4, 6, _EDGES[self._tone])
