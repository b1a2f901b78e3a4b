"""The Plan: the answers now, as an immutable value. It knows nothing of the forms; ``answers.Answers`` reads it with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, NamedTuple

from radplan_desktop.plan.values import IN, ORDER, PLAN_ROW, Cell, Content, Value, content_of, decode

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
    ``rows``: register id -> ids of its stored rows, in order (preset rows that nobody touched are not stored).
    ``conflicts``: cells for which copies say different things. ``heads``: copy -> highest seq. ``events``: in fold order.
    """

    cells: Mapping[tuple[str, str], str] = field(default_factory=_nothing)
    rows: Mapping[str, tuple[str, ...]] = field(default_factory=_nothing)
    conflicts: Mapping[tuple[str, str], tuple[Candidate, ...]] = field(default_factory=_nothing)
    heads: Mapping[str, int] = field(default_factory=_nothing)
    events: tuple[Event, ...] = ()

    def text(self, row: str, field_id: str) -> str:
        """Return the canonical text of a cell; ``null`` when there is no answer."""
        return self.cells.get((row, field_id), NULL)

    def value(self, row: str, field_id: str) -> Value:
        """Return the value of a cell; None when there is no answer."""
        text = self.cells.get((row, field_id))
        return None if text is None else decode(text)

    def content(self, row: str, field_id: str) -> Content:
        """Return the content of a cell's answer (or of a parked one), else None."""
        return content_of(self.value(row, field_id))

    def register_of(self, row: str) -> str | None:
        """Return the register a row stands in; None for the plan row, an unknown and a deleted row."""
        if row == PLAN_ROW:
            return None
        stored = self.cells.get((row, IN))
        if stored is not None:
            content = content_of(decode(stored))
            return content if isinstance(content, str) else None
        register, colon, _ = row.partition(":")
        return register if colon else None

    def is_deleted(self, row: str) -> bool:
        """Whether a row was deleted (an unknown row was not)."""
        return self.cells.get((row, IN)) == NULL

    def with_changes(self, changes: Iterable[tuple[tuple[str, str], str]]) -> Plan:
        """Return the Plan after these changes (cell, canonical text); a conflict on a changed cell is settled by it."""
        cells, conflicts, moved = dict(self.cells), self.conflicts, False
        for key, text in changes:
            cell = (key[0], key[1])
            moved = moved or cell[1] in (IN, ORDER)
            if text == NULL and cell[1] != IN:
                cells.pop(cell, None)
            else:
                cells[cell] = text
            if cell in conflicts:
                conflicts = {kept: candidates for kept, candidates in conflicts.items() if kept != cell}
        return replace(self, cells=cells, conflicts=conflicts, rows=rows_of(cells) if moved else self.rows)


def rows_of(cells: Mapping[tuple[str, str], str]) -> dict[str, tuple[str, ...]]:
    """Return register id -> row ids in order, from the ``@in`` and ``@order`` cells; ties are broken by row id."""
    placed: dict[str, list[tuple[str, str]]] = {}
    for (row, field_id), text in cells.items():
        if field_id == IN and text != NULL:
            register = content_of(decode(text))
            order = content_of(decode(cells.get((row, ORDER), NULL)))
            if isinstance(register, str):
                placed.setdefault(register, []).append((order if isinstance(order, str) else "", row))
    return {register: tuple(row for _, row in sorted(pairs)) for register, pairs in sorted(placed.items())}


def cell(row: str, field_id: str) -> Cell:
    """Return a Cell; a short name for the many places that make one."""
    return Cell(row, field_id)
