from __future__ import annotations

from dataclasses import replace

import pytest

from radplan_desktop.guideline import Confidentiality, Derivation, Gate, parse_condition
from radplan_desktop.plan.checks import findings
from radplan_desktop.plan.content import ContentError, parse
from radplan_desktop.plan.deadlines import deadlines
from radplan_desktop.plan.values import Answer, NotApplicable, Parked
from tests.plan.small import answers, small_guideline

A, B, C = "a" * 32, "b" * 32, "c" * 32
PRESET = "partijen:gemeente"


def test_preset_rows_come_first_and_are_answered_until_someone_says_otherwise() -> None:
    found = answers(rows={"partijen": [A]}, said={(A, "partij"): "School"})
    assert found.rows("partijen") == (PRESET, A)
    assert found.text(PRESET, "partij") == "Gemeente"
    assert answers({(PRESET, "partij"): "Gemeente Lindeveld"}).title(PRESET) == "Gemeente Lindeveld"
    assert answers({(PRESET, "@in"): None}).rows("partijen") == ()


def test_a_sum_of_nothing_is_not_zero_but_open() -> None:
    assert answers(rows={"partijen": [A]}).content("plan", "telling") is None
    filled = answers({(A, "bedrag"): "2500"}, {"partijen": [A]})
    assert filled.content("plan", "telling") == "2500"
    part = Derivation("sum", ("partijen.bedrag",), where=parse_condition("partij = nooit"))
    guideline = filled.guideline
    none = replace(guideline, fields={**guideline.fields, "telling": replace(guideline.fields["telling"], derive=part)})
    assert answers({(A, "bedrag"): "2500"}, {"partijen": [A]}, none).content("plan", "telling") == "0"


def test_rows_are_numbered_in_their_order() -> None:
    found = answers(rows={"subdoelen": [B, A]})
    assert [found.number(row) for row in found.rows("subdoelen")] == ["S1", "S2"]
    assert found.number(PRESET) == ""
    assert found.title(A) == "S2"


def test_a_question_shows_when_its_condition_holds() -> None:
    assert not answers().visible("plan", "tekst_bij_ja")
    assert answers({(PRESET, "extern"): {"is": True, "why": ""}}).visible("plan", "tekst_bij_ja")
    assert not answers({(PRESET, "extern"): {"is": False, "why": ""}}).visible("plan", "tekst_bij_ja")


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ("soort = kennis", True),
        ("soort in [gedrag]", False),
        ("start < 2027-01-01 and start > 2026-01-01", True),
        ("start < vandaag", False),
        ("filled(doel)", True),
        ("not filled(naam)", True),
        ("naam != iets", True),
        ("count(partijen, bedrag >= 500) = 1", True),
        ("all(partijen, filled(partij)) or soort = gedrag", True),
    ],
)
def test_conditions_look_at_the_answers(condition: str, *, holds: bool) -> None:
    said = {
        ("plan", "soort"): ["kennis"],
        ("plan", "start"): "2026-12-01",
        ("plan", "doel"): NotApplicable("x"),
        (PRESET, "bedrag"): "500",
    }
    assert answers(said).holds(parse_condition(condition)) is holds


def test_the_newest_measurement_is_what_stands_now() -> None:
    said = {
        (B, "subdoel"): A, (B, "datum"): "2026-03-01", (B, "waarde"): "12.5",
        (C, "subdoel"): A, (C, "datum"): "2026-01-01", (C, "waarde"): "4",
    }  # fmt: skip
    found = answers(said, {"subdoelen": [A], "metingen": [B, C]})
    assert found.text(A, "nu") == "12,5"
    assert found.linked_from(A, "metingen", "subdoel") == (B, C)


def test_sums_are_money() -> None:
    found = answers({(PRESET, "bedrag"): "12500.5", (A, "bedrag"): "100"}, {"partijen": [A]})
    assert found.text("plan", "telling") == "€ 12.600,50"


