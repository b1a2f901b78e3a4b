"""The pages of an open plan: made when one first goes there, and kept for a while, so that going back is immediate."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget, QWidget

from radplan_desktop.ui.asides import asides
from radplan_desktop.ui.board.screen import board_screen
from radplan_desktop.ui.choices import Choices
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.documents.page import DocumentsPage
from radplan_desktop.ui.gates.page import GatesPage
from radplan_desktop.ui.keeping.screen import panel_screen
from radplan_desktop.ui.pages.points import PointsPage
from radplan_desktop.ui.pages.section import SectionPage
from radplan_desktop.ui.places import ITEMISED, Place, Screen, section_of
from radplan_desktop.ui.register.screen import register_screen
from radplan_desktop.ui.sheet.screen import sheet_screen
from radplan_desktop.ui.tracks.page import TrackPage

KEPT = 12
"""How many pages stay made."""


class KeptPages:
    """Makes the page of a place in a stack, and lets the one go that was shown longest ago; ``going`` is called before that."""

    def __init__(self, desk: Desk, choices: Choices, stack: QStackedWidget, going: Callable[[], None]) -> None:
        self._desk, self._stack, self._going = desk, stack, going
        self.asides = asides(desk, choices, stack)
        self._pages: OrderedDict[Place, QWidget] = OrderedDict()

    def at(self, place: Place) -> QWidget:
        """Return the page of a place."""
        key = Place(place.screen, place.section, place.item if place.screen in ITEMISED else "")
        page = self._pages.pop(key, None)
        if page is None:
            page = self._make(key)
            self._stack.addWidget(page)
        self._pages[key] = page
        while len(self._pages) > KEPT:
            _, old = self._pages.popitem(last=False)
            self._going()
            self._stack.removeWidget(old)
            old.deleteLater()
        return page

    def _make(self, place: Place) -> QWidget:
        if place.screen in self.asides:
            return self.asides[place.screen]()
        desk, stack = self._desk, self._stack
        makers: dict[Screen, Callable[[], QWidget]] = {
            Screen.REGISTER: lambda: register_screen(desk, place, stack),
            Screen.SHEET: lambda: sheet_screen(desk, place),
            Screen.PANEL: lambda: panel_screen(desk, place, stack),
            Screen.BOARD: lambda: board_screen(desk, place, stack),
            Screen.POINTS: lambda: PointsPage(desk, stack),
            Screen.GATES: lambda: GatesPage(desk, stack),
            Screen.TRACK: lambda: TrackPage(desk, desk.guideline.tracks[place.item], stack),
            Screen.DOCUMENTS: lambda: DocumentsPage(desk, desk.asks.path),
            Screen.SECTION: lambda: SectionPage(desk, section_of(desk.guideline, place.section), stack),
        }
        return makers[place.screen]()
