"""Rows by keyboard: naming one, filling it in, on to the next, back to the card; and the line of a sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QRadioButton

from radplan_desktop.plan.values import Answer, Cell, NotApplicable
from radplan_desktop.ui.around import around
from radplan_desktop.ui.pages.card import QuestionCard
from radplan_desktop.ui.places import Place, Screen
from radplan_desktop.ui.register.screen import RegisterScreen
from tests.ui.keyboard import Keyboard
from tests.ui.pages import PlanPage

Key = Qt.Key


def register(keys: Keyboard, plan: PlanPage, *titles: str) -> RegisterScreen:
    """Go into the register of subdoelen and name rows."""
    keys.until(Key.Key_Tab, QAbstractButton, "Eerste subdoel")
    keys.press(Key.Key_Return)
    page = plan.page
    assert isinstance(page, RegisterScreen)
    for title in titles:
        keys.letters(title)
        keys.press(Key.Key_Return)
        keys.chord("Ctrl+Return")
    return page


def test_the_menu_of_a_register_answers_for_the_whole_register(keys: Keyboard, plan: PlanPage) -> None:
    page = register(keys, plan)
    keys.chord("Ctrl+.")
    keys.press(Key.Key_Down)
    keys.press(Key.Key_Return)
    keys.letters("dit al vastligt")
    keys.press(Key.Key_Return)
    assert plan.session.answers.register_value(page.register.id) == NotApplicable("dit al vastligt")


def test_escape_leads_from_the_form_to_the_rows_and_back_to_the_card(keys: Keyboard, plan: PlanPage) -> None:
    page = register(keys, plan, "Eerste")
    keys.press(Key.Key_Up)
    assert keys.focus is page.table.view
    keys.press(Key.Key_Return)
    assert page.form.isAncestorOf(keys.focus)
    keys.press(Key.Key_Escape)
    assert keys.focus is page.table.view
    keys.press(Key.Key_Down)
    assert page.table.add is not None
    assert page.table.add.isAncestorOf(keys.focus), "below the last row a new one is named"
    keys.press(Key.Key_Escape)
    card = around(keys.focus, QuestionCard)
    assert card is not None
    assert card.entry.id == page.register.id


def test_ctrl_enter_is_done_with_a_row_and_takes_the_next(keys: Keyboard, plan: PlanPage) -> None:
    page = register(keys, plan, "Eerste", "Tweede")
    first, second = page.table.model.rows
    keys.press(Key.Key_Up)
    keys.press(Key.Key_Up)
    keys.press(Key.Key_Return)
    keys.until(Key.Key_Tab, QLineEdit, page.register.columns["einddatum"].label)
    keys.letters("1-2-2027")
    keys.chord("Ctrl+Return")
    assert page.form.row == second
    assert page.form.isAncestorOf(keys.focus)
    assert "2027-02-01" in [plan.session.answers.content(first, name) for name in page.register.columns]
    keys.chord("Ctrl+Return")
    assert page.table.add is not None
    assert page.table.add.isAncestorOf(keys.focus)


def test_the_focus_stays_on_the_rows_when_one_goes_and_comes_back(keys: Keyboard, plan: PlanPage) -> None:
    page = register(keys, plan, "Eerste", "Tweede")
    last = page.table.model.rows[-1]
    keys.press(Key.Key_Up)
    keys.press(Key.Key_Delete)
    assert keys.focus is page.table.view
    assert page.undo_banner.isVisible()
    keys.chord("Ctrl+Z")
    plan.qtbot.waitUntil(lambda: last in page.table.model.rows)
    plan.qtbot.waitUntil(lambda: not page.undo_banner.isVisible())
    assert keys.focus is page.table.view
    assert page.table.row == last
    for _ in range(2):
        keys.press(Key.Key_Delete)
    assert page.table.add is not None
    assert page.table.add.isAncestorOf(keys.focus), "without rows the focus is where a new one is named"


def test_the_enter_that_chooses_from_a_list_does_not_yet_enter_a_line_of_the_sheet(
    keys: Keyboard, plan: PlanPage
) -> None:
    session = plan.session
    indicator = session.add_row("indicatoren", {"indicator": Answer("Deelnemers")})
    section, _ = plan.entry(session.guideline.registers["metingen"].label)
    plan.shell.go(Place(Screen.SHEET, section, "metingen"))
    combo = keys.tab_to(QComboBox)
    assert isinstance(combo, QComboBox)
    keys.press(Key.Key_Down)
    while combo.view().currentIndex().data() != combo.itemText(combo.findData(indicator)):
        keys.press(Key.Key_Down)
    keys.press(Key.Key_Return)
    assert keys.focus is combo
    assert combo.currentData() == indicator
    assert not session.answers.rows("metingen")


def test_tab_comes_to_the_first_choice_while_none_is_chosen(keys: Keyboard, plan: PlanPage) -> None:
    keys.tab_to(QAbstractButton, "Eerste doelgroep")
    keys.press(Key.Key_Return)
    for title in ("Ouders", "Docenten"):
        keys.letters(title)
        keys.press(Key.Key_Return)
        radio = keys.until(Key.Key_Return, QRadioButton)
        assert isinstance(radio, QRadioButton)
        assert radio.text() == "Ja"
        keys.press(Key.Key_Right)
        keys.press(Key.Key_Space)
        assert keys.focus is not radio
        keys.chord("Ctrl+Return")


def test_what_is_typed_on_stays_when_the_draft_of_a_moment_ago_comes_back(keys: Keyboard, plan: PlanPage) -> None:
    page = register(keys, plan, "Eerste")
    keys.press(Key.Key_Up)
    keys.press(Key.Key_Return)
    line = keys.until(Key.Key_Return, QLineEdit, page.register.columns["einddatum"].label)
    cell = Cell(page.form.row, "einddatum")
    typed_on: list[str] = []

    def type_on(_: object) -> None:
        if plan.session.has_draft(cell) and not typed_on:
            typed_on.append("8")
            keys.letters("8")

    end = plan.session.subscribe(type_on)
    keys.letters("1-2-202")
    keys.press(Key.Key_Backspace)
    keys.letters("27")
    plan.qtbot.waitUntil(lambda: bool(typed_on))
    end()
    plan.settle()
    assert isinstance(line, QLineEdit)
    assert line.text() == "1-2-20278"
