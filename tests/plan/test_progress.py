from __future__ import annotations

from dataclasses import replace

import pytest

from radplan_desktop.guideline import Gate, Need, load_guideline, parse_condition
from radplan_desktop.host.assets import forms_dir
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.checks import findings
from radplan_desktop.plan.items import item_state, rows_lacking
from radplan_desktop.plan.plan import Candidate, Plan
from radplan_desktop.plan.progress import all_items, meets, open_points, progress
from radplan_desktop.plan.values import NotApplicable, Parked, encode
from tests.plan.small import TODAY, answers, small_guideline

A, B, C = "a" * 32, "b" * 32, "c" * 32
PRESET = "partijen:gemeente"
BASIS = {
    ("plan", "naam"): "Naam",
    ("plan", "doel"): "Doel",
    ("plan", "start"): "2027-01-01",
    (A, "partij"): "School",
}


def messages(found: Answers, gate: Gate | None = None) -> list[str]:
    return [point.message for point in open_points(found, gate)]


def test_an_empty_plan_asks_only_what_the_first_gate_needs() -> None:
    assert progress(answers()).gate == Gate.B
    assert messages(answers()) == [
        "Naam is nog open",
        "Doel is nog open",
        "Begin is nog open",
        "Partijen: nog één rij nodig",
    ]


def test_a_draft_text_with_gaps_is_still_open_and_says_how_many() -> None:
    register = {"partijen": [A]}
    begun = answers(BASIS | {("plan", "doel"): "Eind … weet iedereen in … dit."}, register)
    assert messages(begun, Gate.B) == ["Doel: nog 2 plekken met … in te vullen"]
    assert not progress(begun).met[Gate.B]
    state = item_state(begun, small_guideline().fields["doel"], Gate.B)
    assert (state.done, state.open, state.status) == (0, 1, "deels")
    done = answers(BASIS | {("plan", "doel"): "Eind 2028 weet iedereen dit."}, register)
    assert progress(done).met[Gate.B]
    assert item_state(done, small_guideline().fields["doel"], Gate.B).status == "klaar"


def test_a_draft_text_with_one_gap_says_so_and_one_that_comes_later_is_only_that() -> None:
    assert "Doel: nog 1 plek met … in te vullen" in messages(answers({("plan", "doel"): "Eind … weet ieder dit."}))
    later = answers({("plan", "doel"): Parked("2027-02-01", "", "Eind … weet ieder dit.")})
    assert "Doel volgt uiterlijk 1 februari 2027" in messages(later)
    assert not [message for message in messages(later) if "in te vullen" in message]


def test_dots_where_the_forms_begin_no_text_are_dots() -> None:
    found = answers(BASIS | {("plan", "naam"): "Praten over …"}, {"partijen": [A]})
    assert progress(found).met[Gate.B]


def test_a_met_gate_moves_the_rings_to_the_next_one() -> None:
    found = answers(BASIS, {"partijen": [A]})
    assert progress(found).met[Gate.B]
    assert progress(found).gate == Gate.S
    assert "Subdoelen: nog één rij nodig" in messages(found)
    assert "Gemeente" in " ".join(messages(found))


def test_a_register_counts_its_filled_cells_times_its_share_of_rows() -> None:
    register = replace(small_guideline().registers["partijen"], presets=(), needs=(Need(Gate.B, 2),))
    bare = replace(small_guideline(), registers={**small_guideline().registers, "partijen": register})
    said: dict[tuple[str, str], object] = {(A, "partij"): "School"}
    shares = [
        item_state(answers(found, {"partijen": rows}, bare), register, Gate.B).done
        for found, rows in (({}, []), ({}, [A]), (said, [A]), (said, [A, B]), (said | {(B, "partij"): "Kerk"}, [A, B]))
    ]
    assert shares == pytest.approx([0, 0, 0.5, 0.5, 1])


def test_what_the_forms_put_there_counts_for_no_ring_and_for_every_gate() -> None:
    register = small_guideline().registers["partijen"]
    empty = item_state(answers(), register, Gate.B)
    assert (empty.done, [missing.rows for missing in empty.missing]) == (0, [1])
    assert item_state(answers({(PRESET, "bedrag"): "5"}), register, Gate.B).done == pytest.approx(0.5)
    assert item_state(answers(rows={"partijen": [A]}), register, Gate.B).done == 0
    done = item_state(answers(BASIS, {"partijen": [A]}), register, Gate.B)
    assert (done.done, done.open) == (1, 0)
    later = item_state(answers(BASIS, {"partijen": [A]}), register, Gate.S)
    assert later.done == pytest.approx(1 / 3)
    assert [missing.row for missing in later.missing] == [PRESET, A]


