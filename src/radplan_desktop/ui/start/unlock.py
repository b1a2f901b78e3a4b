"""Opening a planbestand with its passphrase."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from radplan_desktop.ui.announce import announce
from radplan_desktop.ui.look.drawing import Drawing
from radplan_desktop.ui.look.icons import IconLabel
from radplan_desktop.ui.look.panels import Banner, Card
from radplan_desktop.ui.look.plain import Button, column, row, words
from radplan_desktop.ui.look.waiting import Waiting
from radplan_desktop.ui.start.brand import BrandPanel, locked
from radplan_desktop.ui.start.entrance import Entrance
from radplan_desktop.ui.start.passphrase import PassphraseLine
from radplan_desktop.ui.start.start_screen import whereabouts

PATIENCE = "U kunt het zo vaak proberen als nodig is. Elke poging duurt met opzet even."
FORGOTTEN = (
    "Dan blijft dit plan dicht. Niemand kan het wachtwoord herstellen. Kijk in de wachtwoordkluis van de gemeente, of vraag een"
    " collega die een eigen kopie heeft."
)

CLOSED, OPEN_IT = "Planbestand openen", "Voer het wachtwoord in. Zolang het plan dicht is, is er niets van te lezen."
OPENING, GIVEN_UP = "Bezig met openen…", "Het plan is niet geopend."
LOCKED = "Vergrendeld"
GO_ON = "Alles is opgeslagen en het plan is dicht. Voer het wachtwoord in, dan gaat u verder waar u was."


def _locked(path: Path) -> QWidget:
    drawing = QWidget()
    lines = column(drawing, (0, 38, 0, 0), 1)
    ring = Drawing(locked)
    ring.setFixedSize(QSize(120, 120))
    lines.addWidget(ring)
    lines.addSpacing(20)
    lines.addWidget(words("Planbestand", "brandSoft"))
    lines.addWidget(words(path.stem, "brandBig", wrap=True))
    lines.addWidget(words(whereabouts(path.parent), "brandSoft", wrap=True))
    return drawing


class UnlockScreen(Entrance):
    """Asks for the passphrase of one file."""

    tried = Signal(str)
    other_wanted = Signal()

    def __init__(self, path: Path, *, locked: bool = False) -> None:
        promise = ("Het wachtwoord wordt nergens bewaard en nergens heen gestuurd.",)
        brand = BrandPanel(_locked(path), "Alles blijft op deze laptop", "wifi-off", promise)
        heading, below = (LOCKED, GO_ON) if locked else (CLOSED, OPEN_IT)
        super().__init__(brand, heading, below)
        self.path = path
        self._locked = locked
        self.body.addWidget(self._card())
        forgotten = Banner("warn", "key-round")
        self.body.addWidget(forgotten)
        forgotten.say("Wachtwoord vergeten?", FORGOTTEN)
        other = Button("Ander planbestand kiezen", size="large")
        other.clicked.connect(self.other_wanted)
        self.foot.addWidget(other)
        self.foot.addStretch()

    def show_practice(self, practice: str) -> None:
        """Say that this is a shipped example, and its practice passphrase."""
        banner = Banner("info", "info")
        self.body.insertWidget(0, banner)
        banner.say("Dit is een voorbeeldplan.", f"Het oefenwachtwoord is: {practice}", "Vul het in")
        banner.pressed.connect(lambda: self.line.setText(practice))
        banner.pressed.connect(self.focus)

    def _card(self) -> Card:
        card = Card()
        card.setProperty("active", "edge")
        lines = column(card, (24, 22, 24, 22), 3)
        lines.addWidget(words("Wachtwoord", "label"))
        self.line = PassphraseLine("Wachtwoord van dit plan", PATIENCE)
        self.line.returnPressed.connect(self._try)
        self.button = Button("Openen", "primary", "lock-open", size="large")
        self.button.setProperty("beside", True)
        self.button.clicked.connect(self._try)
        across = row(gap=12)
        across.addWidget(self.line, 1)
        across.addWidget(self.button)
        lines.addLayout(across)
        lines.addSpacing(6)
        wrong = row(gap=8)
        self._mark = IconLabel("circle-alert", 18, "danger")
        self.error = words(role="error", wrap=True)
        wrong.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        wrong.addWidget(self.error, 1)
        lines.addLayout(wrong)
        lines.addWidget(words(PATIENCE, "hint", wrap=True))
        self.waiting = Waiting(self)
        lines.addWidget(self.waiting)
        self._stopped = words(GIVEN_UP, "hint")
        lines.addWidget(self._stopped)
        self._stopped.hide()
        self._mark.hide()
        self.error.hide()
        return card

    def show_given_up(self) -> None:
        """Say that it was not opened after all."""
        self.show_error("")
        self._stopped.show()
        self.focus()
        announce(self._stopped, GIVEN_UP)

    def focus(self) -> None:
        """Put the focus where the passphrase is typed."""
        self.line.setFocus()
        if self._locked:
            announce(self, f"{LOCKED}. {GO_ON}")
            self._locked = False

    def _try(self) -> None:
        if self.line.text() and self.button.isEnabled():
            self.show_error("")
            self.button.setEnabled(False)
            self.button.setText(OPENING)
            self.line.setReadOnly(True)
            self.tried.emit(self.line.text())

    def show_error(self, sentence: str) -> None:
        """Say why the plan stays closed, and let the user try again."""
        self._stopped.hide()
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        self._mark.setVisible(bool(sentence))
        self.line.setAccessibleDescription(sentence or PATIENCE)
        self.button.setEnabled(True)
        self.button.setText("Openen")
        self.line.setReadOnly(False)
        if sentence:
            self.line.setFocus()
            self.line.selectAll()
            announce(self.line, sentence, at_once=True)
