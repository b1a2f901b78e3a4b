"""Which answers belong to which requirement."""

from __future__ import annotations

from radplan_desktop.guideline import coverage, coverage_table, load_guideline_files
from tests.guideline.small import files


def answering(*changes: tuple[str, str, str]) -> dict[str, set[tuple[str, str]]]:
    """Return what answers each requirement of the small forms: kinds and paths."""
    rows = coverage(load_guideline_files(files(*changes)))
    return {row.requirement.id: {(by.kind, by.path) for by in row.by} for row in rows}


def test_everything_that_names_a_requirement_answers_it() -> None:
    assert answering() == {
        "X1": {("field", "gemeente"), ("register", "doelen"), ("check", "doel_gemeten")},
        "X2": {("group", "looptijd"), ("column", "doelen.doel"), ("chapter", "plan[1]")},
        "X3": {("behaviour", "")},
    }


def test_what_is_retired_answers_nothing() -> None:
    retired = ("0-start.toml", 'requirements = ["X1"]', 'requirements = ["X1"]\nretired = true')
    assert ("field", "gemeente") not in answering(retired)["X1"]


def test_a_requirement_that_nothing_answers_is_seen() -> None:
    rows = coverage(load_guideline_files(files(("keuzes.toml", 'behaviour = "RadPlan toont de lessen."', ""))))
    assert [row.requirement.id for row in rows if not row.answered] == ["X3"]


def test_the_table_reads_as_text() -> None:
    table = {row[0]: row for row in coverage_table(load_guideline_files(files()))}
    assert table["X2"] == (
        "X2",
        "Er is een looptijd.",
        "Looptijd (looptijd); Doelen: Doel (doelen.doel); Plan van {gemeente}: Doelen in {gemeente} (plan[1])",
    )
    assert table["X3"][2] == "RadPlan toont de lessen. (behaviour)"
