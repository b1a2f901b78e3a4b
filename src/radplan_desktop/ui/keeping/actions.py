"""All actions and decisions of the plan in one list; each opens where it stands, and can be ticked off here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from radplan_desktop.guideline.model import Panel
from radplan_desktop.guideline.parts import path
from radplan_desktop.plan.actions import OPEN, Action, State, actions
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.values import Answer, Cell
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.keeping.base import NOTHING, LedgerScreen
from radplan_desktop.ui.keeping.empty import EmptyLedger
from radplan_desktop.ui.keeping.words import HEADINGS, NOBODY, action_line
from radplan_desktop.ui.ledger.model import LedgerLine
from radplan_desktop.ui.ledger.narrow import Narrow
from radplan_desktop.ui.look.panels import Banner
from radplan_desktop.ui.look.plain import Button, row
from radplan_desktop.ui.outline import Entry
from radplan_desktop.ui.places import Place, Screen, place_of_cell

STATE, KIND, WHO = "Wat", "Soort", "Van wie"
TO_DO, LATE, DECISIONS, CLOSED = "todo", "late", "decisions", "closed"
STATES = {TO_DO: "Nog te doen", LATE: "Te laat", DECISIONS: "Besluiten", CLOSED: "Klaar of vervallen"}
WITHIN = {
    TO_DO: OPEN,
    LATE: frozenset({State.LATE}),
    DECISIONS: frozenset({State.DECIDED}),
    CLOSED: frozenset({State.CLOSED}),
}
NONE_YET = "Nog geen acties of besluiten"
INVITING = "Wat u ergens in het plan opschrijft, komt hier vanzelf te staan."


class ActionsScreen(LedgerScreen[Action]):
    """What has to be done, late things first."""

    def __init__(self, desk: Desk, entry: Entry, panel: Panel, parent: QWidget) -> None:
        narrow = Narrow({STATE: "Alles", KIND: "Elke soort", WHO: "Iedereen"})
        super().__init__(desk, entry, panel, narrow, parent)
        self.view.setAccessibleDescription("Enter opent een regel, de spatiebalk vinkt haar af.")
        self.undo_banner = Banner("info", "check", closable=True)
        self.undo_banner.pressed.connect(self._undo)
        self.undo_banner.hide()
        self.add = Button("Nieuwe actie", icon_name="plus", size="small")
        self.add.setEnabled(not desk.session.read_only)
        self.open = Button("Openen", icon_name="arrow-right", size="small")
        self.tick = Button("Klaar", icon_name="check", size="small", hint="De datum van vandaag komt erbij te staan.")
        head = row(gap=10)
        head.addWidget(self.count, 1)
        for button in (self.tick, self.open, self.add):
            head.addWidget(button)
        self.lines.insertWidget(0, self.undo_banner)
        self.filled.addWidget(narrow)
        self.filled.addLayout(head)
        self.filled.addWidget(self.in_card(self.view), 1)
        register = desk.guideline.registers[path(panel.roles, "rows")]
        self.offer_first(EmptyLedger(register, NONE_YET, INVITING, self.add.text()), self._add)
        self.add.clicked.connect(self._add)
        self.open.clicked.connect(lambda: self._open(self.view.row))
        self.tick.clicked.connect(lambda: self._tick(self.view.row))
        self.view.opened.connect(self._open)
        self.view.ticked.connect(self._tick)
        self.view.chose.connect(self._show_ways)
        self._offer(())
        narrow.choose(STATE, TO_DO)

    def work_out(self, answers: Answers) -> tuple[Action, ...]:
        """Return all of them."""
        return actions(answers, self.panel.roles)

    def show_found(self) -> None:
        """Show those that are wanted, under a heading for each state."""
        self._offer(self.found)
        today = self.desk.answers.today
        wanted = [action for action in self.found if self._wants(action)]
        counts = Counter(action.state for action in wanted)
        lines: list[LedgerLine] = []
        last: State | None = None
        for action in wanted:
            if action.state is not last:
                last = action.state
                lines.append(LedgerLine("", HEADINGS[last], str(counts[last])))
            lines.append(action_line(action, today))
        self.view.show_lines(lines, self.narrow.words)
        self.count.setText(self._said(wanted))
        self._show_ways(self.view.row)

    def _said(self, wanted: list[Action]) -> str:
        if not wanted:
            return NOTHING
        late = sum(action.state is State.LATE for action in wanted)
        count = "1 regel" if len(wanted) == 1 else f"{len(wanted)} regels"
        return f"{count}, waarvan {late} te laat" if late else count

    def _wants(self, action: Action) -> bool:
        state, kind, who = (self.narrow.chosen(name) for name in (STATE, KIND, WHO))
        shown = not state or action.state in WITHIN[state]
        mine = not who or (action.owner or NOBODY) == who
        texts = (action.text, action.kind, action.about, action.owner)
        return shown and mine and kind in ("", action.kind) and self.narrow.fits(*texts)

    def _offer(self, found: Iterable[Action]) -> None:
        """Offer the states with how many there are, and the kinds and people that occur."""
        found = tuple(found)
        numbers = {name: sum(action.state in states for action in found) for name, states in WITHIN.items()}
        self.narrow.offer(STATE, [(name, f"{text} ({numbers[name]})") for name, text in STATES.items()])
        self.narrow.offer(KIND, [(kind, kind) for kind in sorted({action.kind for action in found})])
        people = {action.owner or NOBODY for action in found}
        self.narrow.offer(WHO, [(name, name) for name in sorted(people, key=lambda name: (name == NOBODY, name))])

    def _chosen(self, row_id: str) -> Action | None:
        return next((action for action in self.found if action.row == row_id), None)

    def _show_ways(self, row_id: str) -> None:
        action = self._chosen(row_id)
        self.open.setEnabled(action is not None)
        open_ = action is not None and bool(action.done) and action.state in OPEN
        self.tick.setEnabled(open_ and not self.desk.session.read_only)

    def _open(self, row_id: str) -> None:
        action = self._chosen(row_id)
        place = place_of_cell(self.desk.answers, Cell(row_id, action.field)) if action is not None else None
        if place is not None:
            self.desk.go(place)

    def _tick(self, row_id: str) -> None:
        action = self._chosen(row_id)
        if action is None or not action.done or action.state not in OPEN or self.desk.session.read_only:
            return
        cell = Cell(row_id, action.done)
        self.desk.session.change(f"{action.text} klaar", [(cell, Answer(self.desk.answers.today.isoformat()))])
        self.undo_banner.say("Klaar:", action.text, button="Ongedaan maken")

    def _undo(self) -> None:
        self.desk.session.undo()
        self.undo_banner.hide()
        self.view.setFocus()

    def _add(self) -> None:
        """Go to where a new action is named: the first register."""
        register = path(self.panel.roles, "rows")
        found = (name for name, outline in self.desk.outlines.items() if outline.find(register) is not None)
        self.desk.go(Place(Screen.REGISTER, next(found), register))

    def leave(self) -> None:
        """Take the offer to undo away."""
        super().leave()
        self.undo_banner.hide()
