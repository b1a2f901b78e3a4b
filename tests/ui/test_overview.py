"""The overview: what comes up, how full the plan is, its charts, what is open, and the way to each of them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from radplan_desktop.acts.opening import open_plan
from radplan_desktop.plan.values import PLAN_ROW, Answer, Cell
from radplan_desktop.ui.look.theme import Look
from radplan_desktop.ui.overview.coming import DeadlineRow
from radplan_desktop.ui.overview.page import OverviewPage
from radplan_desktop.ui.overview.words import WEEKDAYS, ahead, day_line, span
from radplan_desktop.ui.pages.points import PointLine, PointsPage
from radplan_desktop.ui.pages.section import SectionPage
from radplan_desktop.ui.places import Screen
from radplan_desktop.ui.register.screen import RegisterScreen
from tests.ui.conftest import OFFICER, PASSPHRASE, Entered
from tests.ui.pages import PlanPage

TODAY = date(2026, 11, 12)


def overview(plan: PlanPage) -> OverviewPage:
    """Go to the overview."""
    plan.key("Ctrl+0")
    assert isinstance(plan.page, OverviewPage)
    return plan.page


def act(plan: PlanPage, words: str, days: int, *, done: bool = False) -> str:
    """Add an action that is due so many days from today; return its row."""
    day = plan.session.answers.today + timedelta(days=days)
    register = plan.session.guideline.registers["acties"]
    values = {register.title: Answer(words), "deadline": Answer(day.isoformat())}
    if done:
        values["afgehandeld"] = Answer(day.isoformat())
    return plan.session.add_row(register.id, values)


def dates(page: OverviewPage) -> list[str]:
    """What the dates of the tile are about."""
    rows = [row for row in page.coming.findChildren(DeadlineRow) if row.isVisible()]
    return [row.button.accessibleName().removesuffix(": openen") for row in rows]


def test_a_new_plan_begins_with_its_first_section_and_a_begun_one_with_the_overview(
    plan: PlanPage, enter: Entered
) -> None:
    assert isinstance(plan.page, SectionPage)
    assert plan.page.section.number == 1
    path = plan.session.path
    plan.probe("Hoofddoel").answer("Elke wijk kent een vast gezicht.")
    plan.settle()
    plan.close()
    again = enter(open_plan(path, PASSPHRASE, officer=OFFICER))
    assert isinstance(again.page, OverviewPage)


def test_the_overview_is_the_first_link_and_has_no_way_on(plan: PlanPage) -> None:
    page = plan.step("Overzicht")
    shell = plan.window.plan
    assert shell is not None
    assert isinstance(page, OverviewPage)
    assert next(iter(shell.rail.links)).screen is Screen.OVERVIEW
    assert not shell.bottom.isVisible()
    assert not shell.guidance.isVisible()
    today = plan.session.answers.today
    assert plan.sees(WEEKDAYS[today.weekday()].capitalize(), shell.header)


def test_what_comes_up_stands_in_order_with_the_way_to_it(plan: PlanPage) -> None:
    act(plan, "Later", 40)
    act(plan, "Al gedaan", 3, done=True)
    row = act(plan, "Te laat", -3)
    act(plan, "Vandaag", 0)
    page = overview(plan)
    plan.qtbot.waitUntil(lambda: "Te laat" in dates(page))
    assert [one for one in dates(page) if one in ("Te laat", "Vandaag", "Later", "Al gedaan")] == [
        "Te laat",
        "Vandaag",
        "Later",
    ]
    assert plan.sees("deze week · 1 voorbij", page.coming)
    plan.click("Te laat: openen", page)
    assert isinstance(plan.page, RegisterScreen)
    assert plan.page.form.row == row


def test_many_dates_are_shown_on_request(plan: PlanPage) -> None:
    for number in range(9):
        act(plan, f"Actie {number}", 10 + number)
    page = overview(plan)
    plan.qtbot.waitUntil(lambda: len(dates(page)) == 3)
    plan.qtbot.mouseClick(page.coming.more, Qt.MouseButton.LeftButton)
    plan.qtbot.waitUntil(lambda: len(dates(page)) >= 9)
    assert page.coming.more.text() == "Minder tonen"
    plan.qtbot.mouseClick(page.coming.more, Qt.MouseButton.LeftButton)
    plan.qtbot.waitUntil(lambda: len(dates(page)) == 3)


def test_how_full_it_is_follows_the_answers_and_leads_to_the_section(plan: PlanPage, qtbot: QtBot) -> None:
    page = overview(plan)
    line = page.fullness.lines[0]
    assert line.accessibleName() == "Onderdeel 1, Voorbereiding, 0 procent ingevuld"
    gate = plan.session.guideline.gates[0]
    assert plan.sees(f"Geteld voor de mijlpaal ‘{gate.label}’", page.fullness)
    goal = plan.session.guideline.role("main_goal")
    plan.session.set(Cell(PLAN_ROW, goal), Answer("Elke wijk kent een vast gezicht."))
    qtbot.waitUntil(lambda: line.accessibleName() != "Onderdeel 1, Voorbereiding, 0 procent ingevuld")
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert isinstance(plan.page, SectionPage)
    assert plan.page.section is line.section


def test_the_first_open_points_lead_to_their_question(plan: PlanPage, qtbot: QtBot) -> None:
    page = overview(plan)
    lines = page.open.findChildren(PointLine)
    points = plan.window.plan.desk.standing.points  # type: ignore[union-attr]
    assert [line.text() for line in lines] == [point.message for point in points[:5]]
    assert plan.sees(str(len(points)), page.open)
    qtbot.mouseClick(lines[0], Qt.MouseButton.LeftButton)
    assert plan.page is not page
    page = overview(plan)
    plan.click("Alles tonen", page.open)
    assert isinstance(plan.page, PointsPage)


def test_what_looks_like_a_person_is_counted_and_found(plan: PlanPage) -> None:
    page = overview(plan)
    assert plan.sees("niets gevonden dat op gegevens over personen lijkt", page.open)
    goal = plan.session.guideline.role("main_goal")
    plan.session.set(Cell(PLAN_ROW, goal), Answer("Bel de vader van de jongen op 06-12345678."))
    plan.click("1 antwoord lijkt over een persoon te gaan", page.open)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert plan.card("Hoofddoel").isAncestorOf(focused)


def test_the_charts_stand_there_and_follow_the_answers(plan: PlanPage, qtbot: QtBot) -> None:
    page = overview(plan)
    assert page.timeline is not None
    qtbot.waitUntil(lambda: page.indicators is not None and page.indicators.isVisible())
    assert page.indicators is not None
    canvases = page.timeline.panel.canvas, page.indicators.panel.canvas
    assert plan.sees("Deze tekening verschijnt vanzelf", page.indicators)
    today = plan.session.answers.today.isoformat()
    plan.session.add_row("activiteiten", {"activiteit": Answer("Werven"), "start": Answer(today)})
    plan.session.add_row("indicatoren", {"indicator": Answer("Leerlingen die meededen")})
    qtbot.waitUntil(lambda: all(canvas.isVisible() for canvas in canvases))
    assert "Leerlingen die meededen" in canvases[1].accessibleName()


@pytest.mark.parametrize(
    ("size", "percent", "columns"), [((1280, 770), 100, 2), ((1024, 700), 100, 2), ((1024, 700), 130, 1)]
)
def test_it_scrolls_as_one_whatever_the_window(
    plan: PlanPage, look: Look, size: tuple[int, int], percent: int, columns: int
) -> None:
    plan.window.resize(*size)
    look.resize(percent)
    page = overview(plan)
    QApplication.processEvents()
    try:
        assert not page.findChildren(QScrollArea)
        assert page.horizontalScrollBar().maximum() == 0
        tops = [tile.mapTo(page, QPoint(0, 0)).y() for tile in (page.coming, page.fullness)]
        assert (tops[0] == tops[1]) is (columns == 2)
    finally:
        look.resize(100)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (-400, "13 maanden geleden"),
        (-20, "3 weken geleden"),
        (-1, "gisteren"),
        (0, "vandaag"),
        (1, "morgen"),
        (2, "over 2 dagen"),
        (14, "over 2 weken"),
        (61, "over 2 maanden"),
    ],
)
def test_a_day_is_said_as_people_say_it(days: int, said: str) -> None:
    assert ahead(TODAY + timedelta(days=days), TODAY) == said
    assert days in (-1, 0, 1) or span(TODAY + timedelta(days=days), TODAY) in said


def test_the_header_says_how_long_the_plan_still_runs(plan: PlanPage) -> None:
    today, roles = plan.session.answers.today, plan.session.guideline.role
    ends = {-10: "het plan liep tot en met", 400: "het plan loopt nog 13 maanden"}
    for days, said in ends.items():
        plan.session.set(Cell(PLAN_ROW, roles("plan_end")), Answer((today + timedelta(days)).isoformat()))
        assert said in day_line(plan.session.answers)
    plan.session.set(Cell(PLAN_ROW, roles("plan_start")), Answer((today + timedelta(3)).isoformat()))
    assert day_line(plan.session.answers).endswith("het plan begint over 3 dagen")
