"""The first time: who works here."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from radplan_desktop.host.preferences import Officer
from radplan_desktop.ui.look.panels import Card
from radplan_desktop.ui.look.plain import Button, column, words
from radplan_desktop.ui.start.brand import LEAD, BrandPanel, Route
from radplan_desktop.ui.start.entrance import Entrance

QUESTIONS = (
    ("Uw naam", "Bijvoorbeeld: M. Hoekstra"),
    ("Uw functie", "Bijvoorbeeld: beleidsadviseur veiligheid"),
    ("Uw organisatie", "Bijvoorbeeld: gemeente Lindeveld"),
)


class OfficerScreen(Entrance):
    """Three questions; only the name is needed to go on."""

    answered = Signal(object)
    cancelled = Signal()

    def __init__(self, officer: Officer) -> None:
        promise = ("Uw gegevens blijven op deze laptop en in de plannen die u maakt.",)
        brand = BrandPanel(Route(), "Alles blijft op deze laptop", "wifi-off", promise, lead=LEAD)
        below = "Uw naam staat bij uw wijzigingen in de geschiedenis van een plan. U vult dit één keer in."
        super().__init__(brand, "Wie bent u?", below)
        card = Card()
        lines = column(card, (24, 18, 24, 22), 3)
        self.lines: list[QLineEdit] = []
        for (question, example), known in zip(
            QUESTIONS, (officer.name, officer.function, officer.organisation), strict=True
        ):
            line = QLineEdit(known)
            line.setPlaceholderText(example)
            line.setAccessibleName(question)
            line.textChanged.connect(self._show_ready)
            lines.addWidget(words(question, "label"))
            lines.addWidget(line)
            lines.addSpacing(8)
            self.lines.append(line)
        for line, after in pairwise(self.lines):
            line.returnPressed.connect(after.setFocus)
        self.lines[-1].returnPressed.connect(self._go_on)
        self.body.addWidget(card)
        back = Button("Annuleren", size="large")
        back.clicked.connect(self.cancelled)
        self._why = words("Vul eerst uw naam in.", "hint")
        self.button = Button("Verder", "primary", size="large")
        self.button.clicked.connect(self._go_on)
        self.foot.addWidget(back)
        self.foot.addStretch()
        self.foot.addWidget(self._why)
        self.foot.addWidget(self.button)
        self._show_ready()

    def focus(self) -> None:
        """Put the focus on the first question."""
        self.lines[0].setFocus()

    def _show_ready(self) -> None:
        ready = bool(self.lines[0].text().strip())
        self.button.setEnabled(ready)
        self._why.setVisible(not ready)

    def _go_on(self) -> None:
        if self.button.isEnabled():
            self.answered.emit(Officer(*(line.text().strip() for line in self.lines)))
