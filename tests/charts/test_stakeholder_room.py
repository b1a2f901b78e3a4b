"""The stakeholder map in a room of a given height: it fills it, stays legible, and its squares stand where it says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radplan_desktop.charts.edition import Edition
from radplan_desktop.charts.scene import Circle, Scene
from radplan_desktop.charts.stakeholder_map import Room, map_height, stakeholder_map
from radplan_desktop.charts.stakeholder_squares import squares
from radplan_desktop.guideline import Confidentiality
from radplan_desktop.plan.answers import Answers
from tests.charts.looking import discs, legible, said, touching
from tests.charts.test_stakeholder_map import MAP, PARTY, party
from tests.charts.worlds import Row, chart, world

LEAST = 183.0


def drawn(of: Answers, width: float, room: Room) -> Scene:
    found = stakeholder_map(Edition(of, Confidentiality.V), chart(MAP), width, room)
    assert found is not None
    return found


@given(st.lists(PARTY, min_size=1, max_size=30), st.integers(200, 700), st.integers(100, 600))
def test_whatever_is_answered_a_fitted_map_can_be_read(parties: list[Row], width: int, height: int) -> None:
    found = stakeholder_map(Edition(world(partijen=parties), Confidentiality.V), chart(MAP), width, Room(height, LEAST))
    if found is not None:
        legible(found)
        assert touching(discs(found)) == []


@pytest.mark.parametrize("height", [230, 300, 420])
def test_a_few_parties_fill_the_room_and_keep_their_names(height: int) -> None:
    of = world(partijen=[party("Welzijn"), party("Wijkraad", "kritisch", "laag", was="tegen")])
    found = drawn(of, 360, Room(height, LEAST))
    assert found.height == pytest.approx(height, abs=2)
    assert {"Welzijn", "Wijkraad"} <= set(said(found))


def test_names_are_cut_before_they_leave_the_map() -> None:
    levels = zip(["voor", "neutraal", "tegen"], ["hoog", "midden", "laag"], strict=True)
    parties = [party(f"Stichting Samen Vooruit in Wijk {n}", *where) for n, where in enumerate(levels)]
    high, low = (drawn(world(partijen=parties), 420, Room(height, 150)) for height in (420, 240))
    assert "Wie is wie" not in said(high)
    assert "Wie is wie" in said(low)
    assert any(text.startswith("Stichting") and text.endswith("…") for text in said(low))


@pytest.mark.parametrize("height", [150, 260, 500])
def test_the_squares_stand_where_the_fitted_map_has_them(height: int) -> None:
    of = world(partijen=[party("A"), party("B", "tegen", "laag"), party("C", "neutraal", "midden", was="voor")])
    room = Room(height, LEAST)
    for disc in discs(drawn(of, 380, room)):
        assert isinstance(disc, Circle)
        if not disc.dashed and disc.cell is not None:
            places = squares(of, chart(MAP), 380, map_height(of, chart(MAP), 380, room))
            (square,) = [one for one in places if one.holds(disc.x, disc.y)]
            assert square.attitude == of.content(disc.cell.row, "houding")
            assert square.influence == of.content(disc.cell.row, "invloed")


def test_a_room_without_parties_asks_nothing() -> None:
    assert map_height(world(), chart(MAP), 400, Room(300, LEAST)) == 0
