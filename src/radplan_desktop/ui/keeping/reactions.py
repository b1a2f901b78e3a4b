"""Handling reactions: the list at the left, at the right one reaction with what is done with it; then the next one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from radplan_desktop.guideline.model import Panel
from radplan_desktop.guideline.parts import path
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.reactions import Handled, Reaction, reactions
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.keeping.base import LedgerScreen
from radplan_desktop.ui.keeping.reaction import ReactionCard
from radplan_desktop.ui.keeping.split import ListAndDetail
from radplan_desktop.ui.keeping.words import reaction_line
from radplan_desktop.ui.ledger.narrow import Narrow
from radplan_desktop.ui.look.plain import Button, row
from radplan_desktop.ui.outline import Entry
from radplan_desktop.ui.places import Place, Screen

STATE, PARTY = "Wat", "Van wie"
STATES = {Handled.OPEN: "Nog te doen", Handled.DONE: "Verwerkt", Handled.REFUSED: "Niet overgenomen"}
NONE_YET = "Nog geen reacties. Voeg ze toe zodra een partij het concept heeft gelezen."
NOTHING = "Hier past niets bij. Kies iets anders, of zoek andere woorden."
ALL_DONE = "Alle reacties zijn verwerkt."


class ReactionsScreen(LedgerScreen[Reaction]):
    """One reaction after another, without leaving the keyboard."""

    def __init__(self, desk: Desk, entry: Entry, panel: Panel, parent: QWidget) -> None:
        narrow = Narrow({STATE: "Alle reacties", PARTY: "Elke partij"})
        super().__init__(desk, entry, panel, narrow, parent)
        self.register = desk.guideline.registers[path(panel.roles, "rows")]
        self.view.setAccessibleDescription(
            "Enter gaat naar het besluit. Ctrl+Enter gaat naar de volgende die nog open is."
        )
        self.detail = ReactionCard(desk, self.register, panel.roles)
        self.add = Button("Reacties invoeren", icon_name="plus", size="small")
        self.add.setEnabled(not desk.session.read_only)
        self.add.clicked.connect(self._add)
        head = row(gap=10)
        head.addWidget(self.count, 1)
        head.addWidget(self.add)
        self.lines.addWidget(narrow)
        self.lines.addLayout(head)
        self._split = ListAndDetail(self.in_card(self.view), self.detail)
        self.lines.addWidget(self._split, 1)
        self.view.chose.connect(self._choose)
        self.view.opened.connect(lambda _: self.detail.focus())
        self.detail.next_wanted.connect(self._next)

    def work_out(self, answers: Answers) -> tuple[Reaction, ...]:
        """Return all of them."""
        return reactions(answers, self.panel.roles)

    def show_found(self) -> None:
        """Show those that are wanted, and the one that is at hand."""
        counts = {state: sum(one.handled is state for one in self.found) for state in STATES}
        self.narrow.offer(STATE, [(state.name, f"{text} ({counts[state]})") for state, text in STATES.items()])
        self.narrow.offer(PARTY, [(name, name) for name in sorted({one.party for one in self.found if one.party})])
        wanted = [one for one in self.found if self._wants(one) or self.keeps(one.row)]
        self.view.show_lines([reaction_line(one) for one in wanted], self.narrow.words)
        self.count.setText(self._said(len(wanted), counts[Handled.OPEN]))
        self._choose(self.view.row)

    def _said(self, wanted: int, left: int) -> str:
        if not self.found:
            return NONE_YET
        if not wanted:
            return NOTHING
        total = "1 reactie" if len(self.found) == 1 else f"{len(self.found)} reacties"
        return f"{total}, nog {left} te doen" if left else f"{total}. {ALL_DONE}"

    def _wants(self, one: Reaction) -> bool:
        state, party = self.narrow.chosen(STATE), self.narrow.chosen(PARTY)
        texts = (one.remark, one.party, one.about, one.why, one.outcome)
        return state in ("", one.handled.name) and party in ("", one.party) and self.narrow.fits(*texts)

    def _choose(self, row_id: str) -> None:
        found = next((one for one in self.found if one.row == row_id), None)
        self.detail.show_reaction(found)

    def _next(self) -> None:
        """Go to the next reaction that is open; after the last, to the first."""
        rows = [line.row for line in self.view.rows.lines]
        here = rows.index(self.view.row) + 1 if self.view.row in rows else 0
        left = {one.row for one in self.found if one.handled is Handled.OPEN}
        following = next((one for one in (*rows[here:], *rows[:here]) if one in left and one != self.view.row), "")
        if following:
            self.view.choose(following)
            self.detail.focus()
        else:
            self.view.setFocus(Qt.FocusReason.TabFocusReason)

    def go_on(self) -> bool:
        """Be done with the reaction at hand, and go on to the next that is open. False when the focus is elsewhere."""
        now = QApplication.focusWidget()
        if now is None or not self.detail.isAncestorOf(now):
            return False
        self._next()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the reaction to the list with Escape, and from there back to the card of this panel."""
        now = QApplication.focusWidget()
        if event.key() != Qt.Key.Key_Escape or now is None:
            super().keyPressEvent(event)
        elif self.detail.isAncestorOf(now):
            self.view.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.desk.go(Place(Screen.SECTION, self.section, self.entry.id))

    @property
    def section(self) -> str:
        """The section that the panel stands in."""
        return next(name for name, outline in self.desk.outlines.items() if outline.find(self.register.id) is not None)

    def _add(self) -> None:
        screen = Screen.SHEET if self.register.sheet else Screen.REGISTER
        self.desk.go(Place(screen, self.section, self.register.id))
