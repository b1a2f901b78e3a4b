"""The changes that add and place rows (cells ``@in`` and ``@order``)."""

from __future__ import annotations

from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.order import key_between
from radplan_desktop.plan.values import IN, ORDER, Answer, Cell, Value

FIRST = ""


def placed(answers: Answers, register: str, row: str, after: str | None) -> list[tuple[Cell, Value]]:
    """Return the changes that put a new row in a register: after another row, first (``FIRST``), or last (None)."""
    return [(Cell(row, IN), Answer(register)), moved(answers, register, row, after)]


def moved(answers: Answers, register: str, row: str, after: str | None) -> tuple[Cell, Value]:
    """Return the change that gives a row its place."""
    return Cell(row, ORDER), Answer(_key(answers, register, after))


def _key(answers: Answers, register: str, after: str | None) -> str:
    keys = {row: key for row in answers.rows(register) if isinstance(key := answers.plan.content(row, ORDER), str)}
    ordered = sorted(keys.values())
    if after is None:
        return key_between(ordered[-1] if ordered else "")
    low = keys.get(after, "")
    return key_between(low, next((key for key in ordered if key > low), ""))
