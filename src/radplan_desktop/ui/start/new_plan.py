"""A new plan: five questions, where the file goes, and a passphrase that is strong enough."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout

from radplan_desktop.guideline.model import Field, Guideline
from radplan_desktop.host import passphrases
from radplan_desktop.host.municipality import NO_PROFILE, Profile
from radplan_desktop.host.passphrases import Strength
from radplan_desktop.plan.content import ContentError
from radplan_desktop.plan.values import PLAN_ROW, Answer, Cell, Value
from radplan_desktop.ui.announce import announce
from radplan_desktop.ui.asking import AskPath
from radplan_desktop.ui.editors.base import Editor, Targets
from radplan_desktop.ui.editors.kinds import make_editor
from radplan_desktop.ui.look.icons import IconLabel
from radplan_desktop.ui.look.marks import Check
from radplan_desktop.ui.look.panels import CARD_MARGINS, Banner, Card
from radplan_desktop.ui.look.plain import Button, column, restyle, row, words
from radplan_desktop.ui.look.waiting import CANCEL, Waiting
from radplan_desktop.ui.look.walking import HELPS
from radplan_desktop.ui.shell.order import ENTER
from radplan_desktop.ui.shell.regions import Regions
from radplan_desktop.ui.start.brand import LEAD, BrandPanel, Route
from radplan_desktop.ui.start.entrance import Entrance
from radplan_desktop.ui.start.passphrase import PassphraseLine, StrengthBars
from radplan_desktop.ui.start.profile_part import ProfilePart
from radplan_desktop.ui.work import Job, Worker

SUFFIX = ".radplan"
NAMELESS = "Nieuw plan"
FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
LOST = (
    "Niemand kan het herstellen: de helpdesk niet en de maker van RadPlan ook niet. Leg het vast in de wachtwoordkluis van de"
    " gemeente."
)
NOTED = "Ik heb het wachtwoord veilig vastgelegd"
PAUSE = 200
GIVEN_UP = "Het plan is niet gemaakt. Wat u invulde, staat er nog."


@dataclass(frozen=True, slots=True)
class NewPlan:
    """What was asked for."""

    path: Path
    passphrase: str
    answers: tuple[tuple[Cell, Value], ...]
    profile: Profile = NO_PROFILE
    """What the plan takes over besides."""


class QuestionPart(Card):
    """One of the questions a plan begins with."""

    def __init__(self, field: Field, guideline: Guideline) -> None:
        super().__init__()
        self.field = field
        self.editor: Editor = make_editor(field, guideline, _no_targets)
        self.editor.describe(field.question or field.label, field.hint)
        lines = column(self, CARD_MARGINS, 2)
        lines.addWidget(words(field.question or field.label, "h2", wrap=True))
        if field.hint:
            lines.addWidget(words(field.hint, "hint", wrap=True))
        lines.addSpacing(5)
        lines.addWidget(self.editor)
        self.editor.finished.connect(self.check)

    def check(self) -> bool:
        """Show what is wrong with the answer, if anything; return whether it can be used."""
        try:
            self.editor.value()
        except ContentError as error:
            self.editor.set_error(str(error))
            return False
        self.editor.set_error("")
        return True


EQUAL = "✓ Gelijk"
HOW_LONG = "Een zin van minstens vijf woorden, die u onthoudt maar die niemand raadt."
WHERE = "Bijvoorbeeld op deze laptop of op een USB-stick. Liever niet in een map in de cloud."


class PassphrasePart(Card):
    """A new passphrase, twice, or six words that RadPlan draws."""

    changed = Signal()

    def __init__(self, worker: Worker) -> None:
        super().__init__()
        self._worker = worker
        self._job: Job | None = None
        self._strength: tuple[str, Strength] | None = None
        self.first = PassphraseLine("Nieuw wachtwoord", HOW_LONG)
        self.second = PassphraseLine("Wachtwoord, nog een keer", "Ter controle.")
        self.bars = StrengthBars()
        self.shield = IconLabel("shield-check", 17, "ok")
        self.verdict, self.advice = words(role="good"), words(role="hint", wrap=True)
        self.equal = words(role="good")
        self.draw = Button("Geef mij zes woorden", "quiet", "key-round", size="small")
        self.draw.setProperty(HELPS, True)
        self.noted = Check(NOTED)
        lines = column(self, (24, 16, 24, 16), 3)
        lines.addWidget(words("Kies een wachtwoord", "h2"))
        lines.addWidget(words(HOW_LONG, "soft", wrap=True))
        lines.addSpacing(6)
        lines.addWidget(words("Nieuw wachtwoord", "label"))
        lines.addWidget(self.first)
        lines.addSpacing(4)
        lines.addWidget(self.bars)
        self._add_verdict(lines)
        lines.addWidget(self.second)
        lines.addSpacing(6)
        lines.addWidget(self.noted)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._weigh)
        self.first.textChanged.connect(self._typed)
        self.second.textChanged.connect(self.changed)
        self.changed.connect(self._compare)
        self.noted.toggled.connect(self.changed)
        self.draw.clicked.connect(self._draw)

    def _add_verdict(self, lines: QVBoxLayout) -> None:
        said = row(gap=8)
        for part in (self.shield, self.verdict):
            said.addWidget(part)
            part.hide()
        said.addWidget(self.advice, 1)
        said.addWidget(self.draw)
        lines.addLayout(said)
        again = row(gap=8)
        again.addWidget(words("Nog een keer, ter controle", "label"), 1)
        again.addWidget(self.equal)
        lines.addLayout(again)

    def lacking(self) -> str:
        """Return what still has to be done; nothing when the passphrase can be used."""
        typed = self.first.text()
        if not typed:
            return "Kies nog een wachtwoord."
        if self._strength is None or self._strength[0] != typed:
            return "Het wachtwoord wordt gewogen."
        if not self._strength[1].enough:
            return "Het wachtwoord is nog niet sterk genoeg."
        if self.second.text() != typed:
            return "De twee wachtwoorden zijn nog niet gelijk."
        return "" if self.noted.isChecked() else f"Zet nog een vinkje bij ‘{NOTED}’."

    def _compare(self) -> None:
        self.equal.setText(EQUAL if self.first.text() and self.first.text() == self.second.text() else "")

    def _typed(self) -> None:
        self._strength = None
        self._pause.start()
        self.changed.emit()

    def _weigh(self) -> None:
        if self._job is not None:
            self._job.cancel()
        typed = self.first.text()
        self._job = self._worker.run(self, lambda: (typed, passphrases.strength(typed)), self._weighed)

    def _weighed(self, outcome: tuple[str, Strength]) -> None:
        self._strength = outcome
        strength = outcome[1]
        self.bars.show_score(strength.score, strength.label)
        self._show_verdict(strength if outcome[0] else None)
        self.changed.emit()

    def _show_verdict(self, strength: Strength | None) -> None:
        """Say how strong it is in words and with a shield, never by colour alone."""
        enough = strength is not None and strength.enough
        self.shield.show_icon("shield-check" if enough else "shield-alert", "ok" if enough else "warn")
        self.verdict.setText(strength.label if strength is not None else "")
        restyle(self.verdict, "role", "good" if enough else "open")
        self.advice.setText(strength.advice if strength is not None else "")
        for part in (self.shield, self.verdict):
            part.setVisible(strength is not None)

    def _draw(self) -> None:
        drawn = passphrases.generate()
        for line in (self.first, self.second):
            line.setText(drawn)
            line.reveal(shown=True)
        self.noted.setFocus()


class NewPlanScreen(Entrance):
    """Asks what a plan begins with, and makes it."""

    wanted = Signal(object)
    """A NewPlan."""
    cancelled = Signal()

    def __init__(
        self, guideline: Guideline, folder: Path, worker: Worker, ask: AskPath, profile: Profile = NO_PROFILE
    ) -> None:
        promise = ("Het plan wordt meteen versleuteld. Alleen wie het wachtwoord kent, kan het lezen.",)
        brand = BrandPanel(Route(), "Alles blijft op deze laptop", "wifi-off", promise, lead=LEAD)
        super().__init__(brand, "Nieuw plan", "Vijf vragen, een plek en een wachtwoord. Wijzigen kan later.")
        self._folder, self._ask = folder, ask
        self._regions = Regions((self,))
        self._own_path = False
        self.parts = [QuestionPart(guideline.fields[name], guideline) for name in guideline.role_list("new_plan")]
        for part in self.parts:
            self.body.addWidget(part)
        self.offer = ProfilePart(profile) if profile else None
        if self.offer is not None:
            self.body.addWidget(self.offer)
            self._fill_in(guideline.role("municipality"), profile.texts.get("municipality"))
        self._name = next((part for part in self.parts if part.field.id == guideline.role("plan_name")), None)
        self.path = QLineEdit()
        self.body.addWidget(self._file_card())
        self.passphrase = PassphrasePart(worker)
        self.passphrase.changed.connect(self._show_ready)
        self.body.addWidget(self.passphrase)
        warning = Banner("warn", "key-round")
        self.body.addWidget(warning)
        warning.say("Wachtwoord kwijt is plan kwijt.", LOST)
        self.waiting = Waiting(self)
        self.hold(self.waiting)
        self._add_foot()
        if self._name is not None:
            self._name.editor.changed.connect(self._suggest)
        self._suggest()
        self._show_ready()

    def _fill_in(self, field: str, text: str | None) -> None:
        """Begin a question with an answer that the profile holds."""
        part = next((part for part in self.parts if part.field.id == field), None)
        if part is not None and text:
            part.editor.set_value(text)

    def _file_card(self) -> Card:
        card = Card()
        lines = column(card, CARD_MARGINS, 3)
        lines.addWidget(words("Waar bewaart u het planbestand?", "h2"))
        lines.addWidget(words(WHERE, "hint", wrap=True))
        self.path.setAccessibleName("Waar bewaart u het planbestand?")
        self.path.setAccessibleDescription(WHERE)
        self.path.textEdited.connect(self._typed_path)
        choose = Button("Kies een plek…", icon_name="folder-open")
        choose.clicked.connect(self._choose)
        across = row(gap=10)
        across.addWidget(self.path, 1)
        across.addWidget(choose)
        lines.addLayout(across)
        return card

    def _add_foot(self) -> None:
        cancel = Button(CANCEL, size="large")
        cancel.clicked.connect(self._cancel)
        self.lacking = words(role="hint", wrap=True)
        self.lacking.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.button = Button("Plan maken", "primary", "lock", size="large")
        self.button.clicked.connect(self._make)
        self.foot.addWidget(cancel)
        self.foot.addWidget(self.lacking, 1)
        self.foot.addWidget(self.button)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's own
        """Go on with Tab in the order in which things stand here."""
        return self._regions.walk(QApplication.focusWidget(), forward=forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the next question on Enter."""
        now = QApplication.focusWidget()
        if event.key() in ENTER and now is not None:
            self._regions.go_on(now)
        else:
            super().keyPressEvent(event)

    def focus(self) -> None:
        """Put the focus on the first question."""
        if self.parts:
            self.parts[0].editor.focus()

    def show_error(self, sentence: str) -> None:
        """Say why the plan could not be made."""
        self._show_ready()
        self._say(sentence, "error")
        announce(self, sentence, at_once=True)

    def show_given_up(self) -> None:
        """Say that the plan was not made."""
        self._show_ready()
        self._say(GIVEN_UP)
        announce(self, GIVEN_UP)

    def _cancel(self) -> None:
        """Give up the plan that is being made, else this screen."""
        (self.waiting.cancelled if self.waiting.busy else self.cancelled).emit()

    def _suggest(self) -> None:
        """Name the file after the plan, until the user named it."""
        if not self._own_path:
            name = self._name.editor.value() if self._name is not None else None
            tidy = FORBIDDEN.sub(" ", str(name or NAMELESS)).strip(" .")[:80]
            self.path.setText(str(self._folder / f"{tidy or NAMELESS}{SUFFIX}"))

    def _typed_path(self) -> None:
        self._own_path = True
        self._show_ready()

    def _choose(self) -> None:
        chosen = self._ask(self.path.text())
        if chosen is not None:
            self._own_path = True
            self.path.setText(str(named(chosen)))
            self._show_ready()

    def _show_ready(self) -> None:
        lacking = self.passphrase.lacking() if self.path.text().strip() else "Kies nog een plek voor het bestand."
        self._say(lacking)
        self.button.setEnabled(not lacking)

    def _say(self, sentence: str, role: str = "hint") -> None:
        self.lacking.setText(sentence)
        restyle(self.lacking, "role", role)

    def _make(self) -> None:
        if not all([part.check() for part in self.parts]):  # noqa: C419 - every part has to say its own
            return
        answers: list[tuple[Cell, Value]] = []
        for part in self.parts:
            content = part.editor.value()
            if content is not None:
                answers.append((Cell(PLAN_ROW, part.field.id), Answer(content)))
        path = named(self._folder / Path(self.path.text().strip()).expanduser())
        self._say("")
        profile = self.offer.wanted if self.offer is not None else NO_PROFILE
        self.wanted.emit(NewPlan(path, self.passphrase.first.text(), tuple(answers), profile))


def named(path: Path) -> Path:
    """Return the path with the ending of a planbestand; 'Plan 1.2' has none yet."""
    return path if path.suffix.lower() == SUFFIX else path.with_name(path.name + SUFFIX)


def _no_targets(register: str) -> Targets:
    raise LookupError(register)
