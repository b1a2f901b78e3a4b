"""The cards of an open plan: another passphrase, and the backup copies on this laptop."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from radplan_desktop.acts import safekeeping
from radplan_desktop.acts.refusals import NotThePassphrase, Refusal
from radplan_desktop.ui.announce import announce
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.doing import Doing
from radplan_desktop.ui.history.rows import when_text
from radplan_desktop.ui.look.panels import Card
from radplan_desktop.ui.look.plain import Button, clear, column, row, words
from radplan_desktop.ui.look.waiting import CANCEL, Waiting
from radplan_desktop.ui.preferences.cards import titled
from radplan_desktop.ui.start.new_plan import PassphrasePart
from radplan_desktop.ui.start.passphrase import PassphraseLine

OTHERS = (
    "Het nieuwe wachtwoord geldt voor dit planbestand op deze plek. Kopieën op een stick houden het oude. De reservekopieën op"
    " deze laptop worden opnieuw gemaakt."
)
NOW = "Wachtwoord van nu"
OLD_FIRST = "Vul eerst het wachtwoord van nu in."
BUSY = "Het wachtwoord wordt gewijzigd…"
TOO_LATE = "Het planbestand wordt opnieuw versleuteld. Stoppen kan nu niet meer. Uw antwoorden blijven bewaard."
GIVEN_UP = "Het wachtwoord is niet gewijzigd. Het wachtwoord van nu blijft gelden."
CHANGED = "Het wachtwoord is gewijzigd. Leg het nieuwe vast in de wachtwoordkluis van de gemeente."
READ_ONLY = "Dit plan is alleen te lezen. Het wachtwoord wijzigt u op de plek waar u in het plan werkt."
COPIES = (
    "RadPlan maakt zelf reservekopieën, hoogstens één per dag, en houdt de laatste vijf. Ze openen met het wachtwoord van dit"
    " plan."
)
NO_COPIES = (
    "Er zijn nog geen reservekopieën van dit plan op deze laptop. De eerste komt als u het plan sluit na een wijziging."
)
NO_FOLDER = "De map voor reservekopieën is niet te maken. Maak ruimte op deze laptop, en kijk of u in uw eigen map mag schrijven."


class PassphraseCard(Card):
    """Locks the plan with another passphrase."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        read_only = desk.session.read_only
        lines = titled(self, "Wachtwoord van dit plan", READ_ONLY if read_only else OTHERS)
        self.begin = Button("Wachtwoord wijzigen", icon_name="key-round")
        if read_only:
            self.begin.hide()
        self.begin.clicked.connect(self._begin)
        lines.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeft)
        self._form = QWidget()
        self._lines = column(self._form, gap=8)
        self._form.hide()
        lines.addWidget(self._form)
        self.waiting = Waiting(self)
        self._doing = Doing(desk.worker, self.waiting, self._given_up)
        lines.addWidget(self.waiting)
        self.outcome = words(role="good", wrap=True)
        self.error = words(role="error", wrap=True)
        for part in (self.outcome, self.error):
            lines.addWidget(part)
            part.hide()

    def _begin(self) -> None:
        """Ask for the passphrase. The lines are made anew each time, so that none stays filled in."""
        clear(self._lines)
        self.old = PassphraseLine(NOW)
        self.part = PassphrasePart(self._desk.worker)
        self.lacking = words(role="hint", wrap=True)
        self.button = Button("Wijzigen", "primary", "lock")
        self.cancel = Button(CANCEL)
        across = row(gap=10)
        across.addWidget(self.button)
        across.addWidget(self.cancel)
        across.addWidget(self.lacking, 1)
        self._lines.addWidget(words(NOW, "label"))
        self._lines.addWidget(self.old)
        self._lines.addWidget(self.part)
        self._lines.addLayout(across)
        self.old.textChanged.connect(self._show_ready)
        self.part.changed.connect(self._show_ready)
        self.button.clicked.connect(self._change)
        self.cancel.clicked.connect(self._end)
        self.begin.hide()
        self.outcome.hide()
        self.error.hide()
        self._form.show()
        self._show_ready()
        self.old.setFocus()

    def _show_ready(self) -> None:
        lacking = self.part.lacking() if self.old.text() else OLD_FIRST
        self.lacking.setText(lacking)
        self.button.setEnabled(not lacking)

    def _change(self) -> None:
        if not self._doing.is_free():
            return
        session, old, passphrase = self._desk.session, self.old.text(), self.part.first.text()
        session.settle()
        self._fix(fixed=True)
        self.error.hide()
        self._doing.begin(
            BUSY,
            lambda brake: safekeeping.change_passphrase(session, old, passphrase, brake),
            self._changed,
            self._failed,
            TOO_LATE,
        )

    def _fix(self, *, fixed: bool) -> None:
        """Let nothing be typed while the passphrase is changed; the line of progress has the button that gives it up."""
        for part in (self.old, self.part):
            part.setEnabled(not fixed)
        self.cancel.setVisible(not fixed)

    def _given_up(self) -> None:
        self._fix(fixed=False)
        self._show_ready()
        self.lacking.setText(GIVEN_UP)
        announce(self.lacking, GIVEN_UP)

    def _changed(self, _: None) -> None:
        self._end()
        self.outcome.setText(CHANGED)
        self.outcome.show()
        announce(self.outcome, CHANGED)
        self.changed.emit()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        self._fix(fixed=False)
        self._show_ready()
        self.error.setText(
            str(error) if isinstance(error, NotThePassphrase) else f"Het oude wachtwoord geldt nog. {error}"
        )
        self.error.show()
        announce(self.error, self.error.text(), at_once=True)
        if isinstance(error, NotThePassphrase):
            self.old.setFocus()
            self.old.selectAll()

    def _end(self) -> None:
        clear(self._lines)
        self._form.hide()
        self.error.hide()
        self.begin.show()
        self.begin.setFocus(Qt.FocusReason.OtherFocusReason)


class BackupsCard(Card):
    """The backup copies of this plan, newest first, and the folder in which they lie."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        lines = titled(self, "Reservekopieën", COPIES)
        self._list = column(gap=3)
        lines.addLayout(self._list)
        lines.addWidget(words("Map", "label"))
        self.folder = words(wrap=True)
        self.folder.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        lines.addWidget(self.folder)

    def refresh(self) -> None:
        """Look again which copies there are."""
        session = self._desk.session

        def look() -> tuple[Path, list[tuple[str, str]]]:
            return safekeeping.backup_folder(), [_said(path) for path in safekeeping.backups_of(session)]

        self._desk.worker.run(self, look, self._show, self._failed)

    def _show(self, found: tuple[Path, list[tuple[str, str]]]) -> None:
        folder, copies = found
        clear(self._list)
        self.folder.setText(str(folder))
        self.folder.setAccessibleName(f"Map met reservekopieën: {folder}")
        for when, name in copies:
            across = row(gap=12)
            across.addWidget(words(when))
            across.addWidget(words(name, "hint", wrap=True), 1)
            self._list.addLayout(across)
        if not copies:
            self._list.addWidget(words(NO_COPIES, "soft", wrap=True))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, OSError):
            raise error
        clear(self._list)
        self._list.addWidget(words(NO_FOLDER, "error", wrap=True))


def _said(path: Path) -> tuple[str, str]:
    """Return when a copy was made, and its name."""
    try:
        made = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except OSError:
        return "tijd onbekend", path.name
    return when_text(made), path.name
