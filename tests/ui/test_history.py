"""The history: who changed what when, narrowed as one wants, and one earlier answer put back."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from radplan_desktop.acts.chronicle import Chronicle, Wanted
from radplan_desktop.acts.history import HistoryLine
from radplan_desktop.plan.values import PLAN_ROW, Answer, Cell
from radplan_desktop.ui.history.model import HistoryModel
from radplan_desktop.ui.history.page import NOTHING, ONLY_EVENTS, HistoryList, HistoryPage, narrowed
from radplan_desktop.ui.history.rows import DayRow, SittingRow, heading, said
from radplan_desktop.ui.look.theme import Look
from radplan_desktop.ui.register.screen import RegisterScreen
from tests.ui.cut import faults
from tests.ui.pages import PATIENCE, PlanPage
from tests.ui.probes import pick

GOAL = Cell(PLAN_ROW, "hoofddoel")


class Seen:
    """The screen in the words of who reads it."""

    def __init__(self, plan: PlanPage) -> None:
        self.plan = plan
        self.page: HistoryPage = plan.step("Geschiedenis")  # type: ignore[assignment]
        self.wait_until(lambda: bool(self.page.model.rows))

    def wait_until(self, holds: Any) -> None:
        self.plan.qtbot.waitUntil(holds, timeout=PATIENCE)

    @property
    def lines(self) -> list[tuple[str, str]]:
        """What stands on each line: (what it is about, what it says)."""
        return [(heading(row), said(row)) for row in self.page.model.rows if isinstance(row, HistoryLine)]

    def select(self, text: str) -> None:
        """Click the newest line that says this."""
        rows = self.page.model.rows
        place = next(n for n, row in enumerate(rows) if isinstance(row, HistoryLine) and said(row) == text)
        self.page.view.scrollTo(self.page.model.index(place, 0))
        spot = self.page.view.visualRect(self.page.model.index(place, 0)).center()
        self.plan.qtbot.mouseClick(self.page.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    def look_for(self, text: str) -> None:
        """Type words to look for."""
        self.plan.qtbot.keyClicks(self.page.filters.text, text)


def has_focus(card: QWidget) -> bool:
    """Whether the focus is in a card."""
    focused = QApplication.focusWidget()
    return focused is not None and card.isAncestorOf(focused)


@pytest.fixture
def changed(plan: PlanPage) -> PlanPage:
    """A plan with two goals after each other, a row, and a version."""
    session = plan.session
    session.set(GOAL, Answer("Het eerste doel"))
    session.version("1.0", "voor het college")
    session.set(GOAL, Answer("Het tweede doel"))
    session.add_row("organisaties", {"naam": Answer("Stichting Welzijn")})
    plan.settle()
    return plan


def test_changes_stand_by_day_and_sitting_and_a_version_stands_out(changed: PlanPage) -> None:
    seen = Seen(changed)
    day, sitting, *_ = seen.page.model.rows
    assert isinstance(day, DayRow)
    assert isinstance(sitting, SittingRow)
    assert (sitting.name, sitting.about) == ("M. de Wit", "Coördinator, Gemeente Lindeveld")
    assert seen.lines[0] == ("Organisatie ‘Stichting Welzijn’", "toegevoegd")
    assert ("Versie 1.0", "voor het college") in seen.lines
    assert seen.lines.index(("Hoofddoel", "Het tweede doel")) < seen.lines.index(("Versie 1.0", "voor het college"))
    assert changed.sees("6 wijzigingen")


def test_words_a_section_and_the_versions_narrow_it_and_say_so_when_nothing_is_left(changed: PlanPage) -> None:
    seen = Seen(changed)
    seen.look_for("TWEEDE")
    seen.wait_until(lambda: seen.lines == [("Hoofddoel", "Het tweede doel")])
    assert seen.page.model.words == ("tweede",)
    seen.look_for(" onzin")
    seen.wait_until(lambda: changed.sees(NOTHING))
    seen.page.filters.text.clear()
    pick(changed.qtbot, seen.page.filters.section, "Voorbereiding")
    seen.wait_until(lambda: {about for about, _ in seen.lines} == {"Hoofddoel"})
    pick(changed.qtbot, seen.page.filters.section, "Versies en overdracht")
    seen.wait_until(lambda: seen.lines == [("Versie 1.0", "voor het college")])
    assert changed.sees(ONLY_EVENTS)


def test_people_can_be_chosen_by_name(changed: PlanPage) -> None:
    seen = Seen(changed)
    pick(changed.qtbot, seen.page.filters.person, "M. de Wit")
    assert seen.page.filters.wanted == Wanted(person="M. de Wit, Coördinator, Gemeente Lindeveld")


def test_one_question_can_be_followed_through_time(changed: PlanPage) -> None:
    seen = Seen(changed)
    seen.select("Het eerste doel")
    changed.click("Alleen deze vraag")
    both = [("Hoofddoel", "Het tweede doel"), ("Hoofddoel", "Het eerste doel")]
    seen.wait_until(lambda: seen.lines == both)
    assert not changed.button("Alleen deze vraag").isEnabled()
    assert seen.page.view.hasFocus()
    changed.click("Alleen: Hoofddoel")
    seen.wait_until(lambda: len(seen.lines) > 2)


def test_an_earlier_answer_is_put_back_the_question_opens_and_undo_reverses_it(changed: PlanPage) -> None:
    seen = Seen(changed)
    seen.select("Het eerste doel")
    assert (seen.page.detail.then.text, seen.page.detail.now.text) == ("Het eerste doel", "Het tweede doel")
    changed.click("Zet dit antwoord terug")
    seen.wait_until(lambda: changed.page is not seen.page)
    assert changed.probe("Hoofddoel").value == "Het eerste doel"
    assert has_focus(changed.card("Hoofddoel"))
    changed.key("Ctrl+Z")
    changed.settle()
    assert changed.probe("Hoofddoel").value == "Het tweede doel"
    again = Seen(changed)
    again.wait_until(lambda: again.lines[0] == ("Hoofddoel", "Het tweede doel"))


def test_what_stands_there_is_not_offered_and_the_reason_stands_beside_it(changed: PlanPage) -> None:
    seen = Seen(changed)
    seen.select("Het tweede doel")
    assert not changed.button("Zet dit antwoord terug").isEnabled()
    assert changed.sees("Dit antwoord staat nu in het plan.")


def test_a_row_that_was_deleted_comes_back_from_the_line_that_deleted_it(changed: PlanPage) -> None:
    session = changed.session
    (row,) = [one for one in session.answers.rows("organisaties") if session.answers.title(one) == "Stichting Welzijn"]
    session.delete_row(row)
    changed.settle()
    seen = Seen(changed)
    seen.select("verwijderd")
    changed.click("Zet deze rij terug")
    seen.wait_until(lambda: changed.page is not seen.page)
    assert session.answers.exists(row)
    assert isinstance(changed.page, RegisterScreen)
    assert changed.page.table.row == row


def test_by_keyboard_one_walks_over_the_headings_and_enter_opens_the_question(changed: PlanPage) -> None:
    seen = Seen(changed)
    assert seen.page.view.hasFocus()
    for _ in range(2):
        changed.qtbot.keyClick(seen.page.view, Qt.Key.Key_Down)
    assert seen.page.model.line_at(seen.page.view.currentIndex()) == seen.page.model.rows[4]
    changed.qtbot.keyClick(seen.page.view, Qt.Key.Key_Return)
    assert has_focus(changed.card("Hoofddoel"))


def test_what_changes_while_one_looks_shows_and_the_chosen_line_stays(changed: PlanPage) -> None:
    seen = Seen(changed)
    seen.select("Het eerste doel")
    changed.session.set(GOAL, Answer("Het derde doel"))
    seen.wait_until(lambda: ("Hoofddoel", "Het derde doel") in seen.lines)
    assert seen.page.detail.then.text == "Het eerste doel"
    assert seen.page.detail.now.text == "Het derde doel"


class CountingModel(HistoryModel):
    """Counts what it is asked."""

    asked = 0

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        self.asked += 1
        return super().data(index, role)


def test_of_fifty_thousand_changes_only_those_in_sight_are_asked_for(look: object, qtbot: QtBot) -> None:
    moments = [
        f"2026-{m:02d}-{d:02d}T{h:02d}:{n:02d}:00Z"
        for m in range(1, 12)
        for d in range(1, 29)
        for h in (8, 9)
        for n in range(60)
    ]
    lines = [
        HistoryLine(at, "M. de Wit", "gewijzigd", "plan", "x", "Vraag", f"antwoord {at}") for at in reversed(moments)
    ]
    found = narrowed(Chronicle.of((lines * 2)[:50_000]), Wanted())
    model = CountingModel()
    view = HistoryList(model)
    qtbot.addWidget(view)
    view.resize(600, 500)
    view.show()
    model.show_rows(found.rows, found.words)
    view.setCurrentIndex(model.place_of(None))
    view.grab()
    assert found.count == 50_000
    assert 0 < model.asked < 500


@pytest.mark.parametrize("percent", [100, 115, 130])
def test_beside_the_list_no_word_is_cut_in_a_small_window(changed: PlanPage, look: Look, percent: int) -> None:
    seen = Seen(changed)
    changed.window.resize(1024, 700)
    look.resize(percent)
    try:
        seen.select("Het tweede doel")
        seen.wait_until(seen.page.detail.why.isVisible)
        seen.wait_until(lambda: not list(faults(seen.page)))
    finally:
        look.resize(100)
