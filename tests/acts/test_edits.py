"""What an edit may be, told before anything shows: pure rules on answers, without a file."""

from __future__ import annotations

from dataclasses import replace

import pytest

from radplan_desktop.acts.edits import draft_text, label_of, vetted
from radplan_desktop.acts.refusals import NotFound
from radplan_desktop.guideline import Guideline
from radplan_desktop.plan.content import ContentError
from radplan_desktop.plan.values import Answer, Cell, NotApplicable, Parked, Value
from tests.plan.small import answers, small_guideline

A, B, GONE = "a" * 32, "b" * 32, "d" * 32
PRESET = "partijen:gemeente"
SAID = {(A, "partij"): PRESET, (B, "partij"): "School", (GONE, "partij"): "Weg", (GONE, "@in"): None}
FOUND = answers(SAID, {"subdoelen": [A], "partijen": [B]})


@pytest.fixture
def strict() -> Guideline:
    guideline = small_guideline()
    register = replace(guideline.registers["partijen"], na=False)
    return replace(guideline, registers={**guideline.registers, "partijen": register})


@pytest.mark.parametrize(
    "cell",
    [
        Cell("plan", "bestaat_niet"),
        Cell("plan", "subdoel"),
        Cell(A, "naam"),
        Cell(A, "bestaat_niet"),
        Cell(GONE, "partij"),
        Cell("e" * 32, "partij"),
        Cell("partijen:onbekend", "partij"),
        Cell("plan", "@order"),
        Cell("plan", "@today"),
        Cell("plan", "@gate_X"),
        Cell(A, "@iets"),
    ],
)
def test_a_place_that_is_not_there_is_refused(cell: Cell) -> None:
    with pytest.raises(NotFound):
        vetted(FOUND, [(Cell("plan", "naam"), Answer("Plan")), (cell, Answer("x"))])


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (Cell("plan", "start"), Answer("morgen")),
        (Cell("plan", "start"), Parked("morgen", "")),
        (Cell("plan", "start"), NotApplicable("  ")),
        (Cell("plan", "telling"), Answer("5")),
        (Cell("plan", "telling"), None),
        (Cell("plan", "partijen"), Answer("geen")),
        (Cell("plan", "partijen"), NotApplicable("")),
        (Cell(A, "partij"), Answer(GONE)),
        (Cell(A, "partij"), Answer(A)),
        (Cell(A, "partij"), Answer("e" * 32)),
        (Cell(A, "samen"), Answer([B, GONE])),
        (Cell("plan", "@gate_B"), NotApplicable("")),
    ],
)
def test_a_value_that_does_not_fit_is_refused_in_a_sentence(cell: Cell, value: Value) -> None:
    with pytest.raises(ContentError, match=r"\.$"):
        vetted(FOUND, [(cell, value)])


@pytest.mark.parametrize(
    ("cell", "value", "text"),
    [
        (Cell("plan", "naam"), Answer("  "), "null"),
        (Cell("plan", "naam"), Answer(None), "null"),
        (Cell(A, "samen"), Answer([]), "null"),
        (Cell("plan", "naam"), NotApplicable(" omdat "), '{"na":"omdat"}'),
        (Cell("plan", "naam"), Parked("2027-01-01", " ", " "), '{"parked":"2027-01-01","why":""}'),
        (Cell("plan", "partijen"), Parked("2027-01-01", ""), '{"parked":"2027-01-01","why":""}'),
        (Cell("plan", "@gate_B"), NotApplicable("zo besloten"), '{"na":"zo besloten"}'),
        (Cell(PRESET, "partij"), None, '{"v":""}'),
        (Cell(PRESET, "bedrag"), None, "null"),
        (Cell(PRESET, "@in"), None, "null"),
        (Cell(A, "partij"), Answer(PRESET), f'{{"v":"{PRESET}"}}'),
    ],
)
def test_an_edit_becomes_the_text_of_the_file(cell: Cell, value: Value, text: str) -> None:
    assert vetted(FOUND, [(cell, value)]) == [(cell, text)]


def test_a_link_that_dangles_already_does_not_stop_a_new_one() -> None:
    found = answers({**SAID, (A, "samen"): [GONE]}, {"subdoelen": [A], "partijen": [B]})
    assert vetted(found, [(Cell(A, "samen"), Answer([B, GONE]))])


def test_one_act_may_add_a_row_and_link_to_it() -> None:
    new = "c" * 32
    changes = [
        (Cell(A, "partij"), Answer(new)),
        (Cell(new, "@in"), Answer("partijen")),
        (Cell(new, "partij"), Answer("X")),
    ]
    assert [cell for cell, _ in vetted(FOUND, changes)] == [cell for cell, _ in changes]


def test_what_is_no_longer_asked_can_be_emptied_but_not_answered() -> None:
    old = answers({("plan", "vroeger"): "x"})
    assert vetted(old, [(Cell("plan", "vroeger"), None)]) == [(Cell("plan", "vroeger"), "null")]
    with pytest.raises(NotFound, match="vroeger"):
        vetted(old, [(Cell("plan", "vroeger"), Answer("y"))])


@pytest.mark.parametrize(
    ("cell", "content", "text"),
    [
        (Cell("plan", "start"), "12-1", None),
        (Cell("plan", "start"), "12-1-2027", '{"v":"2027-01-12"}'),
        (Cell("plan", "start"), "", "null"),
        (Cell("plan", "start"), None, "null"),
        (Cell("plan", "start"), 5, None),
        (Cell("plan", "naam"), "half een", '{"v":"half een"}'),
        (Cell("plan", "naam"), "half ", '{"v":"half "}'),
        (Cell("plan", "soort"), "gedrag", '{"v":["gedrag"]}'),
        (Cell("plan", "telling"), "5", None),
        (Cell("plan", "bestaat_niet"), "x", None),
        (Cell(GONE, "partij"), "x", None),
    ],
)
def test_typing_is_kept_when_it_is_an_answer_and_never_an_error(cell: Cell, content: object, text: str | None) -> None:
    assert draft_text(FOUND, cell, content) == text


def test_cells_are_called_by_what_people_read() -> None:
    assert label_of(FOUND, Cell("plan", "partijen")) == "Partijen"
    assert label_of(FOUND, Cell(A, "subdoel")) == "Subdoel"
    assert "@" not in label_of(FOUND, Cell(A, "@order"))


def test_a_register_that_must_be_filled_is_not_said_not_to_apply(strict: Guideline) -> None:
    with pytest.raises(ContentError, match="Partijen"):
        vetted(answers(guideline=strict), [(Cell("plan", "partijen"), NotApplicable("nooit"))])
