"""Saving one edit and opening a large plan, beside bare SQLCipher doing the same reads and writes with the same settings."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlcipher3 import dbapi2

from benchmarks import Figure, compared
from radplan_desktop.dossier import Dossier, RawKey, engine, replace
from radplan_desktop.dossier.chain import CHANGE_ROWS, ENTRY_ROWS, INSERT_CHANGE, INSERT_ENTRY, Head
from radplan_desktop.dossier.keys import Identity
from radplan_desktop.dossier.sealing import Act, now, seal
from radplan_desktop.plan.fold import fold_rows
from radplan_desktop.plan.log import Entry, EntryKind
from radplan_desktop.plan.values import Answer, Cell, canonical, encode

CHANGES = 50_000
BATCH = 40
ROUNDS = 15
APPEND_LIMIT = 1.3
OPEN_LIMITS = {1: 1.5, 2: 1.8}
"""Per number of copies: two that take turns cost the reading of who had seen what."""
KEY, SALT = RawKey(bytes(range(32))), bytes(range(16))
CELLS = [Cell("plan", f"veld_{n}") for n in range(150)]
CELLS += [Cell(f"{row:032x}", f"kolom_{n}") for row in range(300) for n in range(12)]


def measure() -> list[Figure]:
    """Return what one durable edit, and opening fifty thousand changes until the Plan is there, cost."""
    with TemporaryDirectory() as folder:
        return [
            appending(Path(folder)),
            *(opening(Path(folder) / f"{copies}.radplan", copies) for copies in OPEN_LIMITS),
        ]


def appending(folder: Path) -> Figure:
    """Append one change at a time, each durable, beside inserting the same rows and committing."""
    ours, theirs = folder / "ours.radplan", folder / "theirs.radplan"
    for path in (ours, theirs):
        replace.fill(made(path), KEY, SALT, replace.Contents("ab" * 16))
    prepared = (rows_of(entry) for entry in log([Identity.new()], (ROUNDS + 1) * BATCH, most=1))
    chance = random.Random(2)  # noqa: S311 - the same work each time
    with Dossier.open(ours, KEY) as dossier, closing(engine.connect(theirs, KEY, SALT, read_only=False)) as raw:

        def append() -> None:
            for _ in range(BATCH):
                dossier.append(EntryKind.EDIT, "M. de Wit", "0123456789abcdef", [some_change(chance)])

        def insert() -> None:
            for _ in range(BATCH):
                entry, changes = next(prepared)
                raw.execute("BEGIN")
                number = raw.execute(INSERT_ENTRY, entry).lastrowid
                for change in changes:
                    raw.execute(INSERT_CHANGE, (number, *change))
                raw.execute("COMMIT")

        return compared(
            f"Append a change, durable ({BATCH} times), beside a raw insert and commit",
            append,
            insert,
            APPEND_LIMIT,
            ROUNDS,
        )


def opening(path: Path, copies: int) -> Figure:
    """Open without key derivation until the Plan is folded, beside a cursor that reads the same columns."""
    entries = log([Identity.new() for _ in range(copies)], CHANGES, most=3)
    replace.fill(made(path), KEY, SALT, replace.Contents("ab" * 16, entries))

    def run() -> None:
        with Dossier.open(path, KEY) as dossier:
            fold_rows(*dossier.rows())

    def reference() -> None:
        with closing(dbapi2.connect(path)) as raw:
            raw.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
            raw.execute(ENTRY_ROWS).fetchall()
            raw.execute(CHANGE_ROWS).fetchall()

    name = f"Open {CHANGES} changes of {copies} cop{'ies' if copies > 1 else 'y'}, without key derivation, beside a raw read"
    return compared(name, run, reference, OPEN_LIMITS[copies], ROUNDS)


def made(path: Path) -> Path:
    """Return the path of a new empty file."""
    path.touch(exist_ok=False)
    return path


def log(writers: list[Identity], changes: int, most: int) -> list[Entry]:
    """Return an invented log of edits of one to ``most`` changes each; every writer saw what the others wrote before."""
    chance = random.Random(1)  # noqa: S311 - the same work each time
    heads: dict[str, Head] = {}
    entries: list[Entry] = []
    while changes > 0:
        count = min(changes, chance.choice([1, 1, 1, 1, 2, most][: most * 2]))
        changes -= count
        act = Act(EntryKind.EDIT, "M. de Wit", "0123456789abcdef", list(some_changes(chance, count)), {}, now())
        entries.append(seal(act, chance.choice(writers), heads, len(entries)))
        heads[entries[-1].copy] = Head(entries[-1].seq, entries[-1].hash)
    return entries


def some_changes(chance: random.Random, count: int) -> Iterator[tuple[Cell, str]]:
    """Yield invented changes."""
    for _ in range(count):
        yield some_change(chance)


def some_change(chance: random.Random) -> tuple[Cell, str]:
    """Return one invented change: mostly a few words, now and then a paragraph."""
    words = "woord " * chance.choice([1, 2, 3, 10, 40])
    return chance.choice(CELLS), encode(Answer(words + str(chance.random())))


def rows_of(entry: Entry) -> tuple[tuple[object, ...], list[tuple[object, ...]]]:
    """Return an entry as the rows that stand in the file."""
    head = (entry.copy, entry.seq, entry.clock, entry.at, entry.author, str(entry.kind), entry.guideline)
    made_of = (canonical(dict(entry.seen)), canonical(dict(entry.body)), entry.prev, entry.hash, entry.sig)
    return (*head, *made_of), [(n, *change) for n, change in enumerate(entry.changes)]
