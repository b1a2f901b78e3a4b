"""Going through a whole plan for what looks like data about persons."""

from dataclasses import replace

from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.privacy import PrivacyKind
from radplan_desktop.plan.privacy_review import review, written
from radplan_desktop.plan.progress import open_points
from radplan_desktop.plan.values import Answer, Cell, NotApplicable, Parked
from tests.plan.small import answers, small_guideline

MOBILE = "06-12345678"
A, B = "a" * 32, "b" * 32
PRESET = "partijen:gemeente"


def kinds(found: Answers) -> dict[Cell, list[PrivacyKind]]:
    return {cell: [one.kind for one in here] for cell, here in review(found).items()}


def test_texts_are_gone_through_in_the_order_of_the_forms() -> None:
    said = {(B, "subdoel"): f"Bel {MOBILE}", (A, "subdoel"): f"Bel {MOBILE}", (PRESET, "partij"): f"Piet {MOBILE}"}
    said |= {("plan", "doel"): "Leerling X komt niet meer. Bel 06-12345678.", ("plan", "naam"): "Samen sterk"}
    found = answers(said, {"subdoelen": [A, B]})
    assert list(kinds(found)) == [Cell("plan", "doel"), Cell(PRESET, "partij"), Cell(A, "subdoel"), Cell(B, "subdoel")]
    assert kinds(found)[Cell("plan", "doel")] == [PrivacyKind.INITIALS, PrivacyKind.PHONE]


def test_reasons_and_notes_are_texts_too() -> None:
    fields = answers().guideline
    yes = fields.registers["partijen"].columns["extern"]
    assert written(yes, Answer({"is": True, "why": "omdat"})) == "omdat"
    assert written(yes, NotApplicable("dit regelt de regio")) == "dit regelt de regio"
    assert written(fields.fields["naam"], Parked("2027-01-01", "wacht op P", "Sterk")) == "Sterk\nwacht op P"
    assert written(fields.fields["eind"], Answer("2027-01-01")) == ""
    assert written(fields.fields["naam"], None) == ""
    found = answers(
        {("plan", "metingen"): NotApplicable(f"vraag {MOBILE}"), ("plan", "eind"): Parked("2027-01-01", MOBILE)}
    )
    assert list(kinds(found)) == [Cell("plan", "eind"), Cell("plan", "metingen")]


def test_what_is_hidden_deleted_or_no_longer_asked_is_left_alone() -> None:
    said: dict[tuple[str, str], object] = {
        ("plan", "tekst_bij_ja"): MOBILE,
        (A, "subdoel"): MOBILE,
        ("plan", "oud_veld"): MOBILE,
    }
    said |= {(B, "subdoel"): MOBILE, (B, "@in"): None}
    found = answers(said, {"subdoelen": [A]})
    assert list(kinds(found)) == [Cell(A, "subdoel")]
    shown = answers(said | {(PRESET, "extern"): {"is": True, "why": ""}}, {"subdoelen": [A]})
    assert list(kinds(shown)) == [Cell("plan", "tekst_bij_ja"), Cell(A, "subdoel")]


def test_a_finding_is_an_open_point_of_the_whole_plan_unless_not_asked_for() -> None:
    said = {(A, "subdoel"): f"Bel {MOBILE}", ("plan", "metingen"): NotApplicable(MOBILE)}
    found = answers(said, {"subdoelen": [A]})
    points = [point for point in open_points(found) if point.kind == "privacy"]
    assert [(point.gate, point.item, point.row, point.field) for point in points] == [
        (None, "subdoelen", A, "subdoel"),
        (None, "metingen", "plan", ""),
    ]
    assert points[0].message.startswith(f"S1 Bel {MOBILE}: Subdoel: dit lijkt op een mobiel nummer.")
    assert points[1].message.startswith("Metingen: dit lijkt op een mobiel nummer.")
    assert not [point for point in open_points(found, privacy=False) if point.kind == "privacy"]


def test_the_postal_address_of_the_municipality_is_an_address_that_was_asked_for() -> None:
    forms = small_guideline()
    asked = replace(forms, roles={**forms.roles, "postal_address": "doel"})
    said = {("plan", "doel"): f"Ons adres is Dorpsstraat 12, 1234 AB Lindeveld. Bel {MOBILE}."}
    assert kinds(answers(said)) == {Cell("plan", "doel"): [PrivacyKind.ADDRESS, PrivacyKind.PHONE]}
    assert kinds(answers(said, guideline=asked)) == {Cell("plan", "doel"): [PrivacyKind.PHONE]}