def test_rows_that_stood_there_and_lack_nothing_are_asked_only_once_one_is_changed_or_deleted() -> None:
    register = replace(small_guideline().registers["partijen"], needs=(Need(Gate.B, 1),))
    untouched = item_state(answers(), register, Gate.B)
    assert (untouched.needed, untouched.done, untouched.open) == (False, 1, 0)
    changed = item_state(answers({(PRESET, "partij"): "Gemeente Almere"}), register, Gate.B)
    assert (changed.needed, changed.done) == (True, 1)
    emptied = item_state(answers({(PRESET, "partij"): ""}), register, Gate.B)
    assert (emptied.needed, emptied.done, emptied.open) == (True, 0, 1)
    deleted = item_state(answers({(PRESET, "@in"): None}), register, Gate.B)
    assert (deleted.needed, deleted.done, deleted.missing[0].rows) == (True, 0, 1)


def test_a_default_counts_for_no_ring_until_it_is_changed() -> None:
    field = replace(small_guideline().fields["naam"], default="Zonder naam")
    guideline = replace(small_guideline(), fields={**small_guideline().fields, "naam": field})
    assert not item_state(answers(guideline=guideline), field, Gate.B).needed
    assert item_state(answers({("plan", "naam"): "Een naam"}, guideline=guideline), field, Gate.B).needed


@pytest.mark.parametrize("gate", Gate)
def test_an_empty_plan_has_nothing_in_any_ring(gate: Gate) -> None:
    empty = Answers(load_guideline(forms_dir()), Plan(), TODAY)
    states = [(item, item_state(empty, item, gate)) for _, item in all_items(empty)]
    assert [getattr(item, "id", "") for item, state in states if state.needed and state.done > 0] == []
    assert {ring.done for ring in progress(empty).sections.values()} == {0}
    assert not meets(empty, gate)


def test_not_applicable_counts_as_answered_and_parked_does_not() -> None:
    register = small_guideline().registers["partijen"]
    assert item_state(answers({("plan", "partijen"): NotApplicable("alleen wij")}), register, Gate.B).done == 1
    parked = answers(BASIS | {("plan", "doel"): Parked("2027-02-01", "")}, {"partijen": [A]})
    assert not progress(parked).met[Gate.B]
    assert messages(parked, Gate.B) == ["Doel volgt uiterlijk 1 februari 2027"]


def test_a_hidden_question_counts_for_nothing() -> None:
    field = small_guideline().fields["tekst_bij_ja"]
    assert not item_state(answers(), field, Gate.S).needed
    assert item_state(answers({(PRESET, "extern"): {"is": True, "why": ""}}), field, Gate.S).needed


def test_a_reason_can_stand_in_for_a_gate() -> None:
    found = answers({("plan", "@gate_B"): NotApplicable("Het college wilde dit zo.")})
    assert progress(found).met[Gate.B]
    assert not progress(answers()).met[Gate.B]


def test_conflicts_and_links_to_deleted_rows_are_open_points() -> None:
    said = {(A, "partij"): B, (A, "subdoel"): "Weten", (B, "@in"): None}
    found = answers(said, {"subdoelen": [A]})
    plan = found.plan
    two = (Candidate(encode(None), "x", "", "k", 1), Candidate('{"v":"y"}', "y", "", "l", 1))
    stuck = Answers(found.guideline, type(plan)(plan.cells, plan.rows, {("plan", "doel"): two}), TODAY)
    points = {point.kind: point for point in open_points(stuck)}
    assert points["conflict"].item == "doel"
    assert (points["link"].row, points["link"].field, points["link"].section) == (A, "partij", "een")


