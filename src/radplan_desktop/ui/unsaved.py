"""What stands above the page while a plan cannot be closed: what happened, what can be done, and what would be lost."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from radplan_desktop.ui.announce import announce
from radplan_desktop.ui.look.icons import IconLabel
from radplan_desktop.ui.look.panels import paint_bar
from radplan_desktop.ui.look.plain import Button, clear, column, restyle, row, words
from radplan_desktop.ui.look.waiting import Waiting

NAMED = 4
RETRY, KEEP, ABANDON = "Opnieuw proberen", "Kopie elders bewaren…", "Toch sluiten"
SURE, STAY, CLOSE = "Sluiten zonder deze antwoorden", "Niet sluiten", "Plan sluiten"
COPYING, NOT_COPIED = "De kopie wordt gemaakt…", "De kopie is niet gemaakt."


class UnsavedNotice(QFrame):
    """Says it, with a button for each way on."""

    retried = Signal()
    kept = Signal()
    """A copy is wanted elsewhere."""
    abandoned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "danger")
        self._bold, self._rest = words(role="strong", wrap=True), words(role="soft", wrap=True)
        self._ways = row(gap=10)
        self.waiting = Waiting(self)
        self._sentence, self._lost, self._good = "", "", False
        across = row(self, (16, 10, 14, 10), 12)
        self._mark = IconLabel("triangle-alert", 20, "danger")
        across.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        lines = column(gap=3)
        for part in (self._bold, self._rest):
            lines.addWidget(part)
        lines.addSpacing(5)
        lines.addLayout(self._ways)
        lines.addWidget(self.waiting)
        across.addLayout(lines, 1)

    def say(self, sentence: str, unsaved: Sequence[str]) -> None:
        """Say why, and offer the three ways on; ``unsaved`` names the questions that are not in the file yet."""
        self._sentence, self._lost = sentence, listed(unsaved)
        self._begin()

    def _begin(self) -> None:
        lost = f" Nog niet in het planbestand: {self._lost}." if self._lost else ""
        self._show("Het plan is nog niet gesloten: niet alles is opgeslagen.", f"{self._sentence}{lost}")
        self._offer((RETRY, self.retried.emit), (KEEP, self.kept.emit), (ABANDON, self._warn))

    def _warn(self) -> None:
        what = self._lost or "wat nog niet is opgeslagen"
        self._show(
            f"Dit gaat verloren als u nu sluit: {what}.", "De rest van het plan staat veilig in het planbestand."
        )
        self._offer((STAY, self._begin), (KEEP, self.kept.emit), (SURE, self.abandoned.emit))

    @property
    def good(self) -> bool:
        """Whether it says that a copy was kept."""
        return self._good

    def say_copying(self) -> None:
        """Say at once that the copy is being made, for the ways on are gone meanwhile; the focus is where it can be given up."""
        self._rest.setText("Uw antwoorden blijven op het scherm staan.")
        self._offer()
        self.waiting.insist()
        self.waiting.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_kept(self, path: Path, *, whole: bool) -> None:
        """Say where the copy is, and what is in it."""
        what = "Alles staat erin" if whole else "Al uw antwoorden staan erin, maar niet de geschiedenis en de bijlagen"
        self._show(
            f"De kopie is bewaard als {path.name}.",
            f"{what}. Zij opent met hetzelfde wachtwoord. Werk voortaan daarin verder. Plek: {path.parent}",
            good=True,
        )
        self._offer((CLOSE, self.abandoned.emit), (RETRY, self.retried.emit))

    def say_not_kept(self, sentence: str = "Uw antwoorden staan nog op het scherm.") -> None:
        """Say that there is no copy, and why; offer the ways again."""
        self._begin()
        self._rest.setText(f"{NOT_COPIED} {sentence}")
        announce(self, self._rest.text())

    def _show(self, bold: str, rest: str, *, good: bool = False) -> None:
        self._good = good
        restyle(self, "role", "info" if good else "danger")
        self._mark.show_icon("circle-check" if good else "triangle-alert", "primary" if good else "danger")
        self._bold.setText(bold)
        self._rest.setText(rest)
        self.setAccessibleName(f"{bold} {rest}")
        self.show()
        announce(self, self.accessibleName(), at_once=not good)

    def _offer(self, *ways: tuple[str, object]) -> None:
        clear(self._ways)
        for place, (text, act) in enumerate(ways):
            button = Button(text, size="small")
            button.setAccessibleDescription(self._bold.text())
            button.clicked.connect(lambda _=False, one=act: one())
            self._ways.addWidget(button)
            if not place:
                button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._ways.addStretch()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame and its edge."""
        super().paintEvent(event)
        paint_bar(self, 4, 6, "primary" if self._good else "danger")


def listed(names: Sequence[str]) -> str:
    """Return names as one reads them: 'Hoofddoel, Naam en nog 3 andere'."""
    shown, more = list(names[:NAMED]), len(names) - NAMED
    if more > 0:
        return f"{', '.join(shown)} en nog {more} andere"
    return " en ".join(filter(None, (", ".join(shown[:-1]), *shown[-1:])))


class Cover(QWidget):
    """Hides a plan while it is being closed, and says so."""

    def __init__(self, over: QWidget, sentence: str) -> None:
        super().__init__(over)
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        lines = column(self)
        lines.addStretch()
        said = words(sentence, "h2")
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        lines.addWidget(said)
        lines.addStretch()
        self.setAccessibleName(sentence)
        self.setGeometry(over.rect())
        self.show()
        self.raise_()
        announce(self, sentence)
