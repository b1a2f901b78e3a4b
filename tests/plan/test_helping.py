"""The helper beside a row: it says what the answers say, one sentence a letter, and gives no mark."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from radplan_desktop.guideline import Guideline, load_guideline, load_guideline_files
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.helping import Letter, help_with, helper_of
from tests.plan.small import FORMS, Said, answers

A, B, M = "a" * 32, "b" * 32, "c" * 32
HELPER = """
[[helper]]
id = "meetbaar"
register = "subdoelen"
title = "Is {rij} meetbaar?"
text = "U bepaalt zelf of het goed genoeg is."
[[helper.part]]
letter = "A"
label = "Afgesproken"
met = "{partij} doet het."
open = [{ when = "not filled(partij)", says = "Kies wie {subdoel} doet.", field = "partij" }]
[[helper.part]]
letter = "M"
label = "Meetbaar"
met = "Nu {nu}, sinds {start}."
open = [
  { when = "not filled(nu)", says = "Er is nog geen meting.", field = "metingen.waarde" },
  { when = "not filled(start)", says = "Wanneer begint {naam}?", field = "start" },
]
"""
SHIPPED = Path(__file__).resolve().parents[2] / "forms"


@cache
def with_helper() -> Guideline:
    return load_guideline_files({"een.toml": (FORMS + HELPER).encode()})


def letters(found: Answers) -> tuple[Letter, ...]:
    helper = helper_of(found, A)
    assert helper is not None
    return help_with(found, helper, A).letters


def plan(said: Said) -> Answers:
    return answers(said, {"subdoelen": [A], "partijen": [B], "metingen": [M]}, with_helper())


def test_an_empty_row_says_what_to_do_and_where() -> None:
    agreed, measured = letters(plan({(A, "subdoel"): "Minder ruzie"}))
    assert agreed == Letter("A", "Afgesproken", False, "Kies wie Minder ruzie doet.", "partij")
    assert measured == Letter("M", "Meetbaar", False, "Er is nog geen meting.", "metingen.waarde")


def test_the_first_lack_is_said_and_then_the_next() -> None:
    said = {(M, "subdoel"): A, (M, "waarde"): "12.5", (M, "datum"): "2027-01-01"}
    assert letters(plan(said))[1].sentence == "Wanneer begint …?"
    assert letters(plan(said | {("plan", "start"): "2027-03-01"}))[1] == Letter(
        "M", "Meetbaar", True, "Nu 12,5, sinds 1 maart 2027."
    )


def test_what_is_met_is_said_with_the_answer() -> None:
    agreed, _ = letters(plan({(A, "partij"): B, (B, "partij"): "De school"}))
    assert (agreed.met, agreed.sentence) == (True, "De school doet het.")


def test_the_title_names_the_row() -> None:
    found = plan({})
    helper = helper_of(found, A)
    assert helper is not None
    assert help_with(found, helper, A).title == "Is S1 meetbaar?"


def test_a_register_without_a_helper_has_none() -> None:
    assert helper_of(plan({}), M) is None


@given(st.dictionaries(st.sampled_from(["acceptabel", "realistisch", "meetbaar"]), st.booleans()))
def test_a_tick_is_what_the_shipped_helper_looks_at(ticks: dict[str, bool]) -> None:
    guideline = load_shipped()
    content = {item: {"is": tick, "note": ""} for item, tick in ticks.items()}
    found = answers({(A, "smart"): content or None}, {"subdoelen": [A]}, guideline)
    helper = helper_of(found, A)
    assert helper is not None
    parts = {letter.letter: letter for letter in help_with(found, helper, A).letters}
    assert list(parts) == list("SMART")
    assert parts["R"].met is ticks.get("realistisch", False)
    assert not parts["A"].met, "nobody was named"


@cache
def load_shipped() -> Guideline:
    return load_guideline(SHIPPED)
