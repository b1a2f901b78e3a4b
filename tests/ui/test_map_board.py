"""The stakeholder map on a screen of its own: one party is chosen everywhere, moved, edited, added, and talked with."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from radplan_desktop.plan.values import Answer, Cell, NotApplicable
from radplan_desktop.ui.board.fitted import LEAST
from radplan_desktop.ui.look.theme import Look
from radplan_desktop.ui.register.screen import RegisterScreen
from tests.ui.boards import MAP, open_map
from tests.ui.pages import PlanPage
from tests.ui.probes import ComboProbe
from tests.ui.test_charts import add_parties

KEY = Qt.Key


@pytest.fixture
def parties(plan: PlanPage) -> dict[str, str]:
    return add_parties(plan.session)


def test_the_card_leads_to_the_map_and_the_bar_below_back_to_the_card(plan: PlanPage, parties: dict[str, str]) -> None:
    plan.click(f"{MAP}: groot openen", plan.card(MAP))
    board = open_map(plan)
    assert sorted(board.chart.names) == sorted(parties)
    assert not plan.shell.guidance.is_open
    plan.click("Terug naar Draagvlak")
    assert plan.shell.guidance.is_open


def test_one_party_is_chosen_in_map_list_strip_log_and_form(plan: PlanPage, parties: dict[str, str]) -> None:
    board = open_map(plan)
    board.chart.click("Welzijn")
    assert board.sees("P2  Welzijn")
    assert board.page.pane.log is not None
    assert board.page.pane.log.party == parties["Welzijn"]
    board.chart.listed()
    assert board.page.panel.table.cell is not None
    assert board.page.panel.table.cell.row == parties["Welzijn"]
    board.chart.press(KEY.Key_Down)
    assert board.sees("P3  Wijkraad")
    board.click("P3  Wijkraad: wijzigen")
    assert board.page.pane.held.row == parties["Wijkraad"]
    register = plan.register("Partijen in het krachtenveld")
    assert register.screen.form.row == parties["Wijkraad"]


def test_what_is_chosen_in_the_table_is_chosen_on_the_map(plan: PlanPage, parties: dict[str, str]) -> None:
    plan.register("Partijen in het krachtenveld")
    assert isinstance(plan.page, RegisterScreen)
    plan.page.table.select(parties["Wijkraad"])
    assert open_map(plan).chart.chosen == "Wijkraad"


def test_a_cross_lets_go_of_the_party_and_shows_all_contacts(plan: PlanPage, parties: dict[str, str]) -> None:
    plan.session.add_row("contacten", {"partij": Answer(parties["Sportclub"]), "onderwerp": Answer("Kennismaking")})
    board = open_map(plan, parties["Welzijn"])
    assert board.log.about == []
    assert board.sees("Nog geen contact met Welzijn.")
    board.click("Welzijn: niet meer kiezen")
    assert board.log.about == ["Kennismaking"]
    assert board.chart.chosen == ""
    assert board.sees("Kies een partij op de kaart of in de lijst.")


def test_the_strip_says_what_matters_and_what_is_needed(plan: PlanPage, parties: dict[str, str]) -> None:
    row = parties["Sportclub"]
    said = {"belangrijk": "Rust in de kantine", "volgende_stap": "Voorzitter bellen", "houding_was": "tegenstander"}
    plan.session.change("gesprek", [(Cell(row, name), Answer(text)) for name, text in said.items()])
    board = open_map(plan, row)
    assert board.sees("Rust in de kantine")
    assert board.sees("Voorzitter bellen")
    assert board.sees("was: tegenstander, nu: kritisch")


def test_a_step_without_owner_or_day_is_seen_until_both_are_known(plan: PlanPage, parties: dict[str, str]) -> None:
    row = parties["Sportclub"]
    plan.session.set(Cell(row, "volgende_stap"), Answer("Voorzitter bellen"))
    board = open_map(plan, row)
    assert board.sees("1 van 3 partij heeft een volgende stap")
    assert board.sees("1 stap zonder verantwoordelijke of zonder datum")
    assert board.sees("stap zonder verantwoordelijke en zonder datum")
    plan.session.set(Cell(row, "relatiebeheerder"), NotApplicable("dat doen wij samen"))
    plan.qtbot.waitUntil(lambda: board.sees("1 stap zonder datum"))
    plan.session.set(Cell(row, "stap_datum"), Answer("2026-12-01"))
    plan.qtbot.waitUntil(lambda: not board.sees("stap zonder"))
    assert board.sees("Voorzitter bellen · 01-12-2026")


def test_a_party_is_moved_on_the_fitted_map_by_keys_and_by_mouse(plan: PlanPage, parties: dict[str, str]) -> None:
    board = open_map(plan)
    row = parties["Sportclub"]
    board.chart.click("Sportclub")
    board.chart.press(KEY.Key_Space)
    assert board.sees("De pijltjes verplaatsen deze partij.")
    board.chart.press(KEY.Key_Right, KEY.Key_Escape)
    assert plan.session.answers.content(row, "houding") == "neutraal"
    board.chart.drag("Sportclub", board.chart.square("Voorstander, invloed laag"))
    assert (plan.session.answers.content(row, "houding"), plan.session.answers.content(row, "invloed")) == (
        "voorstander",
        "laag",
    )
    plan.key("Ctrl+Z")
    assert plan.session.answers.content(row, "invloed") == "hoog"
    plan.key("Ctrl+Z")
    assert plan.session.answers.content(row, "houding") == "kritisch"


def test_a_party_is_edited_beside_the_map(plan: PlanPage, parties: dict[str, str]) -> None:
    board = open_map(plan)
    board.chart.click("Wijkraad")
    board.chart.press(KEY.Key_Return)
    held = board.page.pane.held
    assert plan.focus_is_in(held)
    attitude = board.field(held, "Houding nu")
    assert isinstance(attitude, ComboProbe)
    attitude.answer("Tegenstander")
    plan.qtbot.waitUntil(lambda: "tegenstander" in board.page.panel.canvas.accessibleName())
    board.click("Terug naar contacten")
    assert not board.page.pane.form_shown


def test_a_party_is_added_and_asks_at_once_what_is_not_known(plan: PlanPage, parties: dict[str, str]) -> None:
    board = open_map(plan)
    board.click("Partij toevoegen")
    assert plan.focus_is_in(board.page.add)
    board.page.add.editor.set_value(plan.session.add_row("organisaties", {"naam": Answer("Zwembad")}))
    board.click("Toevoegen")
    assert not board.page.add.isVisible()
    assert plan.session.answers.title(board.page.row) == "Zwembad"
    assert board.page.pane.held.row == board.page.row
    assert plan.focus_is_in(board.page.pane.held)


def test_a_party_that_was_named_and_not_added_is_there_once_one_goes_elsewhere(
    plan: PlanPage, parties: dict[str, str]
) -> None:
    board = open_map(plan)
    board.click("Partij toevoegen")
    board.page.add.editor.set_value(plan.session.add_row("organisaties", {"naam": Answer("Zwembad")}))
    plan.click("Terug naar Draagvlak")
    plan.settle()
    answers = plan.session.answers
    assert [answers.title(row) for row in answers.rows("stakeholders")] == [*parties, "Zwembad"]
    assert plan.focus_is_in(plan.page)
    again = open_map(plan)
    assert not again.page.add.isVisible()
    plan.click("Terug naar Draagvlak")
    assert len(plan.session.answers.rows("stakeholders")) == len(parties) + 1, "it was added twice"


def test_a_deleted_party_comes_back_by_undo(plan: PlanPage, parties: dict[str, str]) -> None:
    board = open_map(plan)
    board.chart.click("Welzijn")
    board.click("P2  Welzijn: wijzigen")
    board.click("Verwijderen")
    assert "Welzijn" not in board.chart.panel.desk.answers.rows("stakeholders")
    assert board.sees("P2  Welzijn verwijderd.")
    board.click("Ongedaan maken")
    plan.settle()
    assert sorted(board.chart.names) == sorted(parties)


def test_a_plan_without_parties_asks_for_the_first(plan: PlanPage) -> None:
    board = open_map(plan)
    assert board.sees("Deze tekening verschijnt vanzelf")
    assert plan.focus_is_in(board.page.add)


@pytest.mark.parametrize(
    ("width", "high", "percent"), [(1024, 700, 100), (1024, 700, 130), (1366, 720, 115), (1920, 1080, 100)]
)
def test_the_map_keeps_its_height_and_its_words_in_every_window(
    plan: PlanPage, parties: dict[str, str], look: Look, width: int, high: int, percent: int
) -> None:
    plan.window.resize(width, high)
    look.resize(percent)
    try:
        board = open_map(plan, parties["Sportclub"])
        canvas = board.page.panel.canvas
        plan.qtbot.waitUntil(lambda: canvas.height() >= LEAST - 2)
        plan.qtbot.waitUntil(lambda: canvas.scale == pytest.approx(canvas.full_scale))
        assert board.page.body.width() <= board.page.viewport().width()
        pane, room = board.page.pane, board.page.rect()
        beside = pane.mapTo(board.page, pane.rect().topLeft()).x() > room.width() / 2
        assert beside == (percent < 130 or width > 1366)
    finally:
        look.resize(100)


def test_the_map_takes_the_room_of_a_higher_window(plan: PlanPage, parties: dict[str, str]) -> None:
    plan.window.resize(1280, 720)
    board = open_map(plan)
    QApplication.processEvents()
    low = board.page.panel.canvas.heightForWidth(500)
    plan.window.resize(1280, 1000)
    plan.qtbot.waitUntil(lambda: board.page.panel.canvas.heightForWidth(500) > low + 100)


def test_everything_on_the_screen_has_a_name(plan: PlanPage, parties: dict[str, str]) -> None:
    board = open_map(plan, parties["Welzijn"])
    buttons = [one for one in board.page.findChildren(QAbstractButton) if one.isVisible()]
    assert all(one.text() or one.accessibleName() for one in buttons)


def test_what_changed_while_one_was_elsewhere_shows_when_one_comes_back(
    plan: PlanPage, parties: dict[str, str]
) -> None:
    board = open_map(plan, parties["Welzijn"])
    assert board.sees("0 van 3 partijen hebben een volgende stap")
    plan.register("Partijen in het krachtenveld")
    plan.session.set(Cell(parties["Welzijn"], "volgende_stap"), Answer("Bellen"))
    plan.session.delete_row(parties["Sportclub"])
    board = open_map(plan)
    assert board.sees("1 van 2 partij heeft een volgende stap")
    assert sorted(board.chart.names) == ["Welzijn", "Wijkraad"]
