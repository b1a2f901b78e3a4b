"""Undo takes the last act back wherever that was; who looks at something else is told what it was, and can go there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from radplan_desktop.acts.session import Session
from radplan_desktop.guideline.model import Gate
from radplan_desktop.plan.gates import override_cell
from radplan_desktop.plan.values import Answer, Cell, NotApplicable
from radplan_desktop.ui.look.panels import Banner
from radplan_desktop.ui.places import GATES, OVERVIEW, Place, Screen, gate_place
from tests.ui.keyboard import Keyboard
from tests.ui.pages import PlanPage

THERE = "Naar de vraag"
GOAL = Cell("plan", "hoofddoel")


def said(plan: PlanPage) -> str:
    """What the banner above the page says of undo."""
    told = [banner.accessibleName() for banner in plan.window.findChildren(Banner) if banner.isVisible()]
    return next((text for text in told if text.startswith(("Ongedaan gemaakt", "Opnieuw gedaan"))), "")


def undone(plan: PlanPage, keys: str = "Ctrl+Z") -> str:
    plan.key(keys)
    plan.settle()
    return said(plan)


def test_what_is_undone_on_another_page_is_said_with_the_way_there(plan: PlanPage) -> None:
    plan.probe("Hoofddoel").answer("Een doel")
    plan.shell.go(OVERVIEW)
    assert undone(plan) == "Ongedaan gemaakt: Hoofddoel (onderdeel 1)."
    assert plan.session.answers.content(*GOAL) is None
    plan.click(THERE)
    assert plan.focus_is_in(plan.card("Hoofddoel"))
    assert said(plan) == ""


def test_doing_it_again_is_said_as_well_and_going_elsewhere_ends_that(plan: PlanPage) -> None:
    plan.probe("Hoofddoel").answer("Een doel")
    plan.shell.go(OVERVIEW)
    undone(plan)
    assert undone(plan, "Ctrl+Y") == "Opnieuw gedaan: Hoofddoel (onderdeel 1)."
    assert plan.session.answers.content(*GOAL) == "Een doel"
    plan.shell.go(GATES)
    assert said(plan) == ""


def test_what_is_undone_in_sight_needs_no_telling(plan: PlanPage) -> None:
    probe = plan.probe("Hoofddoel")
    probe.answer("Een doel")
    plan.settle()
    assert undone(plan) == ""
    assert probe.value == ""


def test_on_the_same_page_it_is_told_when_it_lies_out_of_sight(plan: PlanPage) -> None:
    section, entry = plan.entry("Hoofddoel")
    plan.session.set(GOAL, Answer("Een doel"))
    cards = plan.shell.desk.outlines[section].basis
    plan.shell.go(Place(Screen.SECTION, section, cards[-1].id))
    plan.qtbot.waitUntil(lambda: not box_in_sight(plan.page, entry.id))
    assert undone(plan) == "Ongedaan gemaakt: Hoofddoel (onderdeel 1)."
    plan.click(THERE)
    plan.qtbot.waitUntil(lambda: box_in_sight(plan.page, entry.id))


def box_in_sight(page: QWidget, card: str) -> bool:
    return not page.cards[card].visibleRegion().isEmpty()  # type: ignore[attr-defined]


@pytest.mark.parametrize("change", ["added", "deleted"])
def test_a_row_that_went_or_came_back_leads_to_its_register(plan: PlanPage, change: str) -> None:
    row = plan.session.add_row("subdoelen", {"subdoel": Answer("Ouders weten de weg")})
    if change == "deleted":
        plan.session.delete_row(row)
    plan.shell.go(OVERVIEW)
    assert "(onderdeel 1)" in undone(plan)
    plan.click(THERE)
    back = row if change == "deleted" else ""
    assert plan.shell.place == Place(Screen.REGISTER, "voorbereiding", "subdoelen", back)
    assert undone(plan, "Ctrl+Y") == "", "a row that comes or goes in its own table is in sight"


def test_a_decision_about_a_milestone_leads_to_it(plan: PlanPage) -> None:
    plan.session.set(override_cell(Gate.S), NotApplicable("Het college besloot al."))
    plan.shell.go(OVERVIEW)
    assert undone(plan) == "Ongedaan gemaakt: besluit over een mijlpaal (Mijlpalen)."
    plan.click(THERE)
    assert plan.shell.place == gate_place(Gate.S)


def test_what_was_changed_since_is_said_to_stay(plan: PlanPage) -> None:
    plan.session.change("twee", [(GOAL, Answer("Een doel")), (Cell("plan", "vraagstuk"), Answer("Een vraag"))])
    plan.session.apply("terug", [(GOAL, '{"v":"Een ander doel"}')], undoable=False)
    plan.settle()
    plan.shell.go(OVERVIEW)
    assert undone(plan) == "Ongedaan gemaakt: twee (onderdeel 1). Wat daarna nog is gewijzigd, bleef staan."


def test_nothing_to_undo_is_no_banner(plan: PlanPage) -> None:
    session: Session = plan.session
    while session.can_undo:
        session.undo()
    assert undone(plan) == ""


def test_the_way_there_is_reached_by_keyboard(plan: PlanPage, keys: Keyboard) -> None:
    plan.session.set(GOAL, Answer("Een doel"))
    keys.chord("Ctrl+0")
    keys.chord("Ctrl+Z")
    plan.settle()
    keys.chord("Shift+F6")
    assert keys.focus is plan.button(THERE)
    keys.press(Qt.Key.Key_Return)
    plan.qtbot.waitUntil(lambda: plan.focus_is_in(plan.card("Hoofddoel")))
