"""Where every gate stands: by when, met or decided, and what only this gate still waits for."""

from __future__ import annotations

from datetime import date

from radplan_desktop.guideline import Gate, Guideline, load_guideline_files
from radplan_desktop.plan.gates import gate_standings, next_standing, override_cell
from radplan_desktop.plan.progress import open_points, progress
from radplan_desktop.plan.values import NotApplicable, Parked
from tests.plan.small import FORMS, answers

A = "a" * 32
BASIS = {
    ("plan", "naam"): "Naam",
    ("plan", "doel"): "Doel",
    ("plan", "start"): "2027-03-15",
    (A, "partij"): "School",
}


def dated() -> Guideline:
    """Return the small guideline with a date for the first two gates."""
    text = FORMS.replace(
        'label = "Klaar voor het college"', 'label = "Klaar voor het college"\ndue = "start"\nlead_weeks = 2'
    )
    text = text.replace('label = "Klaar voor de start"', 'label = "Klaar voor de start"\ndue = "partijen.bellen"')
    return load_guideline_files({"een.toml": text.encode()})


def test_a_gate_is_due_some_weeks_before_its_day() -> None:
    first, second, *_ = gate_standings(answers(BASIS, {"partijen": [A]}, dated()))
    assert (first.due, first.event, first.field) == (date(2027, 3, 1), date(2027, 3, 15), "start")
    assert (second.due, second.event) == (None, None)


def test_the_earliest_row_counts() -> None:
    days = {(A, "bellen"): "2027-05-01", ("b" * 32, "bellen"): "2027-04-01"}
    second = gate_standings(answers(days, {"partijen": [A, "b" * 32]}, dated()))[1]
    assert (second.due, second.row, second.field) == (date(2027, 4, 1), "b" * 32, "bellen")


def test_a_gate_says_only_what_no_earlier_gate_waits_for() -> None:
    standings = gate_standings(answers(BASIS | {("plan", "doel"): Parked("2027-02-01", "")}, {"partijen": [A]}))
    said = [[point.message for point in one.points] for one in standings]
    assert said[0] == ["Doel volgt uiterlijk 1 februari 2027"]
    assert "Subdoelen: nog één rij nodig" in said[1]
    assert not any("Doel volgt" in sentence for one in said[1:] for sentence in one)


def test_a_gate_that_was_decided_is_met_but_not_reached() -> None:
    cell = override_cell(Gate.B)
    first, *_ = gate_standings(answers({(cell.row, cell.field): NotApplicable("het college heeft haast")}))
    assert (first.met, first.reached, first.override) == (True, False, "het college heeft haast")
    assert first.points


def test_an_answered_gate_needs_no_decision() -> None:
    first, *_ = gate_standings(answers(BASIS, {"partijen": [A]}))
    assert (first.met, first.reached, first.override, first.points) == (True, True, "", ())


def test_the_next_gate_by_what_was_reckoned_is_the_one_of_the_page() -> None:
    for said in ({}, BASIS):
        found = answers(said, {"partijen": [A]}, dated())
        reckoned = progress(found)
        assert next_standing(found, reckoned, open_points(found)) == gate_standings(found)[reckoned.gate]
