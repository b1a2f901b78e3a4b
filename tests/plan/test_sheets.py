"""What rows add up to, per row they point at."""

from __future__ import annotations

from functools import cache

from radplan_desktop.guideline import Guideline, load_guideline_files
from radplan_desktop.plan.sheets import Totals, planned, totals
from radplan_desktop.plan.values import Cell, NotApplicable
from tests.plan.small import FORMS, Said, answers

A, B = "a" * 32, "b" * 32
ROWS = ["1" * 32, "2" * 32, "3" * 32]


@cache
def with_sheet() -> Guideline:
    text = FORMS.replace(
        'title = "waarde"\nclass = "I"', 'title = "waarde"\nclass = "I"\nsheet = ["subdoel", "datum", "waarde"]'
    )
    return load_guideline_files({"een.toml": text.encode()})


def added(said: Said) -> Totals | None:
    found = answers(said, {"subdoelen": [A, B], "metingen": ROWS}, with_sheet())
    return totals(found, with_sheet().registers["metingen"])


def test_rows_are_added_up_per_row_they_point_at() -> None:
    said: Said = {
        (A, "subdoel"): "Minder ruzie",
        (ROWS[0], "subdoel"): A,
        (ROWS[0], "waarde"): "12.5",
        (ROWS[1], "subdoel"): A,
        (ROWS[1], "waarde"): "1200",
        (ROWS[2], "subdoel"): B,
    }
    assert added(said) == Totals(
        ("Subdoel", "Regels", "Waarde"),
        (("Minder ruzie", "2", "1.212,5"), ("S2", "1", "")),
        (Cell(A, "subdoel"), Cell(B, "subdoel")),
    )


def test_what_is_not_applicable_adds_nothing() -> None:
    said: Said = {(ROWS[0], "subdoel"): A, (ROWS[0], "waarde"): NotApplicable("vervallen"), (ROWS[1], "waarde"): "3"}
    found = added(said)
    assert found is not None
    assert found.rows == (("S1", "1", ""),)


def test_a_register_without_a_sheet_adds_nothing_up() -> None:
    found = answers(guideline=with_sheet())
    assert totals(found, with_sheet().registers["partijen"]) is None


@cache
def with_roles() -> Guideline:
    text = FORMS.replace(
        'title = "waarde"\nclass = "I"', 'title = "waarde"\nclass = "I"\nsheet = ["subdoel", "datum", "waarde"]'
    )
    text = text.replace('[[register]]\nid = "metingen"', PLANNED_COLUMN + '[[register]]\nid = "metingen"')
    roles = '[roles]\ntimes_planned = "subdoelen.gepland"\ntimes_held = "metingen.waarde"\n'
    return load_guideline_files({"een.toml": text.encode(), "rollen.toml": roles.encode()})


PLANNED_COLUMN = '[[register.column]]\nid = "gepland"\nkind = "number"\nlabel = "Gepland"\n\n'


def compared(said: Said) -> list[tuple[str, str]]:
    found = answers(said, {"subdoelen": [A, B], "metingen": ROWS}, with_roles())
    return [(one.name, one.said) for one in planned(found, with_roles().registers["metingen"])]


def test_what_was_planned_is_compared_with_what_was_held() -> None:
    said: Said = {
        (A, "subdoel"): "Minder ruzie",
        (A, "gepland"): "12",
        (ROWS[0], "subdoel"): A,
        (ROWS[0], "waarde"): "4",
        (ROWS[1], "subdoel"): A,
        (ROWS[1], "waarde"): "5",
        (ROWS[2], "subdoel"): B,
        (ROWS[2], "waarde"): "3",
    }
    assert compared(said) == [
        ("Minder ruzie", "9 van 12 keer gehouden"),
        ("S2", "3 keer gehouden; hoe vaak het gepland was, staat er nog niet"),
    ]


def test_more_than_planned_says_so_and_nothing_yet_is_zero() -> None:
    said: Said = {(A, "gepland"): "2", (B, "gepland"): "6", (ROWS[0], "subdoel"): A, (ROWS[0], "waarde"): "3"}
    assert compared(said) == [
        ("S1", "3 van 2 keer gehouden, meer dan gepland"),
        ("S2", "0 van 6 keer gehouden"),
    ]


def test_without_the_roles_nothing_is_compared() -> None:
    found = answers({(ROWS[0], "subdoel"): A}, {"subdoelen": [A], "metingen": ROWS}, with_sheet())
    assert planned(found, with_sheet().registers["metingen"]) == ()
