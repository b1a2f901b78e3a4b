"""A drawing under the hand: hit test, where a cell stands, and travel by arrow key."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radplan_desktop.charts.drawing import draw
from radplan_desktop.charts.scene import Circle, Scene
from radplan_desktop.charts.stakeholder_squares import moves, squares
from radplan_desktop.charts.touch import Way, beside, cell_at, places
from radplan_desktop.plan.values import Answer, Cell
from tests.charts.looking import discs
from tests.charts.worlds import Row, chart, scene, world

MAP = "stakeholder_map"
PARTIES: list[Row] = [
    {"partij": "Raad", "houding": "neutraal", "was": "tegen", "invloed": "hoog"},
    {"partij": "Welzijn", "houding": "voor", "invloed": "midden"},
    {"partij": "Sportclub", "houding": "kritisch", "invloed": "laag"},
    {"partij": "Kerk", "houding": "weet_niet", "invloed": "laag"},
]
STEPS: list[Row] = [
    {"proces": "klacht", "wat": "Aannemen", "wie": "Balie"},
    {"proces": "klacht", "wat": "Wegen", "wie": "Overleg", "anders": "Geen klacht: de melder krijgt bericht"},
    {"proces": "klacht", "wat": "Antwoorden"},
    {"proces": "media", "wat": "Bel 112 bij gevaar", "wie": "Wie het ziet"},
    {"proces": "media", "wat": "Woordvoerder bellen", "wie": "Balie"},
]
WORK: list[Row] = [
    {"klus": "Werven", "start": "2026-01-10", "stop": "2026-03-10", "klaar": "2026-03-11"},
    {"klus": "Scholen", "start": "2026-04-01", "stop": "2026-10-01"},
    {"klus": "Zonder datum"},
]
MOMENTS: list[Row] = [{"moment": "Nulmeting", "dag": "2026-02-02"}, {"moment": "Raad", "dag": "2026-12-02"}]


def drawings() -> list[Scene]:
    """Return one drawing of each sort, wide and narrow."""
    of = world(partijen=PARTIES, stappen=STEPS, werk=WORK, momenten=MOMENTS)
    return [scene(of, name, size) for name in (MAP, "process_line", "timeline") for size in (300.0, 620.0)]


def reached(drawn: Scene) -> set[Cell]:
    """Return the cells that the arrow keys reach from the first one."""
    found = {next(iter(places(drawn)))}
    waiting = list(found)
    while waiting:
        here = waiting.pop()
        after = {other for way in Way if (other := beside(drawn, here, way)) is not None} - found
        found |= after
        waiting += after
    return found


@pytest.mark.parametrize("number", range(6))
def test_the_arrow_keys_reach_every_cell(number: int) -> None:
    drawn = drawings()[number]
    assert reached(drawn) == set(places(drawn))


@pytest.mark.parametrize("number", range(6))
def test_where_a_cell_stands_a_point_means_it(number: int) -> None:
    drawn = drawings()[number]
    for cell, box in places(drawn).items():
        assert cell_at(drawn, *box.centre) == cell
    assert cell_at(drawn, -50, -50) is None


def test_every_row_of_the_list_has_its_cell() -> None:
    for drawn in drawings():
        assert len(drawn.table.cells) == len(drawn.table.rows)
        assert {cell.row for cell in drawn.table.cells} == {cell.row for cell in places(drawn)}


def test_a_party_that_moved_stands_where_it_is_now() -> None:
    drawn = scene(world(partijen=PARTIES), MAP)
    cell = Cell("p0", "houding")
    now = next(disc for disc in discs(drawn) if disc.cell == cell and not disc.dashed)
    assert places(drawn)[cell].centre == pytest.approx((now.x, now.y))
    ghost = next(disc for disc in discs(drawn) if disc.cell == cell and disc.dashed)
    assert cell_at(drawn, ghost.x, ghost.y) == cell


def test_straight_ahead_goes_before_aside() -> None:
    drawn = scene(world(partijen=PARTIES), MAP)
    raad, welzijn = Cell("p0", "houding"), Cell("p1", "houding")
    assert beside(drawn, raad, Way.RIGHT) == welzijn
    assert beside(drawn, raad, Way.UP) is None
    assert beside(drawn, Cell("weg", "houding"), Way.LEFT) == raad


@given(st.sampled_from([200, 316, 470, 900]), st.integers(0, 9))
def test_a_party_stands_in_the_square_of_its_answers(width: int, more: int) -> None:
    of = world(
        partijen=[*PARTIES, *({"partij": f"Nog {n}", "houding": "voor", "invloed": "hoog"} for n in range(more))]
    )
    drawn = draw(of, chart(MAP), width)
    assert drawn is not None
    for disc in [shape for shape in drawn.shapes if isinstance(shape, Circle) and not shape.dashed]:
        assert disc.cell is not None
        (square,) = [one for one in squares(of, chart(MAP), width) if one.holds(disc.x, disc.y)]
        assert square.attitude == of.content(disc.cell.row, "houding")
        assert square.influence == of.content(disc.cell.row, "invloed")
        assert moves(of, chart(MAP), disc.cell.row, square) == []


def test_a_square_says_what_a_party_gets_there() -> None:
    of = world(partijen=PARTIES)
    square = next(one for one in squares(of, chart(MAP), 470) if (one.attitude, one.influence) == ("tegen", "hoog"))
    assert square.said == "Tegenstander, invloed hoog"
    assert moves(of, chart(MAP), "p0", square) == [(Cell("p0", "houding"), Answer("tegen"))]
    assert moves(of, chart(MAP), "p1", square) == [
        (Cell("p1", "houding"), Answer("tegen")),
        (Cell("p1", "invloed"), Answer("hoog")),
    ]


def test_an_empty_map_has_no_squares() -> None:
    assert squares(world(), chart(MAP), 470) == ()
