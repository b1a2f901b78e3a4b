"""The card of a municipality's own forms: which folder, whether it is sound, and everything that is wrong in it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from radplan_desktop.acts.opening import guideline_for
from radplan_desktop.guideline import FormError, FormsError, Guideline
from radplan_desktop.ui.announce import announce
from radplan_desktop.ui.choices import Choices
from radplan_desktop.ui.look.panels import Card
from radplan_desktop.ui.look.plain import Button, clear, column, frame, row, words
from radplan_desktop.ui.preferences.cards import titled
from radplan_desktop.ui.work import Worker

HOW = (
    "Een gemeente kan eigen vragen en keuzes toevoegen, in een map met formulieren. Ze gelden voor plannen die u vanaf nu maakt;"
    " een plan dat al eigen formulieren heeft, houdt die."
)
NONE = "Er zijn geen eigen formulieren in gebruik."
CHECKING = "De formulieren worden nagekeken…"
UNREADABLE = "Deze map is niet te lezen. Controleer of zij er nog is en of u erin mag."
MOST = 60


class Mistakes(QFrame):
    """What is wrong in the forms, file by file: where, what, and what to do."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "danger")
        self._lines = column(self, (14, 10, 14, 10), 6)

    def show_errors(self, errors: Iterable[FormError]) -> None:
        """List mistakes."""
        clear(self._lines)
        found = sorted(errors)
        for file, group in groupby(found[:MOST], key=lambda error: error.file):
            self._lines.addWidget(words(file or "Alle bestanden", "strong", wrap=True))
            for error in group:
                self._lines.addWidget(_mistake(error))
        if len(found) > MOST:
            self._lines.addWidget(words(f"En nog {len(found) - MOST} andere. Verbeter eerst deze.", wrap=True))


class FormsCard(Card):
    """A folder is taken into use only when nothing is wrong in it."""

    def __init__(self, choices: Choices, worker: Worker) -> None:
        super().__init__()
        self._choices, self._worker = choices, worker
        self._tried: Path | None = choices.now.forms_overlay
        lines = titled(self, "Formulieren van de gemeente", HOW)
        self.folder = words(wrap=True)
        self.folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.verdict = words(wrap=True)
        self.mistakes = Mistakes()
        self.choose = Button("Kies een map…", icon_name="folder-open")
        self.again = Button("Opnieuw nakijken", icon_name="refresh-cw")
        self.drop = Button("Niet meer gebruiken", "quiet")
        for part in (self.folder, self.verdict, self.mistakes):
            lines.addWidget(part)
        across = row(gap=10)
        for button in (self.choose, self.again, self.drop):
            across.addWidget(button)
        across.addStretch()
        lines.addSpacing(4)
        lines.addLayout(across)
        self.choose.clicked.connect(self._choose)
        self.again.clicked.connect(self.check)
        self.drop.clicked.connect(self._drop)
        self._show("", "")

    def check(self) -> None:
        """Look through the folder; what is there may have changed."""
        folder = self._tried
        if folder is None:
            return
        self._show(CHECKING, "hint")
        self._worker.run(self, lambda: guideline_for(folder), self._sound, self._wrong)

    def _choose(self) -> None:
        chosen = self._choices.ask_folder(self._tried)
        if chosen is not None:
            self._tried = chosen
            self.check()

    def _drop(self) -> None:
        self._tried = None
        self._choices.use_forms(None)
        self._show("", "")

    def _sound(self, guideline: Guideline) -> None:
        if self._choices.now.forms_overlay != self._tried:
            self._choices.use_forms(self._tried)
        title = guideline.overlay or "De eigen laag"
        self._show(f"In gebruik: {title}. Er staan geen fouten in. {self._choices.notice}".strip(), "good")

    def _wrong(self, error: Exception) -> None:
        if isinstance(error, OSError):
            self._show(UNREADABLE, "error")
            return
        if not isinstance(error, FormsError):
            raise error
        number = len(error.errors)
        faults = "Er is 1 fout gevonden" if number == 1 else f"Er zijn {number} fouten gevonden"
        state = "De map is niet in gebruik genomen."
        if self._choices.now.forms_overlay == self._tried:
            state = "Zolang ze er staan, kunt u geen nieuw plan maken met deze formulieren."
        self._show(f"{faults}. {state}", "error")
        self.mistakes.show_errors(error.errors)
        self.mistakes.show()

    def _show(self, verdict: str, role: str) -> None:
        used = self._choices.now.forms_overlay
        self.folder.setText(str(self._tried) if self._tried is not None else NONE)
        self.verdict.setText(verdict)
        self.verdict.setProperty("role", role)
        self.verdict.style().unpolish(self.verdict)
        self.verdict.style().polish(self.verdict)
        self.verdict.setVisible(bool(verdict))
        announce(self.verdict, verdict)
        self.mistakes.hide()
        self.again.setVisible(self._tried is not None)
        self.drop.setVisible(used is not None)


def _mistake(error: FormError) -> QWidget:
    holder = frame()
    lines = column(holder, (0, 0, 0, 2), 1)
    if error.path:
        lines.addWidget(words(error.path, "label", wrap=True))
    lines.addWidget(words(f"{error.problem} {error.remedy}", wrap=True))
    return holder
