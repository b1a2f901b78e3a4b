"""Starting in the middle: the route for who began already."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from radplan_desktop.acts.opening import create_plan
from radplan_desktop.plan.values import PLAN_ROW, Answer, Cell, NotApplicable
from radplan_desktop.ui.pages.section import SectionPage
from radplan_desktop.ui.places import POINTS, Place, Screen, neighbours
from radplan_desktop.ui.shell.screen import PlanScreen
from radplan_desktop.ui.tracks.line import TrackLine
from radplan_desktop.ui.tracks.page import TrackPage
from tests.ui.conftest import OFFICER, PASSPHRASE, Entered
from tests.ui.pages import PlanPage

YES = Answer({"is": True, "why": ""})
NAME = "Inhaalroute"


@pytest.fixture
def begun(tmp_path: Path, enter: Entered) -> PlanPage:
    """A new plan of an intervention that runs already."""
    session = create_plan(tmp_path / "Loopt.radplan", PASSPHRASE, officer=OFFICER)
    session.set(Cell(PLAN_ROW, session.guideline.role("already_running")), YES)
    return enter(session)


def route(plan: PlanPage) -> TrackPage:
    plan.step(NAME)
    assert isinstance(plan.page, TrackPage)
    return plan.page


def lines(page: TrackPage) -> dict[str, TrackLine]:
    return {line.text(): line for step in page.steps for line in step.lines}


def offered(plan: PlanPage) -> bool:
    shell = plan.window.plan
    assert shell is not None
    (link,) = (link for place, link in shell.rail.links.items() if place.screen is Screen.TRACK)
    return link.isVisible()


def test_a_new_plan_of_what_runs_already_opens_with_the_route(begun: PlanPage) -> None:
    page = begun.page
    assert isinstance(page, TrackPage)
    assert next(step.title for step in page.track.steps).startswith("Beslis")
    focused = QApplication.focusWidget()
    assert isinstance(focused, TrackLine)
    assert focused is page.steps[0].lines[0]


def test_the_route_is_there_only_while_it_runs_already(plan: PlanPage) -> None:
    assert not offered(plan)
    cell = Cell(PLAN_ROW, plan.session.guideline.role("already_running"))
    plan.session.set(cell, YES)
    plan.qtbot.waitUntil(lambda: offered(plan))
    card = plan.card("Loopt het al?")
    plan.click("Naar de inhaalroute", card)
    assert isinstance(plan.page, TrackPage)
    plan.key("Ctrl+Z")
    plan.qtbot.waitUntil(lambda: not offered(plan))


def test_every_step_opens_its_card_and_the_route_shows_it_was_answered(begun: PlanPage) -> None:
    page = route(begun)
    assert lines(page)["Vraagstuk"].said == "Nog open"
    begun.qtbot.mouseClick(lines(page)["Vraagstuk"], Qt.MouseButton.LeftButton)
    assert isinstance(begun.page, SectionPage)
    assert isinstance(begun.window.plan, PlanScreen)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert begun.page.cards[begun.window.plan.place.item].isAncestorOf(focused)
    begun.probe("Vraagstuk").answer("Wat er speelt")
    assert lines(route(begun))["Vraagstuk"].said == "Ingevuld"


def test_the_bar_below_goes_on_to_the_first_open_step_and_then_to_what_is_open(begun: PlanPage) -> None:
    page, on = route(begun), begun.shell.bottom.on
    first, second = (line.card for line in page.steps[0].lines[:2])
    assert on.text() == f"Volgende: {first.label}"
    asked = begun.session.guideline.groups[first.item].fields
    begun.session.change("antwoord", [(Cell(PLAN_ROW, name), NotApplicable("dat weten wij al")) for name in asked])
    begun.qtbot.waitUntil(lambda: on.text() == f"Volgende: {second.label}")
    for go_on in (lambda: begun.qtbot.mouseClick(on, Qt.MouseButton.LeftButton), lambda: begun.key("Ctrl+PgDown")):
        route(begun)
        go_on()
        assert begun.shell.place == Place(Screen.SECTION, second.section, second.item)


def test_a_route_that_is_done_goes_on_to_what_is_still_open(plan: PlanPage) -> None:
    track = next(iter(plan.session.guideline.tracks))
    assert neighbours(plan.session.guideline, Place(Screen.TRACK, item=track)) == (None, POINTS)


def test_a_condition_is_met_not_met_or_has_an_alternative(begun: PlanPage) -> None:
    page = route(begun)
    label = "Minstens twee mensen kijken mee, ook iemand van buiten"
    assert lines(page)[label].said == "Nog niet voldaan"
    card = lines(page)[label].card
    begun.session.set(Cell(PLAN_ROW, card.item), NotApplicable("een collega van Wonen leest mee"))
    begun.qtbot.waitUntil(lambda: lines(page)[label].said == "Alternatief")
    assert lines(page)[label].accessibleDescription() == "n.v.t., omdat een collega van Wonen leest mee"
    begun.probe("Hoofddoel").answer("Minder ruzie")
    assert lines(route(begun))["Het doel staat op papier"].said == "Voldaan"


def test_a_line_is_opened_by_keyboard(begun: PlanPage) -> None:
    page = route(begun)
    first = page.steps[0].lines[0]
    begun.qtbot.keyClick(first, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is page.steps[0].lines[1]
    begun.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert begun.window.plan.place == Place(Screen.SECTION, first.card.section, page.steps[0].lines[1].card.item)  # type: ignore[union-attr]


def test_every_card_of_the_route_can_be_opened(begun: PlanPage) -> None:
    shell = begun.window.plan
    assert shell is not None
    for line in lines(route(begun)).values():
        shell.go(Place(Screen.SECTION, line.card.section, line.card.item))
        assert isinstance(shell.page, SectionPage)
        assert shell.page.cards[line.card.item].isVisible(), line.text()
