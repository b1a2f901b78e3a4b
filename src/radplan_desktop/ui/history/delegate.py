"""How a row of the history is drawn: a day, a sitting, a change on two lines, and a version that stands out."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from radplan_desktop.acts.chronicle import is_version, local
from radplan_desktop.acts.history import HistoryLine
from radplan_desktop.ui.history.model import HistoryModel, Role
from radplan_desktop.ui.history.rows import DayRow, SittingRow, chip, heading, said
from radplan_desktop.ui.look.focus_ring import paint_row_focus
from radplan_desktop.ui.look.icons import paint_icon
from radplan_desktop.ui.look.marked import paint_line
from radplan_desktop.ui.look.theme import tabular, theme

HIGH = 46
LEFT, INDENT = 14, 64
LEAST = 40
"""Less room than this would show an ellipsis only."""
_SEMI = QFont.Weight.DemiBold
Index = QModelIndex | QPersistentModelIndex


class HistoryDelegate(QStyledItemDelegate):
    """Draws the rows of a ``HistoryModel``."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height that all rows have, so that fifty thousand need no measuring."""
        del option, index
        return QSize(200, theme().px(HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        model, row = index.model(), index.data(Role.ROW)
        if not isinstance(model, HistoryModel):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place: QRect = option.rect
        if isinstance(row, DayRow):
            _paint_day(painter, place, row)
        elif isinstance(row, SittingRow):
            _paint_sitting(painter, place, row)
        elif isinstance(row, HistoryLine):
            state = QStyle.StateFlag
            _paint_ground(painter, place, row, selected=bool(option.state & state.State_Selected))
            _paint_row(painter, QRectF(place), row, model.words)
            if option.state & state.State_HasFocus:
                paint_row_focus(painter, place)
        painter.restore()


def _paint_day(painter: QPainter, place: QRect, row: DayRow) -> None:
    painter.fillRect(place, theme().colour("surface"))
    room = QRectF(place).adjusted(LEFT, place.height() * 0.28, -LEFT, 0)
    paint_line(painter, room, row.text, theme().font(17, _SEMI), "ink")


def _paint_sitting(painter: QPainter, place: QRect, row: SittingRow) -> None:
    painter.fillRect(place, theme().colour("surface2"))
    _paint_rule(painter, place)
    side, middle = 18, place.center().y()
    paint_icon(painter, "user-round", QRectF(place.left() + 22, middle - side / 2, side, side), theme().colour("ink2"))
    about = " · ".join(part for part in (row.times, row.count) if part)
    small = tabular(theme().font(13))
    wide = QFontMetricsF(small).horizontalAdvance(about) + 4
    room = QRectF(place).adjusted(INDENT, 0, -LEFT, 0)
    paint_line(painter, room.adjusted(room.width() - wide, 0, 0, 0), about, small, "ink2", right=True)
    left = room.adjusted(0, 0, -wide - 12, 0)
    bold = theme().font(15, _SEMI)
    paint_line(painter, left, row.name, bold, "ink")
    rest = left.adjusted(QFontMetricsF(bold).horizontalAdvance(row.name) + 10, 0, 0, 0)
    if rest.width() > LEAST and row.about:
        paint_line(painter, rest, row.about, theme().font(14), "ink2")


def _paint_ground(painter: QPainter, place: QRect, line: HistoryLine, *, selected: bool) -> None:
    painter.fillRect(place, theme().colour("sel" if selected or is_version(line) else "surface"))
    _paint_rule(painter, place)
    if selected:
        painter.fillRect(QRect(place.left(), place.top(), 4, place.height()), theme().colour("primary"))


def _paint_rule(painter: QPainter, place: QRect) -> None:
    painter.fillRect(QRect(place.left(), place.bottom(), place.width(), 1), theme().colour("line"))


def _paint_row(painter: QPainter, place: QRectF, line: HistoryLine, words: tuple[str, ...]) -> None:
    room = place.adjusted(INDENT, 3, -LEFT, -4)
    if line.row:
        at = QRectF(place.left() + LEFT, room.top(), INDENT - LEFT, room.height() / 2)
        paint_line(painter, at, f"{local(line.at):%H:%M}", tabular(theme().font(13)), "ink2")
    else:
        icon = "flag" if is_version(line) else "arrow-right-left"
        place = QRectF(place.left() + 22, place.center().y() - 10, 20, 20)
        paint_icon(painter, icon, place, theme().colour("primary"))
    room.setRight(room.right() - _paint_chip(painter, room, chip(line)))
    half = QRectF(room.left(), room.top(), room.width(), room.height() / 2)
    below = said(line)
    if not below:
        paint_line(painter, room, heading(line), theme().font(15, _SEMI), "primary", words)
        return
    if line.row:
        _paint_question(painter, half, line, words)
    else:
        paint_line(painter, half, heading(line), theme().font(15, _SEMI), "primary", words)
    paint_line(painter, half.translated(0, half.height()), below, theme().font(15), "ink", words)


def _paint_question(painter: QPainter, room: QRectF, line: HistoryLine, words: tuple[str, ...]) -> None:
    """Draw the question first and whole, then the row that it is about as far as there is room."""
    strong, soft = theme().font(14, _SEMI), theme().font(14)
    first, then = (line.question, line.about) if line.question else (line.about, "")
    wide = min(QFontMetricsF(strong).horizontalAdvance(first) + 6, room.width())
    paint_line(painter, room.adjusted(0, 0, wide - room.width(), 0), first, strong, "ink", words)
    if then and room.width() - wide > LEAST:
        paint_line(painter, room.adjusted(wide + 6, 0, 0, 0), then, soft, "ink2", words)


def _paint_chip(painter: QPainter, room: QRectF, text: str) -> float:
    """Draw a word at the right, and return the width that it took."""
    if not text:
        return 0
    font = theme().font(13, _SEMI)
    wide, high = QFontMetricsF(font).horizontalAdvance(text) + 20, theme().px(24)
    pill = QRectF(room.right() - wide, room.center().y() - high / 2, wide - 1, high - 1)
    painter.setPen(QPen(theme().colour("line"), 1))
    painter.setBrush(theme().colour("surface"))
    painter.drawRoundedRect(pill, high / 2 - 1, high / 2 - 1)
    paint_line(painter, pill.adjusted(10, 0, 0, 0), text, font, "ink2")
    return wide + 10
