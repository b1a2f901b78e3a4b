"""From findings to actions: the list at the left, at the right the chain of one finding."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from radplan_desktop.guideline.model import Panel
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.findings import Finding, Follows, findings
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.keeping.chain import ChainCard
from radplan_desktop.ui.keeping.detail_screen import STATE, DetailScreen
from radplan_desktop.ui.keeping.words import finding_line
from radplan_desktop.ui.ledger.model import LedgerLine
from radplan_desktop.ui.ledger.narrow import Narrow
from radplan_desktop.ui.look.panels import Banner
from radplan_desktop.ui.outline import Entry

TO_WRITE = "Schrijf op wat er moet gebeuren, wie het doet en wanneer."


class FindingsScreen(DetailScreen[Finding]):
    """What was found, and what is done about it."""

    ADD = "Nieuwe bevinding"
    NONE_YET = "Nog geen bevindingen"
    INVITING = "Schrijf op wat u vond zodra een evaluatie klaar is."
    STATES: ClassVar[Mapping[Enum, str]] = {
        Follows.NOTHING_YET: "Nog geen vervolg",
        Follows.ACTION: "Met actie",
        Follows.NONE: "Bewust geen actie",
    }
    detail: ChainCard

    def __init__(self, desk: Desk, entry: Entry, panel: Panel, parent: QWidget) -> None:
        super().__init__(desk, entry, panel, Narrow({STATE: "Alle bevindingen"}), ChainCard(desk, panel), parent)
        self.view.setAccessibleDescription("Enter gaat naar de bevinding.")
        self.undo_banner = Banner("info", "check", closable=True)
        self.undo_banner.pressed.connect(self._undo)
        self.undo_banner.hide()
        self.lines.insertWidget(0, self.undo_banner)
        self.detail.made.connect(self._made)
        self.detail.moved.connect(self.split.reveal)

    def work_out(self, answers: Answers) -> tuple[Finding, ...]:
        """Return all of them."""
        return findings(answers, self.panel.roles)

    def state_of(self, one: Finding) -> Enum:
        """Return what follows from it."""
        return one.follows

    def texts_of(self, one: Finding) -> Iterable[str]:
        """Return what it says."""
        return one.title, one.evaluation, one.evidence, one.conclusion, one.consequence, one.none

    def line_of(self, one: Finding) -> LedgerLine:
        """Return its line."""
        return finding_line(one)

    def sum_up(self, counts: Mapping[Enum, int]) -> str:
        """Return how many there are, and how many nothing follows from."""
        total = "1 bevinding" if len(self.found) == 1 else f"{len(self.found)} bevindingen"
        left = counts[Follows.NOTHING_YET]
        return f"{total}, {left} nog zonder vervolg" if left else f"{total}, elk met een vervolg of een reden"

    def _made(self, name: str) -> None:
        self.undo_banner.say(f"{name} gemaakt.", TO_WRITE, button="Ongedaan maken")

    def _undo(self) -> None:
        self.desk.session.undo()
        self.undo_banner.hide()
        self.view.setFocus(Qt.FocusReason.TabFocusReason)

    def leave(self) -> None:
        """Take the offer to undo away."""
        super().leave()
        self.undo_banner.hide()
