"""One card on a track, as a line that can be pressed."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from radplan_desktop.plan.tracks import Standing, TrackCard
from radplan_desktop.ui.look.focus_ring import paint_focus
from radplan_desktop.ui.look.icons import paint_icon
from radplan_desktop.ui.look.theme import theme
from radplan_desktop.ui.look.walking import LineButton

HEIGHT, SECOND = 36, 20
LEFT, CHEVRON = 32, 24
ROOM = 8
"""What is left beside a text, so that rounding never cuts it off."""
SAID = {
    Standing.EMPTY: ("Nog open", "circle-dashed", "warn"),
    Standing.STARTED: ("Deels ingevuld", "circle-dashed", "warn"),
    Standing.DONE: ("Ingevuld", "circle-check", "ok"),
    Standing.ALTERNATIVE: ("N.v.t. of later", "minus", "ink2"),
}
AS_CONDITION = {
    Standing.EMPTY: ("Nog niet voldaan", "circle-dashed", "warn"),
    Standing.STARTED: ("Deels voldaan", "circle-dashed", "warn"),
    Standing.DONE: ("Voldaan", "circle-check", "ok"),
    Standing.ALTERNATIVE: ("Alternatief", "arrow-right", "ink2"),
}


class TrackLine(LineButton):
    """Label at the left, where it stands at the right, the reason of an alternative under it."""

    def __init__(self, card: TrackCard, *, condition: bool) -> None:
        super().__init__()
        self.card = card
        self.said, self._icon, self._tone = (AS_CONDITION if condition else SAID)[card.standing]
        self.setText(card.label)
        self.setAccessibleName(f"{card.label}: {self.said.lower()}")
        self.setAccessibleDescription(card.why)
        self.setToolTip(card.why)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return one line, or two when there is a reason."""
        return QSize(300, theme().px(HEIGHT) + (theme().px(SECOND) if self.card.why else 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line under its hairline."""
        del event
        painter = QPainter(self)
        high = float(theme().px(HEIGHT))
        painter.fillRect(0, 0, self.width(), 1, theme().colour("line"))
        paint_icon(painter, self._icon, QRectF(3, high / 2 - 9, 18, 18), theme().colour(self._tone))
        paint_icon(painter, "chevron-right", QRectF(self.width() - 20, high / 2 - 9, 18, 18), theme().colour("ink3"))
        small = theme().font(14, QFont.Weight.DemiBold)
        wide = QFontMetrics(small).horizontalAdvance(self.said) + ROOM
        end = self.width() - CHEVRON - 6
        self._write(painter, small, self._tone, QRectF(end - wide, 0, wide, high), self.said)
        font = theme().font(weight=QFont.Weight.DemiBold if self.hasFocus() else QFont.Weight.Normal)
        tone = "focus" if self.hasFocus() else "ink"
        self._write(painter, font, tone, QRectF(LEFT, 0, end - wide - LEFT - 12, high), self.text())
        if self.card.why:
            under = QRectF(LEFT, high - 8, end - LEFT, theme().px(SECOND) + 2)
            self._write(painter, theme().font(14), "ink2", under, self.card.why)
        if self.hasFocus():
            paint_focus(painter, self.rect().toRectF().adjusted(0, 2, 0, -1))
        painter.end()

    @staticmethod
    def _write(painter: QPainter, font: QFont, tone: str, room: QRectF, text: str) -> None:
        painter.setFont(font)
        painter.setPen(theme().colour(tone))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, round(room.width()))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter.value), shown)