@pytest.mark.parametrize(
    ("check", "said", "rows", "expected"),
    [
        ("linked", {(A, "subdoel"): "Weten"}, {"subdoelen": [A]}, ["Weten heeft geen meting."]),
        ("linked", {(B, "subdoel"): A}, {"subdoelen": [A], "metingen": [B]}, []),
        ("enough", {}, {"subdoelen": [A]}, ["Nog maar 1 van 2."]),
        ("enough", {("plan", "subdoelen"): NotApplicable("x")}, {}, []),
        (
            "before",
            {("plan", "start"): "2027-02-01", ("plan", "eind"): "2027-01-01"},
            {},
            ["01-02-2027 ligt na 01-01-2027."],
        ),
        ("before", {("plan", "start"): "2027-02-01"}, {}, []),
        ("money", {(PRESET, "bedrag"): "999.5"}, {}, ["999,5 is minder dan 1.000."]),
        ("money", {(PRESET, "bedrag"): "999.5", (A, "bedrag"): "1"}, {"partijen": [A]}, []),
        ("each", {(PRESET, "bedrag"): "501", (A, "bedrag"): "500"}, {"partijen": [A]}, ["Gemeente kost 501."]),
        ("cover", {(PRESET, "klasse"): "o"}, {}, ["Nog niets over Partners, Intern, Vertrouwelijk."]),
    ],
)
def test_checks_say_what_they_find(
    check: str, said: dict[tuple[str, str], object], rows: dict[str, list[str]], expected: list[str]
) -> None:
    found = answers(said, rows, small_guideline(check))
    assert [finding.message for finding in findings(found)] == expected


def test_not_applicable_without_a_reason_is_still_open() -> None:
    found = answers(BASIS | {("plan", "doel"): NotApplicable(" ")}, {"partijen": [A]})
    assert not progress(found).met[Gate.B]
    assert messages(found, Gate.B) == ["Doel is nog open"]
    assert not progress(answers({("plan", "@gate_B"): NotApplicable("")})).met[Gate.B]


def test_rows_lacking_are_counted_for_each_sort_and_belong_to_the_first_gate_that_lacks_them() -> None:
    guideline = small_guideline()
    where = parse_condition("extern = ja"), parse_condition("extern = nee")
    needs = (Need(Gate.B, 1), Need(Gate.S, 1, where[0]), Need(Gate.S, 2, where[1]))
    register = replace(guideline.registers["partijen"], needs=needs)
    assert rows_lacking(answers(), register, Gate.B) == 0
    assert rows_lacking(answers(), register, Gate.S) == 3
    section = replace(guideline.sections[0], pages=(replace(guideline.sections[0].pages[0], items=(register,)),))
    found = answers(
        guideline=replace(guideline, registers={**guideline.registers, "partijen": register}, sections=(section,))
    )
    points = [point for point in open_points(found, Gate.S) if not point.field]
    assert [(point.gate, point.message) for point in points] == [(Gate.S, "Partijen: nog 3 rijen nodig")]


def test_a_check_for_a_later_gate_waits_for_that_gate() -> None:
    guideline = small_guideline("enough")
    later = replace(guideline, checks=tuple(replace(check, gate=Gate.E) for check in guideline.checks))
    found = answers(guideline=later)
    assert not [point for point in open_points(found, Gate.B) if point.kind == "check"]
    assert [point.message for point in open_points(found, Gate.E) if point.kind == "check"] == ["Nog maar 0 van 2."]


def test_dates_at_the_end_of_time_do_not_stop_a_check() -> None:
    guideline = small_guideline("before")
    far = replace(guideline, checks=tuple(replace(check, margin=10**9) for check in guideline.checks))
    found = answers({("plan", "start"): "9999-12-31", ("plan", "eind"): "9999-12-31"}, guideline=far)
    assert findings(found) == ()


def test_what_the_first_gate_asks_stays_with_it_once_it_was_passed_all_the_same() -> None:
    found = answers({("plan", "@gate_B"): NotApplicable("het college beslist eerder")})
    assert progress(found).gate == Gate.S
    gates = {point.field: point.gate for point in open_points(found) if point.row == "plan" and point.field}
    assert (gates["doel"], gates["eind"]) == (Gate.B, Gate.S)


def test_rows_that_stood_there_already_are_not_called_filled_in_before_anything_is_answered() -> None:
    partijen = small_guideline().registers["partijen"]
    register = replace(partijen, needs=(Need(Gate.E, 1),))
    status = [
        item_state(answers(said), register, Gate.B).status
        for said in (
            {},
            {(PRESET, "bedrag"): "5"},
            {(PRESET, "partij"): "Gemeente", (PRESET, "extern"): {"is": False, "why": ""}},
        )
    ]
    assert status == ["deels", "deels", "klaar"]
