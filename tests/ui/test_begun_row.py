"""What is typed in the line that adds a row is kept until it is added: it comes back, and becomes no row by itself."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from radplan_desktop.acts.lines import adding_at
from radplan_desktop.acts.opening import open_plan
from radplan_desktop.plan.values import Answer
from radplan_desktop.ui.register.table import CAME_BACK, AddRow
from tests.ui.boards import MAP, open_map
from tests.ui.conftest import OFFICER, PASSPHRASE, Entered
from tests.ui.pages import PlanPage, RegisterPage
from tests.ui.probes import Probe, probe_of

GOALS, REGISTER = "Subdoelen", "subdoelen"


def adding(page: RegisterPage) -> AddRow:
    assert page.screen.table.add is not None
    return page.screen.table.add


def name(page: RegisterPage) -> Probe:
    return probe_of(page.qtbot, adding(page).editor)


def typed(plan: PlanPage, text: str = "Ouders weten") -> RegisterPage:
    """Type a name and do not add it."""
    page = plan.register(GOALS)
    adding(page).focus()
    plan.qtbot.keyClicks(name(page).parts[0], text)
    return page


def cut_off(plan: PlanPage, file: Path, enter: Entered) -> PlanPage:
    """Open the file as it is now, before what is being typed is taken in: what a crash leaves."""
    plan.settle()
    left = Path(shutil.copy(file, file.with_name("Over.radplan")))
    plan.close()
    return enter(open_plan(left, PASSPHRASE, officer=OFFICER))


@pytest.fixture
def back(plan: PlanPage, plan_file: Path, enter: Entered) -> RegisterPage:
    """The plan after a crash, at the table whose next row was being named."""
    typed(plan)
    page = cut_off(plan, plan_file, enter)
    assert page.sees(f"Hersteld: een rij bij {GOALS}.")
    page.click("Naar de vraag")
    return RegisterPage(page.qtbot, page.window)


def test_it_is_kept_as_it_is_typed_and_is_no_part_of_the_plan(plan: PlanPage) -> None:
    before = plan.session.fingerprint
    page = typed(plan)
    assert plan.session.begun_lines == (adding_at(REGISTER),)
    assert plan.session.fingerprint == before
    assert not page.sees(CAME_BACK)
    name(page).answer("")
    assert not plan.session.begun_lines


@pytest.mark.parametrize("by_leaving", [True, False])
def test_it_is_kept_no_longer_once_it_is_a_row(plan: PlanPage, by_leaving: bool) -> None:  # noqa: FBT001 - pytest's own
    page = typed(plan)
    if by_leaving:
        plan.click("Terug naar Voorbereiding")
    else:
        plan.qtbot.keyClick(name(page).parts[0], Qt.Key.Key_Return)
    assert not plan.session.begun_lines
    assert len(plan.session.answers.rows(REGISTER)) == 1
    plan.register(GOALS)
    assert len(plan.session.answers.rows(REGISTER)) == 1


def test_it_comes_back_in_its_line_and_is_added_with_enter(back: RegisterPage) -> None:
    assert name(back).value == "Ouders weten"
    assert back.sees(CAME_BACK, adding(back))
    assert back.focus_is_in(adding(back))
    back.qtbot.keyClick(name(back).parts[0], Qt.Key.Key_Return)
    assert back.titles == ["Ouders weten"]
    assert (name(back).value, back.session.begun_lines) == ("", ())
    assert not back.sees(CAME_BACK)


def test_it_becomes_no_row_by_itself(back: RegisterPage, enter: Entered, plan_file: Path) -> None:
    back.click("Terug naar Voorbereiding")
    assert back.session.answers.rows(REGISTER) == ()
    again = back.register(GOALS)
    assert (name(again).value, again.sees(CAME_BACK)) == ("Ouders weten", True)
    back.close()
    page = enter(open_plan(plan_file.with_name("Over.radplan"), PASSPHRASE, officer=OFFICER))
    assert page.session.answers.rows(REGISTER) == ()
    assert page.session.line(adding_at(REGISTER)) == {page.session.guideline.registers[REGISTER].title: "Ouders weten"}


def test_typed_on_it_is_a_row_once_one_goes_elsewhere(back: RegisterPage) -> None:
    back.qtbot.keyClick(name(back).parts[0], Qt.Key.Key_End)
    back.qtbot.keyClicks(name(back).parts[0], " de weg")
    assert not back.sees(CAME_BACK)
    back.click("Terug naar Voorbereiding")
    answers = back.session.answers
    assert [answers.title(row) for row in answers.rows(REGISTER)] == ["Ouders weten de weg"]
    assert back.session.begun_lines == ()


def test_on_the_map_the_line_is_there_again_with_the_party_that_was_chosen(
    plan: PlanPage, plan_file: Path, enter: Entered
) -> None:
    swimming = plan.session.add_row("organisaties", {"naam": Answer("Zwembad")})
    board = open_map(plan)
    board.click("Partij toevoegen")
    board.page.add.editor.set_value(swimming)
    board.page.add.editor.finished.emit()
    page = cut_off(plan, plan_file, enter)
    assert page.sees(f"Hersteld: een rij bij {MAP}.")
    page.click("Naar de vraag")
    add = page.page.findChild(AddRow)
    assert add is not None
    assert (add.isVisible(), add.editor.value()) == (True, swimming)
    page.click("Toevoegen", add)
    assert not add.isVisible()
    answers = page.session.answers
    assert [answers.title(row) for row in answers.rows("stakeholders")] == ["Zwembad"]
    assert page.session.begun_lines == ()
