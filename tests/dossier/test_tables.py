from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import apsw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from radplan_desktop.dossier import Dossier, RawKey, migrations, tables
from radplan_desktop.dossier.chain import INSERT_CHANGE, INSERT_NUMBERED_ENTRY
from radplan_desktop.dossier.engine import APPLICATION_ID
from radplan_desktop.plan.fold import fold
from radplan_desktop.plan.log import Entry
from radplan_desktop.plan.merge import union
from radplan_desktop.plan.values import IN, canonical
from tests.dossier.tools import past_the_guards
from tests.plan.worlds import Step, logs_of, steps

NEXT = (
    "INSERT INTO entry SELECT {id}, copy, {seq}, {clock}, at, author, kind, guideline, seen, body, {prev}, hash, NULL"
    " FROM entry WHERE id = 41"
)
FITS = {"id": "NULL", "seq": "seq + 1", "clock": "clock + 1", "prev": "hash"}


@pytest.fixture
def raw(dossier: Dossier) -> Any:
    return dossier._raw


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM entry WHERE id = 41",
        "DELETE FROM change WHERE entry = 1",
        "UPDATE entry SET author = 'iemand anders' WHERE id = 41",
        "UPDATE entry SET sig = NULL",
        "UPDATE change SET value = 'null'",
        "UPDATE change SET salt = zeroblob(16)",
        "UPDATE change SET field = 'ander', value = NULL, salt = NULL",
        "UPDATE change SET n = n + 1, value = NULL, salt = NULL",
        "UPDATE change SET value = NULL",
        'INSERT OR REPLACE INTO change SELECT entry, n, "row", field, \'null\', salt, "commit" FROM change',
        "REPLACE INTO entry SELECT * FROM entry WHERE id = 41",
        NEXT.format(**{**FITS, "id": "41"}).replace("INSERT", "INSERT OR REPLACE"),
        NEXT.format(**{**FITS, "seq": "seq + 2"}),
        NEXT.format(**{**FITS, "seq": "seq"}),
        NEXT.format(**{**FITS, "clock": "clock - 1"}),
        NEXT.format(**{**FITS, "prev": "prev"}),
    ],
)
def test_the_log_only_grows(raw: Any, statement: str) -> None:
    before = raw.execute("SELECT * FROM entry").fetchall(), raw.execute("SELECT * FROM change").fetchall()
    with pytest.raises(dbapi2.IntegrityError):
        raw.execute(statement)
    assert before == (raw.execute("SELECT * FROM entry").fetchall(), raw.execute("SELECT * FROM change").fetchall())


def test_what_fits_is_taken_and_a_change_can_be_erased(raw: Any) -> None:
    raw.execute(NEXT.format(**FITS))
    raw.execute("UPDATE change SET value = NULL, salt = NULL WHERE entry = 3")
    assert raw.execute('SELECT value, salt, length("commit") FROM change WHERE entry = 3').fetchall() == [
        (None, None, 32)
    ]


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO meta VALUES ('x', x'00')",
        "INSERT INTO draft VALUES ('plan', 'naam', 'geen json', '')",
        "INSERT INTO draft VALUES ('plan', NULL, 'null', '')",
        "INSERT INTO blob VALUES ('kort', 'a', 'b', x'00')",
        "INSERT INTO form VALUES ('a', 'tekst')",
        "INSERT INTO change VALUES (1, 7, 'plan', 'naam', 'null', x'00', (SELECT max(\"commit\") FROM change))",
        "INSERT INTO change VALUES (99, 0, 'plan', 'naam', NULL, NULL, (SELECT max(\"commit\") FROM change))",
        NEXT.format(**{**FITS, "seq": "'twee'"}),
    ],
)
def test_the_tables_take_only_their_own_types(raw: Any, statement: str) -> None:
    with pytest.raises(dbapi2.IntegrityError):
        raw.execute(statement)


def test_a_migrated_file_has_the_schema_of_a_fresh_one() -> None:
    fresh, migrated = dbapi2.connect(":memory:"), dbapi2.connect(":memory:", isolation_level=None)
    migrations.lay(fresh)
    migrated.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    migrations.bring_up(migrated)
    assert migrations.schema_of(migrated) == migrations.schema_of(fresh) == tables.normalised(tables.statements())
    for pragma in ("user_version", "application_id"):
        assert fresh.execute(f"PRAGMA {pragma}").fetchone() == migrated.execute(f"PRAGMA {pragma}").fetchone()


def test_an_old_file_is_brought_up_when_it_is_opened(tmp_path: Path, key: RawKey) -> None:
    with past_the_guards(tmp_path / "oud.radplan", key) as raw:
        raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    with Dossier.open(tmp_path / "oud.radplan", key) as dossier:
        assert dossier.entries() == ()
        assert dossier.verify() == []


def test_a_migration_that_fails_leaves_the_file_as_it_was() -> None:
    raw = dbapi2.connect(":memory:", isolation_level=None)
    migrations.lay(raw)
    broken = (*migrations.MIGRATIONS, ("CREATE TABLE extra (id)", "CREATE TABLE extra (id)"))
    with pytest.raises(dbapi2.OperationalError):
        migrations.bring_up(raw, broken)
    assert raw.execute("PRAGMA user_version").fetchone() == (migrations.VERSION,)
    migrations.bring_up(raw)


def in_plain_sqlite(log: tuple[Entry, ...]) -> Iterator[tuple[str, str, str]]:
    """Lay the tables in an ordinary SQLite database and ask the view."""
    plain = apsw.Connection(":memory:")
    plain.execute("PRAGMA ignore_check_constraints = ON")
    for statement in tables.statements():
        plain.execute(statement)
    for number, entry in enumerate(log, 1):
        seen, body = canonical(dict(entry.seen)), canonical(dict(entry.body))
        head = (
            number,
            entry.copy,
            entry.seq,
            entry.clock,
            entry.at,
            entry.author,
            str(entry.kind),
            entry.guideline,
            seen,
        )
        plain.execute(INSERT_NUMBERED_ENTRY, (*head, body, entry.prev, entry.hash, entry.sig))
        for n, change in enumerate(entry.changes):
            plain.execute(INSERT_CHANGE, (number, n, *change))
    yield from plain.execute('SELECT "row", field, value FROM answer')


@settings(max_examples=150)
@given(history=steps(), chosen=st.sets(st.integers(0, 3), min_size=1))
def test_the_view_equals_the_fold(history: list[Step], chosen: set[int]) -> None:
    """Where a deletion stands against work in the row, the fold keeps the row and the view shows the last word."""
    logs = logs_of(history)
    log = union(*(logs[number] for number in chosen))
    plan = fold(log)
    shown = {(row, field): value for row, field, value in in_plain_sqlite(log)}
    contested = {cell for cell in plan.conflicts if cell[1] == IN}
    assert shown.keys() >= plan.cells.keys() - contested
    for cell in shown.keys() | plan.cells.keys():
        assert cell in contested or shown.get(cell) == plan.cells.get(cell)
