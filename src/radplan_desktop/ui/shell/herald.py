"""Says aloud what an open plan shows by itself: where one is, that all is saved, what came back, and what was reached."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from radplan_desktop.plan.values import Cell
from radplan_desktop.ui.announce import announce
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.places import Place, Screen, section_of, title


class Herald(QObject):
    """Speaks for the screen of a plan.

    Of saving it tells no more than the rail shows: the minute, when it is another one; that writing failed is told by its banner.
    """

    def __init__(self, desk: Desk, screen: QWidget) -> None:
        super().__init__(screen)
        self._desk, self._screen = desk, screen
        self._standing = desk.standing
        self._minute = ""
        desk.bridge.saved.connect(self._saved)
        desk.bridge.failed.connect(self._failed)
        desk.bridge.restored.connect(self._restored)
        desk.reckoned.connect(self._reckoned)

    def _say(self, sentence: str) -> None:
        announce(self._screen, sentence)

    def arrived(self, place: Place, page: QWidget) -> None:
        """Say where one is now, and name the page after it: whoever walks into the page hears that too."""
        page.setAccessibleName(spoken_place(self._desk, place))
        self._say(page.accessibleName())

    def save_asked(self) -> None:
        """Answer whoever saves by hand, even within the same minute."""
        self._minute = ""
        if not self._desk.session.pending:
            self._saved(self._desk.session.saved_at)

    def _saved(self, at: datetime | None) -> None:
        minute = f"Opgeslagen {at:%H:%M}." if at is not None else "Alles is opgeslagen."
        if minute != self._minute:
            self._minute = minute
            self._say(minute)

    def _failed(self) -> None:
        self._minute = ""

    def _restored(self, cells: frozenset[Cell]) -> None:
        many = "1 antwoord" if len(cells) == 1 else f"{len(cells)} antwoorden"
        self._say(f"Hersteld: {many} van de vorige keer.")

    def _reckoned(self) -> None:
        before, now = self._standing, self._desk.standing
        self._standing = now
        for spec in self._desk.guideline.gates:
            if now.progress.met[spec.gate] and not before.progress.met[spec.gate]:
                self._say(f"Mijlpaal gehaald: {spec.label}.")
        if before.reviewed:
            for cell in now.remarks.keys() - before.remarks.keys():
                self._say(now.remarks[cell])


def spoken_place(desk: Desk, place: Place) -> str:
    """Return the name of a place as it is said: with the number of its section."""
    if place.screen is Screen.SECTION:
        section = section_of(desk.guideline, place.section)
        if section.number:
            return f"Onderdeel {section.number}, {section.title}"
    return title(desk.guideline, place)
