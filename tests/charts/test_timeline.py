"""The timeline: where dates stand, how far things are, and names that never stand over each other."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations, pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from radplan_desktop.charts.drawing import draw
from radplan_desktop.charts.scene import Line, Polyline, Rect, Scene, Tone
from radplan_desktop.charts.timeline_axis import STEPS, axis
from radplan_desktop.guideline import Chart, Confidentiality
from radplan_desktop.plan.values import Cell, NotApplicable, Parked
from tests.charts.looking import box, legible, said, texts
from tests.charts.worlds import TIMELINE, Row, scene, world
from tests.plan.small import TODAY

NAME = (
    st.none()
    | st.text(max_size=90)
    | st.sampled_from(["Gemeenteraad", "x" * 80, "Netwerkbijeenkomsten in vier wijken"])
)
DAY = (
    st.none()
    | st.dates().map(date.isoformat)
    | st.dates(date(2025, 1, 1), date(2028, 12, 31)).map(date.isoformat)
    | st.sampled_from(["", "2026-13-01", "morgen", "9999-12-31", "0001-01-01"])
    | st.sampled_from([Parked("2027-01-01"), Parked("2027-01-01", "", "2026-12-01"), NotApplicable("x")])
)
JOB = st.fixed_dictionaries({"klus": NAME, "start": DAY, "stop": DAY, "klaar": DAY})
MOMENT = st.fixed_dictionaries({"moment": NAME, "dag": DAY, "gehad": DAY})


def job(name: str, start: str | None, stop: str | None, **more: object) -> Row:
    """Return a job with a begin and an end."""
    return {"klus": name, "start": start, "stop": stop, **more}


def bars(drawn: Scene) -> list[Rect]:
    """Return the bars of the jobs."""
    return [
        shape
        for shape in drawn.shapes
        if isinstance(shape, Rect) and shape.cell is not None and shape.cell.field == "start"
    ]


@given(
    st.lists(JOB, max_size=30),
    st.lists(MOMENT, max_size=30),
    st.integers(100, 1100),
    st.tuples(DAY, DAY),
    st.sampled_from(Confidentiality),
)
@example(
    [{"klus": "0" * 46, "start": "2020-01-01", "stop": Parked("2027-01-01", "", "2026-12-01"), "klaar": None}],
    [],
    100,
    (None, None),
    Confidentiality.O,
)
def test_whatever_is_answered_everything_can_be_read(
    jobs: list[Row], moments: list[Row], size: int, plan: tuple[object, object], edition: Confidentiality
) -> None:
    of = world({"begin": plan[0], "eind": plan[1]}, werk=jobs, momenten=moments)
    drawn = draw(of, TIMELINE, size, edition)
    if drawn is not None:
        legible(drawn)
        found = bars(drawn)
        assert not any(box(a).overlaps(box(b)) for a, b in combinations(found, 2))


@given(st.lists(st.dates(), min_size=1), st.integers(60, 1000))
def test_an_axis_holds_its_days_in_order(days: list[date], size: int) -> None:
    line = axis(days, 10, 10 + size)
    places = [line.x(day) for day in sorted(days)]
    assert places == sorted(places)
    assert places[0] >= 10
    assert line.end(max(days)) <= 10 + size + 1e-6
    marks = list(line.marks())
    assert all(b.x - a.x >= 26 for a, b in pairwise(marks)) or line.step == STEPS[-1]


def test_two_years_have_quarters_and_many_years_do_not() -> None:
    two = scene(world(werk=[job("A", "2026-01-01", "2027-12-31")]), "timeline", 700)
    assert [text for text in said(two) if text in {"jan", "apr", "jul", "okt"}] == ["jan", "apr", "jul", "okt"] * 2
    many = scene(world(werk=[job("A", "2026-01-01", "2046-12-31")]), "timeline", 700)
    assert "jan" not in said(many)
    assert "2046" in said(many)


@pytest.mark.parametrize(
    ("start", "stop", "done", "word", "dashed", "fill"),
    [
        ("2026-01-01", "2026-05-01", "2026-05-01", "al gedaan", False, Tone.PRIMARY),
        ("2026-10-01", "2027-05-01", None, "loopt nu", False, Tone.TINT),
        ("2026-01-01", "2026-05-01", None, "datum voorbij, nog niet afgerond", False, Tone.WARN_TINT),
        ("2027-01-01", "2027-05-01", None, "gepland", True, Tone.SURFACE),
    ],
)
def test_a_bar_shows_how_far_it_is(
    *, start: str, stop: str, done: str | None, word: str, dashed: bool, fill: Tone
) -> None:
    drawn = scene(world(werk=[job("Klus", start, stop, klaar=done)]), "timeline")
    (bar,) = bars(drawn)
    assert (bar.dashed, bar.fill) == (dashed, fill)
    assert word in said(drawn)
    assert drawn.table.rows[0][-1] == word
    ticks = [s for s in drawn.shapes if isinstance(s, Polyline) and s.fill is None and s.cell is not None]
    assert len(ticks) == (word == "al gedaan")


def test_a_moment_that_was_done_is_filled_and_ticked_and_a_future_one_is_hollow() -> None:
    rows = [{"moment": "Raad", "dag": "2026-06-01", "gehad": "2026-06-01"}, {"moment": "College", "dag": "2027-02-01"}]
    drawn = scene(world(momenten=rows), "timeline")
    done, hollow = (
        s for s in drawn.shapes if isinstance(s, Polyline) and s.stroke is Tone.OTHER and s.cell is not None
    )
    assert (done.fill, hollow.fill) == (Tone.OTHER, Tone.SURFACE)
    assert done.points[0][0] < hollow.points[0][0]
    assert [s.stroke for s in drawn.shapes if isinstance(s, Polyline) and s.fill is None and s.cell is not None] == [
        Tone.SURFACE
    ]


@pytest.mark.parametrize(
    ("day", "said", "state"),
    [
        ("2027-02-01", {"gehad": "2026-11-01"}, "al gedaan"),
        ("2027-02-01", {"gehad": "2027-02-01"}, "gepland"),
        ("2027-02-01", {"gehad": NotApplicable("was er al")}, "gepland"),
        ("2026-06-01", {"gehad": NotApplicable("was er al")}, "al gedaan"),
    ],
)
def test_what_lies_in_the_future_is_done_only_on_a_day_that_was(day: str, said: Row, state: str) -> None:
    drawn = scene(world(momenten=[{"moment": "Raad", "dag": day, **said}]), "timeline")
    assert drawn.table.rows[0][-1] == state


def test_a_value_that_was_filled_in_before_its_day_does_not_make_that_day_past() -> None:
    days = {"Straks": "2027-02-01", "Toen": "2026-02-01"}
    of = world(momenten=[{"moment": name, "telling": day, "aantal": "4"} for name, day in days.items()])
    drawn = draw(of, Chart("timeline", "Tijdlijn", {"meting": ("momenten.telling",)}), 470, Confidentiality.V)
    assert drawn is not None
    assert {row[2]: row[-1] for row in drawn.table.rows} == {"Straks": "gepland", "Toen": "al gedaan"}


def test_many_moments_of_one_day_are_one_sign_and_still_each_in_the_list() -> None:
    day = "2027-02-01"
    few = scene(world(momenten=[{"moment": f"Raad {n}", "dag": day} for n in range(2)]), "timeline")
    assert {"Raad 0", "Raad 1"} <= names(few)
    many = scene(world(momenten=[{"moment": f"Raad {n}", "dag": day} for n in range(5)]), "timeline")
    assert "Raad 0 en nog 4" in names(many)
    assert "Raad 1" not in names(many)
    assert [row[2] for row in many.table.rows] == [f"Raad {n}" for n in range(5)]
    gone = [{"moment": f"Raad {n}", "dag": day, "gehad": "2026-11-01" if n < 2 else None} for n in range(5)]
    assert {"Raad 0", "Raad 1", "Raad 2 en nog 2"} <= names(scene(world(momenten=gone), "timeline"))


def names(drawn: Scene) -> set[str]:
    """Everything that is written in a drawing."""
    return {shape.text for shape in texts(drawn)}


def test_whether_something_is_done_is_not_shown_to_who_may_not_know() -> None:
    of = world(momenten=[{"moment": "Raad", "dag": "2026-06-01", "gehad": "2026-06-01"}])
    assert "al geweest" in str(scene(of, "timeline", edition=Confidentiality.I))
    assert "al gedaan" not in str(scene(of, "timeline", edition=Confidentiality.I))
    assert draw(of, TIMELINE, 470, Confidentiality.K) is None


@pytest.mark.parametrize(("start", "shown"), [("2026-10-01", True), ("2027-06-01", True), ("2035-01-01", False)])
def test_today_has_a_line_when_it_is_near(*, start: str, shown: bool) -> None:
    drawn = scene(world(werk=[job("Klus", start, start)]), "timeline")
    lines = [shape for shape in drawn.shapes if isinstance(shape, Line) and shape.tone is Tone.DANGER]
    assert len(lines) == shown
    assert ("vandaag" in said(drawn)) == shown


def test_today_stands_between_yesterday_and_tomorrow() -> None:
    days = [(TODAY + timedelta(days=n)).isoformat() for n in (-20, 20)]
    drawn = scene(world(momenten=[{"moment": "x", "dag": day} for day in days]), "timeline", 900)
    before, after = (
        s.points[0][0] for s in drawn.shapes if isinstance(s, Polyline) and s.cell is not None and s.fill is not None
    )
    (line,) = (s for s in drawn.shapes if isinstance(s, Line) and s.tone is Tone.DANGER)
    assert before < line.x1 < after


def test_names_give_way_to_numbers_when_there_are_too_many_and_follow_in_a_list() -> None:
    drawn = scene(
        world(werk=[job(f"Een klus met nummer {n}", "2026-10-01", "2027-03-01") for n in range(14)]), "timeline"
    )
    numbers = [text for text in texts(drawn) if text.text == "AC14"]
    assert len(numbers) == 2
    assert said(drawn).count("Een klus met nummer 13") == 1
    few = scene(world(werk=[job("Een klus", "2026-10-01", "2027-03-01")]), "timeline")
    assert "AC1" not in said(few)


def test_what_has_no_date_is_listed_and_what_never_gets_one_is_not() -> None:
    rows = [job("A", "2026-10-01", None), job("Later", None, None), job("Nooit", NotApplicable("x"), None)]  # type: ignore[arg-type]
    drawn = scene(world(werk=rows), "timeline")
    assert {"Nog zonder datum", "Later"} <= set(said(drawn))
    assert "Nooit" not in said(drawn)
    assert [bar.cell for bar in bars(drawn)] == [Cell("w0", "start")]


def test_the_same_in_words() -> None:
    rows = [job("A", "2026-10-01", "2027-03-01"), job("B", None, None)]
    drawn = scene(world(werk=rows, momenten=[{"moment": "Raad", "dag": "2027-02-01"}]), "timeline")
    assert drawn.description == (
        "Tijdlijn van 1 oktober 2026 tot en met 1 maart 2027. Het werk: 1 loopt nu, 1 zonder datum; Momenten: 1 gepland. "
        "Vandaag is het 12 november 2026."
    )
    assert drawn.table.columns == ("Soort", "Nr", "Wat", "Begin", "Eind", "Stand")
    assert drawn.table.rows == (
        ("Het werk", "AC1", "A", "01-10-2026", "01-03-2027", "loopt nu"),
        ("Het werk", "AC2", "B", "nog open", "", ""),
        ("Momenten", "1", "Raad", "01-02-2027", "", "gepland"),
    )


def test_a_month_and_a_swapped_begin_and_end_are_drawn_all_the_same() -> None:
    chart = Chart("timeline", "Tijdlijn", {"werk": ("werk.start", "werk.stop"), "maand": "momenten.maand"})
    of = world(werk=[job("A", "2027-03-01", "2026-10-01")], momenten=[{"moment": "Raad", "maand": "2027-02"}])
    drawn = draw(of, chart, 470)
    assert drawn is not None
    assert [row[3:5] for row in drawn.table.rows] == [("01-10-2026", "01-03-2027"), ("01-02-2027", "")]


def test_there_is_no_line_without_dates() -> None:
    assert draw(world(), TIMELINE, 470) is None
    assert draw(world(werk=[job("A", None, None)]), TIMELINE, 470) is None
    assert draw(world(werk=[job("A", "2026-10-01", None)]), Chart("timeline", "x", {"een": "werk.klus"}), 470) is None
