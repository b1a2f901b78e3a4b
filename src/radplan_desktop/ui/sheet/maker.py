"""A row in the making: one editor for each of a few columns; Enter adds the row, and the next one can be typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QTextEdit, QWidget

from radplan_desktop.guideline.model import Kind, Register
from radplan_desktop.plan.content import ContentError
from radplan_desktop.plan.values import Answer, Content, Value
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.editors.base import Editor
from radplan_desktop.ui.editors.combo import Combo
from radplan_desktop.ui.editors.kinds import make_editor
from radplan_desktop.ui.editors.links import NewRowLine

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
KEPT = frozenset({Kind.DATE, Kind.MONTH})
"""The kinds whose answer stays for the next line: who enters measurements, enters those of one day."""


class RowMaker(QFrame):
    """Base of the lines that add a row; a subclass places ``editors`` and calls ``watch`` when they stand."""

    entered = Signal(object)
    """The values of a complete line: column id -> Value."""

    def __init__(self, desk: Desk, register: Register, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.register, self.kept_as = register, register.id
        self.editors: dict[str, Editor] = {
            name: make_editor(register.columns[name], desk.guideline, desk.targets, compact=True) for name in names
        }
        for editor in self.editors.values():
            editor.describe(editor.field.label, editor.field.hint or f"Voor een nieuwe {register.row}.")

    def watch(self) -> None:
        """Let Enter add the row, wherever in the line it is pressed."""
        for editor in self.editors.values():
            for kind in (QLineEdit, QComboBox, QTextEdit):
                for part in editor.findChildren(kind):
                    part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Add the row on Enter; not on the Enter that chose from a list, named a new row, or breaks a line with Shift."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress or event.key() not in ENTER:
            return super().eventFilter(watched, event)
        chosen = isinstance(watched, Combo) and watched.just_closed
        if chosen or isinstance(watched, NewRowLine) or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return False
        self.enter()
        return True

    def refresh(self) -> None:
        """Offer the rows of now in the links."""
        for editor in self.editors.values():
            editor.choices_changed()

    def focus(self) -> None:
        """Put the focus in the first column."""
        next(iter(self.editors.values())).focus()

    def enter(self) -> None:
        """Add the row, if the line says what it is about and every answer fits; else say what to do, where."""
        values: dict[str, Value] = {}
        wrong: Editor | None = None
        for name, editor in self.editors.items():
            content, sentence = self._read(name, editor)
            editor.set_error(sentence)
            wrong = wrong or (editor if sentence else None)
            if content is not None:
                values[name] = Answer(content)
        if wrong is not None:
            wrong.focus()
            return
        self.entered.emit(values)
        for editor in self.editors.values():
            if not self.keeps(editor):
                editor.set_value(None)
        self.focus()

    def keeps(self, editor: Editor) -> bool:
        """Whether an answer stays for the next line."""
        return editor.field.kind in KEPT

    def _read(self, name: str, editor: Editor) -> tuple[Content, str]:
        try:
            content = editor.value()
        except ContentError as error:
            return None, str(error)
        if content is None and name == self.register.title:
            return None, f"Vul eerst in: {editor.field.label}."
        return content, ""
