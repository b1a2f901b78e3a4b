"""The process line: lanes, steps in order, connectors that cross nothing, and what stands outside the flow."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radplan_desktop.charts.drawing import draw
from radplan_desktop.charts.scene import Line, Rect, Scene, Tone
from radplan_desktop.guideline import Chart, Confidentiality
from radplan_desktop.plan.values import Cell, NotApplicable, Parked
from tests.charts.looking import Box, box, legible, rects, said, texts
from tests.charts.worlds import ROLES, Row, chart, scene, world

LINE = "process_line"
WORDS = (
    st.none()
    | st.text(max_size=120)
    | st.sampled_from(["Docent", "docent.", "Bel 112", "x" * 70, "Bespreek het in het overleg"])
)
STEP = st.fixed_dictionaries(
    {
        "proces": st.sampled_from(["klacht", "media", None]),
        "nr": st.sampled_from(["1", "2", "7", "3.5", None]),
        "wat": WORDS,
        "wie": WORDS,
        "binnen": WORDS,
        "anders": WORDS,
    }
)
ONE = Chart(LINE, "Route", {name: path for name, path in ROLES[LINE].items() if name not in {"process", "order"}})


def steps(*rows: Row) -> Scene:
    """Return the drawing of one process without numbers of its own."""
    drawn = draw(world(stappen=rows), ONE, 470.5)
    assert drawn is not None
    return drawn


def stations(drawn: Scene) -> list[Rect]:
    """Return the boxes of the steps and their side exits."""
    return [shape for shape in drawn.shapes if isinstance(shape, Rect) and shape.cell is not None]


@given(st.lists(STEP, max_size=40), st.integers(100, 1100), st.sampled_from(Confidentiality))
def test_whatever_is_answered_everything_can_be_read(rows: list[Row], size: int, edition: Confidentiality) -> None:
    drawn = draw(world(stappen=rows), chart(LINE), size, edition)
    if drawn is not None:
        legible(drawn)
        assert not any(box(a).overlaps(box(b)) for a, b in combinations(stations(drawn), 2))
        _no_connector_crosses_a_box(drawn)


def _no_connector_crosses_a_box(drawn: Scene) -> None:
    flow = [
        box(line) for line in drawn.shapes if isinstance(line, Line) and line.cell is None and line.tone is Tone.INK2
    ]
    inner = [Box(b.left + 0.5, b.top + 0.5, b.right - 0.5, b.bottom - 0.5) for b in map(box, stations(drawn))]
    crossed = [
        (line, station)
        for line in flow
        for station in inner
        if line.left < station.right
        and station.left < line.right
        and line.top < station.bottom
        and station.top < line.bottom
    ]
    assert crossed == []


@given(st.integers(1, 30), st.integers(220, 1100))
def test_connectors_are_orthogonal_and_lead_from_each_step_to_the_next(count: int, size: int) -> None:
    drawn = draw(world(stappen=[{"wat": f"Stap {n}", "wie": f"Wie {n % 4}"} for n in range(count)]), ONE, size)
    assert drawn is not None
    lines = [line for line in drawn.shapes if isinstance(line, Line) and line.tone is Tone.INK2]
    assert all(line.x1 == line.x2 or line.y1 == line.y2 for line in lines)
    for before, after in zip(stations(drawn), stations(drawn)[1:], strict=False):
        assert any(
            abs(line.x1 - before.x - before.width) < 0.01 and before.y < line.y1 < before.y + before.height
            for line in lines
        )
        assert any(0 < after.x - line.x2 < 7 and after.y < line.y2 < after.y + after.height for line in lines)


def test_a_long_flow_goes_on_in_a_next_band() -> None:
    drawn = steps(*({"wat": f"Stap {n}", "wie": "Docent"} for n in range(8)))
    assert said(drawn).count("Docent") == 2
    assert sorted({station.y for station in stations(drawn)}) == [station.y for station in stations(drawn)[::4]]


def test_the_same_person_has_one_lane_however_it_is_written() -> None:
    drawn = steps({"wat": "A", "wie": "Docent"}, {"wat": "B", "wie": "docent."}, {"wat": "C", "wie": "Politie"})
    assert "docent." not in said(drawn)
    assert {"Docent", "Politie"} <= set(said(drawn))


def test_what_to_do_in_acute_danger_stands_outside_the_flow() -> None:
    drawn = steps(
        {"wat": "Bel 112 bij gevaar", "wie": "Ieder", "binnen": "Meteen"}, {"wat": "Overleg", "wie": "Docent"}
    )
    (alarm,) = rects(drawn, Tone.DANGER_TINT)
    assert alarm.cell == Cell("s0", "wat")
    assert alarm.y + alarm.height < min(station.y for station in stations(drawn) if station is not alarm)
    assert "Bel 112 bij gevaar · meteen" in said(drawn)
    assert "Ieder" not in said(drawn)
    assert [text.text for text in texts(drawn) if text.tone is Tone.ON_PRIMARY] == ["1"]


def test_a_step_where_it_may_stop_has_a_dashed_side_exit() -> None:
    drawn = steps({"wat": "Overleg", "wie": "Docent", "anders": "Geen zorg meer"}, {"wat": "Meld", "wie": "Docent"})
    step, leave, _ = stations(drawn)
    assert (step.dashed, leave.dashed) == (False, True)
    assert leave.y > step.y + step.height
    arrow = [line for line in drawn.shapes if isinstance(line, Line) and line.dashed]
    assert [(line.y1, line.cell) for line in arrow] == [(step.y + step.height, Cell("s0", "wat"))]


@pytest.mark.parametrize("who", [None, "", Parked("2027-01-01")])
def test_an_open_step_is_marked_and_says_what_is_open(who: object) -> None:
    drawn = steps({"wat": "Meld", "wie": who}, {"wie": "Docent"})
    assert [station.dashed for station in stations(drawn)] == [True, True]
    assert len(rects(drawn, Tone.WARN_TINT)) == 2
    assert {"wie nog open", "stap nog open"} <= set(said(drawn))
    assert [t.text for t in texts(drawn) if t.tone is Tone.WARN and t.x < 10] == ["Wie: nog", "open"]


def test_a_step_of_nobody_in_particular_is_not_open() -> None:
    drawn = steps({"wat": "Meld", "wie": NotApplicable("Dat verschilt")})
    assert rects(drawn, Tone.WARN_TINT) == []
    assert "n.v.t." in said(drawn)


def test_steps_stand_in_the_order_of_their_number_and_keep_it() -> None:
    rows = [{"wat": "B", "nr": "20", "proces": "klacht"}, {"wat": "A", "nr": "10", "proces": "klacht"}]
    drawn = scene(world(stappen=[*rows, {"wat": "C", "proces": "klacht"}]), LINE)
    badges = [text for text in texts(drawn) if text.tone is Tone.ON_PRIMARY]
    assert [(text.text, text.cell) for text in sorted(badges, key=lambda text: text.x)] == [
        ("10", Cell("s1", "wat")),
        ("20", Cell("s0", "wat")),
        ("3", Cell("s2", "wat")),
    ]


def test_processes_stand_under_each_other_with_their_name() -> None:
    drawn = scene(
        world(stappen=[{"wat": "A", "proces": "klacht"}, {"wat": "B", "proces": "media"}, {"wat": "C"}]), LINE
    )
    titles = [text.text for text in texts(drawn) if text.size == 10.5]
    assert titles == ["Klacht", "Vraag van de media", "Proces: nog open"]


def test_the_same_in_words() -> None:
    drawn = steps({"wat": "Bel 112"}, {"wat": "Overleg", "wie": "Docent", "binnen": "3 dagen", "anders": "Stop"})
    assert drawn.description == "Route. één stap: 1 Overleg (Docent). Buiten de lijn om: Bel 112."
    assert drawn.table.columns == ("Nr", "Wat", "Wie", "Binnen", "Als het anders loopt")
    assert drawn.table.rows == (("Acuut", "Bel 112", "nog open", "", ""), ("1", "Overleg", "Docent", "3 dagen", "Stop"))


def test_a_stricter_edition_and_an_empty_register_draw_nothing() -> None:
    assert draw(world(stappen=[{"wat": "A"}]), chart(LINE), 470, Confidentiality.O) is None
    assert draw(world(), chart(LINE), 470) is None


def test_every_text_leads_to_its_step() -> None:
    drawn = steps({"wat": "Overleg", "wie": "Docent", "binnen": "3 dagen"})
    assert [t.cell for t in texts(drawn) if t.text in {"Overleg", "3 dagen", "1"}] == [Cell("s0", "wat")] * 3
