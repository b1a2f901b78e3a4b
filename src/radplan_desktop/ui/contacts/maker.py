"""The line that adds a contact: day, how, what it was about, what came of it; Enter adds it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

from radplan_desktop.guideline.model import Register
from radplan_desktop.guideline.parts import column as column_of
from radplan_desktop.guideline.questions import Roles
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.editors.base import Editor
from radplan_desktop.ui.editors.combo import Combo
from radplan_desktop.ui.look.beside import Beside
from radplan_desktop.ui.look.plain import Button, column, row
from radplan_desktop.ui.look.theme import theme
from radplan_desktop.ui.sheet.maker import KEPT, RowMaker

PARTS = ("date", "kind", "party", "about", "result")
ACROSS_FROM, ALL_ACROSS_FROM, PARTY_FROM = 720, 1000, 470
"""From which width on all stands on one line, without and with the party; and the party beside the date and the kind."""
DATE_WIDTH = 150


class ContactMaker(RowMaker):
    """One contact in the making. Whom it is with is asked only while no party is chosen."""

    def __init__(self, desk: Desk, register: Register, roles: Roles, parent: QWidget | None = None) -> None:
        names = {part: column_of(roles, part) for part in PARTS}
        super().__init__(desk, register, [name for name in names.values() if name], parent)
        self._desk, self._names = desk, names
        self._party = ""
        self._lines, self._first = Beside(self, ALL_ACROSS_FROM, 8), Beside(self, PARTY_FROM, 8)
        whole = column(self, (14, 10, 14, 12))
        whole.addLayout(self._lines)
        self.button = Button("Toevoegen", size="field")
        self.button.setAccessibleName(f"{register.row[:1].upper()}{register.row[1:]} toevoegen")
        self.button.clicked.connect(self.enter)
        self._place()
        self.watch()
        self._begin()

    def _editor(self, part: str) -> Editor | None:
        return self.editors.get(self._names[part])

    def _place(self) -> None:
        first, last = row(gap=8), row(gap=8)
        self._first.addLayout(first, 1)
        for part, share, line in (("date", 0, first), ("kind", 1, first), ("party", 1, self._first)):
            if (editor := self._editor(part)) is not None:
                line.addWidget(editor, share, Qt.AlignmentFlag.AlignTop)
        date = self._editor("date")
        if date is not None:
            date.setFixedWidth(max(DATE_WIDTH, theme().px(DATE_WIDTH)))
        kind = self._editor("kind")
        if kind is not None and isinstance(chosen := kind.first_part(), Combo):
            chosen.setItemText(0, f"{kind.field.label}…")
        self._lines.addLayout(self._first, 4)
        for editor in (self._editor("about"), self._editor("result")):
            target = editor.first_part() if editor is not None else None
            if editor is not None and isinstance(target, QLineEdit | QTextEdit):
                target.setPlaceholderText(editor.field.label)
        about, result = self._editor("about"), self._editor("result")
        if about is not None:
            self._lines.addWidget(about, 3, Qt.AlignmentFlag.AlignTop)
        if result is not None:
            last.addWidget(result, 1)
        last.addWidget(self.button, 0, Qt.AlignmentFlag.AlignBottom)
        self._lines.addLayout(last, 5)

    def _begin(self) -> None:
        date = self._editor("date")
        if date is not None:
            date.set_value(self._desk.answers.today.isoformat())

    def show_party(self, party: str) -> None:
        """Add contacts with this party from now on; "" asks with whom."""
        self._party = party
        editor = self._editor("party")
        if editor is not None:
            editor.setVisible(not party)
            editor.set_value(party or None)
        self._lines.ask_for(ACROSS_FROM if party else ALL_ACROSS_FROM)

    def focus(self) -> None:
        """Put the focus where is said what it was about."""
        editor = self._editor("about")
        if editor is not None:
            editor.focus()

    def keeps(self, editor: Editor) -> bool:
        """Whether an answer stays for the next contact: the day, and the party that is chosen."""
        return editor.field.kind in KEPT or (editor is self._editor("party") and bool(self._party))
