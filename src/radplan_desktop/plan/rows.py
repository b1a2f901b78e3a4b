"""The changes that add, place and copy rows (cells ``@in`` and ``@order``)."""

from __future__ import annotations

from collections.abc import Sequence

from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.order import is_key, key_between, numbered_key
from radplan_desktop.plan.plan import is_preset
from radplan_desktop.plan.values import IN, ORDER, Answer, Cell, Content, Parked, Value, content_of, is_empty

FIRST = ""
Changes = list[tuple[Cell, Value]]


def placed(answers: Answers, register: str, row: str, after: str | None) -> Changes:
    """Return the changes that put a new row in a register: after another row, first (``FIRST``), or last (None)."""
    return [(Cell(row, IN), Answer(register)), *moved(answers, register, row, after)]


def moved(answers: Answers, register: str, row: str, after: str | None) -> Changes:
    """Return the changes that give a row its place. Raises ValueError when ``after`` is no row of the register.

    Rows that share a key with the row before (two copies both added one) get keys of their own. Among preset rows that nobody
    moved, those get the keys they already go by, so that their place no longer depends on the forms.
    """
    others = [other for other in answers.rows(register) if other != row]
    at = len(others) if after is None else 0 if after == FIRST else others.index(after) + 1
    low = answers.order(others[at - 1]) if at else ""
    tied = at
    while tied < len(others) and answers.order(others[tied]) <= low:
        tied += 1
    high = answers.order(others[tied]) if tied < len(others) else ""
    if not all(is_key(key) for key in (low, high) if key) or (at and not low):
        return _numbered([*others[:at], row, *others[at:]])
    changes = []
    for other in (row, *others[at:tied]):
        low = key_between(low, high)
        changes.append(_at(other, low))
    return changes + _fixed(answers, others[:at], others[tied:])


def _fixed(answers: Answers, before: Sequence[str], behind: Sequence[str]) -> Changes:
    """Return the changes that write down where the presets stand, if one stands behind that was never given a place."""
    unplaced = [other for other in (*before, *behind) if is_preset(other) and not answers.plan.order(other)]
    return [_at(other, answers.order(other)) for other in unplaced] if not set(behind).isdisjoint(unplaced) else []


def _numbered(rows: Sequence[str]) -> Changes:
    return [_at(row, numbered_key(place)) for place, row in enumerate(rows)]


def _at(row: str, key: str) -> tuple[Cell, Value]:
    return Cell(row, ORDER), Answer(key)


def copied(answers: Answers, row: str, new: str) -> Changes:
    """Return the changes that put a copy of a row right after it: what was answered there, not what is worked out or a default.

    Links to rows that were deleted are left behind.
    """
    register = answers.guideline.registers[answers.register_of(row)]
    changes = placed(answers, register.id, new, row)
    for column in register.columns.values():
        value = answers.answered(row, column)
        if column.derive is not None or column.retired or value is None:
            continue
        if column.target:
            value = _with_content(value, _standing_links(answers, content_of(value)))
        if value is not None:
            changes.append((Cell(new, column.id), value))
    return changes


def _standing_links(answers: Answers, content: Content) -> Content:
    if isinstance(content, list):
        return [row for row in content if answers.exists(row)]
    return content if isinstance(content, str) and answers.exists(content) else None


def _with_content(value: Value, content: Content) -> Value:
    content = None if is_empty(content) else content
    match value:
        case Answer():
            return None if content is None else Answer(content)
        case Parked(until, why):
            return Parked(until, why, content)
    return value
