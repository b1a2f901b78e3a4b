"""How a row of a table is drawn: two lines for its name, a chip where something is still open, a bar when it is selected."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from radplan_desktop.ui.look.focus_ring import paint_row_focus
from radplan_desktop.ui.look.theme import tabular, theme
from radplan_desktop.ui.register.model import RegisterModel, Role

TWO_LINES = 45
PAD = 10
_CENTRE = Qt.AlignmentFlag.AlignVCenter


class RowDelegate(QStyledItemDelegate):
    """Draws the cells of a ``RegisterModel``."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of two lines."""
        del option, index
        return QSize(80, theme().px(TWO_LINES))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell."""
        model = index.model()
        if not isinstance(model, RegisterModel):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(place, theme().colour("sel" if selected else "surface"))
        painter.fillRect(QRect(place.left(), place.bottom(), place.width(), 1), theme().colour("line"))
        if selected and index.column() == 0:
            painter.fillRect(QRect(place.left(), place.top(), 4, place.height()), theme().colour("primary"))
        self._paint_text(painter, place.adjusted(PAD, 0, -PAD, 0), index, model)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_row_focus(painter, place)
        painter.restore()

    def _paint_text(
        self, painter: QPainter, room: QRect, index: QModelIndex | QPersistentModelIndex, model: RegisterModel
    ) -> None:
        text, missing = index.data(), index.data(Role.MISSING)
        right = model.right_aligned(index.column())
        second = index.data(Role.SECOND_LINE)
        if missing and second is None:
            _paint_chip(painter, room, missing, right=right)
            return
        strong = index.column() == 0 or second is not None
        font = theme().font(14 if index.column() == 0 and model.numbered else 15)
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        painter.setPen(theme().colour("ink"))
        if second:
            half = QRect(room.left(), room.top() + 4, room.width(), (room.height() - 8) // 2)
            _draw(painter, half, str(text), font)
            painter.setPen(theme().colour("ink2"))
            _draw(painter, half.translated(0, half.height()), str(second), theme().font(14))
        else:
            _draw(painter, room, str(text or ""), tabular(font), right=right)


def _draw(painter: QPainter, room: QRect, text: str, font: QFont, *, right: bool = False) -> None:
    painter.setFont(font)
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(room, int((side | _CENTRE).value), shown)


def _paint_chip(painter: QPainter, room: QRect, text: str, *, right: bool) -> None:
    font = theme().font(13, QFont.Weight.DemiBold)
    wide = min(QFontMetrics(font).horizontalAdvance(text) + 20, room.width())
    high = theme().px(24)
    left = room.right() - wide if right else room.left()
    chip = QRectF(left + 0.5, room.center().y() - high / 2 + 0.5, wide - 1, high - 1)
    painter.setPen(QPen(theme().colour("warnLine"), 1))
    painter.setBrush(theme().colour("warnTint"))
    painter.drawRoundedRect(chip, high / 2, high / 2)
    painter.setPen(theme().colour("warn"))
    painter.setFont(font)
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)
