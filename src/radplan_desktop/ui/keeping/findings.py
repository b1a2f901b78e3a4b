"""From findings to actions: the list at the left, at the right the chain of one finding."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from radplan_desktop.guideline.model import Panel
from radplan_desktop.guideline.parts import path
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.findings import Finding, Follows, findings
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.keeping.base import LedgerScreen
from radplan_desktop.ui.keeping.chain import ChainCard
from radplan_desktop.ui.keeping.split import ListAndDetail
from radplan_desktop.ui.keeping.words import finding_line
from radplan_desktop.ui.ledger.narrow import Narrow
from radplan_desktop.ui.look.panels import Banner
from radplan_desktop.ui.look.plain import Button, row
from radplan_desktop.ui.outline import Entry
from radplan_desktop.ui.places import Place, Screen

STATE = "Wat"
STATES = {Follows.NOTHING_YET: "Nog geen vervolg", Follows.ACTION: "Met actie", Follows.NONE: "Bewust geen actie"}
NONE_YET = "Nog geen bevindingen. Schrijf op wat u vond zodra een evaluatie klaar is."
NOTHING = "Hier past niets bij. Kies iets anders, of zoek andere woorden."


class FindingsScreen(LedgerScreen[Finding]):
    """What was found, and what is done about it."""

    def __init__(self, desk: Desk, entry: Entry, panel: Panel, parent: QWidget) -> None:
        narrow = Narrow({STATE: "Alle bevindingen"})
        super().__init__(desk, entry, panel, narrow, parent)
        self.register = desk.guideline.registers[path(panel.roles, "rows")]
        self.view.setAccessibleDescription("Enter gaat naar de bevinding.")
        self.undo_banner = Banner("info", "check", closable=True)
        self.undo_banner.pressed.connect(self._undo)
        self.undo_banner.hide()
        self.detail = ChainCard(desk, panel)
        self.detail.made.connect(self._made)
        self.add = Button("Nieuwe bevinding", icon_name="plus", size="small")
        self.add.setEnabled(not desk.session.read_only)
        self.add.clicked.connect(lambda: desk.go(Place(Screen.REGISTER, self.section, self.register.id)))
        head = row(gap=10)
        head.addWidget(self.count, 1)
        head.addWidget(self.add)
        self.lines.addWidget(self.undo_banner)
        self.lines.addWidget(narrow)
        self.lines.addLayout(head)
        self.lines.addWidget(ListAndDetail(self.in_card(self.view), self.detail), 1)
        self.view.chose.connect(self._choose)
        self.view.opened.connect(lambda _: self.detail.focus())

    @property
    def section(self) -> str:
        """The section that the findings stand in."""
        return next(name for name, outline in self.desk.outlines.items() if outline.find(self.register.id) is not None)

    def work_out(self, answers: Answers) -> tuple[Finding, ...]:
        """Return all of them."""
        return findings(answers, self.panel.roles)

    def show_found(self) -> None:
        """Show those that are wanted, and the one that is at hand."""
        counts = {state: sum(one.follows is state for one in self.found) for state in STATES}
        self.narrow.offer(STATE, [(state.name, f"{text} ({counts[state]})") for state, text in STATES.items()])
        wanted = [one for one in self.found if self._wants(one) or self.keeps(one.row)]
        self.view.show_lines([finding_line(one) for one in wanted], self.narrow.words)
        self.count.setText(self._said(len(wanted), counts[Follows.NOTHING_YET]))
        self._choose(self.view.row)

    def _said(self, wanted: int, left: int) -> str:
        if not self.found:
            return NONE_YET
        if not wanted:
            return NOTHING
        total = "1 bevinding" if len(self.found) == 1 else f"{len(self.found)} bevindingen"
        return f"{total}, {left} nog zonder vervolg" if left else f"{total}, elk met een vervolg of een reden"

    def _wants(self, one: Finding) -> bool:
        texts = (one.title, one.evaluation, one.evidence, one.conclusion, one.consequence, one.none)
        return self.narrow.chosen(STATE) in ("", one.follows.name) and self.narrow.fits(*texts)

    def _choose(self, row_id: str) -> None:
        self.detail.show_finding(next((one for one in self.found if one.row == row_id), None))

    def _made(self, name: str) -> None:
        self.undo_banner.say(f"{name} gemaakt.", "Kies wie het doet en wanneer.", button="Ongedaan maken")

    def _undo(self) -> None:
        self.desk.session.undo()
        self.undo_banner.hide()
        self.view.setFocus(Qt.FocusReason.TabFocusReason)

    def go_on(self) -> bool:
        """Be done with the finding at hand, and go on to the next one. False when the focus is elsewhere."""
        now = QApplication.focusWidget()
        if now is None or not self.detail.isAncestorOf(now):
            return False
        if self.view.choose_next():
            self.detail.focus()
        else:
            self.view.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the finding to the list with Escape, and from there back to the card of this panel."""
        now = QApplication.focusWidget()
        if event.key() != Qt.Key.Key_Escape or now is None:
            super().keyPressEvent(event)
        elif self.detail.isAncestorOf(now):
            self.view.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.desk.go(Place(Screen.SECTION, self.section, self.entry.id))

    def leave(self) -> None:
        """Take the offer to undo away."""
        super().leave()
        self.undo_banner.hide()
