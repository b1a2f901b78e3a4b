"""What changed between two Plans, cell by cell."""

from __future__ import annotations

from typing import NamedTuple

from radplan_desktop.plan.plan import Plan
from radplan_desktop.plan.values import IN, ORDER


class Difference(NamedTuple):
    """One cell with its canonical text before and after (``null`` when there was or is no answer)."""

    row: str
    field: str
    before: str
    after: str


def differences(earlier: Plan, later: Plan) -> tuple[Difference, ...]:
    """Return the cells that differ, sorted; the order of rows (``@order``) does not count, adding and deleting (``@in``) does."""
    keys = sorted(key for key in {*earlier.cells, *later.cells} if key[1] != ORDER)
    found = (Difference(row, field, earlier.text(row, field), later.text(row, field)) for row, field in keys)
    return tuple(difference for difference in found if difference.before != difference.after)


def changed_rows(found: tuple[Difference, ...]) -> tuple[set[str], set[str]]:
    """Return the ids of the rows that were added, and of those that were deleted."""
    added = {d.row for d in found if d.field == IN and d.before == "null"}
    return added, {d.row for d in found if d.field == IN and d.after == "null"}
