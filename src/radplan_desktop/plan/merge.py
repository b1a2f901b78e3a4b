"""union(logs) -> log: merging is a union by (copy, seq); erasing is carried along (DESIGN, "The log, exactly")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from radplan_desktop.plan.fold import Stamp, standing
from radplan_desktop.plan.log import Change, Entry, EntryKind
from radplan_desktop.plan.values import IN

Place = tuple[str, int, int]
"""(copy, seq, n): one change of one entry; n counts from 0."""

ERASED = "erased"


class ForkError(Exception):
    """The same (copy, seq) stands for two different entries: one file was worked in twice under one copy id."""

    def __init__(self, copy: str, seq: int) -> None:
        super().__init__(f"fork at {copy}/{seq}")
        self.copy, self.seq = copy, seq


def union(*logs: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return all entries of all logs, in fold order. Raises ForkError when a pair has another hash.

    A value fills an erased one, unless an erase entry covers it: then it is erased in the result too.
    """
    found: dict[tuple[str, int], Entry] = {}
    for log in logs:
        for entry in log:
            known = found.setdefault(entry.key, entry)
            if known is entry:
                continue
            if known.hash != entry.hash:
                raise ForkError(entry.copy, entry.seq)
            if known.changes != entry.changes or known.sig != entry.sig:
                changes = tuple(map(_fuller, known.changes, entry.changes))
                found[entry.key] = replace(known, changes=changes, sig=known.sig or entry.sig)
    return tuple(sorted(apply_erasures(found.values()), key=lambda entry: entry.order))


def apply_erasures(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the entries with every change that an erase entry covers without value and salt."""
    entries = list(entries)
    covered = erased_places(entries)
    touched = {(copy, seq) for copy, seq, _ in covered}
    for entry in entries:
        if entry.key not in touched:
            yield entry
            continue
        changes = tuple(
            change._replace(value=None, salt=None) if (*entry.key, n) in covered else change
            for n, change in enumerate(entry.changes)
        )
        yield replace(entry, changes=changes)


def erased_places(entries: Iterable[Entry]) -> set[Place]:
    """Return the places of all changes that some erase entry covers."""
    return {
        (str(copy), int(seq), int(n))
        for entry in entries
        if entry.kind == EntryKind.ERASE
        for copy, seq, n in entry.body.get(ERASED, ())
    }


def erase_body(places: Iterable[Place]) -> dict[str, list[list[object]]]:
    """Return the body of an erase entry that covers these places."""
    return {ERASED: [list(place) for place in sorted(set(places))]}


def superseded_places(entries: Iterable[Entry], pin: Mapping[str, int]) -> list[Place]:
    """Return the places of all superseded changes within a version's pin {copy: seq}: what compaction may erase.

    Where a row stands (``@in``) is kept: it says nothing of anyone, and without it a deleted row could not come back.
    """
    ordered = sorted(entries, key=lambda entry: entry.order)
    stamps = [Stamp(n, e.copy, e.seq, e.clock, e.at, e.author, e.kind, e.seen) for n, e in enumerate(ordered)]
    touches = [
        (stamp, change.row, change.field, str(n))
        for stamp, entry in zip(stamps, ordered, strict=True)
        for n, change in enumerate(entry.changes)
    ]
    standing_places = {(s.copy, s.seq, int(n)) for heads in standing(touches).values() for s, n in heads}
    return [
        place
        for entry in ordered
        if entry.seq <= pin.get(entry.copy, 0)
        for n, change in enumerate(entry.changes)
        if change.field != IN and (place := (entry.copy, entry.seq, n)) not in standing_places
    ]


def _fuller(one: Change, other: Change) -> Change:
    return one if one.value is not None else other
