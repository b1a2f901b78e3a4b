"""How a line of a ledger is drawn: a title, what there is to know about it below, and a chip at the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from radplan_desktop.ui.ledger.model import LedgerLine, LedgerModel, LedgerRole
from radplan_desktop.ui.look.focus_ring import paint_row_focus
from radplan_desktop.ui.look.icons import paint_icon
from radplan_desktop.ui.look.marked import paint_line
from radplan_desktop.ui.look.theme import tabular, theme

HIGH, SIDE, LEFT = 50, 15, 14
GROUNDS = {
    "ok": ("okTint", "okLine", "ok"),
    "warn": ("warnTint", "warnLine", "warn"),
    "primary": ("primaryTint", "primaryTint", "primary"),
    "other": ("otherTint", "otherLine", "other"),
}
NEUTRAL = ("surface", "line", "ink2")
_SEMI = QFont.Weight.DemiBold
Index = QModelIndex | QPersistentModelIndex


class LedgerDelegate(QStyledItemDelegate):
    """Draws the lines of a ``LedgerModel``."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height that all lines have."""
        del option, index
        return QSize(200, theme().px(HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        model, line = index.model(), index.data(LedgerRole.LINE)
        if not isinstance(model, LedgerModel) or not isinstance(line, LedgerLine):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place: QRect = option.rect
        if line.row:
            state = QStyle.StateFlag
            self._paint_line(painter, place, line, model.words, selected=bool(option.state & state.State_Selected))
            if option.state & state.State_HasFocus:
                paint_row_focus(painter, place)
        else:
            _paint_heading(painter, place, line)
        painter.restore()

    def _paint_line(
        self, painter: QPainter, place: QRect, line: LedgerLine, words: tuple[str, ...], *, selected: bool
    ) -> None:
        painter.fillRect(place, theme().colour("sel" if selected else "surface"))
        painter.fillRect(QRect(place.left(), place.bottom(), place.width(), 1), theme().colour("line"))
        if selected:
            painter.fillRect(QRect(place.left(), place.top(), 4, place.height()), theme().colour("primary"))
        room = QRectF(place).adjusted(LEFT, 4, -LEFT, -5)
        room.setRight(room.right() - _paint_chip(painter, room, line))
        half = QRectF(room.left(), room.top(), room.width(), room.height() / 2)
        if not line.meta:
            paint_line(painter, room, line.title, theme().font(15), "ink", words)
            return
        paint_line(painter, half, line.title, theme().font(15), "ink", words)
        paint_line(painter, half.translated(0, half.height()), line.meta, tabular(theme().font(13)), "ink2", words)


def _paint_heading(painter: QPainter, place: QRect, line: LedgerLine) -> None:
    painter.fillRect(place, theme().colour("surface2"))
    painter.fillRect(QRect(place.left(), place.bottom(), place.width(), 1), theme().colour("line"))
    room = QRectF(place).adjusted(LEFT, place.height() * 0.25, -LEFT, 0)
    font = theme().font(15, _SEMI)
    paint_line(painter, room, line.title, font, "ink")
    wide = QFontMetricsF(font).horizontalAdvance(line.title) + 10
    paint_line(painter, room.adjusted(wide, 0, 0, 0), line.meta, theme().font(14), "ink2")


def _paint_chip(painter: QPainter, room: QRectF, line: LedgerLine) -> float:
    """Draw the chip at the right, and return the width that it took."""
    if not line.chip:
        return 0
    font = theme().font(13, _SEMI)
    mark = SIDE + 4 if line.icon else 0
    wide, high = QFontMetricsF(font).horizontalAdvance(line.chip) + 20 + mark, theme().px(24)
    pill = QRectF(room.right() - wide, room.center().y() - high / 2, wide - 1, high - 1)
    ground, edge, ink = GROUNDS.get(line.tone, NEUTRAL)
    painter.setPen(QPen(theme().colour(edge), 1))
    painter.setBrush(theme().colour(ground))
    painter.drawRoundedRect(pill, high / 2 - 1, high / 2 - 1)
    if line.icon:
        side = QRectF(pill.left() + 8, pill.center().y() - SIDE / 2, SIDE, SIDE)
        paint_icon(painter, line.icon, side, theme().colour(ink))
    paint_line(painter, pill.adjusted(10 + mark, 0, 0, 0), line.chip, font, ink)
    return wide + 10
