"""Where one can be in an open plan, and what comes before and after. No Qt: the pages know nothing of each other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from radplan_desktop.guideline.model import Gate, Guideline, Panel, Register, Section, View
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.progress import home_of
from radplan_desktop.plan.tracks import Standing, TrackCard, begun, cards, offered
from radplan_desktop.plan.values import PLAN_ROW, Cell


class Screen(StrEnum):
    """The kinds of screen of an open plan."""

    OVERVIEW = "overview"
    SECTION = "section"
    REGISTER = "register"
    POINTS = "points"
    DOCUMENTS = "documents"
    HISTORY = "history"
    SEARCH = "search"
    PREFERENCES = "preferences"
    ABOUT = "about"
    GATES = "gates"
    TRACK = "track"
    SHEET = "sheet"
    PANEL = "panel"
    BOARD = "board"


@dataclass(frozen=True, slots=True)
class Place:
    """A screen, and what to put the focus on: an item of the section, a row, a field. Empty parts say: the first open one."""

    screen: Screen
    section: str = ""
    item: str = ""
    row: str = ""
    field: str = ""


OVERVIEW = Place(Screen.OVERVIEW)
POINTS = Place(Screen.POINTS)
DOCUMENTS = Place(Screen.DOCUMENTS)
HISTORY = Place(Screen.HISTORY)
GATES = Place(Screen.GATES)
ASIDE = {
    Screen.OVERVIEW: "Overzicht",
    Screen.HISTORY: "Geschiedenis",
    Screen.SEARCH: "Zoeken",
    Screen.PREFERENCES: "Voorkeuren",
    Screen.ABOUT: "Over RadPlan",
}
"""The screens that stand beside the route, and their names."""
NAMES = {
    **ASIDE,
    Screen.OVERVIEW: "Overzicht",
    Screen.POINTS: "Open punten",
    Screen.DOCUMENTS: "Documenten",
    Screen.GATES: "Mijlpalen",
}
"""The screens that have one name."""
WITHIN = frozenset({Screen.REGISTER, Screen.SHEET, Screen.PANEL, Screen.BOARD})
"""The screens of a register or of a chart, inside its section."""
ITEMISED = WITHIN | {Screen.TRACK}
"""The screens of which there is one for each item."""
OPEN = (Standing.EMPTY, Standing.STARTED)
"""Where a card of a track stands that is not done yet."""


def gate_place(gate: Gate) -> Place:
    """Return the place of a milestone."""
    return Place(Screen.GATES, item=gate.name)


def first_place(answers: Answers) -> Place:
    """Return what a plan opens with: the overview; of a plan without answers a track that is offered, else the first section."""
    track = next((track for track in offered(answers) if not begun(answers, track)), None)
    if track is not None:
        return Place(Screen.TRACK, item=track.id)
    if not is_untouched(answers):
        return OVERVIEW
    return Place(Screen.SECTION, next(section.id for section in answers.guideline.sections if section.number))


def is_untouched(answers: Answers) -> bool:
    """Whether nothing is answered yet in the sections of the route."""
    numbered = {section.id for section in answers.guideline.sections if section.number}
    return not any(home_of(answers, *Cell._make(cell))[0] in numbered for cell in answers.plan.cells)


def section_of(guideline: Guideline, section_id: str) -> Section:
    """Return a section by its id. Raises KeyError when there is none."""
    for section in guideline.sections:
        if section.id == section_id:
            return section
    raise KeyError(section_id)


def route(guideline: Guideline) -> tuple[Place, ...]:
    """Return the places of the wizard in order: the plan's own data, the sections, the open points, the documents."""
    sections = tuple(Place(Screen.SECTION, section.id) for section in guideline.sections)
    return (*sections, POINTS, DOCUMENTS)


def neighbours(guideline: Guideline, place: Place) -> tuple[Place | None, Place | None]:
    """Return the places before and after this one; a register goes back to its card and on to what follows that section.

    A track is beside the route: after it comes what is still open. Before it is done, ``ahead`` knows its next card.
    """
    along = route(guideline)
    here = Place(Screen.SECTION if place.screen in WITHIN else place.screen, place.section)
    if place.screen is Screen.GATES:
        return POINTS, DOCUMENTS
    if place.screen is Screen.TRACK:
        return None, POINTS
    if here not in along:
        return None, along[0]
    at = along.index(here)
    after = along[at + 1] if at + 1 < len(along) else None
    if place.screen in WITHIN:
        return replace(here, item=place.item), after
    return (along[at - 1] if at else None), after


class Ahead(NamedTuple):
    """Where one goes on to, and what it is called there."""

    place: Place
    name: str


def ahead(answers: Answers, place: Place) -> Ahead | None:
    """Return where one goes on from here: on a track to its first open card, elsewhere along the route; None at its end."""
    card = open_card(answers, place.item) if place.screen is Screen.TRACK else None
    if card is not None:
        return Ahead(Place(Screen.SECTION, card.section, card.item), card.label)
    after = neighbours(answers.guideline, place)[1]
    return Ahead(after, title(answers.guideline, after)) if after is not None else None


def open_card(answers: Answers, track: str) -> TrackCard | None:
    """Return the first card of a track that is not done yet; None when there is none."""
    steps = answers.guideline.tracks[track].steps
    found = (card for step in steps for card in cards(answers, step.items))
    return next((card for card in found if card.standing in OPEN), None)


def title(guideline: Guideline, place: Place) -> str:
    """Return the name of a place."""
    if place.screen in NAMES:
        return NAMES[place.screen]
    if place.screen is Screen.TRACK:
        return guideline.tracks[place.item].label
    if place.screen is Screen.BOARD:
        return place.item.partition("/")[2]
    if place.screen in WITHIN:
        return within(guideline, place).label
    return section_of(guideline, place.section).title


def question_of(guideline: Guideline, place: Place) -> str:
    """Return what a screen inside a section asks: the question of its register, or the line under its page."""
    if place.screen is Screen.BOARD:
        page = place.item.partition("/")[0]
        pages = section_of(guideline, place.section).pages
        return next((one.subtitle for one in pages if one.id == page), "")
    return within(guideline, place).question


def within(guideline: Guideline, place: Place) -> Register | View | Panel:
    """Return what a screen inside a section shows. Raises KeyError when there is none."""
    if place.screen is not Screen.PANEL:
        return guideline.views.get(place.item) or guideline.registers[place.item]
    for item in section_of(guideline, place.section).items():
        if isinstance(item, Panel) and item.panel == place.item:
            return item
    raise KeyError(place.item)


def place_of_panel(guideline: Guideline, panel: str) -> Place | None:
    """Return where a panel has its screen; None when it stands on no page."""
    sections = (one for one in guideline.sections for item in one.items() if getattr(item, "panel", "") == panel)
    section = next(sections, None)
    return Place(Screen.PANEL, section.id, panel) if section is not None else None


def place_of_cell(answers: Answers, cell: Cell) -> Place | None:
    """Return where a cell is answered; None when it is asked nowhere."""
    section, item = home_of(answers, *cell)
    if not section:
        return None
    if item in answers.guideline.registers:
        row_id, field = ("", "") if cell.row == PLAN_ROW else cell
        return Place(Screen.REGISTER, section, item, row_id, field)
    return Place(Screen.SECTION, section, item, field=cell.field)
