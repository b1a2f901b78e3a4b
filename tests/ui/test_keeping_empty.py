"""The brought-together screens while there is nothing, and the way back from where the first one is written down."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from radplan_desktop.acts.opening import open_plan
from radplan_desktop.acts.session import Session
from radplan_desktop.ui.keeping.words import WAYS
from radplan_desktop.ui.look.plain import Button
from radplan_desktop.ui.places import Screen
from radplan_desktop.ui.register.screen import RegisterScreen
from tests.ui.conftest import OFFICER, PASSPHRASE
from tests.ui.ledgers import opened, row
from tests.ui.pages import PlanPage

EMPTY = {
    "actions": ("Nog geen acties of besluiten", "Nieuwe actie", Screen.REGISTER),
    "reactions": ("Nog geen reacties", "Reacties invoeren", Screen.SHEET),
    "findings": ("Nog geen bevindingen", "Nieuwe bevinding", Screen.REGISTER),
}


@pytest.mark.parametrize("panel", EMPTY)
def test_without_anything_there_is_one_line_and_one_button(plan: PlanPage, panel: str) -> None:
    page = opened(plan, panel)
    says, add, screen = EMPTY[panel]
    page.qtbot.waitUntil(lambda: page.sees(says))
    assert not page.screen.view.isVisible()
    assert not page.screen.narrow.isVisible()
    assert page.button(add, page.page).hasFocus()
    assert [b.text() for b in page.page.findChildren(Button) if b.isVisible()] == [add]
    focused = QApplication.focusWidget()
    assert focused is not None
    page.qtbot.keyClick(focused, Qt.Key.Key_Space)
    assert page.shell.place.screen is screen


def test_the_list_comes_with_the_first_and_goes_with_the_last(plan: PlanPage) -> None:
    page = opened(plan, "findings")
    page.qtbot.waitUntil(lambda: page.sees("Nog geen bevindingen"))
    row(page, "bevindingen", bevinding="Weinig ouders")
    page.wait("U1 Weinig ouders. Nog geen vervolg")
    assert page.screen.view.hasFocus()
    assert page.screen.narrow.isVisible()
    assert not page.sees("Nog geen bevindingen")
    page.key("Ctrl+Z")
    page.qtbot.waitUntil(lambda: page.sees("Nog geen bevindingen"))
    assert page.button("Nieuwe bevinding", page.page).hasFocus()


@pytest.mark.parametrize(("panel", "way"), WAYS.items())
def test_from_where_they_are_written_down_there_is_a_way_back(plan: PlanPage, panel: str, way: str) -> None:
    page = opened(plan, panel)
    here = page.shell.place
    page.click(EMPTY[panel][1], page.page)
    assert page.shell.place.screen is EMPTY[panel][2]
    page.click(way, page.page)
    assert page.shell.place == here


def test_the_way_back_leads_to_what_was_just_written_down(plan: PlanPage) -> None:
    for name in ("Weinig ouders", "Gaat goed"):
        row(plan, "bevindingen", bevinding=name)
    found = opened(plan, "findings")
    found.click("Nieuwe bevinding")
    made = found.session.answers.rows("bevindingen")[1]
    assert isinstance(found.page, RegisterScreen)
    found.page.table.select(made)
    found.click("Van bevinding naar actie", found.page)
    found.qtbot.waitUntil(lambda: found.screen.view.row == made)


def test_an_empty_plan_that_is_only_read_says_so_and_keeps_the_focus(
    plan: PlanPage, plan_file: Path, enter: Callable[[Session], PlanPage]
) -> None:
    plan.close()
    page = opened(enter(open_plan(plan_file, PASSPHRASE, officer=OFFICER, read_only=True)), "actions")
    page.qtbot.waitUntil(lambda: page.sees("Nog geen acties of besluiten"))
    assert not page.button("Nieuwe actie", page.page).isEnabled()
    assert page.focus_is_in(page.page)
