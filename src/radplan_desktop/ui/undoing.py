"""Undo and redo by act, told aloud; what changed where one does not see it is said above the page, with the way there."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from radplan_desktop.acts.session import Session
from radplan_desktop.acts.undoing import UndoOutcome
from radplan_desktop.guideline.model import Guideline
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.progress import OVERRIDE
from radplan_desktop.plan.values import Cell
from radplan_desktop.ui.announce import announce
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.fields.box import FieldBox
from radplan_desktop.ui.look.panels import Banner
from radplan_desktop.ui.places import NAMES, WITHIN, Place, Screen, place_of_cell, section_of

UNDONE, DONE_AGAIN = "Ongedaan gemaakt", "Opnieuw gedaan"
NOTHING = "Er is niets om ongedaan te maken."
SKIPPED = "Wat daarna nog is gewijzigd, bleef staan."
THERE = "Naar de vraag"


def undo(session: Session, source: QWidget) -> UndoOutcome | None:
    """Undo the last act, and say which on behalf of a widget; None when there was none."""
    outcome = session.undo()
    announce(source, NOTHING if outcome is None else f"{UNDONE}: {_told(outcome)}")
    return outcome


def _told(outcome: UndoOutcome, where: str = "") -> str:
    return " ".join((f"{outcome.title}{where}.", *([SKIPPED] if outcome.skipped else [])))


class Undoing(Banner):
    """Undoes and does again, and says what that was where one does not see it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("info", "history", closable=True)
        self._desk = desk
        self._place: Place | None = None
        self.pressed.connect(self._go)
        self.hide()

    def undo(self, here: Place, page: QWidget | None) -> None:
        """Undo the last act, and say which; ``here`` and ``page`` are what one looks at."""
        before, outcome = self._desk.answers, self._desk.session.undo()
        self.hide()
        if outcome is None:
            announce(page or self, NOTHING)
        else:
            self._tell(UNDONE, outcome, before, here, page)

    def redo(self, here: Place, page: QWidget | None) -> bool:
        """Do the act again that was undone last, and say which; False when there is none."""
        before, outcome = self._desk.answers, self._desk.session.redo()
        self.hide()
        if outcome is not None:
            self._tell(DONE_AGAIN, outcome, before, here, page)
        return outcome is not None

    def _tell(self, what: str, outcome: UndoOutcome, before: Answers, here: Place, page: QWidget | None) -> None:
        cells = outcome.cells or outcome.skipped
        place = self._place = place_of_act(cells, before, self._desk.answers)
        if page is not None and in_sight(cells, place, here, page):
            announce(page, f"{what}: {_told(outcome)}")
        else:
            where = named(self._desk.guideline, place) if place is not None else ""
            self.say(f"{what}:", _told(outcome, f" ({where})" if where else ""), THERE if place is not None else "")

    def _go(self) -> None:
        place = self._place
        self.hide()
        if place is not None:
            self._desk.go(place)


def place_of_act(cells: tuple[Cell, ...], before: Answers, now: Answers) -> Place | None:
    """Return where what an act changed is answered: where it stands now, else where it stood; None when it is asked nowhere."""
    for answers in (now, before):
        for cell in cells:
            if cell.field.startswith(OVERRIDE):
                return Place(Screen.GATES, item=cell.field.removeprefix(OVERRIDE))
            found = place_of_cell(answers, cell)
            if found is not None:
                gone = found.row and not now.exists(found.row)
                return replace(found, row="", field="") if gone else replace(found, field=_named(found.field))
    return None


def _named(field: str) -> str:
    """Return a field that stands in a form; none of those that say that a row is there, or in what order."""
    return "" if field.startswith("@") else field


def in_sight(cells: tuple[Cell, ...], place: Place | None, here: Place, page: QWidget) -> bool:
    """Whether a page shows, without scrolling, that these cells changed: in a field, or as a row that came, went or moved."""
    boxes = (box for box in page.findChildren(FieldBox) if box.isVisible() and box.cell in cells)
    if any(not box.visibleRegion().isEmpty() for box in boxes):
        return True
    if place is None or here.screen not in WITHIN or here.section != place.section:
        return False
    rows = any(cell.field.startswith("@") for cell in cells)
    return here.screen is Screen.BOARD or (here.item == place.item and rows)


def named(guideline: Guideline, place: Place) -> str:
    """Return how a place is called in passing: with the number of its section, if it has one."""
    if not place.section:
        return NAMES[place.screen]
    section = section_of(guideline, place.section)
    return f"onderdeel {section.number}" if section.number else section.title
