"""Every kind of mistake in the forms is found: in the right file, at the right place, with what to do about it, and alone."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from radplan_desktop.guideline import FormError, FormsError, load_guideline_files
from tests.guideline.small import files

START, GOALS, LISTS = "0-start.toml", "1-doel.toml", "keuzes.toml"
CASES = tomllib.loads(Path(__file__).with_name("mistakes.toml").read_text(encoding="utf-8"))["mistake"]
MISTAKES: dict[str, dict[str, str]] = {case["what"]: case for case in CASES}


def mistakes(*changes: tuple[str, str, str]) -> tuple[FormError, ...]:
    """Return what is found in the small forms after these changes."""
    with pytest.raises(FormsError) as caught:
        load_guideline_files(files(*changes))
    return caught.value.errors


def change(case: dict[str, str]) -> tuple[str, str, str]:
    """Return the change that makes a mistake."""
    return case["file"], case["old"], case["new"]


@pytest.mark.parametrize("case", CASES, ids=MISTAKES)
def test_a_mistake_is_found_alone_and_with_its_remedy(case: dict[str, str]) -> None:
    (found,) = mistakes(change(case))
    assert (found.file, found.path) == (case["file"], case["path"])
    assert case["says"] in found.problem
    assert len(found.remedy) > 8
    assert found.remedy.endswith((".", "?"))


def test_all_mistakes_come_at_once() -> None:
    names = (
        "unknown key",
        "unknown list",
        "link to nothing",
        "choice given twice",
        "check on no date",
        "unknown block",
    )
    cases = [MISTAKES[name] for name in names]
    found = mistakes(*map(change, cases))
    assert {(error.file, error.path) for error in found} == {(case["file"], case["path"]) for case in cases}


def test_a_file_that_is_no_toml_is_named_with_the_others_that_are_none() -> None:
    found = mistakes((START, "[section]", "[section"), (LISTS, "choices = [", "choices = "))
    assert [(error.file, error.path) for error in found] == [(START, ""), (LISTS, "")]


def test_a_circle_by_way_of_a_row() -> None:
    old, new = 'function = "sum", of = "doelen.kosten"', 'function = "count", of = "metingen", where = "ring = ja"'
    ring = 'id = "ring"\nkind = "yesno"\nlabel = "Ring"\nwhen = "geldsom > 1"\n[[register.column]]\n'
    column = (GOALS, 'id = "gemeten_op"\n', f'{ring}id = "gemeten_op"\n')
    (found,) = mistakes((START, old, new), column)
    assert "kring" in found.problem
    assert "geldsom" in found.problem
    assert "metingen.ring" in found.problem


def test_a_suggestion_is_the_nearest_name() -> None:
    (found,) = mistakes((START, 'when = "extern = ja"', 'when = "externe = ja"'))
    assert found.remedy.startswith("Bedoelt u extern?")


def test_a_mistake_reads_as_one_line() -> None:
    error = FormError("1-doel.toml", "register.doelen.title", "De kolom 'naam' bestaat niet.", "Kies uit: doel.")
    assert str(error) == "1-doel.toml: register.doelen.title: De kolom 'naam' bestaat niet. Kies uit: doel."
