"""Search over all answers: type, walk, press Enter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from radplan_desktop.plan.values import PLAN_ROW, Answer, Cell
from radplan_desktop.ui.fields.box import FieldBox
from radplan_desktop.ui.register.screen import RegisterScreen
from radplan_desktop.ui.search.page import HOW, NOTHING, SearchPage
from tests.ui.pages import PATIENCE, PlanPage


class Searching:
    """The screen in the words of who looks for something."""

    def __init__(self, plan: PlanPage) -> None:
        self.plan = plan
        plan.key("Ctrl+F")
        assert isinstance(plan.page, SearchPage)
        self.page = plan.page

    def type(self, text: str) -> None:
        self.plan.qtbot.keyClicks(self.page.line, text)

    def press(self, key: Qt.Key) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        self.plan.qtbot.keyClick(focused, key)

    def finds(self, number: int) -> list[str]:
        """Wait until so many places are found, and return their texts."""
        self.plan.qtbot.waitUntil(lambda: len(self.page.model.hits) == number, timeout=PATIENCE)
        return [hit.text for hit in self.page.model.hits]


def has_focus(card: QWidget) -> bool:
    """Whether the focus is in a card."""
    focused = QApplication.focusWidget()
    return focused is not None and card.isAncestorOf(focused)


@pytest.fixture
def filled(plan: PlanPage) -> PlanPage:
    """A goal and a row with the same word in them."""
    plan.session.set(Cell(PLAN_ROW, "hoofddoel"), Answer("Minder zorgen bij grootouders in Noord"))
    plan.session.add_row("organisaties", {"naam": Answer("Grootoudercafé Noord")})
    plan.settle()
    return plan


def test_typing_finds_answers_whatever_the_case_and_marks_the_words(filled: PlanPage) -> None:
    searching = Searching(filled)
    assert searching.page.line.hasFocus()
    assert filled.sees(HOW)
    searching.type("GROOTOUDER")
    texts = searching.finds(2)
    assert set(texts) == {"Grootoudercafé Noord", "Minder zorgen bij grootouders in Noord"}
    assert filled.sees("2 plekken gevonden")
    assert searching.page.model.words == ("grootouder",)
    searching.type("cafe")
    searching.finds(1)
    assert filled.sees("1 plek gevonden")


def test_enter_opens_the_field_of_the_first_place_also_right_after_typing(filled: PlanPage) -> None:
    searching = Searching(filled)
    searching.type("zorgen grootouders")
    searching.press(Qt.Key.Key_Return)
    filled.qtbot.waitUntil(lambda: filled.page is not searching.page, timeout=PATIENCE)
    assert has_focus(filled.card("Hoofddoel"))


def test_down_walks_into_the_places_and_enter_opens_the_one_that_is_chosen(filled: PlanPage) -> None:
    searching = Searching(filled)
    searching.type("grootouder")
    searching.finds(2)
    searching.press(Qt.Key.Key_Down)
    assert searching.page.view.hasFocus()
    wanted = next(n for n, hit in enumerate(searching.page.model.hits) if hit.field == "naam")
    for _ in range(wanted):
        searching.press(Qt.Key.Key_Down)
    searching.press(Qt.Key.Key_Return)
    assert isinstance(filled.page, RegisterScreen)
    focused = QApplication.focusWidget()
    box = next(box for box in filled.page.findChildren(FieldBox) if focused is not None and box.isAncestorOf(focused))
    assert box.field.id == "naam"


def test_up_goes_back_to_the_line_and_escape_empties_it(filled: PlanPage) -> None:
    searching = Searching(filled)
    searching.type("grootouder")
    searching.finds(2)
    searching.press(Qt.Key.Key_Down)
    searching.press(Qt.Key.Key_Up)
    assert searching.page.line.hasFocus()
    searching.press(Qt.Key.Key_Escape)
    searching.finds(0)
    assert filled.sees(HOW)


def test_a_click_opens_a_place(filled: PlanPage) -> None:
    searching = Searching(filled)
    searching.type("grootouders")
    searching.finds(1)
    spot = searching.page.view.visualRect(searching.page.model.index(0, 0)).center()
    filled.qtbot.mouseClick(searching.page.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert has_focus(filled.card("Hoofddoel"))


def test_nothing_found_is_said_with_what_to_do(filled: PlanPage) -> None:
    searching = Searching(filled)
    searching.type("xyzzy")
    filled.qtbot.waitUntil(lambda: filled.sees(NOTHING), timeout=PATIENCE)


def test_the_tool_in_the_header_opens_it_and_coming_back_looks_again(filled: PlanPage) -> None:
    searching = Searching(filled)
    searching.type("grootouder")
    searching.finds(2)
    filled.step("Plangegevens")
    filled.session.set(Cell(PLAN_ROW, "hoofddoel"), None)
    filled.click("Zoeken")
    assert filled.page is searching.page
    assert searching.finds(1) == ["Grootoudercafé Noord"]
