from __future__ import annotations

import pytest

from radplan_desktop.guideline import Gate
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.checks import findings
from radplan_desktop.plan.items import item_state
from radplan_desktop.plan.plan import Candidate
from radplan_desktop.plan.progress import open_points, progress
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


def test_a_met_gate_moves_the_rings_to_the_next_one() -> None:
    found = answers(BASIS, {"partijen": [A]})
    assert progress(found).met[Gate.B]
    assert progress(found).gate == Gate.S
    assert "Subdoelen: nog één rij nodig" in messages(found)
    assert "Gemeente" in " ".join(messages(found))


def test_a_register_counts_its_filled_cells_times_its_share_of_rows() -> None:
    register = small_guideline().registers["partijen"]
    assert item_state(answers(), register, Gate.B).done == pytest.approx(0.5)
    half = answers(rows={"partijen": [A]})
    assert item_state(half, register, Gate.B).done == pytest.approx(0.5)
    assert item_state(answers(BASIS, {"partijen": [A]}), register, Gate.B).done == 1


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
