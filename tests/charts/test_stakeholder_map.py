"""The stakeholder map: who stands where, where they came from, and whether each can be read."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radplan_desktop.charts.drawing import draw
from radplan_desktop.charts.scene import Circle, Polyline, Tone
from radplan_desktop.charts.stakeholder_axes import step
from radplan_desktop.guideline import Chart, Confidentiality
from radplan_desktop.guideline.conditions import Compare
from radplan_desktop.plan.values import Cell, NotApplicable, Parked
from tests.charts.looking import box, discs, legible, overlapping, said, texts, touching
from tests.charts.worlds import Row, chart, scene, world

MAP = "stakeholder_map"
ATTITUDES = ["voor", "neutraal", "kritisch", "tegen", "weet_niet", "oud", None]
PARTY = st.fixed_dictionaries(
    {
        "partij": st.none()
        | st.text(max_size=90)
        | st.sampled_from(["Welzijn", "Scholengemeenschap De Linde", "w" * 60]),
        "soort": st.sampled_from(["bestuur", "ander", None]),
        "houding": st.sampled_from(ATTITUDES),
        "was": st.sampled_from(ATTITUDES),
        "invloed": st.sampled_from(["laag", "midden", "hoog", None]),
        "klasse": st.sampled_from(["o", "v", None]),
    }
)


def party(name: str, houding: str | None = "voor", invloed: str | None = "hoog", **more: object) -> Row:
    """Return a party on the map."""
    return {"partij": name, "houding": houding, "invloed": invloed, **more}


def place(parties: list[Row], row: int) -> tuple[float, float]:
    """Return where the disc of a party stands."""
    found = [
        c for c in discs(scene(world(partijen=parties), MAP)) if c.cell == Cell(f"p{row}", "houding") and not c.dashed
    ]
    (disc,) = found
    return disc.x, disc.y


@given(st.lists(PARTY, max_size=45), st.integers(100, 1000), st.sampled_from(Confidentiality))
def test_whatever_is_answered_everything_can_be_read(parties: list[Row], size: int, edition: Confidentiality) -> None:
    drawn = draw(world(partijen=parties), chart(MAP), size, edition)
    if drawn is not None:
        legible(drawn)
        assert touching(discs(drawn)) == []
        assert len({c.cell for c in discs(drawn)}) <= len(parties)


@given(st.integers(1, 8), st.integers(0, 2), st.sampled_from([300, 380, 470, 620, 900]))
def test_a_full_map_keeps_every_name_clear_of_every_disc(count: int, moved: int, size: int) -> None:
    names = ["Scholengemeenschap Lindeveldse Hogeschool", "Antidiscriminatievoorziening Veenrand", "Politie"]
    drawn = scene(
        world(
            partijen=[
                party(names[n % 3], houding, invloed, was="kritisch" if n < moved else houding)
                for houding in ATTITUDES[:5]
                for invloed in ("laag", "midden", "hoog")
                for n in range(count)
            ]
        ),
        MAP,
        size,
    )
    legible(drawn)
    written = [box(text) for text in texts(drawn) if text.text and not text.text.isdigit()]
    assert not any(box(disc).overlaps(name) for disc in discs(drawn) for name in written)


def test_good_stands_right_of_bad_and_much_above_little() -> None:
    parties = [
        party("A", "tegen", "laag"),
        party("B", "neutraal", "midden"),
        party("C", "voor", "hoog"),
        party("D", "weet_niet"),
    ]
    (ax, ay), (bx, by), (cx, cy), (dx, _) = (place(parties, n) for n in range(4))
    assert ax < bx < cx < dx
    assert ay > by > cy


@pytest.mark.parametrize("count", [1, 2, 3, 6, 7, 12, 30])
@pytest.mark.parametrize("size", [240, 380, 470, 700])
def test_up_to_thirty_parties_in_one_square_have_a_disc_and_a_name(count: int, size: int) -> None:
    names = [f"Wijkraad {n}" for n in range(count)]
    drawn = scene(world(partijen=[party(name) for name in names]), MAP, size)
    legible(drawn)
    assert len(discs(drawn)) == count
    words = " ".join(said(drawn))
    assert all(f"Wijkraad {n}" in words for n in range(count))


def test_a_party_that_moved_has_a_ghost_and_an_arrow_on_its_own_height() -> None:
    drawn = scene(world(partijen=[party("A", was="kritisch"), party("B", "tegen", was="voor")]), MAP)
    for row, side in (("p0", 1), ("p1", -1)):
        ghost, disc = (c for c in discs(drawn) if c.cell == Cell(row, "houding"))
        assert (ghost.dashed, disc.dashed) == (True, False)
        assert ghost.y == disc.y
        assert (disc.x - ghost.x) * side > 0
        heads = [s for s in drawn.shapes if isinstance(s, Polyline) and s.fill is Tone.INK2 and s.cell == disc.cell]
        assert [abs(disc.x - heads[0].points[-1][0]) < disc.radius + 2] == [True]


def test_names_of_many_that_moved_go_to_the_list_with_where_they_came_from() -> None:
    drawn = scene(world(partijen=[party(f"Partij {n}", was="kritisch") for n in range(20)]), MAP)
    legible(drawn)
    assert "Partij 19 (was kritisch)" in said(drawn)
    assert sum(isinstance(s, Circle) and s.dashed for s in drawn.shapes) < 20


def test_who_has_no_place_is_listed_with_the_reason() -> None:
    drawn = scene(
        world(
            partijen=[
                party("College", None, soort="bestuur"),
                party("School", None, None),
                party("Club", Parked("2027-01-01")),  # type: ignore[arg-type]
                party("Kerk", NotApplicable("x")),  # type: ignore[arg-type]
                party("Oud", "oud"),
            ]
        ),
        MAP,
    )
    found = " ".join(said(drawn))
    assert "College: houding niet gevraagd" in found
    assert "School: houding nog open, invloed nog open" in found
    assert "Club: houding volgt" in found
    assert "Kerk: houding n.v.t." in found
    assert "Oud: houding oud" in found
    assert discs(drawn) == []


def test_a_party_with_an_attitude_but_no_influence_stands_in_a_row_of_its_own() -> None:
    drawn = scene(world(partijen=[party("A", "voor", "laag"), party("B", "voor", None)]), MAP)
    low, unknown = discs(drawn)
    assert unknown.x == low.x
    assert unknown.y > low.y
    assert "Nog open" in " ".join(text.text for text in texts(drawn) if text.tone is Tone.WARN)


def test_every_corner_says_what_to_do() -> None:
    assert {"Eerst in gesprek", "Nauw betrekken", "Blijven informeren", "Laten meedenken"} <= set(
        said(scene(world(partijen=[party("A")]), MAP))
    )


def test_the_same_in_words() -> None:
    drawn = scene(world(partijen=[party("A", was="kritisch"), party("B", None, soort="bestuur")]), MAP)
    assert drawn.description == (
        "Krachtenveld met 2 partijen: 1 voorstander, 1 niet op de kaart. A ging van kritisch naar voorstander."
    )
    assert drawn.table.columns == ("Nr", "Partij", "Houding nu", "Invloed", "Houding eerst")
    assert drawn.table.rows == (
        ("1", "A", "Voorstander", "Hoog", "Kritisch"),
        ("2", "B", "niet gevraagd", "Hoog", ""),
    )


def test_an_edition_leaves_out_a_stricter_party_and_a_stricter_map() -> None:
    of = world(partijen=[party("Open"), party("Stil", klasse="v")])
    assert "Stil" not in str(scene(of, MAP, edition=Confidentiality.K))
    assert "Stil" in str(scene(of, MAP))
    assert draw(of, chart(MAP), 470, Confidentiality.O) is None


def test_there_is_no_map_without_parties_or_without_lists() -> None:
    assert draw(world(), chart(MAP), 470) is None
    plain = {"rows": "partijen", "label": "partijen.partij", "x": "partijen.partij", "y": "partijen.invloed"}
    assert draw(world(partijen=[party("A")]), Chart(MAP, "Kaart", plain), 470) is None


def test_arrow_keys_move_a_party_one_square_and_stop_at_the_edge() -> None:
    of = world(partijen=[party("A", "neutraal", "midden"), party("B", None, soort="bestuur")])
    assert step(of, chart(MAP), "p0", across=1) == (Cell("p0", "houding"), "voor")
    assert step(of, chart(MAP), "p0", across=-1) == (Cell("p0", "houding"), "kritisch")
    assert step(of, chart(MAP), "p0", up=1) == (Cell("p0", "invloed"), "hoog")
    assert step(of, chart(MAP), "p0", up=-2) is None
    assert step(of, chart(MAP), "p1", across=1) is None


def test_overlap_is_found_when_it_is_there() -> None:
    drawn = scene(world(partijen=[party("A")]), MAP)
    assert overlapping(type(drawn)(1, 1, (*drawn.shapes, drawn.shapes[-1], texts(drawn)[0]), "", drawn.table)) != []


def test_a_narrowed_map_shows_some_parties_with_the_number_they_have_among_all() -> None:
    known = world(partijen=[party("A"), party("B", soort="ander"), party("C", "tegen", soort="ander")])
    narrowed = draw(known, replace(chart(MAP), where=Compare("soort", "=", "ander")), 470.5)
    assert narrowed is not None
    assert [row[:2] for row in narrowed.table.rows] == [("2", "B"), ("3", "C")]
    assert {disc.cell for disc in discs(narrowed)} == {Cell("p1", "houding"), Cell("p2", "houding")}
    assert narrowed.description == "Krachtenveld met 2 van 3 partijen: 1 voorstander, 1 tegenstander."
    assert len(scene(known, MAP).table.rows) == 3
