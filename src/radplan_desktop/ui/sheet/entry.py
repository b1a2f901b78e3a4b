"""The line of a sheet: one editor for each column, Enter adds the row, and the next one can be typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLineEdit, QTextEdit

from radplan_desktop.guideline.model import Field, Kind, Register
from radplan_desktop.plan.content import ContentError
from radplan_desktop.plan.values import Answer, Content, Value
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.editors.base import Editor
from radplan_desktop.ui.editors.kinds import make_editor
from radplan_desktop.ui.editors.links import NewRowLine
from radplan_desktop.ui.look.panels import CARD_MARGINS
from radplan_desktop.ui.look.plain import Button, column, row, words
from radplan_desktop.ui.pages.card import privacy_line

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
KEPT = frozenset({Kind.DATE, Kind.MONTH})
"""The kinds whose answer stays for the next line: who enters measurements, enters those of one day."""
SHARES = {Kind.LINK: 5, Kind.DATE: 4, Kind.MONTH: 4, Kind.NUMBER: 3, Kind.CHOICE: 4}
WIDE = 5


class EntryLine(QFrame):
    """One row in the making."""

    entered = Signal(object)
    """The values of a complete line: column id -> Value."""

    def __init__(self, desk: Desk, register: Register) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._register = register
        fields = [register.columns[name] for name in register.sheet]
        self.editors: dict[str, Editor] = {
            f.id: make_editor(f, desk.guideline, desk.targets, compact=True) for f in fields
        }
        lines = column(self, CARD_MARGINS, 8)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(3)
        for place, field in enumerate(fields):
            self._add(place, field)
        lines.addLayout(self._grid)
        if register.tempting:
            lines.addWidget(privacy_line())
        foot = row(gap=12)
        self.button = Button("Toevoegen", "primary", "plus")
        self.button.setAccessibleDescription(f"{register.row} toevoegen")
        self.button.clicked.connect(self.enter)
        foot.addWidget(self.button)
        foot.addWidget(words(_hint(fields), "hint", wrap=True), 1)
        lines.addLayout(foot)
        for editor in self.editors.values():
            for kind in (QLineEdit, QComboBox, QTextEdit):
                for part in editor.findChildren(kind):
                    part.installEventFilter(self)

    def _add(self, place: int, field: Field) -> None:
        editor = self.editors[field.id]
        editor.describe(field.label, field.hint)
        label = words(field.label, "label", wrap=True)
        label.setToolTip(field.hint)
        self._grid.addWidget(label, 0, place, Qt.AlignmentFlag.AlignBottom)
        self._grid.addWidget(editor, 1, place, Qt.AlignmentFlag.AlignTop)
        self._grid.setColumnStretch(place, SHARES.get(field.kind, WIDE))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Add the row on Enter; Shift and Enter still break a line, and a new row's name keeps its own Enter."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress or event.key() not in ENTER:
            return super().eventFilter(watched, event)
        if isinstance(watched, NewRowLine) or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
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
            if editor.field.kind not in KEPT:
                editor.set_value(None)
        self.focus()

    def _read(self, name: str, editor: Editor) -> tuple[Content, str]:
        try:
            content = editor.value()
        except ContentError as error:
            return None, str(error)
        if content is None and name == self._register.title:
            return None, f"Vul eerst in: {editor.field.label}."
        return content, ""


def _hint(fields: list[Field]) -> str:
    kept = next((field.label for field in fields if field.kind in KEPT), "")
    stays = f" ‘{kept}’ blijft staan voor de volgende regel." if kept else ""
    return f"Enter voegt de regel toe.{stays}"
