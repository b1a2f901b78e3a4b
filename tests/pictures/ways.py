"""Every screen of the window, as data: its name, the way to it from the shipped examples, and the sizes it is drawn in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QAbstractButton

from radplan_desktop.host.preferences import Officer
from radplan_desktop.ui.attachments.viewer import AttachmentViewer
from radplan_desktop.ui.documents.page import DocumentsPage
from radplan_desktop.ui.history.page import HistoryPage
from radplan_desktop.ui.places import DOCUMENTS, GATES, HISTORY, OVERVIEW, POINTS, Place, Screen
from radplan_desktop.ui.search.page import SearchPage
from radplan_desktop.ui.start.example_screen import ExampleScreen
from radplan_desktop.ui.start.new_plan import NewPlanScreen
from radplan_desktop.ui.start.officer import OfficerScreen
from radplan_desktop.ui.start.unlock import UnlockScreen
from tests.pictures.studio import DIALOGUE, EMPTY_PASSPHRASE, NARROW, THEATRE, WIDE, Studio

WRONG, NEW = "zeven ganzen lopen langs Lindeveld", "paarse fiets telt zeven kievieten"

MAP, PROCESS = "krachtenveld/Krachtenveld", "meldroute/Meldroute in beeld"

Way = Callable[[Studio], object]


class Picture(NamedTuple):
    """One screen; ``way`` leads to it. It is taken in both themes, at each of its sizes."""

    name: str
    way: Way
    sizes: Sequence[tuple[int, int]] = (WIDE,)


def at(example: str, place: Place) -> Way:
    """Return the way to a place of an example."""
    return lambda studio: studio.open_example(example).go(place)


def item(example: str, section: str, name: str, screen: Screen = Screen.SECTION) -> Way:
    """Return the way to a card of an example, or to its register."""
    return at(example, Place(screen, section, name))


def row(example: str, section: str, register: str, number: int, field: str = "") -> Way:
    """Return the way to a row of a register of an example, counted from 0; -1 is the last."""

    def way(studio: Studio) -> None:
        plan = studio.open_example(example)
        plan.go(Place(Screen.REGISTER, section, register, plan.desk.answers.rows(register)[number], field))

    return way


def first_start(studio: Studio) -> None:
    """Ask who works here."""
    studio.leave()
    studio.know(Officer())
    studio.window.arrival.new_plan()
    screen = studio.shown(OfficerScreen)
    for line, text in zip(screen.lines, ("M. Hoekstra", "beleidsadviseur veiligheid"), strict=False):
        line.setText(text)
    screen.lines[2].setFocus()


def new_plan(studio: Studio) -> None:
    """Ask the five questions."""
    studio.begin()
    studio.window.arrival.new_plan()
    studio.shown(NewPlanScreen)


def new_passphrase(studio: Studio) -> None:
    """Choose a passphrase for a new plan."""
    new_plan(studio)
    screen = studio.shown(NewPlanScreen)
    part = screen.passphrase
    for line in (part.first, part.second):
        line.setText(NEW)
        line.reveal(shown=True)
    part.noted.setChecked(True)
    part.first.setFocus()
    part.first.end(False)
    bar = screen.area.verticalScrollBar()
    studio.settle()
    bar.setValue(bar.maximum())


def choose_example(studio: Studio) -> None:
    """Show the examples."""
    studio.begin()
    studio.window.arrival.show_examples()
    studio.shown(ExampleScreen)


def unlock(studio: Studio) -> None:
    """Ask for the passphrase of a plan, for the first time today."""
    studio.unlock(studio.files[THEATRE])


def unlock_daily(studio: Studio) -> None:
    """Try a passphrase that does not fit."""
    screen = studio.unlock(studio.files[THEATRE])
    screen.line.setText(WRONG)
    studio.find(QAbstractButton, lambda one: one.text() == "Openen").click()
    studio.until(screen.error.isVisible)
    screen.line.deselect()


def locked(studio: Studio) -> None:
    """Lock a plan that is open."""
    studio.open_example(THEATRE)
    studio.window.lock()
    studio.shown(UnlockScreen)


def empty(studio: Studio) -> None:
    """Open a plan in which only the first questions are answered."""
    studio.leave()
    studio.open(studio.empty, EMPTY_PASSPHRASE)


def states(studio: Studio) -> None:
    """Show a card that does not apply and one that comes later."""
    studio.open(studio.marked, studio.shipped[DIALOGUE].passphrase)
    place = Place(Screen.SECTION, "voorbereiding", "vraagstuk")
    studio.plan.go(place)
    studio.settle()
    studio.plan.go(place)


def attachment(studio: Studio) -> None:
    """Look at an attachment."""
    studio.open(studio.marked, studio.shipped[DIALOGUE].passphrase)
    first = studio.plan.desk.answers.rows("documenten")[0]
    studio.plan.go(Place(Screen.REGISTER, "plan", "documenten", first))
    studio.find(QAbstractButton, lambda one: one.text() == "Bekijken").click()
    viewer = studio.find(AttachmentViewer)
    studio.until(lambda: not viewer.preview.sheet.image.isNull())


def document(number: int) -> Way:
    """Return the way to the preview of the first document, at a page counted from 0."""

    def way(studio: Studio) -> None:
        at(THEATRE, DOCUMENTS)(studio)
        page = studio.find(DocumentsPage)
        studio.until(lambda: not page.preview.sheet.image.isNull())
        page.preview.leaf(number - page.preview.page)

    return way


def searched(studio: Studio) -> None:
    """Search all answers."""
    at(THEATRE, Place(Screen.SEARCH))(studio)
    studio.find(SearchPage).line.setText("ouders")


def looked_back(studio: Studio) -> None:
    """Look back at a change."""
    at(THEATRE, HISTORY)(studio)
    page = studio.find(HistoryPage)
    studio.until(lambda: page.model.rowCount() > 1)
    studio.settle()
    page.view.setCurrentIndex(page.model.index(2, 0))


PICTURES = (
    Picture("start", lambda studio: studio.begin()),
    Picture("first-start", first_start),
    Picture("new-plan", new_plan),
    Picture("new-passphrase", new_passphrase),
    Picture("examples", choose_example),
    Picture("unlock", unlock),
    Picture("unlock-daily", unlock_daily),
    Picture("empty", empty),
    Picture("wizard-text", item(DIALOGUE, "voorbereiding", "hoofddoel"), (WIDE, NARROW)),
    Picture("plan-facts", at(DIALOGUE, Place(Screen.SECTION, "plan"))),
    Picture("wizard-stakeholders", item(DIALOGUE, "draagvlak", MAP, Screen.BOARD)),
    Picture("wizard-process", item(DIALOGUE, "samenwerking", PROCESS, Screen.BOARD)),
    Picture("reactions", item(DIALOGUE, "plan", "reactions", Screen.PANEL)),
    Picture("open-points", at(DIALOGUE, POINTS)),
    Picture("wizard-register", row(THEATRE, "voorbereiding", "subdoelen", -1)),
    Picture("overview", at(THEATRE, OVERVIEW)),
    Picture("milestones", at(THEATRE, GATES)),
    Picture("catch-up", at(THEATRE, Place(Screen.TRACK, item="inhaalroute"))),
    Picture("goal-tree", item(THEATRE, "voorbereiding", "doel/Doelenboom")),
    Picture("sheet", item(THEATRE, "evalueren", "metingen", Screen.SHEET)),
    Picture("execution", item(THEATRE, "plan", "uitvoering", Screen.SHEET)),
    Picture("evaluation", item(THEATRE, "evalueren", "findings", Screen.PANEL)),
    Picture("actions", item(THEATRE, "plan", "actions", Screen.PANEL)),
    Picture("table", row(THEATRE, "evalueren", "bevindingen", 0)),
    Picture("documents", document(3)),
    Picture("history", looked_back),
    Picture("search", searched),
    Picture("preferences", at(THEATRE, Place(Screen.PREFERENCES))),
    Picture("profile", at(THEATRE, Place(Screen.PREFERENCES, item="profile"))),
    Picture("about", at(THEATRE, Place(Screen.ABOUT))),
    Picture("locked", locked),
    Picture("card-states", states),
    Picture("attachment", attachment),
)
