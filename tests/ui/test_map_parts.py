"""The map narrowed to a part of its parties: on the map and in its list, with honest counts, and never with a hidden one chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from radplan_desktop.acts.opening import open_plan
from radplan_desktop.plan.values import Answer, Cell
from tests.ui.boards import MapPage, open_map
from tests.ui.conftest import OFFICER, PASSPHRASE, Entered
from tests.ui.pages import PlanPage
from tests.ui.test_charts import add_parties

KEY = Qt.Key
KINDS = {"Sportclub": "gemeenschap", "Welzijn": "professional", "Wijkraad": "bestuur"}
LOCAL, RULING = "Lokale partijen", "Bestuur"


@pytest.fixture
def parties(plan: PlanPage) -> dict[str, str]:
    rows = add_parties(plan.session)
    for name, kind in KINDS.items():
        plan.session.set(Cell(rows[name], "soort"), Answer(kind))
    return rows


@pytest.fixture
def board(plan: PlanPage, parties: dict[str, str]) -> MapPage:
    return open_map(plan)


def test_the_parts_come_from_the_forms_with_their_counts(board: MapPage) -> None:
    assert board.parts == ["Alle 3", "Bestuur 1", "Lokale partijen 2"]
    assert board.part == "Alle 3"
    assert board.spoken_part(RULING) == "Krachtenveld: bestuur, 1 van 3"


def test_without_known_kinds_there_is_nothing_to_choose(plan: PlanPage) -> None:
    rows = add_parties(plan.session)
    board = open_map(plan)
    assert board.parts == []
    plan.session.set(Cell(rows["Welzijn"], "soort"), Answer("professional"))
    plan.qtbot.waitUntil(lambda: board.parts == ["Alle 3", "Bestuur 0", "Lokale partijen 1"])
    board.narrow(RULING)
    assert board.part == "Alle 3"


def test_map_list_and_counts_show_the_part_and_numbers_stay(plan: PlanPage, board: MapPage) -> None:
    board.narrow(LOCAL)
    assert sorted(board.chart.names) == ["Sportclub", "Welzijn"]
    assert board.page.panel.canvas.accessibleName().startswith("Krachtenveld met 2 van 3 partijen: 1 voorstander")
    assert board.sees("0 van 2 hebben een volgende stap")
    board.narrow(RULING)
    assert [row[:2] for row in board.chart.listed()] == [["3", "Wijkraad"]]
    board.narrow("Alle")
    assert [row[0] for row in board.chart.listed()] == ["1", "2", "3"]


def test_the_arrows_go_from_part_to_part(board: MapPage) -> None:
    board.walk_parts(KEY.Key_Right)
    assert (board.part, board.chart.names) == ("Bestuur 1", ["Wijkraad"])
    board.walk_parts(KEY.Key_Right, KEY.Key_Left, KEY.Key_Left)
    assert board.part == "Alle 3"


def test_a_chosen_party_that_is_hidden_is_chosen_no_longer(board: MapPage) -> None:
    board.chart.click("Welzijn")
    board.narrow(LOCAL)
    assert board.chart.chosen == "Welzijn"
    board.narrow(RULING)
    assert (board.chart.chosen, board.page.row) == ("", "")
    assert board.sees("Kies een partij op de kaart of in de lijst.")


def test_a_hidden_party_that_is_chosen_elsewhere_brings_all_back(
    plan: PlanPage, board: MapPage, parties: dict[str, str]
) -> None:
    board.narrow(RULING)
    plan.register("Partijen in het krachtenveld").screen.table.select(parties["Sportclub"])
    board = open_map(plan)
    assert (board.part, board.chart.chosen) == ("Alle 3", "Sportclub")
    assert sorted(board.chart.names) == sorted(KINDS)


def test_a_party_that_is_edited_out_of_the_part_stays_chosen_and_brings_all_back(
    plan: PlanPage, board: MapPage, parties: dict[str, str]
) -> None:
    board.narrow(LOCAL)
    board.chart.click("Welzijn")
    board.chart.press(KEY.Key_Return)
    plan.session.set(Cell(parties["Welzijn"], "soort"), Answer("media"))
    plan.qtbot.waitUntil(lambda: board.part == "Alle 3")
    assert board.parts == ["Alle 3", "Bestuur 1", "Lokale partijen 1"]
    assert board.chart.chosen == "Welzijn"
    assert board.page.pane.form_shown


def test_the_last_party_that_leaves_a_part_brings_all_back(
    plan: PlanPage, board: MapPage, parties: dict[str, str]
) -> None:
    board.narrow(RULING)
    plan.session.delete_row(parties["Wijkraad"])
    plan.qtbot.waitUntil(lambda: board.part == "Alle 2")
    assert sorted(board.chart.names) == ["Sportclub", "Welzijn"]


def test_a_new_party_is_seen_whatever_part_was_shown(plan: PlanPage, board: MapPage) -> None:
    board.narrow(RULING)
    board.click("Partij toevoegen")
    board.page.add.editor.set_value(plan.session.add_row("organisaties", {"naam": Answer("Zwembad")}))
    board.click("Toevoegen")
    assert (board.part, board.chart.chosen) == ("Alle 4", "Zwembad")
    assert plan.focus_is_in(board.page.pane.held)


def test_a_party_is_moved_on_the_narrowed_map(plan: PlanPage, board: MapPage, parties: dict[str, str]) -> None:
    board.narrow(LOCAL)
    board.chart.drag("Sportclub", board.chart.square("Voorstander, invloed laag"))
    row, answers = parties["Sportclub"], plan.session.answers
    assert (answers.content(row, "houding"), answers.content(row, "invloed")) == ("voorstander", "laag")
    assert board.part == "Lokale partijen 2"


def test_the_part_is_remembered_while_the_plan_is_open_and_not_stored(
    plan: PlanPage, board: MapPage, enter: Entered
) -> None:
    board.narrow(RULING)
    plan.register("Partijen in het krachtenveld")
    assert open_map(plan).part == "Bestuur 1"
    path = plan.session.path
    plan.close()
    again = enter(open_plan(path, PASSPHRASE, officer=OFFICER))
    assert open_map(again).part == "Alle 3"
