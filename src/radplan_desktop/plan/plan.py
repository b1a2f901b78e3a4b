"""The Plan: the answers now, as an immutable value. It knows nothing of the forms; ``answers.Answers`` reads it with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, NamedTuple

from radplan_desktop.plan.cells import CellKey, Cells
from radplan_desktop.plan.values import (
    IN,
    ORDER,
    PLAN_ROW,
    Content,
    Value,
    canonical,
    content_in,
    content_of,
    value_in,
)

NULL = "null"


class Candidate(NamedTuple):
    """One of the values that stand against each other in a conflict."""

    value: str
    author: str
    at: str
    copy: str
    seq: int


class Event(NamedTuple):
    """An entry that is more than an edit: a version, signature, handover, receipt, merge or erase. ``body`` is its own."""

    copy: str
    seq: int
    kind: str
    at: str
    author: str
    body: Mapping[str, Any]


def _nothing() -> Mapping[Any, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Plan:
    """The answers now.

    ``cells``: (row, field) -> canonical text; a cleared cell is absent, but a deleted row keeps its ``@in`` as ``null``.
    ``rows``: register id -> ids of its stored rows, in order. Preset rows are never among them: they exist until deleted.
    ``conflicts``: cells for which copies say different things. ``heads``: copy -> highest seq. ``events``: in fold order.
    """

    cells: Mapping[CellKey, str] = field(default_factory=_nothing)
    rows: Mapping[str, tuple[str, ...]] = field(default_factory=_nothing)
    conflicts: Mapping[CellKey, tuple[Candidate, ...]] = field(default_factory=_nothing)
    heads: Mapping[str, int] = field(default_factory=_nothing)
    events: tuple[Event, ...] = ()

    def text(self, row: str, field_id: str) -> str:
        """Return the canonical text of a cell; ``null`` when there is no answer."""
        text = self.cells.get((row, field_id))
        if text is None:
            return in_register(register_of_preset(row)) if field_id == IN and is_preset(row) else NULL
        return text

    def value(self, row: str, field_id: str) -> Value:
        """Return the value of a cell; None when there is no answer, or one that is damaged."""
        return value_in(self.cells.get((row, field_id)))

    def content(self, row: str, field_id: str) -> Content:
        """Return the content of a cell's answer (or of a parked one), else None."""
        return content_of(self.value(row, field_id))

    def register_of(self, row: str) -> str | None:
        """Return the register a row stands in; None for the plan row, an unknown and a deleted row."""
        if row == PLAN_ROW or self.is_deleted(row):
            return None
        if is_preset(row):
            return register_of_preset(row)
        content = content_in(self.cells.get((row, IN)))
        return content if isinstance(content, str) else None

    def is_deleted(self, row: str) -> bool:
        """Whether a row was deleted (an unknown row was not)."""
        return self.cells.get((row, IN)) == NULL

    def order(self, row: str) -> str:
        """Return the key that a row sorts by in its register; the empty string when it was never given a place."""
        key = content_in(self.cells.get((row, ORDER)))
        return key if isinstance(key, str) else ""

    def differing(self, changes: Iterable[tuple[CellKey, str]]) -> tuple[tuple[CellKey, str], ...]:
        """Return the changes that say something: another text, or a choice between answers that stand against each other."""
        last = {(key[0], key[1]): text for key, text in changes}
        return tuple((key, text) for key, text in last.items() if self.text(*key) != text or key in self.conflicts)

    def with_changes(self, changes: Iterable[tuple[CellKey, str]]) -> Plan:
        """Return the Plan after these changes (cell, canonical text); a conflict on a changed cell is settled by it."""
        over = {(key[0], key[1]): None if text == NULL and key[1] != IN else text for key, text in changes}
        cells = (self.cells if isinstance(self.cells, Cells) else Cells(self.cells)).changed(over)
        conflicts = self.conflicts
        if not conflicts.keys().isdisjoint(over):
            conflicts = {kept: candidates for kept, candidates in conflicts.items() if kept not in over}
        after = replace(self, cells=cells, conflicts=conflicts)
        moved = {row for row, field_id in over if field_id in (IN, ORDER) and not is_preset(row)}
        return replace(after, rows=_placed_anew(self, after, moved)) if moved else after


def is_preset(row: str) -> bool:
    """Whether a row is one that the forms prescribe (``<register>:<key>``): it exists unstored."""
    return ":" in row


def register_of_preset(row: str) -> str:
    """Return the register of a preset row."""
    return row.partition(":")[0]


def in_register(register: str) -> str:
    """Return the canonical text of ``@in`` for a row of this register."""
    return canonical({"v": register})


def rows_of(cells: Mapping[CellKey, str]) -> dict[str, tuple[str, ...]]:
    """Return register id -> ids of its stored rows in order, from ``@in`` and ``@order``; ties are broken by row id."""
    unplaced = Plan(cells)
    return _placed_anew(unplaced, unplaced, {row for row, field_id in cells if field_id == IN and not is_preset(row)})


def _placed_anew(before: Plan, after: Plan, moved: set[str]) -> dict[str, tuple[str, ...]]:
    """Return the rows of all registers once these rows came, went or moved."""
    placed = dict(before.rows)
    arriving: dict[str, list[str]] = {}
    for row in moved:
        for register in (before.register_of(row), after.register_of(row)):
            if register is not None:
                arriving.setdefault(register, [])
        if (now := after.register_of(row)) is not None:
            arriving[now].append(row)
    for register, rows in arriving.items():
        together = [row for row in placed.get(register, ()) if row not in moved] + rows
        placed[register] = tuple(sorted(together, key=lambda row: (after.order(row), row)))
    return {register: rows for register, rows in placed.items() if rows}
