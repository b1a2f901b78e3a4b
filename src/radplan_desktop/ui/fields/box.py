"""One field of an open plan: its label, its editor bound to a cell, and its "n.v.t." or "later"."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from radplan_desktop.guideline.model import Field, Kind
from radplan_desktop.plan.content import ContentError
from radplan_desktop.plan.values import PLAN_ROW, Answer, Cell, Value, content_of
from radplan_desktop.ui.attachments.editor import AttachmentEditor
from radplan_desktop.ui.attachments.keeper import AttachmentKeeper
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.editors.kinds import make_editor
from radplan_desktop.ui.editors.text import LineEditor
from radplan_desktop.ui.explain import Explains, Explanation, explain
from radplan_desktop.ui.fields.menu import AnswerMenu
from radplan_desktop.ui.fields.notes import Notes
from radplan_desktop.ui.fields.special import Asking, SpecialAnswer, is_special, without
from radplan_desktop.ui.fields.typing import SHOWN_ONLY, Typing
from radplan_desktop.ui.look.plain import column, row, words
from radplan_desktop.ui.outline import Entry

PAUSE = 400
"""Milliseconds until a number or date is kept while it is typed: its beginning is a number or date too."""


def label_of(field: Field) -> QLabel:
    """Return the label above a field."""
    return words(field.label, "label", wrap=True)


def beside(label: QLabel, menu: AnswerMenu) -> QHBoxLayout:
    """Return the line of a label and the menu at its right."""
    line = row(gap=6)
    line.addWidget(label, 1, Qt.AlignmentFlag.AlignBottom)
    line.addWidget(menu, 0, Qt.AlignmentFlag.AlignBottom)
    return line


class FieldBox(QWidget, Explains):
    """Binds an editor to a cell of the open plan. Typing is drafted, leaving settles; what comes back is shown."""

    turned = Signal()
    """"N.v.t." or "later" came in the place of the editor, or went."""

    def __init__(self, desk: Desk, entry: Entry, field: Field, *, labelled: bool = True, compact: bool = False) -> None:
        super().__init__()
        self.field, self.row = field, PLAN_ROW
        self._desk, self._entry = desk, entry
        self._special: SpecialAnswer | None = None
        self.label: QLabel | None = None
        self.question = desk.answers.fill(field.question) or field.label
        self.menu = AnswerMenu(self.question)
        self.menu.setParent(self)
        self.menu.setVisible(field.kind not in SHOWN_ONLY)
        self.editor = make_editor(field, desk.guideline, desk.targets, compact=compact)
        self._typing = Typing(desk, self.editor)
        self.editor.describe(self.question, field.hint or explain(desk.guideline, entry, field).about)
        self._lines = column(self, gap=3)
        if labelled:
            self.label = label_of(field)
            self._lines.addLayout(beside(self.label, self.menu))
            if field.hint and not compact:
                self._lines.addWidget(words(field.hint, "hint", wrap=True))
        self._lines.addWidget(self.editor)
        self.menu.raise_()  # a screen reader comes to it last, as the keyboard does
        self.editor.changed.connect(self._typed)
        self.editor.finished.connect(self._finished)
        self.menu.asked.connect(self._ask)
        self.menu.emptied.connect(self._empty)
        self._notes = Notes(desk, field, self.question, self._lines)
        desk.reckoned.connect(self._show_notes)
        if isinstance(self.editor, AttachmentEditor):
            AttachmentKeeper(desk, self.editor, lambda: self.cell)

    @property
    def cell(self) -> Cell:
        """The cell that is shown."""
        return Cell(self.row, self.field.id)

    @property
    def special(self) -> SpecialAnswer:
        """Where "n.v.t." and "later" are said; made when first needed."""
        if self._special is None:
            self._special = SpecialAnswer(self.question, self._desk.session, lambda: self.cell)
            self._special.hide()
            self._special.chosen.connect(self._say)
            self._special.withdrawn.connect(self._withdraw)
            self._lines.addWidget(self._special)
        return self._special

    def explanation(self) -> Explanation | None:
        """Return what the explanation says of this field."""
        return explain(self._desk.guideline, self._entry, self.field)

    def bind(self, row_id: str) -> None:
        """Show the answer of this row; what was being typed in another one has been settled."""
        self.row = row_id
        self._typing.bind(row_id)
        if self._special is not None:
            self._special.ask(Asking.NOTHING)
        self.editor.set_error("")
        self._typing.show(self._desk.answers.content(row_id, self.field.id), always=True)
        self.refresh()

    def refresh(self, cells: frozenset[Cell] | None = None) -> None:
        """Show what changed; None means anything may have."""
        answers = self._desk.answers
        shown = answers.visible(self.row, self.field.id)
        self.setVisible(shown)
        if not shown:
            return
        value = answers.value(self.row, self.field.id)
        self._show_special(value)
        self._lock(locked=self._desk.session.read_only)
        self._show_notes()
        if cells is None or self.cell in cells or self.field.kind is Kind.DERIVED:
            self._typing.show(content_of(value))
        elif self.field.target and self._desk.steers(cells):
            self.editor.choices_changed()

    def _lock(self, *, locked: bool) -> None:
        """Let nothing be changed; an attachment can still be looked at."""
        if isinstance(self.editor, AttachmentEditor):
            self.menu.setEnabled(not locked)
            self.editor.lock(locked=locked)
        else:
            self.setEnabled(not locked)

    def _show_notes(self) -> None:
        self._notes.show(self.cell)

    @property
    def says_otherwise(self) -> bool:
        """Whether "n.v.t." or "later" stands in the place of the editor."""
        return self._special is not None and not self._special.isHidden()

    def is_open(self) -> bool:
        """Whether there is no answer yet."""
        return not self.isHidden() and self._desk.answers.value(self.row, self.field.id) is None

    def is_being_typed(self) -> bool:
        """Whether what stands in the editor differs from the last answer: then undo goes through the typing first."""
        return self._typing.is_under_way()

    def undo(self) -> bool:
        """Undo one step of what is being typed; False when nothing of it is left."""
        return self.is_being_typed() and self.editor.undo()

    def redo(self) -> bool:
        """Do one typed step again; False when nothing is being typed."""
        return self.is_being_typed() and self.editor.redo()

    def focus(self) -> None:
        """Put the focus in the editor, or in what stands in its place."""
        if self.editor.isHidden():
            self.special.focus()
        else:
            self.editor.focus()

    def _show_special(self, value: Value) -> None:
        if self._special is None and not is_special(value) and self._desk.session.instead(self.cell) is None:
            return
        self.editor.setVisible(not self.special.show_value(value))
        self.turned.emit()

    def _typed(self) -> None:
        """Keep words at every key, and a number or date when it stands there for a moment."""
        if self.editor.drafts:
            self._draft()
        elif isinstance(self.editor, LineEditor):
            QTimer.singleShot(PAUSE, self, self._draft)

    def _draft(self) -> None:
        if not self.says_otherwise:
            self._typing.keep()

    def _finished(self) -> None:
        if self._desk.session.read_only or self.field.kind in SHOWN_ONLY or not self._typing.has_place:
            return
        try:
            content = self.editor.value()
        except ContentError as error:
            self.editor.set_error(str(error))
            self._typing.keep()
            return
        self.editor.set_error("")
        if content == self._desk.answers.content(self.row, self.field.id):
            self._typing.settle()
        else:
            self._answer(None if content is None else Answer(content))

    def _answer(self, value: Value) -> None:
        self._typing.answered(content_of(value))
        self._desk.session.set(self.cell, value)

    def _ask(self, asking: Asking) -> None:
        self.special.begin(asking, self._desk.answers.value(self.row, self.field.id))
        self.editor.hide()
        self.turned.emit()

    def _say(self, value: Value) -> None:
        """Answer with something that was not typed in the editor; what stood there goes."""
        self._answer(value)
        self._typing.show(self._desk.answers.content(self.row, self.field.id), always=True)

    def _empty(self) -> None:
        if self._special is not None:
            self._special.ask(Asking.NOTHING)
        self._say(None)
        self.refresh()

    def _withdraw(self) -> None:
        value = self._desk.answers.value(self.row, self.field.id)
        if is_special(value):
            self._say(without(value))
        self.editor.show()
        self.turned.emit()
        self.editor.focus()
