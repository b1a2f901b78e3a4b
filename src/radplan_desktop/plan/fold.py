"""fold(log) -> Plan: the answers now, deterministic in the set of entries (DESIGN, "The log, exactly").

Fold order is (clock, copy, seq, n); later wins. A change is superseded once there is a change of its cell by an entry that had
seen it. Unsuperseded changes with different values are a conflict. Deleting a row against an edit in it, or a new link to it, that
the deleter had not seen is a conflict on ``@in``; the row stays until someone chooses.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from radplan_desktop.plan.cells import CellKey
from radplan_desktop.plan.log import NO_SEEN, Entry, EntryKind
from radplan_desktop.plan.plan import NULL, Candidate, Event, Plan, in_register, is_preset, register_of_preset, rows_of
from radplan_desktop.plan.values import IN, ORDER

_ROW_IDS = re.compile(r'"([0-9a-f]{32}|[a-z0-9_]+:[a-z0-9_]+)"')


class Stamp(NamedTuple):
    """What the fold needs of an entry. ``number`` is the storage key its changes refer to."""

    number: int
    copy: str
    seq: int
    clock: int
    at: str
    author: str
    kind: str
    seen: Mapping[str, int]

    def saw(self, other: Stamp) -> bool:
        """Whether the maker of this entry had the other entry."""
        return other.seq < self.seq if other.copy == self.copy else self.seen.get(other.copy, 0) >= other.seq


Head = tuple[Stamp, str]
Touch = tuple[Stamp, str, str, str]


def fold(entries: Iterable[Entry]) -> Plan:
    """Return the Plan that these entries add up to, in whatever order they come."""
    ordered = sorted(entries, key=lambda entry: entry.order)
    stamps = [Stamp(n, e.copy, e.seq, e.clock, e.at, e.author, e.kind, e.seen) for n, e in enumerate(ordered)]
    touches = [
        (stamp, change.row, change.field, change.value if change.value is not None else NULL)
        for stamp, entry in zip(stamps, ordered, strict=True)
        for change in entry.changes
    ]
    events = tuple(
        _event(stamp, entry.body) for stamp, entry in zip(stamps, ordered, strict=True) if _is_event(entry.kind)
    )
    return _plan(stamps, touches, events)


def fold_rows(
    entry_rows: Sequence[tuple[int, str, int, int, str, str, str, str, str]],
    change_rows: Sequence[tuple[int, str, str, str | None]],
) -> Plan:
    """Return the Plan from raw rows, both in fold order, as the dossier reads them.

    ``entry_rows``: (number, copy, seq, clock, at, author, kind, seen as JSON, body as JSON). ``change_rows``: (entry number, row,
    field, canonical text or None once erased). While everyone knew all that came before, as when one officer hands over to the
    next, there is nothing to compare, and later simply wins.
    """
    heads: dict[str, int] = {}
    events = []
    in_line, seen_text, seen = True, "{}", NO_SEEN
    for _, copy, seq, _, at, author, kind, saw, body in entry_rows:
        if saw != seen_text:
            seen_text, seen = saw, json.loads(saw)
        in_line = in_line and all(seen.get(other, 0) >= head for other, head in heads.items() if other != copy)
        heads[copy] = seq if seq > heads.get(copy, 0) else heads[copy]
        if _is_event(kind):
            events.append(Event(copy, seq, kind, at, author, json.loads(body)))
    if in_line:
        cells = {(row, field): value for _, row, field, value in change_rows}
        return _finish(
            {key: value if value is not None else NULL for key, value in cells.items()}, {}, heads, tuple(events)
        )
    stamps = {
        row[0]: Stamp(
            row[0], row[1], row[2], row[3], row[4], row[5], row[6], json.loads(row[7]) if row[7] != "{}" else NO_SEEN
        )
        for row in entry_rows
    }
    touches = [(stamps[n], row, field, value if value is not None else NULL) for n, row, field, value in change_rows]
    return _plan(list(stamps.values()), touches, tuple(events))


def standing(touches: Iterable[Touch]) -> dict[CellKey, list[Head]]:
    """Return per cell the changes that no later change of the cell had seen, in fold order."""
    standing_heads: dict[CellKey, list[Head]] = {}
    for stamp, row, field, value in touches:
        key = (row, field)
        heads = standing_heads.get(key)
        if heads is None:
            standing_heads[key] = [(stamp, value)]
        elif len(heads) == 1 and stamp.saw(heads[0][0]):
            heads[0] = (stamp, value)
        else:
            heads[:] = [head for head in heads if not (stamp.saw(head[0]) or head[0] is stamp)]
            heads.append((stamp, value))
    return standing_heads


def _plan(stamps: Sequence[Stamp], touches: Sequence[Touch], events: tuple[Event, ...]) -> Plan:
    copies: dict[str, int] = {}
    for stamp in stamps:
        copies[stamp.copy] = max(stamp.seq, copies.get(stamp.copy, 0))
    heads = standing(touches)
    cells = {key: standing_heads[-1][1] for key, standing_heads in heads.items()}
    conflicts: dict[CellKey, tuple[Candidate, ...]] = {}
    if len(copies) > 1:
        for key, standing_heads in heads.items():
            if len(standing_heads) > 1 and key[1] != ORDER and len({value for _, value in standing_heads}) > 1:
                conflicts[key] = tuple(_candidate(head) for head in standing_heads)
                if key[1] == IN:
                    cells[key] = [value for _, value in standing_heads if value != NULL][-1]
        _keep_contested_rows(heads, touches, cells, conflicts)
    return _finish(cells, conflicts, copies, events)


def _keep_contested_rows(
    heads: Mapping[CellKey, list[Head]],
    touches: Sequence[Touch],
    cells: dict[CellKey, str],
    conflicts: dict[CellKey, tuple[Candidate, ...]],
) -> None:
    """Turn a deletion that overlooked someone's work into a conflict on ``@in``, and keep the row."""
    deleted = {row: _deletions(standing_heads) for (row, field), standing_heads in heads.items() if field == IN}
    deleted = {row: deletions for row, deletions in deleted.items() if deletions}
    if not deleted:
        return
    place, overlooked = _work_in(deleted, touches)
    overlooked = _links_to(deleted, heads) | overlooked
    for row, (stamp, _) in overlooked.items():
        if (row, IN) in conflicts or not (row in place or is_preset(row)):
            continue  # it stands already, or nobody knows any more where it stood
        kept = place[row] if row in place else in_register(register_of_preset(row))
        conflicts[(row, IN)] = (*(_candidate(head) for head in deleted[row]), _candidate((stamp, kept)))
        cells[(row, IN)] = kept


