"""The card of the contacts: choose a party, read what was said to it, add a contact in one line."""

from __future__ import annotations

from PySide6.QtCore import Qt

from radplan_desktop.guideline.model import Panel
from radplan_desktop.guideline.parts import path
from radplan_desktop.plan.values import Cell
from radplan_desktop.ui.contacts.log import ContactLog
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.editors.combo import Combo
from radplan_desktop.ui.explain import Explanation
from radplan_desktop.ui.look.plain import row, words
from radplan_desktop.ui.outline import Entry
from radplan_desktop.ui.pages.card import QuestionCard
from radplan_desktop.ui.places import Place

EVERYBODY = "Alle partijen"
HINT = (
    "Kies een partij en lees wat u met haar besprak. Met Enter voegt u een contact toe. "
    "Is de dag nog niet geweest, dan staat het contact er als gepland."
)


class ContactsCard(QuestionCard):
    """The log on a page of the wizard."""

    def __init__(self, desk: Desk, entry: Entry, panel: Panel) -> None:
        super().__init__(desk, entry)
        self._parties = desk.guideline.field(path(panel.roles, "party")).target
        self.party = Combo()
        self.log = ContactLog(desk, panel.roles)
        choice = row(margins=(0, 0, 0, 4), gap=10)
        row_name = desk.guideline.registers[self._parties].row
        label = words(f"{row_name[:1].upper()}{row_name[1:]}", "label")
        label.setBuddy(self.party)
        choice.addWidget(label)
        choice.addWidget(self.party, 1)
        choice.addStretch(1)
        self.body.addLayout(choice)
        self.body.addWidget(self.log)
        self.party.setAccessibleName(label.text())
        self.party.setAccessibleDescription("Toont de contacten met deze partij.")
        self.party.activated.connect(lambda _: desk.picks.pick(self._parties, self.party.chosen() or ""))
        desk.picks.picked.connect(self._picked)

    def explanation(self) -> Explanation | None:
        """Return how to work with the log."""
        return Explanation(self.entry.heading, HINT)

    def refresh(self, cells: frozenset[Cell] | None = None) -> None:
        """Show the contacts of now."""
        super().refresh(cells)
        if not self.desk.steers(cells):
            return
        self.party.offer(EVERYBODY, list(self.desk.targets(self._parties).options()))
        self._picked(self._parties, self.desk.picks.row(self._parties))
        self.log.refresh(cells)

    def _picked(self, register: str, row_id: str) -> None:
        if register == self._parties:
            known = row_id if row_id and self.desk.answers.exists(row_id) else ""
            self.party.choose(known or None)
            self.log.show_party(known)

    def focus(self, place: Place) -> None:
        """Put the focus on the choice of a party."""
        del place
        self.party.setFocus(Qt.FocusReason.TabFocusReason)
