"""The log in the file: reading it, and adding one entry to it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, insert, select, update

from radplan_desktop.dossier import tables
from radplan_desktop.dossier.errors import DamagedError
from radplan_desktop.dossier.raw import Raw, one
from radplan_desktop.dossier.tables import change, entry
from radplan_desktop.plan.log import GENESIS, Change, Entry, EntryKind
from radplan_desktop.plan.values import canonical

EntryRow = tuple[int, str, int, int, str, str, str, str, str]
ChangeRow = tuple[int, str, str, str | None]
Place = tuple[str, int, int]

ENTRY_ROWS = "SELECT id, copy, seq, clock, at, author, kind, seen, body FROM entry ORDER BY id"
CHANGE_ROWS = 'SELECT entry, "row", field, value FROM change ORDER BY entry, n'
ALL_ENTRIES = (
    "SELECT id, copy, seq, clock, at, author, kind, guideline, seen, body, prev, hash, sig FROM entry ORDER BY id"
)
ALL_CHANGES = 'SELECT entry, "row", field, value, salt, "commit" FROM change ORDER BY entry, n'
LAST_COPY = "SELECT max(copy) FROM entry WHERE copy < ?"
HEAD = "SELECT seq, hash FROM entry WHERE copy = ? ORDER BY seq DESC LIMIT 1"
CLOCK = "SELECT clock FROM entry ORDER BY id DESC LIMIT 1"
HOLDS = "SELECT 1 FROM entry WHERE copy = ? AND seq = ? AND hash = ?"

INSERT_ENTRY = tables.compiled(insert(entry), [column.name for column in entry.c if column is not entry.c.id])
INSERT_NUMBERED_ENTRY = tables.compiled(insert(entry), entry.c.keys())
INSERT_CHANGE = tables.compiled(insert(change), change.c.keys())
ERASE = (
    update(change)
    .where(
        change.c.entry
        == select(entry.c.id).where(entry.c.copy == bindparam("c"), entry.c.seq == bindparam("s")).scalar_subquery()
    )
    .where(change.c.n == bindparam("k"))
    .values(value=None, salt=None)
)

EMPTY = "{}"
AFTER_ANY_COPY = "g"
"""Sorts after every copy id: they are hex digits."""


class Head(NamedTuple):
    """The last entry of a copy."""

    seq: int
    hash: bytes


class Written(NamedTuple):
    """An entry that an installation wrote: what it remembers of a file it worked in."""

    copy: str
    seq: int
    hash: bytes


NO_HEAD = Head(0, GENESIS)


def rows(raw: Raw) -> tuple[list[EntryRow], list[ChangeRow]]:
    """Return the log as ``plan.fold.fold_rows`` takes it, in fold order; the fastest way to a Plan."""
    return raw.execute(ENTRY_ROWS).fetchall(), raw.execute(CHANGE_ROWS).fetchall()


def entries(raw: Raw) -> tuple[Entry, ...]:
    """Return the whole log in fold order. Raises DamagedError when an entry cannot be read as one."""
    grouped: dict[int, list[Change]] = {}
    for number, *rest in raw.execute(ALL_CHANGES):
        grouped.setdefault(number, []).append(Change(*rest))
    try:
        return tuple(_entry(row, tuple(grouped.get(row[0], ()))) for row in raw.execute(ALL_ENTRIES))
    except (ValueError, RecursionError):
        raise DamagedError from None


def _entry(row: Sequence[Any], changes: tuple[Change, ...]) -> Entry:
    _, copy, seq, clock, at, author, kind, guideline, seen, body, prev, entry_hash, sig = row
    return Entry(
        copy=copy,
        seq=seq,
        clock=clock,
        at=at,
        author=author,
        kind=EntryKind(kind),
        guideline=guideline,
        prev=prev,
        hash=entry_hash,
        seen=_counts(seen),
        body=_object(body),
        changes=changes,
        sig=sig,
    )


def _object(text: str) -> dict[str, Any]:
    """Return a JSON object; a file from elsewhere may hold anything."""
    found = json.loads(text)
    if not isinstance(found, dict):
        raise ValueError("not an object")  # noqa: TRY004 - the text is wrong, not the caller
    return found


def _counts(text: str) -> dict[str, int]:
    found = _object(text)
    if not all(isinstance(seq, int) for seq in found.values()):
        raise ValueError("not a count")
    return found


def heads(raw: Raw) -> dict[str, Head]:
    """Return copy -> its last entry, by one step through the index per copy."""
    found: dict[str, Head] = {}
    copy = AFTER_ANY_COPY
    while (copy := one(raw, LAST_COPY, (copy,))) is not None:
        found[copy] = Head(*raw.execute(HEAD, (copy,)).fetchone())
    return found


def clock(raw: Raw) -> int:
    """Return the highest clock in the log, 0 when it is empty; entries stand in fold order, so the last one has it."""
    return one(raw, CLOCK) or 0


def holds(raw: Raw, written: Written) -> bool:
    """Whether the log contains exactly this entry."""
    return one(raw, HOLDS, written) is not None


def add(raw: Raw, made: Entry) -> None:
    """Write one entry with its changes after all others, inside the caller's transaction; this runs on every edit."""
    number = raw.execute(INSERT_ENTRY, _entry_values(made)).lastrowid
    for values in _change_values(number, made.changes):
        raw.execute(INSERT_CHANGE, values)


def add_all(connection: Connection, log: Sequence[Entry]) -> None:
    """Write a whole log (in fold order) in an empty file."""
    if log:
        connection.exec_driver_sql(INSERT_NUMBERED_ENTRY, [(n, *_entry_values(made)) for n, made in enumerate(log, 1)])
    changes = [values for n, made in enumerate(log, 1) for values in _change_values(n, made.changes)]
    if changes:
        connection.exec_driver_sql(INSERT_CHANGE, changes)


def erase(connection: Connection, places: Iterable[Place]) -> None:
    """Take value and salt out of the changes at these places (copy, seq, n); the commit stays, so the chain still verifies."""
    named = [{"c": copy, "s": seq, "k": n} for copy, seq, n in places]
    if named:
        connection.execute(ERASE, named)


def _entry_values(made: Entry) -> tuple[object, ...]:
    return (
        made.copy,
        made.seq,
        made.clock,
        made.at,
        made.author,
        str(made.kind),
        made.guideline,
        canonical(dict(made.seen)) if made.seen else EMPTY,
        canonical(dict(made.body)) if made.body else EMPTY,
        made.prev,
        made.hash,
        made.sig,
    )


def _change_values(number: int, changes: Iterable[Change]) -> Iterator[tuple[object, ...]]:
    for n, made in enumerate(changes):
        yield (number, n, *made)
