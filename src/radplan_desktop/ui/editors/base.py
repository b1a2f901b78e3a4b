"""What every editor promises: value, error, name and focus, and when it tells that something was typed or finished."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from radplan_desktop.guideline.model import Field, Guideline
from radplan_desktop.plan.content import ContentError
from radplan_desktop.plan.values import Content
from radplan_desktop.ui.announce import announce
from radplan_desktop.ui.look.plain import column, restyle, words

HALF_TYPED = object()
"""Stands for what is typed and is no answer, such as half a date."""


class Targets(Protocol):
    """The rows a link can point at, and how a new one is made on the spot."""

    @property
    def row_name(self) -> str:
        """How one row is called ("partij")."""

    def options(self) -> Sequence[tuple[str, str]]:
        """Return (row id, title) of every row, in order."""

    def create(self, title: str) -> str:
        """Add a row with this title and return its id."""


class Editor(QWidget):
    """The input of one field.

    ``changed``: something is being typed; ``value`` may be half an answer. ``finished``: a pick was made or the editor was
    left. ``value`` returns the content (None when empty) and raises ContentError while the text is no answer.
    """

    changed = Signal()
    finished = Signal()
    drafts = True
    """Whether half an answer is an answer while it is typed: words are, a number or date is not."""

    def __init__(self, field: Field, guideline: Guideline) -> None:
        super().__init__()
        self.field, self.guideline = field, guideline
        self.error = ""
        self._description = ""
        self._note: QLabel | None = None
        self._parts: list[QWidget] = []
        self._lines = column(self, gap=3)

    def value(self) -> Content:
        """Return the content that stands in the editor. Raises ContentError when it is no answer."""
        raise NotImplementedError

    def standing(self) -> Content:
        """Return the content that stands in the editor; HALF_TYPED when what is typed is no answer."""
        try:
            return self.value()
        except ContentError:
            return HALF_TYPED

    def set_value(self, content: Content, text: str = "") -> None:
        """Show this content; ``text`` is how it reads, for editors that only show."""
        raise NotImplementedError

    def typed(self) -> str:
        """Return what stands there as it was typed, answer or not; "" where nothing is typed."""
        return ""

    def put_typed(self, text: str) -> None:
        """Put back what was typed and is no answer, as typing it does: it can be undone. Says what is wrong with it."""
        del text

    def set_error(self, sentence: str) -> None:
        """Show what is wrong and what to do; an empty sentence takes the error away."""
        if sentence == self.error:
            return
        self.error = sentence
        if self._note is None and sentence:
            self._note = words(role="error", wrap=True)
            self._lines.addWidget(self._note)
        if self._note is not None:
            self._note.setText(sentence)
            self._note.setVisible(bool(sentence))
        for part in self._parts:
            restyle(part, "wrong", "true" if sentence else "false")
        self._say_description()
        announce(self, sentence, at_once=True)

    def describe(self, name: str, description: str = "") -> None:
        """Give a screen reader the question and its hint."""
        self.setAccessibleName(name)
        self._description = description
        for part in self._parts:
            part.setAccessibleName(self.part_name(part, name))
        self._say_description()

    def part_name(self, part: QWidget, name: str) -> str:
        """Return the spoken name of one part; an editor of several parts says more than the question."""
        del part
        return name

    def _say_description(self) -> None:
        spoken = f"{self.error} {self._description}".strip()
        for part in self._parts:
            part.setAccessibleDescription(spoken)

    def focus(self) -> None:
        """Put the keyboard focus in the first part."""
        target = self.first_part()
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def first_part(self) -> QWidget | None:
        """Return the part that takes the focus first."""
        return self._parts[0] if self._parts else None

    def undo(self) -> bool:
        """Undo one step of what is being typed; False when there is none left."""
        return False

    def redo(self) -> bool:
        """Do one typed step again; False when there is none."""
        return False

    def choices_changed(self) -> None:
        """Read the targets of a link anew; other editors have nothing to read."""

    def _adopt(self, part: QWidget) -> None:
        """Take a part in: its leaving finishes the answer, and undo reaches the window instead of the part."""
        self._parts.append(part)
        part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that a part is left, and let Ctrl+Z and Ctrl+Y through to the window's commands."""
        if event.type() == QEvent.Type.FocusOut:
            self._left()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _undoes(event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _left(self) -> None:
        self.finished.emit()


def _undoes(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


def undo_line(line: QLineEdit) -> bool:
    """Undo one typed step of a line; False when there is none."""
    if not line.isUndoAvailable():
        return False
    line.undo()
    return True


def redo_line(line: QLineEdit) -> bool:
    """Do one typed step of a line again; False when there is none."""
    if not line.isRedoAvailable():
        return False
    line.redo()
    return True