def test_values_read_in_dutch() -> None:
    said = {
        ("plan", "start"): "2026-11-02",
        ("plan", "naam"): NotApplicable("Er is nog geen naam."),
        ("plan", "doel"): Parked("2027-03-01", "wacht op het college"),
        (PRESET, "extern"): {"is": False, "why": "het is de gemeente zelf"},
    }
    found = answers(said)
    assert found.text("plan", "start") == "02-11-2026"
    assert found.text("plan", "start", long_dates=True) == "2 november 2026"
    assert found.text("plan", "naam") == "n.v.t., omdat er is nog geen naam."
    assert found.text("plan", "doel") == "volgt uiterlijk 1 maart 2027 (wacht op het college)"
    assert found.text(PRESET, "extern") == "Nee: het is de gemeente zelf"
    assert found.fill("Wat bereikt {naam}?") == "Wat bereikt …?"


def test_a_link_to_a_deleted_row_reads_as_deleted() -> None:
    said = {(A, "partij"): B, (B, "partij"): "School", (B, "@in"): None}
    assert answers(said, {"subdoelen": [A]}).text(A, "partij") == "verwijderd"


def test_links_read_in_the_order_of_their_register() -> None:
    said = {(C, "samen"): [A, B, PRESET], (A, "partij"): "Alfa", (B, "partij"): "Beta"}
    assert answers(said, {"subdoelen": [C], "partijen": [B, A]}).text(C, "samen") == "Gemeente, Beta, Alfa"


def test_a_row_can_be_stricter_than_its_register() -> None:
    assert answers().confidentiality(PRESET, "partij") == Confidentiality.K
    assert answers({(PRESET, "klasse"): "v"}).confidentiality(PRESET, "partij") == Confidentiality.V
    assert answers({(PRESET, "klasse"): "o"}).confidentiality(PRESET, "partij") == Confidentiality.K


def test_deadlines_are_met_by_the_field_that_says_so_or_overdue() -> None:
    said = {
        (PRESET, "bellen"): "2026-11-01", (PRESET, "gebeld"): "2026-11-02",
        (A, "bellen"): "2026-11-05", (A, "partij"): "School",
        ("plan", "eind"): "2027-12-31", ("plan", "doel"): Parked("2026-11-11", ""),
    }  # fmt: skip
    found = deadlines(answers(said, {"partijen": [A]}))
    assert [(d.label, d.title, d.done, d.overdue) for d in found] == [
        ("Gesprek", "Gemeente", True, False),
        ("Gesprek", "School", False, True),
        ("Doel", "", False, True),
        ("Afronden", "", False, False),
    ]


@pytest.mark.parametrize(
    ("path", "typed", "content"),
    [
        ("start", "2-11-2026", "2026-11-02"),
        ("start", "2 november 2026", "2026-11-02"),
        ("start", "2026-11-02", "2026-11-02"),
        ("partijen.bedrag", "€ 12.500,50", "12500.5"),
        ("partijen.bedrag", "12.500", "12500"),
        ("partijen.bedrag", "0,50", "0.5"),
        ("soort", "Gedrag, kennis", ["gedrag", "kennis"]),
        ("partijen.extern", "ja: van buiten", {"is": True, "why": "van buiten"}),
        ("naam", "  twee\nregels ", "twee regels"),
    ],
)
def test_what_people_type_becomes_content(path: str, typed: str, content: object) -> None:
    guideline = small_guideline()
    assert parse(guideline.field(path), typed, guideline) == content


@pytest.mark.parametrize(
    ("path", "typed"),
    [("start", "31-2-2026"), ("start", "morgen"), ("partijen.bedrag", "veel"), ("soort", "houding"), ("telling", "1"),
     ("partijen.extern", "misschien"), ("subdoelen.partij", "School")],
)  # fmt: skip
def test_what_does_not_fit_is_refused_in_a_sentence(path: str, typed: str) -> None:
    guideline = small_guideline()
    with pytest.raises(ContentError, match=r"\.$|…"):
        parse(guideline.field(path), typed, guideline)


def test_an_answer_of_nothing_is_no_answer() -> None:
    assert answers({("plan", "naam"): Answer(None)}).content("plan", "naam") is None


