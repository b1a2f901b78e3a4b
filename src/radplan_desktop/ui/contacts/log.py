"""The log: a line to add a contact, and the contacts with the chosen party, or with all of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from radplan_desktop.guideline.parts import path
from radplan_desktop.guideline.questions import Roles
from radplan_desktop.plan.contacts import Contact, contacts
from radplan_desktop.plan.values import Cell, Value
from radplan_desktop.ui.contacts.line import ContactLine
from radplan_desktop.ui.contacts.maker import ContactMaker
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.look.panels import Banner
from radplan_desktop.ui.look.plain import Button, clear, column, words
from radplan_desktop.ui.places import place_of_cell
from radplan_desktop.ui.sheet.keeper import LineKeeper

FEW = 6
MORE = 30
"""How many contacts stand at first, and how many come with every press of the button."""
RESTORED = "Dit typte u eerder. Het contact is nog niet toegevoegd."
NOBODY = "Nog geen contacten. Wat u hierboven toevoegt, komt hier te staan."
NONE_WITH = "Nog geen contact met {naam}. Voeg hierboven het eerste toe."


class ContactLog(QFrame):
    """What was said to whom. ``party`` is the chosen row; "" shows the contacts with everybody."""

    changed = Signal()
    """Another number of contacts, or another party."""

    def __init__(self, desk: Desk, roles: Roles, parent: QWidget | None = None, few: int = FEW) -> None:
        super().__init__(parent)
        self._desk, self._roles, self._few = desk, roles, few
        self.register = desk.guideline.registers[path(roles, "rows")]
        self.party = ""
        self._most = few
        self._shown: tuple[object, ...] | None = None
        self.maker = ContactMaker(desk, self.register, roles)
        self.maker.setEnabled(not desk.session.read_only)
        self.maker.entered.connect(self._add)
        self.restored = Banner("info", "archive-restore", closable=True)
        self.restored.pressed.connect(self._empty)
        self.restored.hide()
        if LineKeeper(desk, self.maker).restored:
            self.restored.say("Hersteld:", RESTORED, "Regel leegmaken")
        self._lines = column(self)
        self._lines.addWidget(self.restored)
        self._lines.addWidget(self.maker)
        self._holder = QWidget()
        self._holder.setObjectName("cardBody")
        self._list: QVBoxLayout = column(self._holder)
        self.more = Button("", "quiet", "chevron-down", size="small")
        self.more.clicked.connect(self._show_more)
        self.nothing = words(role="soft", wrap=True)
        self.nothing.setContentsMargins(14, 12, 14, 12)
        self._lines.addWidget(self.nothing)
        self._lines.addWidget(self._holder, 1)
        self._lines.addWidget(self.more)

    def scroll_in(self, wrap: Callable[[QWidget], QWidget]) -> None:
        """Let the list scroll in what ``wrap`` makes of it."""
        place = self._lines.indexOf(self._holder)
        self._lines.insertWidget(place, wrap(self._holder), 1)

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """The contacts with the chosen party, the newest first."""
        return contacts(self._desk.answers, self._roles, self.party)

    @property
    def lines(self) -> list[ContactLine]:
        """The contacts that are shown, in order."""
        items = (self._list.itemAt(n) for n in range(self._list.count()))
        return [line for item in items if item is not None and isinstance(line := item.widget(), ContactLine)]

    def show_party(self, party: str) -> None:
        """Show the contacts with another party."""
        if party != self.party:
            self.party, self._most = party, self._few
            self.maker.show_party(party)
            self.refresh()

    def refresh(self, cells: frozenset[Cell] | None = None) -> None:
        """Show the contacts of now."""
        del cells
        self.maker.refresh()
        answers, found = self._desk.answers, self.contacts
        names = tuple("" if self.party or not one.party else answers.title(one.party) for one in found[: self._most])
        shown = (found[: self._most], names, len(found), answers.today)
        if shown == self._shown:
            return
        self._shown = shown
        focused = next((line.contact.row for line in self.lines if line.hasFocus()), "")
        clear(self._list)
        for contact, name in zip(found, names, strict=False):
            line = ContactLine(contact, answers.today, name)
            line.clicked.connect(lambda _=False, one=contact.row: self.open(one))
            self._list.addWidget(line)
            if contact.row == focused:
                line.setFocus()
        self._list.addStretch()
        self._say(len(found))
        self.changed.emit()

    def _say(self, count: int) -> None:
        left = count - self._most
        self.more.setText(f"Nog {left} tonen" if left > 0 else "")
        self.more.setVisible(left > 0)
        self.nothing.setVisible(not count)
        name = self._desk.answers.title(self.party) if self.party else ""
        self.nothing.setText(NONE_WITH.format(naam=name) if name else NOBODY)

    def _show_more(self) -> None:
        self._most += MORE
        self.refresh()

    def open(self, row: str) -> None:
        """Go to a contact with everything about it."""
        place = place_of_cell(self._desk.answers, Cell(row, self.register.title))
        if place is not None:
            self._desk.go(place)

    def _empty(self) -> None:
        """Give up what was typed and not added."""
        self.restored.hide()
        for editor in self.maker.editors.values():
            if not self.maker.keeps(editor):
                editor.set_value(None)
                editor.finished.emit()
        self.maker.focus()

    def _add(self, values: dict[str, Value]) -> None:
        self.restored.hide()
        self._desk.session.add_line(self.register.id, values)
        self._most = max(self._most, self._few)
        self.refresh()
