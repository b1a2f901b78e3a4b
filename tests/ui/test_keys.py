"""The rules of the keyboard (tokens, section 6), each pressed with real keys: order, going on, lists, menus, regions, screens."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QMenu, QTextEdit

from radplan_desktop.plan.values import PLAN_ROW, NotApplicable
from radplan_desktop.ui.around import around
from radplan_desktop.ui.commands import keys as commanded
from radplan_desktop.ui.fields.box import FieldBox
from radplan_desktop.ui.fields.menu import AnswerMenu
from radplan_desktop.ui.pages.card import QuestionCard
from radplan_desktop.ui.places import Screen
from radplan_desktop.ui.shell.order import stops
from tests.ui.keyboard import FAR, Keyboard
from tests.ui.pages import PlanPage

Key = Qt.Key
MANUAL = Path(__file__).parents[2] / "docs" / "keyboard.md"


def named(plan: PlanPage, field: str) -> str:
    """How a question is called."""
    return plan.session.guideline.fields[field].label


def test_tab_goes_through_the_regions_in_order_and_a_field_comes_before_its_menu(
    keys: Keyboard, plan: PlanPage
) -> None:
    shell = plan.shell
    regions = [shell.header, plan.page, shell.bottom, shell.guidance, shell.rail]
    keys.until(Key.Key_Backtab, QAbstractButton, "Zoeken")
    seen = [keys.focus]
    keys.press(Key.Key_Tab)
    while keys.focus is not seen[0]:
        seen.append(keys.focus)
        assert len(seen) < FAR, "Tab does not come around"
        keys.press(Key.Key_Tab)
    where = [next(n for n, region in enumerate(regions) if region.isAncestorOf(one)) for one in seen]
    assert where == sorted(where)
    assert set(where) == set(range(len(regions)))
    menus = [n for n, one in enumerate(seen) if isinstance(one, AnswerMenu)]
    cards = [around(seen[n], QuestionCard) for n in menus]
    assert menus
    assert all(around(seen[n - 1], QuestionCard) is card for n, card in zip(menus, cards, strict=True))


def test_enter_goes_on_to_the_next_field_and_ctrl_enter_leaves_a_long_text(keys: Keyboard, plan: PlanPage) -> None:
    keys.chord("Ctrl+PgUp")
    keys.until(Key.Key_Return, QLineEdit, named(plan, "looptijd_start"))
    keys.letters("1-2-2027")
    keys.press(Key.Key_Return)
    assert keys.focus.accessibleName() == named(plan, "looptijd_eind"), "the button of the calendar is no field"
    keys.press(Key.Key_Return)
    assert keys.is_on(QComboBox)
    keys.chord("Ctrl+1")
    text = keys.until(Key.Key_Tab, QTextEdit)
    keys.letters("een")
    keys.press(Key.Key_Return)
    assert keys.focus is text, "Enter breaks the line"
    keys.chord("Ctrl+Return")
    assert keys.focus is not text
    assert not keys.is_on(AnswerMenu)


def test_a_list_opens_on_a_letter_and_answers_once(keys: Keyboard, plan: PlanPage) -> None:
    keys.chord("Ctrl+PgUp")
    combo = keys.until(Key.Key_Tab, QComboBox, named(plan, "opsteller"))
    assert isinstance(combo, QComboBox)
    keys.press(Key.Key_Down)
    assert QApplication.activePopupWidget() is not None
    keys.press(Key.Key_End)
    keys.press(Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert keys.focus is combo
    assert not plan.session.can_undo, "looking through a list is no answer"
    keys.letters("N")
    keys.press(Key.Key_Return)
    assert keys.is_on(QLineEdit), "a new row is named here"
    keys.letters("J. Jansen")
    keys.press(Key.Key_Return)
    assert keys.focus is combo
    assert combo.currentText() == "J. Jansen"


def test_not_applicable_is_two_keys_away_and_escape_gives_it_up(keys: Keyboard, plan: PlanPage) -> None:
    text = keys.until(Key.Key_Tab, QTextEdit)
    box = around(text, FieldBox)
    assert isinstance(box, FieldBox)
    keys.chord("Ctrl+.")
    assert isinstance(QApplication.activePopupWidget(), QMenu)
    keys.press(Key.Key_Escape)
    assert keys.focus is text
    for wanted in ("", "het hier niet speelt"):
        keys.chord("Ctrl+.")
        keys.press(Key.Key_Down)
        keys.press(Key.Key_Return)
        assert keys.is_on(QLineEdit)
        keys.letters(wanted)
        keys.press(Key.Key_Return if wanted else Key.Key_Escape)
    assert plan.session.answers.value(PLAN_ROW, box.field.id) == NotApplicable("het hier niet speelt")
    assert not box.isAncestorOf(keys.focus) or keys.focus is not text


def test_f6_goes_from_region_to_region_and_back_to_where_one_was(keys: Keyboard, plan: PlanPage) -> None:
    shell = plan.shell
    field = keys.until(Key.Key_Tab, QTextEdit)
    for region in (shell.bottom, shell.guidance, shell.rail, shell.header):
        keys.press(Key.Key_F6)
        assert region.isAncestorOf(keys.focus)
    keys.press(Key.Key_F6)
    assert keys.focus is field
    keys.chord("Shift+F6")
    assert shell.header.isAncestorOf(keys.focus)
    keys.press(Key.Key_Escape)
    assert keys.focus is field, "Escape goes back to the page"


def test_f1_goes_into_the_explanation_folds_it_and_comes_back(keys: Keyboard, plan: PlanPage) -> None:
    pane, field = plan.shell.guidance, keys.focus
    seen = []
    for _ in range(3):
        keys.press(Key.Key_F1)
        seen.append((pane.is_open, pane.isAncestorOf(keys.focus), keys.focus is field))
    assert seen == [(True, True, False), (False, False, True), (True, True, False)]


def test_f8_passes_every_open_point_and_comes_around(keys: Keyboard, plan: PlanPage) -> None:
    seen = []
    for _ in range(200):
        keys.press(Key.Key_F8)
        if plan.shell.place in seen:
            break
        seen.append(plan.shell.place)
    points = {(p.section, p.item) for p in plan.shell.desk.standing.points if p.section}
    assert {(place.section, place.item) for place in seen} == points
    assert plan.shell.place == seen[0]


def test_ctrl_tab_leaves_a_page(keys: Keyboard, plan: PlanPage) -> None:
    here = plan.shell.place.section
    keys.chord("Ctrl+Tab")
    assert plan.shell.place.section != here
    keys.chord("Ctrl+Shift+Tab")
    assert plan.shell.place.section == here
    keys.chord("Ctrl+P")
    assert plan.shell.place.screen is Screen.DOCUMENTS


def test_the_depth_opens_on_its_first_card(keys: Keyboard, plan: PlanPage) -> None:
    line = keys.until(Key.Key_Tab, QAbstractButton, "Verdieping")
    keys.press(Key.Key_Return)
    assert keys.focus is not line
    card = around(keys.focus, QuestionCard)
    assert card is not None
    assert card.entry in plan.shell.desk.outlines[plan.shell.place.section].depth


def test_enter_presses_a_button_and_a_menu_gives_the_focus_back(keys: Keyboard) -> None:
    button = keys.until(Key.Key_Backtab, QAbstractButton, "Weergave")
    keys.press(Key.Key_Return)
    assert isinstance(QApplication.activePopupWidget(), QMenu)
    keys.press(Key.Key_Escape)
    assert keys.focus is button


def test_a_day_is_picked_from_the_calendar(keys: Keyboard, plan: PlanPage) -> None:
    keys.chord("Ctrl+PgUp")
    line = keys.until(Key.Key_Tab, QLineEdit, named(plan, "looptijd_start"))
    keys.letters("1-2-2027")
    keys.chord("Alt+Down")
    for key in (Key.Key_Right, Key.Key_Return):
        keys.press(key)
    assert keys.focus is line
    assert isinstance(line, QLineEdit)
    assert line.text() == "02-02-2027"


def test_everything_that_can_be_reached_is_in_sight(keys: Keyboard, plan: PlanPage) -> None:
    assert all(one.isVisible() and one.isEnabled() for one in stops(plan.page))


def test_the_manual_of_the_keyboard_names_every_shortcut() -> None:
    text = MANUAL.read_text(encoding="utf-8")
    assert [what for what, shortcut in commanded() if f"| {shortcut} | {what} |" not in text] == []


@pytest.mark.parametrize("there", ["Ctrl+0", "F7", "Shift+F7", "Ctrl+P", "Ctrl+H", "Ctrl+F", "Ctrl+,", "Ctrl+6"])
def test_a_screen_begins_with_the_focus_in_it_and_tab_is_never_caught(
    keys: Keyboard, plan: PlanPage, there: str
) -> None:
    keys.chord(there)
    first = keys.focus
    assert plan.page.isAncestorOf(first)
    keys.press(Key.Key_Tab)
    seen = {id(first): first}
    while keys.focus is not first:
        assert id(keys.focus) not in seen, f"Tab goes around without {first}"
        seen[id(keys.focus)] = keys.focus
        keys.press(Key.Key_Tab)
    assert any(plan.shell.rail.isAncestorOf(one) for one in seen.values())
    keys.chord("Shift+Tab")
    assert keys.focus is not first


def test_escape_leads_from_another_screen_back_to_where_one_was(keys: Keyboard, plan: PlanPage) -> None:
    keys.chord("Ctrl+PgUp")
    line = keys.tab_to(QLineEdit, named(plan, "looptijd_start"))
    for there in ("Ctrl+F", "Ctrl+0", "Shift+F7"):
        keys.chord(there)
        assert not plan.page.isAncestorOf(line)
        keys.press(Key.Key_Escape)
        assert keys.focus is line
