"""Handling reactions: the list at the left, at the right one reaction with what is done with it; then the next one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from radplan_desktop.guideline.model import Panel
from radplan_desktop.guideline.parts import path
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.reactions import Handled, Reaction, reactions
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.keeping.detail_screen import STATE, DetailScreen
from radplan_desktop.ui.keeping.reaction import ReactionCard
from radplan_desktop.ui.keeping.words import reaction_line
from radplan_desktop.ui.ledger.model import LedgerLine
from radplan_desktop.ui.ledger.narrow import Narrow
from radplan_desktop.ui.outline import Entry

PARTY = "Van wie"
ALL_DONE = "Alle reacties zijn verwerkt."


class ReactionsScreen(DetailScreen[Reaction]):
    """One reaction after another."""

    ADD = "Reacties invoeren"
    NONE_YET = "Nog geen reacties"
    INVITING = "Voeg ze toe zodra een partij het concept heeft gelezen."
    STATES: ClassVar[Mapping[Enum, str]] = {
        Handled.OPEN: "Nog te doen",
        Handled.DONE: "Verwerkt",
        Handled.REFUSED: "Niet overgenomen",
    }
    detail: ReactionCard

    def __init__(self, desk: Desk, entry: Entry, panel: Panel, parent: QWidget) -> None:
        narrow = Narrow({STATE: "Alle reacties", PARTY: "Elke partij"})
        detail = ReactionCard(desk, desk.guideline.registers[path(panel.roles, "rows")], panel.roles)
        super().__init__(desk, entry, panel, narrow, detail, parent)
        self.view.setAccessibleDescription(
            "Enter gaat naar het besluit. Ctrl+Enter gaat naar de volgende die nog open is."
        )
        detail.next_wanted.connect(self.show_next)

    def work_out(self, answers: Answers) -> tuple[Reaction, ...]:
        """Return all of them."""
        return reactions(answers, self.panel.roles)

    def state_of(self, one: Reaction) -> Enum:
        """Return how it was handled."""
        return one.handled

    def texts_of(self, one: Reaction) -> Iterable[str]:
        """Return what it says, and what is said of it."""
        return one.remark, one.party, one.about, one.why, one.outcome

    def line_of(self, one: Reaction) -> LedgerLine:
        """Return its line."""
        return reaction_line(one)

    def sum_up(self, counts: Mapping[Enum, int]) -> str:
        """Return how many there are, and how many are not handled."""
        total = "1 reactie" if len(self.found) == 1 else f"{len(self.found)} reacties"
        left = counts[Handled.OPEN]
        return f"{total}, nog {left} te doen" if left else f"{total}. {ALL_DONE}"

    def show_found(self) -> None:
        """Offer the parties that reacted, too."""
        self.narrow.offer(PARTY, [(name, name) for name in sorted({one.party for one in self.found if one.party})])
        super().show_found()

    def wants(self, one: Reaction) -> bool:
        """Whether it is of the party that was chosen, too."""
        return self.narrow.chosen(PARTY) in ("", one.party) and super().wants(one)

    def choose_next(self) -> bool:
        """Choose the next reaction that is open; after the last, the first."""
        rows = [line.row for line in self.view.rows.lines]
        here = rows.index(self.view.row) + 1 if self.view.row in rows else 0
        left = {one.row for one in self.found if one.handled is Handled.OPEN}
        following = next((one for one in (*rows[here:], *rows[:here]) if one in left and one != self.view.row), "")
        if following:
            self.view.choose(following)
        return bool(following)
