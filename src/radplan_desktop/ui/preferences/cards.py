"""The cards of what holds for this laptop: colours and text size, and who works here."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QLineEdit, QVBoxLayout

from radplan_desktop.host.preferences import LOCK_AFTER, TEXT_SIZES, Officer, Theme
from radplan_desktop.ui.choices import Choices
from radplan_desktop.ui.look.marks import Radio
from radplan_desktop.ui.look.panels import CARD_MARGINS, Card
from radplan_desktop.ui.look.plain import column, row, words
from radplan_desktop.ui.start.officer import QUESTIONS

THEMES = ((Theme.SYSTEM, "Zoals dit systeem"), (Theme.LIGHT, "Licht"), (Theme.DARK, "Donker"))
SIZES = dict(zip(TEXT_SIZES, ("Gewoon", "Groter", "Grootst"), strict=True))
NAMELESS = "Vul uw naam in. Zonder naam is niet te zien wie iets wijzigde."
KEPT = "Bewaard."
LOCKING = (
    "Zonder toetsen of muis gaat een open plan vanzelf dicht. Alles is dan opgeslagen; met het wachtwoord gaat u verder waar u was."
    " Meteen vergrendelen kan met Ctrl+L."
)


def titled(card: Card, title: str, hint: str = "") -> QVBoxLayout:
    """Return the layout of a card below its title."""
    lines = column(card, CARD_MARGINS, 4)
    lines.addWidget(words(title, "h2", wrap=True))
    if hint:
        lines.addWidget(words(hint, "hint", wrap=True))
    return lines


class LookCard(Card):
    """Colours and text size."""

    def __init__(self, choices: Choices) -> None:
        super().__init__()
        self._choices = choices
        self.themes = {theme: Radio(label) for theme, label in THEMES}
        self.sizes = {size: Radio(f"{label} ({size}%)") for size, label in SIZES.items()}
        lines = titled(self, "Weergave")
        for name, radios in (("Kleuren", self.themes), ("Tekstgrootte", self.sizes)):
            group = QButtonGroup(self)
            across = row(gap=18)
            for radio in radios.values():
                group.addButton(radio)
                radio.setAccessibleName(f"{name}: {radio.text()}")
                across.addWidget(radio)
            across.addStretch()
            lines.addWidget(words(name, "label"))
            lines.addLayout(across)
        for theme, radio in self.themes.items():
            radio.clicked.connect(lambda _=False, one=theme: choices.choose_theme(one))
        for size, radio in self.sizes.items():
            radio.clicked.connect(lambda _=False, one=size: choices.choose_text_size(one))
        choices.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what is chosen now; a shortcut may have changed it."""
        now = self._choices.now
        self.themes[now.theme].setChecked(True)
        self.sizes[now.text_size].setChecked(True)

    def focus(self) -> None:
        """Put the focus on what is chosen."""
        self.themes[self._choices.now.theme].setFocus(Qt.FocusReason.OtherFocusReason)


class LockCard(Card):
    """After how many minutes without input a plan locks."""

    def __init__(self, choices: Choices) -> None:
        super().__init__()
        self._choices = choices
        self.minutes = {minutes: Radio(f"Na {minutes} minuten") for minutes in LOCK_AFTER}
        lines = titled(self, "Vergrendelen", LOCKING)
        group, across = QButtonGroup(self), row(gap=18)
        for minutes, radio in self.minutes.items():
            group.addButton(radio)
            radio.setAccessibleName(f"Vergrendelen: {radio.text()}")
            radio.clicked.connect(lambda _=False, one=minutes: choices.choose_lock_after(one))
            across.addWidget(radio)
        across.addStretch()
        lines.addLayout(across)
        choices.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what is chosen now."""
        self.minutes[self._choices.now.lock_after].setChecked(True)


class OfficerCard(Card):
    """Who works here. Kept when a line is left."""

    named = Signal(object)
    """The Officer of now."""

    def __init__(self, choices: Choices) -> None:
        super().__init__()
        self._choices = choices
        lines = titled(
            self,
            "Uw gegevens",
            "Ze staan bij uw wijzigingen in de geschiedenis, vanaf nu. Oudere regels blijven zoals ze zijn.",
        )
        self.lines: list[QLineEdit] = []
        known = choices.now.officer
        for (question, example), text in zip(QUESTIONS, (known.name, known.function, known.organisation), strict=True):
            line = QLineEdit(text)
            line.setPlaceholderText(example)
            line.setAccessibleName(question)
            line.editingFinished.connect(self._keep)
            lines.addWidget(words(question, "label"))
            lines.addWidget(line)
            self.lines.append(line)
        self.said: QLabel = words(role="hint", wrap=True)
        self.error: QLabel = words(NAMELESS, "error", wrap=True)
        for part in (self.said, self.error):
            lines.addWidget(part)
            part.hide()

    def _keep(self) -> None:
        officer = Officer(*(line.text().strip() for line in self.lines))
        self.error.setVisible(not officer.name)
        if not officer.name or officer == self._choices.now.officer:
            self.said.hide()
            return
        self._choices.name_officer(officer)
        self.said.setText(self._choices.notice or KEPT)
        self.said.show()
        self.named.emit(officer)
