"""The milestones: what each is for, by when, what is open, and going on all the same."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from radplan_desktop.acts.history import HistoryLine
from radplan_desktop.guideline.model import Gate
from radplan_desktop.plan.gates import gate_standings, override_cell
from radplan_desktop.plan.values import PLAN_ROW, Answer, Cell, NotApplicable, encode
from radplan_desktop.ui.gates.card import GateCard
from radplan_desktop.ui.gates.decision import decision_of
from radplan_desktop.ui.gates.due import due_sentence
from radplan_desktop.ui.gates.page import GatesPage, look_up
from radplan_desktop.ui.pages.points import PointLine
from radplan_desktop.ui.places import GATES, OVERVIEW, Screen
from tests.ui.conftest import OFFICER
from tests.ui.pages import PlanPage

WHY = "het college beslist eerder dan gepland"
DATE = "council_decision"


def gates(plan: PlanPage) -> GatesPage:
    plan.window.plan.go(GATES)  # type: ignore[union-attr]
    assert isinstance(plan.page, GatesPage)
    return plan.page


def card(plan: PlanPage, gate: Gate = Gate.B) -> GateCard:
    return gates(plan).cards[gate]


def go_on(plan: PlanPage, why: str = WHY) -> GateCard:
    found = card(plan)
    plan.click("Toch verder…", found)
    plan.qtbot.keyClicks(found.onward.why, why)
    plan.qtbot.keyClick(found.onward.why, Qt.Key.Key_Return)
    return found


@pytest.mark.parametrize("label", ["Klaar voor het college", "Klaar voor de start", "Afsluiten of overdragen"])
def test_every_milestone_says_what_it_is_for(plan: PlanPage, label: str) -> None:
    page = gates(plan)
    assert plan.sees(label, page)
    spec = next(spec for spec in plan.session.guideline.gates if spec.label == label)
    assert plan.sees(spec.hint, page)


def test_a_milestone_without_a_date_asks_for_it_and_then_counts_back(plan: PlanPage) -> None:
    found = card(plan)
    assert plan.sees("Die is nog niet ingevuld.", found)
    plan.click(found.date.text(), found)
    assert plan.window.plan.place.field == plan.session.guideline.role(DATE)  # type: ignore[union-attr]
    plan.session.set(Cell(PLAN_ROW, plan.session.guideline.role(DATE)), Answer("2027-03-15"))
    plan.settle()
    found = card(plan)
    plan.qtbot.waitUntil(lambda: plan.sees("Klaar op 1 maart 2027, 2 weken vóór 15 maart 2027", found))
    assert not found.date.isVisible()


def test_an_open_point_leads_to_its_field(plan: PlanPage) -> None:
    found = card(plan)
    line = found.findChildren(PointLine)[0]
    plan.qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert plan.window.plan.place.screen in (Screen.SECTION, Screen.REGISTER)  # type: ignore[union-attr]


def test_the_rest_of_the_points_comes_when_asked_and_the_focus_goes_on_there(plan: PlanPage) -> None:
    found = card(plan)
    few = found.findChildren(PointLine)
    plan.qtbot.mouseClick(found.more, Qt.MouseButton.LeftButton)
    count = len(gate_standings(plan.session.answers)[0].points)
    plan.qtbot.waitUntil(lambda: len([line for line in found.findChildren(PointLine) if line.isVisible()]) == count)
    assert count > len(few)
    assert not found.more.isVisible()
    focused = found.window().focusWidget()
    assert isinstance(focused, PointLine)


def test_going_on_needs_a_reason(plan: PlanPage) -> None:
    found = go_on(plan, "  ")
    assert plan.sees("Schrijf eerst de reden op.", found)
    assert plan.session.answers.plan.value(*override_cell(Gate.B)) is None
    plan.click("Niet doen", found)
    assert found.onward.begin.isVisible()


def test_going_on_stands_there_with_its_reason_the_name_and_the_date(plan: PlanPage) -> None:
    found = go_on(plan)
    assert plan.session.answers.plan.value(*override_cell(Gate.B)) == NotApplicable(WHY)
    plan.qtbot.waitUntil(lambda: plan.sees(f"Toch verder: {WHY}", found))
    plan.qtbot.waitUntil(lambda: plan.sees(OFFICER.name, found))
    assert plan.sees(str(plan.session.today.year), found)
    assert not found.onward.begin.isVisible()
    assert plan.window.plan.desk.standing is not None  # type: ignore[union-attr]


def test_undo_takes_going_on_back_and_so_does_the_button(plan: PlanPage) -> None:
    found = go_on(plan)
    plan.settle()
    plan.key("Ctrl+Z")
    plan.qtbot.waitUntil(lambda: not plan.sees(f"Toch verder: {WHY}", found))
    assert plan.session.answers.plan.value(*override_cell(Gate.B)) is None
    found = go_on(plan)
    plan.qtbot.waitUntil(found.onward.back.isVisible)
    plan.click("Terugnemen", found)
    plan.qtbot.waitUntil(found.onward.begin.isVisible)


def test_a_plan_is_closed_while_its_milestones_are_looked_up(plan: PlanPage) -> None:
    go_on(plan)
    session = plan.session
    plan.close()
    standings = look_up(session, session.answers)
    assert [decision for standing, decision in standings if standing.override] == [None]


def test_the_open_points_and_the_overview_lead_to_the_milestones(plan: PlanPage) -> None:
    plan.step("Open punten")
    plan.click("Mijlpaal bekijken: Klaar voor het college")
    assert isinstance(plan.page, GatesPage)
    plan.window.plan.go(OVERVIEW)  # type: ignore[union-attr]
    plan.click("Naar de mijlpalen")
    assert isinstance(plan.page, GatesPage)


def test_a_page_of_the_wizard_says_what_the_next_milestone_is(plan: PlanPage, qtbot: QtBot) -> None:
    found = plan.card("Wat is nog nodig voor de volgende mijlpaal?")
    assert plan.sees("Klaar voor het college", found)
    plan.click("Naar de mijlpalen", found)
    assert isinstance(plan.page, GatesPage)


def line(field: str, value: str | None, author: str = "A. Bos", at: str = "2026-11-12T10:00:00Z") -> HistoryLine:
    return HistoryLine(at, author, "gewijzigd", PLAN_ROW, field, "", "", value=value)


def test_a_decision_is_that_of_the_newest_line_with_this_reason() -> None:
    field, value = override_cell(Gate.S).field, encode(NotApplicable("haast"))
    other = line(override_cell(Gate.B).field, value, "C. Smit")
    newest, oldest = line(field, value), line(field, value, "D. Vos", "2026-01-01T10:00:00Z")
    decision = decision_of([other, newest, oldest], Gate.S, "haast")
    assert decision is not None
    assert decision.sentence == "A. Bos, 12 november 2026"
    assert decision_of([line(field, "null"), newest], Gate.S, "haast") is None
    assert decision_of([], Gate.S, "haast") is None


@pytest.mark.parametrize(
    ("days", "words"), [(-1, "Die dag is voorbij."), (0, "Dat is vandaag."), (1, "Nog 1 dag."), (15, "Nog 2 weken.")]
)
def test_a_date_says_how_far_away_it_is(plan: PlanPage, days: int, words: str) -> None:
    due = plan.session.today.toordinal() + days
    plan.session.set(Cell(PLAN_ROW, plan.session.guideline.role(DATE)), Answer(date.fromordinal(due + 14).isoformat()))
    first, *_ = gate_standings(plan.session.answers)
    assert due_sentence(plan.session.guideline, first, plan.session.today).endswith(words)
