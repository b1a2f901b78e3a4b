"""The documents that can be made of a plan, each saved as PDF where the user wants it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from radplan_desktop.acts.printing import documents, print_document
from radplan_desktop.guideline.model import DocumentSpec
from radplan_desktop.host.files import write_atomically
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.look.panels import CARD_MARGINS
from radplan_desktop.ui.look.plain import Button, Chip, Scroll, column, row, words
from radplan_desktop.ui.pages.card import CLASSES
from radplan_desktop.ui.places import Place

AskPath = Callable[[str], Path | None]
"""Asks where to save a file of this name; None when the user gave up."""


class DocumentCard(QFrame):
    """One document."""

    def __init__(self, desk: Desk, spec: DocumentSpec, ask: AskPath) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.spec = spec
        self._desk, self._ask = desk, ask
        lines = column(self, CARD_MARGINS, 4)
        head = row(gap=10)
        head.addWidget(words(spec.title, "h2"), 1)
        head.addWidget(Chip(f"Voor: {CLASSES[spec.edition].lower()}", "neutral"))
        lines.addLayout(head)
        chapters = len(spec.chapters)
        lines.addWidget(words(f"{chapters} hoofdstukken, gemaakt van uw antwoorden van nu.", "hint", wrap=True))
        lines.addSpacing(6)
        foot = row(gap=12)
        self.button = Button("Opslaan als PDF…", icon_name="file-down")
        self.button.setAccessibleName(f"{spec.title}: opslaan als PDF")
        self.button.clicked.connect(self._save)
        self.outcome = words(role="hint", wrap=True)
        foot.addWidget(self.button)
        foot.addWidget(self.outcome, 1)
        lines.addLayout(foot)

    def _save(self) -> None:
        target = self._ask(f"{self._desk.session.file_name} - {self.spec.title}.pdf")
        if target is None:
            return
        session, document = self._desk.session, self.spec.id
        session.settle()
        self.button.setEnabled(False)
        self.outcome.setText("Het document wordt gemaakt…")
        self._desk.worker.run(self, lambda: _write(target, print_document(session, document)), self._done, self._failed)

    def _done(self, target: Path) -> None:
        self.button.setEnabled(True)
        self.outcome.setText(f"Opgeslagen als {target.name}.")

    def _failed(self, error: Exception) -> None:
        self.button.setEnabled(True)
        if not isinstance(error, OSError):
            raise error
        self.outcome.setText("Het bestand kon daar niet worden opgeslagen. Kies een andere plek. Uw plan staat veilig.")


class DocumentsPage(Scroll):
    """All documents."""

    def __init__(self, desk: Desk, ask: AskPath) -> None:
        body = QWidget()
        body.setObjectName("scrollBody")
        super().__init__(body)
        lines = column(body, (24, 16, 18, 16), 12)
        self.cards = {spec.id: DocumentCard(desk, spec, ask) for spec in documents(desk.guideline)}
        for card in self.cards.values():
            lines.addWidget(card)
        lines.addStretch()

    def enter(self, place: Place) -> None:
        """Put the focus on the first document."""
        del place
        first = next(iter(self.cards.values()), None)
        if first is not None:
            first.button.setFocus(Qt.FocusReason.TabFocusReason)

    def leave(self) -> None:
        """Nothing to note."""


def _write(target: Path, content: bytes) -> Path:
    write_atomically(target, content)
    return target
