"""Lines that begin with "- " are a list: a dot is drawn for the dash, as on paper, and Enter begins the next line of it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextEdit

from radplan_desktop.ui.look.theme import theme

MARK = "- "
RADIUS, ROOM = 2.4, 3.0


class HiddenDashes(QSyntaxHighlighter):
    """Hides the dash of every line of a list; the text keeps it."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._hidden = QTextCharFormat()
        self._hidden.setForeground(QColor(0, 0, 0, 0))
        self._hidden.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        self._hidden.setFontLetterSpacing(ROOM)

    def highlightBlock(self, text: str) -> None:
        """Hide the dash of one line."""
        if text.startswith(MARK):
            self.setFormat(0, len(MARK), self._hidden)


def paint_dots(edit: QTextEdit) -> None:
    """Draw the dots of the lists."""
    painter = QPainter(edit.viewport())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colour("ink" if edit.isEnabled() else "ink3"))
    metrics = QFontMetricsF(edit.font())
    block = edit.document().begin()
    while block.isValid():
        if block.text().startswith(MARK):
            place = edit.cursorRect(QTextCursor(block))
            middle = place.top() + metrics.ascent() - metrics.xHeight() / 2
            painter.drawEllipse(QPointF(place.left() + metrics.horizontalAdvance(MARK) / 2, middle), RADIUS, RADIUS)
        block = block.next()
    painter.end()


def next_line(edit: QTextEdit) -> bool:
    """Begin the next line of the list where the cursor is; on a line without words, end the list. False outside a list."""
    cursor = edit.textCursor()
    block: QTextBlock = cursor.block()
    if not block.text().startswith(MARK) or cursor.hasSelection() or cursor.positionInBlock() < len(MARK):
        return False
    cursor.beginEditBlock()
    if block.text().strip() == MARK.strip():
        cursor.select(QTextCursor.SelectionType.LineUnderCursor)
        cursor.removeSelectedText()
    else:
        cursor.insertBlock()
        cursor.insertText(MARK)
    cursor.endEditBlock()
    edit.setTextCursor(cursor)
    return True
