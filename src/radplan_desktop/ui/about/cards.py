"""The cards about the program. Every licence can be read in full."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QPlainTextEdit

from radplan_desktop import __version__
from radplan_desktop.host import credits as owed
from radplan_desktop.host.credits import Credit
from radplan_desktop.ui.look.icons import IconLabel
from radplan_desktop.ui.look.panels import CARD_MARGINS, Card
from radplan_desktop.ui.look.plain import Button, column, row, rule, words

LICENCE = (
    "RadPlan is vrije software onder de EUPL, versie 1.2: de openbare licentie van de Europese Unie. U mag het gebruiken,"
    " bekijken, aanpassen en delen. Er is geen garantie."
)
GUIDELINE = "‘Geleerde lessen andere interventies’"
SOURCE = (
    "De vragen volgen deze pagina uit de Toolkit Evidence-Based Werken van de Expertise-unit Sociale Stabiliteit. De uitleg in"
    " RadPlan is in eigen woorden en is geen uitgave van de Expertise-unit."
)
OFFLINE = (
    "Dit programma bevat geen netwerkcode. RadPlan zoekt nergens verbinding: er gaan geen antwoorden, geen statistiek en geen"
    " foutmeldingen naar buiten, en het haalt geen updates op."
)
NOT_YET = (
    "Bouwstenen van anderen, zoals Python, kunnen van zichzelf wel een netwerk gebruiken; RadPlan vraagt dat niet. Een"
    " slot waarmee het besturingssysteem elke verbinding weigert, zit nog niet in deze versie."
)
READ, CLOSE = "Licentie lezen", "Licentie sluiten"
UNKNOWN = "Deze installatie heeft geen licentietekst bij zich. De tekst staat in het pakket van de maker."
HIGH = 280


class Readable(QFrame):
    """A button that opens the text of a licence below it. The text is read when it is first asked for."""

    def __init__(self, name: str, read: Callable[[], str]) -> None:
        super().__init__()
        self._name, self._read = name, read
        self._lines = column(self, gap=6)
        self.button = Button(READ, "quiet", "scroll-text", size="small")
        self.button.setAccessibleName(f"{READ}: {name}")
        self.button.clicked.connect(self._toggle)
        self._lines.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.text: QPlainTextEdit | None = None

    def _toggle(self) -> None:
        if self.text is None:
            self.text = QPlainTextEdit(self._read() or UNKNOWN)
            self.text.setReadOnly(True)
            self.text.setTabChangesFocus(True)
            self.text.setFixedHeight(HIGH)
            self.text.setAccessibleName(f"Licentietekst: {self._name}")
            self.text.hide()
            self._lines.addWidget(self.text)
        shown = self.text.isHidden()
        self.text.setVisible(shown)
        self.button.setText(CLOSE if shown else READ)
        self.button.setAccessibleName(f"{self.button.text()}: {self._name}")
        if shown:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)


def add_cards(lines: QBoxLayout) -> Readable:
    """Put the cards in a layout; return what has the first focus."""
    own = Card()
    inside = column(own, CARD_MARGINS, 4)
    inside.addWidget(words("RadPlan Desktop", "h2"))
    inside.addWidget(words(f"Versie {__version__}"))
    inside.addWidget(words(LICENCE, "soft", wrap=True))
    licence = Readable("RadPlan Desktop, EUPL-1.2", owed.own_licence)
    inside.addWidget(licence)
    lines.addWidget(own)
    lines.addWidget(_said("book-open", "Waar de vragen vandaan komen", GUIDELINE, SOURCE))
    lines.addWidget(_said("wifi-off", "Geen internet", OFFLINE, NOT_YET))
    lines.addWidget(_credits_card())
    return licence


def _said(icon_name: str, title: str, bold: str, rest: str) -> Card:
    card = Card()
    across = row(card, CARD_MARGINS, 14)
    across.addWidget(IconLabel(icon_name, 22).at_top())
    inside = column(gap=4)
    inside.addWidget(words(title, "h2", wrap=True))
    inside.addWidget(words(bold, wrap=True))
    inside.addWidget(words(rest, "soft", wrap=True))
    across.addLayout(inside, 1)
    return card


def _credits_card() -> Card:
    card = Card()
    inside = column(card, CARD_MARGINS, 6)
    inside.addWidget(words("Gemaakt met werk van anderen", "h2", wrap=True))
    inside.addWidget(words("Dank aan de makers. Elk werk houdt zijn eigen licentie.", "hint", wrap=True))
    for credit in owed.credits_of():
        inside.addWidget(rule())
        inside.addLayout(_credit(credit))
    return card


def _credit(credit: Credit) -> QBoxLayout:
    lines = column(gap=1)
    versions = dict.fromkeys(version for package in credit.packages if (version := owed.version_of(package)))
    lines.addWidget(words(" ".join((credit.name, *versions)), "strong", wrap=True))
    lines.addWidget(
        words(f"{credit.use}. {credit.by[:1].upper()}{credit.by[1:]}. Licentie: {credit.licence}.", "hint", wrap=True)
    )
    lines.addWidget(Readable(credit.name, lambda: owed.text_of(credit)))
    return lines
