"""A process line under the hand: steps go earlier, later, and to somebody else."""

from __future__ import annotations

import pytest

from radplan_desktop.charts.drawing import draw
from radplan_desktop.charts.edition import Edition
from radplan_desktop.charts.process_moves import flow_of, nudged, put, target_at
from radplan_desktop.charts.process_steps import nobodys, processes
from radplan_desktop.charts.touch import places
from radplan_desktop.guideline import Chart, Confidentiality
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.values import Answer, Cell, encode
from tests.charts.test_process_line import LINE, ONE
from tests.charts.worlds import Row, chart, world

ROUTE: list[Row] = [
    {"wat": "Bel 112", "wie": "Wie het ziet"},
    {"wat": "Opmerken", "wie": "Docent"},
    {"wat": "Bespreken", "wie": "Mentor"},
    {"wat": "Melden", "wie": "Docent."},
    {"wat": "Wegen", "wie": "Gemeente"},
]
NUMBERED: list[Row] = [
    {"proces": "klacht", "nr": "2", "wat": "Antwoorden", "wie": "Gemeente"},
    {"proces": "media", "nr": "1", "wat": "Doorverbinden", "wie": "Receptie"},
    {"proces": "klacht", "nr": "1", "wat": "Noteren", "wie": "Receptie"},
]


def after(of: Answers, changes: object) -> Answers:
    """Return the answers with changes made."""
    made = [(cell, encode(value)) for cell, value in changes]  # type: ignore[attr-defined]
    return Answers(of.guideline, of.plan.with_changes(made), of.today)


def order(of: Answers, line: Chart, row: str) -> list[str]:
    """Return what the steps of the process of a row say, in order."""
    return [step.what for step in flow_of(of, line, row)]


def test_a_step_goes_one_place_later_and_back() -> None:
    of = world(stappen=ROUTE)
    later = after(of, nudged(of, ONE, "s1", later=1))
    assert order(later, ONE, "s1") == ["Bespreken", "Opmerken", "Melden", "Wegen"]
    assert order(after(later, nudged(later, ONE, "s1", later=-1)), ONE, "s1") == order(of, ONE, "s1")


@pytest.mark.parametrize(("row", "way"), [("s1", -1), ("s4", 1), ("s0", 1)])
def test_a_step_at_the_edge_and_one_outside_the_flow_stay(row: str, way: int) -> None:
    assert nudged(world(stappen=ROUTE), ONE, row, later=way) == []


def test_numbers_follow_where_steps_have_a_number() -> None:
    of = world(stappen=NUMBERED)
    changes = nudged(of, chart(LINE), "s0", later=-1)
    assert changes == [(Cell("s0", "nr"), Answer("1")), (Cell("s2", "nr"), Answer("2"))]
    assert order(after(of, changes), chart(LINE), "s0") == ["Antwoorden", "Noteren"]
    assert order(after(of, changes), chart(LINE), "s1") == ["Doorverbinden"]


def test_a_step_goes_to_the_lane_below_and_above() -> None:
    of = world(stappen=ROUTE)
    assert nudged(of, ONE, "s1", down=1) == [(Cell("s1", "wie"), Answer("Mentor"))]
    assert nudged(of, ONE, "s4", down=-1) == [(Cell("s4", "wie"), Answer("Mentor"))]
    assert nudged(of, ONE, "s1", down=-1) == nudged(of, ONE, "s4", down=1) == []


def test_nobody_is_given_a_step_by_a_step_that_is_nobodys() -> None:
    of = world(stappen=[{"wat": "Opmerken", "wie": "Docent"}, {"wat": "Bespreken"}])
    assert nudged(of, ONE, "s0", down=1) == []


@pytest.mark.parametrize("width", [240, 470, 900])
def test_a_dropped_step_comes_before_what_stands_to_the_right_in_the_lane_it_is_dropped_in(width: int) -> None:
    of = world(stappen=ROUTE)
    drawn = draw(of, ONE, width)
    assert drawn is not None
    left, top, _, bottom = places(drawn)[Cell("s2", "wat")]
    target = target_at(of, ONE, drawn, "s4", (left - 2, (top + bottom) / 2))
    assert target is not None
    dropped = after(of, put(of, ONE, "s4", target))
    assert order(dropped, ONE, "s4")[target.place] == "Wegen"
    assert order(dropped, ONE, "s4").index("Wegen") < order(dropped, ONE, "s4").index("Bespreken")
    assert dropped.text("s4", "wie") in ("Mentor", "Docent.")


def test_a_step_dropped_where_it_stands_changes_nothing() -> None:
    of = world(stappen=ROUTE)
    drawn = draw(of, ONE, 600)
    assert drawn is not None
    for row in ("s1", "s2", "s3", "s4"):
        target = target_at(of, ONE, drawn, row, places(drawn)[Cell(row, "wat")].centre)
        assert target is not None
        assert put(of, ONE, row, target) == []


def test_what_stands_outside_the_flow_has_no_target() -> None:
    of = world(stappen=ROUTE)
    drawn = draw(of, ONE, 470)
    assert drawn is not None
    assert target_at(of, ONE, drawn, "s0", (100, 100)) is None


@pytest.mark.parametrize(
    ("owners", "said"),
    [
        (["Docent", "Mentor"], ""),
        (["Docent", None], "stap 2 heeft nog geen verantwoordelijke"),
        ([None, "Docent", None, None], "stappen 1, 3 en 4 hebben nog geen verantwoordelijke"),
    ],
)
def test_it_is_said_which_steps_are_nobodys(owners: list[str | None], said: str) -> None:
    of = world(stappen=[{"wat": f"Stap {n}", "wie": who} for n, who in enumerate(owners)])
    assert nobodys(processes(Edition(of, Confidentiality.V), ONE)) == said


def test_steps_of_several_processes_are_counted() -> None:
    of = world(stappen=[{"proces": name, "wat": "Bellen"} for name in ("klacht", "media")])
    found = processes(Edition(of, Confidentiality.V), chart(LINE))
    assert nobodys(found) == "2 stappen hebben nog geen verantwoordelijke"