def _work_in(deleted: Mapping[str, list[Head]], touches: Sequence[Touch]) -> tuple[dict[str, str], dict[str, Head]]:
    """Return per deleted row where it last stood, and the last work in it that no deleter had seen, nor the worker a deletion."""
    place: dict[str, str] = {}
    overlooked: dict[str, Head] = {}
    for stamp, row, field, value in touches:
        if row not in deleted or field == ORDER:
            continue
        if field != IN and not any(d.saw(stamp) or stamp.saw(d) or d is stamp for d, _ in deleted[row]):
            overlooked[row] = (stamp, value)
        elif field == IN and value != NULL:
            place[row] = value
    return place, overlooked


def _links_to(deleted: Mapping[str, list[Head]], heads: Mapping[CellKey, list[Head]]) -> dict[str, Head]:
    """Return per deleted row a link to it that was made without knowing of the deletion, nor the deleter of the link."""
    found: dict[str, Head] = {}
    for standing_heads in heads.values():
        for stamp, value in standing_heads:
            for row in deleted.keys() & _ROW_IDS.findall(value):
                if not any(d.saw(stamp) or stamp.saw(d) or d is stamp for d, _ in deleted[row]):
                    found.setdefault(row, (stamp, value))
    return found


def _deletions(standing_heads: Sequence[Head]) -> list[Head]:
    return [head for head in standing_heads if head[1] == NULL]


def _candidate(head: Head) -> Candidate:
    stamp, value = head
    return Candidate(value, stamp.author, stamp.at, stamp.copy, stamp.seq)


def _is_event(kind: str) -> bool:
    return kind not in (EntryKind.EDIT, EntryKind.UNDO)


def _event(stamp: Stamp, body: Mapping[str, object]) -> Event:
    return Event(stamp.copy, stamp.seq, str(stamp.kind), stamp.at, stamp.author, body)


def _finish(
    cells: dict[CellKey, str],
    conflicts: dict[CellKey, tuple[Candidate, ...]],
    heads: dict[str, int],
    events: tuple[Event, ...],
) -> Plan:
    kept = {key: text for key, text in cells.items() if text != NULL or key[1] == IN}
    return Plan(kept, rows_of(kept), conflicts, heads, events)
