"""Text: one line, or more lines in a field that grows with what is written."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QSizePolicy, QTextEdit

from radplan_desktop.guideline.model import Field, Guideline
from radplan_desktop.plan.content import ContentError, parse
from radplan_desktop.plan.values import Content
from radplan_desktop.ui.editors.base import Editor, redo_line, undo_line
from radplan_desktop.ui.editors.lists import HiddenDashes, next_line, paint_dots

MIN_LINES = 2
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
FRAME = 12


class LineEditor(Editor):
    """One line of text. Base of every editor in which something is typed on one line."""

    def __init__(self, field: Field, guideline: Guideline, line: QLineEdit | None = None) -> None:
        super().__init__(field, guideline)
        self.line = line or QLineEdit()
        self.line.setPlaceholderText(field.placeholder)
        self.line.textEdited.connect(self._edited)
        self._adopt(self.line)
        self._lines.addWidget(self.line)

    def _edited(self) -> None:
        self.changed.emit()

    def value(self) -> Content:
        """Return the content of the typed text. Raises ContentError when it does not fit the field."""
        text = self.line.text().strip()
        return parse(self.field, text, self.guideline) if text else None

    def set_value(self, content: Content, text: str = "") -> None:
        """Show content as a person types it."""
        del text
        self.line.setText("" if content is None else self.written(content))
        self.line.setCursorPosition(0)

    def written(self, content: Content) -> str:
        """Return content as a person types it."""
        return str(content)

    def typed(self) -> str:
        """Return what stands on the line."""
        return self.line.text()

    def put_typed(self, text: str) -> None:
        """Put back what was typed and is no answer, and say what is wrong with it."""
        blocked = self.line.blockSignals(True)
        self.line.selectAll()
        self.line.insert(text)
        self.line.blockSignals(blocked)
        try:
            self.value()
        except ContentError as error:
            self.set_error(str(error))

    def _left(self) -> None:
        super()._left()
        if not self.drafts:
            self._show_as_read()

    def _show_as_read(self) -> None:
        """Show a date or number as it was understood, so that a slip of the pen is seen."""
        try:
            content = self.value()
        except ContentError:
            return
        written = "" if content is None else self.written(content)
        if written != self.line.text():
            self.line.setText(written)

    def undo(self) -> bool:
        """Undo one typed step."""
        return undo_line(self.line)

    def redo(self) -> bool:
        """Do one typed step again."""
        return redo_line(self.line)


class GrowingText(QTextEdit):
    """Plain text of any length without a scroll bar of its own: the field is as high as the text."""

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(3)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._dashes = HiddenDashes(self.document())
        self._fit()

    def _fit(self) -> None:
        least = self.fontMetrics().lineSpacing() * MIN_LINES + 6
        height = max(round(self.document().size().height()), least) + FRAME
        if height != self.height():
            self.setFixedHeight(height)

    def sizeHint(self) -> QSize:
        """Return the height of the text."""
        return QSize(super().sizeHint().width(), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew, and take the height they need."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, and the dots of its lists."""
        super().paintEvent(event)
        paint_dots(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter go on with a list."""
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() in ENTER and plain and next_line(self):
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class LongTextEditor(Editor):
    """Text of several lines."""

    def __init__(self, field: Field, guideline: Guideline) -> None:
        super().__init__(field, guideline)
        self.text = GrowingText()
        self.text.setPlaceholderText(field.placeholder)
        self._showing = False
        self._stood = ""
        self.text.textChanged.connect(self._edited)
        self._adopt(self.text)
        self._lines.addWidget(self.text)

    def _edited(self) -> None:
        """Tell what was typed; Qt also says so when only the look of a line changed."""
        stands = self.text.toPlainText()
        if stands != self._stood:
            self._stood = stands
            if not self._showing:
                self.changed.emit()

    def value(self) -> Content:
        """Return the text; None when there is none."""
        return self.text.toPlainText().strip() or None

    def set_value(self, content: Content, text: str = "") -> None:
        """Show a text; the steps of what was typed before are forgotten."""
        del text
        self._showing = True
        self.text.setPlainText(content or "")
        self._showing = False

    def undo(self) -> bool:
        """Undo one typed step."""
        if not self.text.document().isUndoAvailable():
            return False
        self.text.undo()
        return True

    def redo(self) -> bool:
        """Do one typed step again."""
        if not self.text.document().isRedoAvailable():
            return False
        self.text.redo()
        return True

    def _left(self) -> None:
        self.text.document().clearUndoRedoStacks()
        super()._left()
