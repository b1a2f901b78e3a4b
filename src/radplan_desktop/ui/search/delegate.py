"""How a place that was found is drawn: the number of its section, the question, and the answer with the words marked."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from radplan_desktop.plan.search import Hit
from radplan_desktop.ui.look.focus_ring import paint_row_focus
from radplan_desktop.ui.look.marked import paint_line
from radplan_desktop.ui.look.theme import theme
from radplan_desktop.ui.search.model import HitsModel, Role

HIGH = 50
LEFT = 18
Index = QModelIndex | QPersistentModelIndex
UNANSWERED = "nog zonder antwoord"


class HitDelegate(QStyledItemDelegate):
    """Draws the rows of a ``HitsModel``."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of two lines."""
        del option, index
        return QSize(200, theme().px(HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        model, hit = index.model(), index.data(Role.HIT)
        if not isinstance(model, HitsModel) or not isinstance(hit, Hit):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(place, theme().colour("sel" if selected else "surface"))
        painter.fillRect(QRect(place.left(), place.bottom(), place.width(), 1), theme().colour("line"))
        if selected:
            painter.fillRect(QRect(place.left(), place.top(), 4, place.height()), theme().colour("primary"))
        _paint_hit(painter, QRectF(place).adjusted(LEFT, 4, -LEFT, -5), hit, model)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_row_focus(painter, place)
        painter.restore()


def _paint_hit(painter: QPainter, room: QRectF, hit: Hit, model: HitsModel) -> None:
    section, small = model.sections[hit.section], theme().font(13)
    wide = min(QFontMetricsF(small).horizontalAdvance(section) + 4, room.width() / 3)
    half = QRectF(room.left(), room.top(), room.width(), room.height() / 2)
    paint_line(painter, half.adjusted(half.width() - wide, 0, 0, 0), section, small, "ink2", right=True)
    label = half.adjusted(0, 0, -wide - 12, 0)
    paint_line(painter, label, hit.label, theme().font(14, QFont.Weight.DemiBold), "ink", model.words)
    below = half.translated(0, half.height())
    if hit.text:
        paint_line(painter, below, hit.text, theme().font(15), "ink", model.words)
    else:
        paint_line(painter, below, UNANSWERED, theme().font(15), "ink3")