@pytest.mark.parametrize("emptied", [Answer(""), Answer("  \n"), Answer([]), Answer({})])
def test_an_emptied_answer_is_open_also_where_the_forms_filled_one_in(emptied: Answer) -> None:
    assert answers({(PRESET, "partij"): emptied}).value(PRESET, "partij") is None
    assert answers({("plan", "naam"): emptied}).text("plan", "naam") == ""


def test_titles_that_go_round_end_somewhere() -> None:
    guideline = small_guideline()
    register = replace(guideline.registers["subdoelen"], title="partij")
    column = replace(register.columns["partij"], target="subdoelen")
    ring = replace(register, columns={**register.columns, "partij": column})
    said = {(A, "partij"): B, (B, "partij"): A, (C, "partij"): C}
    found = answers(
        said, {"subdoelen": [A, B, C]}, replace(guideline, registers={**guideline.registers, "subdoelen": ring})
    )
    assert [found.title(row) for row in (A, B, C)] == ["S1", "S2", "S3"]


def test_what_is_promised_for_later_does_not_count_as_filled() -> None:
    promised = Parked("2027-01-01", "", "Naam")
    assert not answers({("plan", "naam"): promised}).holds(parse_condition("filled(naam)"))
    said = {(PRESET, "bellen"): "2026-11-01", (PRESET, "gebeld"): promised}
    assert [(d.label, d.done) for d in deadlines(answers(said))] == [("Gesprek", False), ("Gebeld", False)]


def test_a_hidden_promise_is_no_deadline() -> None:
    said = {("plan", "tekst_bij_ja"): Parked("2027-01-01", "")}
    assert deadlines(answers(said)) == ()
    shown = deadlines(answers({**said, (PRESET, "extern"): {"is": True, "why": ""}}))
    assert [(d.label, d.row, d.field) for d in shown] == [("Toelichting", "plan", "tekst_bij_ja")]


def test_a_gate_is_due_some_weeks_before_its_date_until_it_is_met() -> None:
    guideline = small_guideline()
    gates = tuple(replace(g, due="partijen.bellen", lead_weeks=2) if g.gate == Gate.B else g for g in guideline.gates)
    dated = replace(guideline, gates=gates)
    said = {(A, "bellen"): "2026-12-01", (PRESET, "bellen"): "2026-11-20"}
    found = [d for d in deadlines(answers(said, {"partijen": [A]}, dated)) if d.label == "Klaar voor het college"]
    assert [(d.day.isoformat(), d.row, d.field, d.done, d.overdue) for d in found] == [
        ("2026-11-06", PRESET, "bellen", False, True)
    ]


def test_a_sentence_of_the_forms_leaves_what_people_wrote_alone() -> None:
    found = answers({(A, "subdoel"): "{naam} {waarde}"}, {"subdoelen": [A]}, small_guideline("linked"))
    assert [finding.message for finding in findings(found)] == ["{naam} {waarde} heeft geen meting."]


def test_a_row_keeps_at_least_the_class_of_its_register() -> None:
    guideline = small_guideline()
    stricter = replace(guideline.registers["partijen"], confidentiality=Confidentiality.V)
    found = answers(guideline=replace(guideline, registers={**guideline.registers, "partijen": stricter}))
    assert found.confidentiality(PRESET, "partij") == Confidentiality.V


def test_what_is_hidden_with_its_group_or_register_counts_for_nothing() -> None:
    guideline = small_guideline("enough")
    never = parse_condition("naam = nooit")
    group = replace(guideline.groups["looptijd"], when=never)
    register = replace(guideline.registers["subdoelen"], when=never)
    count = replace(guideline.fields["telling"], derive=Derivation("count", ("subdoelen",)))
    hidden = replace(
        guideline,
        groups={**guideline.groups, "looptijd": group},
        registers={**guideline.registers, "subdoelen": register},
        fields={**guideline.fields, "telling": count},
    )
    found = answers({("plan", "start"): "2026-12-01"}, {"subdoelen": [A]}, hidden)
    assert not found.visible("plan", "start")
    assert not found.holds(parse_condition("filled(start) or any(subdoelen)"))
    assert found.content("plan", "telling") == "0"
    assert (findings(found), found.rows("subdoelen")) == ((), (A,))
