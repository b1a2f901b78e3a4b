"""One line of text in which the words that were looked for stand out: bolder, underlined and tinted, so never by colour alone."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from radplan_desktop.plan.search import marks
from radplan_desktop.ui.look.theme import theme


def paint_line(
    painter: QPainter,
    room: QRectF,
    text: str,
    font: QFont,
    colour: str,
    words: Iterable[str] = (),
    *,
    right: bool = False,
) -> None:
    """Draw text on one line, cut where the room ends, with these words (as of ``words_of``) marked. ``colour`` is a token."""
    shown = QFontMetricsF(font).elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, room.width())
    spans = marks(shown, words)
    painter.setPen(theme().colour(colour))
    painter.setFont(font)
    if not spans:
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, int((side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine).value), shown)
        return
    layout = QTextLayout(shown, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.setFormats([_marked(start, end) for start, end in spans])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(room.width() * 2)
    layout.endLayout()
    painter.save()
    painter.setClipRect(room)
    layout.draw(painter, QPointF(room.left(), room.center().y() - line.height() / 2))
    painter.restore()


def _marked(start: int, end: int) -> QTextLayout.FormatRange:
    look = QTextCharFormat()
    look.setFontWeight(QFont.Weight.DemiBold)
    look.setFontUnderline(True)
    look.setForeground(theme().colour("primary"))
    look.setBackground(theme().colour("primaryTint"))
    span = QTextLayout.FormatRange()
    span.start, span.length, span.format = start, end - start, look
    return span
