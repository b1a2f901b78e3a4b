"""A plan in which nothing is answered says where to begin; and the head of the rail says what plan it is, whatever its name."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from radplan_desktop.plan.values import PLAN_ROW, Answer, Cell
from radplan_desktop.ui.look.theme import theme
from radplan_desktop.ui.look.two_lines import two_lines
from radplan_desktop.ui.pages.welcome import BEGIN
from radplan_desktop.ui.shell.rail_head import RailHead
from tests.ui.pages import PlanPage


def test_a_new_plan_says_where_to_begin_until_the_first_answer(plan: PlanPage) -> None:
    assert plan.sees(BEGIN)
    plan.probe("Vraagstuk").answer("Ouders weten de weg niet")
    plan.settle()
    assert not plan.sees(BEGIN)
    plan.step("Draagvlak")
    assert not plan.sees(BEGIN)


def test_it_can_be_closed(plan: PlanPage) -> None:
    plan.click("Melding sluiten")
    assert not plan.sees(BEGIN)


@pytest.mark.parametrize("text", ["Kort", "Sleutelfigurennetwerk van de gemeente Lindeveld en alle dorpen daaromheen"])
def test_a_name_takes_at_most_two_lines(plan: PlanPage, text: str) -> None:
    lines = two_lines(text, theme().font(17), 150)
    assert len(lines) <= 2
    assert (lines == [text]) is (text == "Kort")
    assert len(lines) == 1 or lines[-1].endswith("…")


def test_one_endless_word_is_broken(plan: PlanPage) -> None:
    first, second = two_lines("Sleutelfigurenbijeenkomstenplanning", theme().font(22), 150)
    assert first.startswith("Sleutel")
    assert first + second.rstrip("…") == "Sleutelfigurenbijeenkomstenplanning"[: len(first) + len(second.rstrip("…"))]


def test_the_version_stands_above_the_chip_where_it_has_no_room(plan: PlanPage) -> None:
    [head] = plan.shell.rail.findChildren(RailHead)
    name = plan.session.guideline.role("status")
    plan.session.set(Cell(PLAN_ROW, name), Answer("in_evaluatie"))

    def said() -> list[str]:
        return [label.text() for label in head.findChildren(QLabel) if label.isVisible()]

    plan.qtbot.waitUntil(lambda: "In evaluatie · versie 0.1" in said())
    plan.window.resize(1024, 700)
    plan.shell.rail.setFixedWidth(150)
    plan.qtbot.waitUntil(lambda: "In evaluatie" in said())
    assert "Gemeente Lindeveld · versie 0.1" in said()
