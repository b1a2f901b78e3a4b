"""The page of all milestones, and the card of the next one on a page of the wizard."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from radplan_desktop.acts.history import HistoryLine
from radplan_desktop.acts.refusals import Refusal
from radplan_desktop.acts.session import Session
from radplan_desktop.guideline.model import Gate
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.gates import GateStanding, gate_standings, next_standing
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.following import Following
from radplan_desktop.ui.gates.card import GateCard
from radplan_desktop.ui.gates.decision import Decision, decision_of
from radplan_desktop.ui.gates.due import due_sentence
from radplan_desktop.ui.look.plain import Button, words
from radplan_desktop.ui.look.scrolled import PageScroll
from radplan_desktop.ui.outline import Entry
from radplan_desktop.ui.pages.card import QuestionCard
from radplan_desktop.ui.places import GATES, Place, gate_place
from radplan_desktop.ui.work import Job

Found = tuple[tuple[GateStanding, Decision | None], ...]


def look_up(session: Session, answers: Answers) -> Found:
    """Return where every milestone stands, and who decided about it. The history is read only when somebody did."""
    standings = gate_standings(answers)
    history = _history(session) if any(one.override for one in standings) else ()
    return tuple(
        (one, decision_of(history, one.spec.gate, one.override) if one.override else None) for one in standings
    )


def _history(session: Session) -> tuple[HistoryLine, ...]:
    """Return the history; nothing while it cannot be read, such as when the plan was closed in the meantime."""
    try:
        return session.history()
    except Refusal:
        return ()


class GatesPage(PageScroll):
    """All milestones, one card each."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None
        self._wanted: Place | None = None
        self.cards: dict[Gate, GateCard] = {}
        for spec in desk.guideline.gates:
            self.cards[spec.gate] = GateCard(desk, spec)
            self.lines.addWidget(self.cards[spec.gate])
        self.lines.addStretch()
        self._show(tuple((one, None) for one in gate_standings(desk.answers)))
        Following(self, desk.changed, self.refresh)
        Following(self, desk.bridge.saved, self.refresh)
        self.refresh()

    def refresh(self, what: object = None) -> None:
        """Look the milestones up anew, away from the interface thread."""
        del what
        if self._job is not None:
            self._job.cancel()
        session, answers = self._desk.session, self._desk.answers
        self._job = self._desk.worker.run(self, lambda: look_up(session, answers), self._show)

    def _show(self, found: Found) -> None:
        for standing, decision in found:
            self.cards[standing.spec.gate].show_standing(standing, decision)

    def enter(self, place: Place) -> None:
        """Put the focus in the named milestone, else in the next one."""
        gate = Gate[place.item] if place.item in Gate.__members__ else self._desk.standing.progress.gate
        card = self.cards.get(gate)
        if card is not None:
            self.ensureWidgetVisible(card)
            card.focus()

    def leave(self) -> None:
        """Nothing to note."""


class NextGateCard(QuestionCard):
    """What the next milestone is, on a page of the wizard, and the way to all of them."""

    def __init__(self, desk: Desk, entry: Entry) -> None:
        super().__init__(desk, entry)
        self._label, self._due, self._open = words(role="strong"), words(wrap=True), words(role="open", wrap=True)
        for widget in (self._label, self._due, self._open):
            self.body.addWidget(widget)
        self.button = Button("Naar de mijlpalen", icon_name="flag", size="small")
        self.button.clicked.connect(self._go)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        desk.reckoned.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        reckoned = self.desk.standing
        standing = next_standing(self.desk.answers, reckoned.progress, reckoned.points)
        if standing is None:
            return
        self._label.setText(standing.spec.label)
        self._due.setText(due_sentence(self.desk.guideline, standing, self.desk.answers.today))
        self._due.setVisible(bool(self._due.text()))
        count = len(standing.points)
        self._open.setText("Gehaald" if standing.met else f"{count} open {'punt' if count == 1 else 'punten'}")

    def _go(self) -> None:
        self.desk.go(gate_place(self.desk.standing.progress.gate) if self.desk.guideline.gates else GATES)

    def focus(self, place: Place) -> None:
        """Put the focus on the way to the milestones."""
        del place
        self.button.setFocus(Qt.FocusReason.TabFocusReason)
