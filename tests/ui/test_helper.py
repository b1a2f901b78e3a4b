"""The letters beside a subgoal: they say what the answers say, and lead to what is open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from radplan_desktop.plan.values import Answer, Cell
from radplan_desktop.ui.helper.pane import HelperPane, LetterLine
from radplan_desktop.ui.places import Screen
from radplan_desktop.ui.shell.guidance import GuidancePane
from tests.ui.pages import PlanPage, RegisterPage


@pytest.fixture
def goals(plan: PlanPage) -> RegisterPage:
    plan.window.resize(1280, 770)
    page = plan.register("Subdoelen")
    page.add("Ouders weten de weg")
    page.add("Leraren durven te vragen")
    return page


def pane(plan: PlanPage) -> GuidancePane:
    assert plan.window.plan is not None
    return plan.window.plan.guidance


def letters(plan: PlanPage) -> dict[str, LetterLine]:
    helper = pane(plan).findChild(HelperPane)
    assert isinstance(helper, HelperPane)
    return {line.letter.letter: line for line in helper.letters if helper.isVisible()}


def test_the_five_letters_stand_beside_the_row(goals: RegisterPage) -> None:
    assert goals.sees("Is S2 SMART?", pane(goals))
    assert list(letters(goals)) == list("SMART")
    assert not any(line.letter.met for line in letters(goals).values())
    assert letters(goals)["T"].accessibleName().startswith("Tijdgebonden, nog open: ")


def test_a_letter_follows_the_answer(goals: RegisterPage) -> None:
    goals.probe("Uiterlijk").answer("31-12-2027")
    goals.qtbot.waitUntil(lambda: letters(goals)["T"].letter.met)
    assert letters(goals)["T"].letter.sentence == "Klaar op 31 december 2027."
    goals.key("Ctrl+Z")
    goals.qtbot.waitUntil(lambda: not letters(goals)["T"].letter.met)


def test_the_letters_follow_the_row(goals: RegisterPage) -> None:
    goals.probe("Uiterlijk").answer("31-12-2027")
    goals.select("Ouders weten de weg")
    goals.qtbot.waitUntil(lambda: goals.sees("Is S1 SMART?", pane(goals)))
    assert not letters(goals)["T"].letter.met


def test_what_is_open_is_one_press_away(goals: RegisterPage) -> None:
    goals.qtbot.mouseClick(letters(goals)["T"].button, Qt.MouseButton.LeftButton)
    place = goals.window.plan.place  # type: ignore[union-attr]
    assert place.screen is Screen.REGISTER
    assert goals.session.answers.field(place.row, place.field).label == "Uiterlijk"


def test_a_baseline_is_asked_where_indicators_are(goals: RegisterPage) -> None:
    session = goals.session
    row = session.answers.rows(goals.screen.register.id)[-1]
    for label in ("Meetbaar als", "Streefwaarde"):
        column = next(c for c in goals.screen.register.columns.values() if c.label == label)
        session.set(Cell(row, column.id), Answer("24"))
    goals.qtbot.waitUntil(lambda: "indicator" in letters(goals)["M"].letter.sentence)
    goals.qtbot.mouseClick(letters(goals)["M"].button, Qt.MouseButton.LeftButton)
    assert goals.window.plan.place.item != goals.session.answers.register_of(row)  # type: ignore[union-attr]
    assert not goals.sees("Is S2 SMART?", pane(goals))


def test_one_goes_back_to_the_explanation_and_it_stays_so(goals: RegisterPage) -> None:
    goals.click("Terug naar de toelichting", pane(goals))
    assert goals.sees("Toelichting", pane(goals))
    assert not letters(goals)
    goals.select("Ouders weten de weg")
    goals.click("Is S1 SMART?", pane(goals))
    assert letters(goals)


def test_other_registers_have_the_explanation(goals: RegisterPage) -> None:
    goals.register("Doelgroepen")
    assert goals.sees("Toelichting", pane(goals))
    assert not letters(goals)
    assert not pane(goals).switch.isVisible()
