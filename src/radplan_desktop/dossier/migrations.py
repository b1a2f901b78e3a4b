"""The schema of each version, as an ordered tuple: ``MIGRATIONS[n]`` brings a file from version n to n + 1.

``PRAGMA user_version`` holds the version. What once stands here never changes: old files were made with it. A test compares the
schema of a file that came all the way with that of a fresh one.
"""

from __future__ import annotations

from collections.abc import Sequence

from radplan_desktop.dossier import tables
from radplan_desktop.dossier.engine import APPLICATION_ID
from radplan_desktop.dossier.errors import AlteredError, NewerVersionError, NotADossierError
from radplan_desktop.dossier.raw import Raw, one

FIRST = (
    """
CREATE TABLE blob (
    sha TEXT NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (sha),
    CHECK (length(sha) = 64)
)
 STRICT
""",
    """
CREATE TABLE draft (
    "row" TEXT NOT NULL,
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY ("row", field),
    CHECK (json_valid(value))
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE entry (
    id INTEGER NOT NULL,
    copy TEXT NOT NULL,
    seq INTEGER NOT NULL,
    clock INTEGER NOT NULL,
    at TEXT NOT NULL,
    author TEXT NOT NULL,
    kind TEXT NOT NULL,
    guideline TEXT NOT NULL,
    seen TEXT NOT NULL,
    body TEXT NOT NULL,
    prev BLOB NOT NULL,
    hash BLOB NOT NULL,
    sig BLOB,
    PRIMARY KEY (id),
    UNIQUE (copy, seq),
    CHECK (length(copy) = 32 AND seq >= 1 AND clock >= 1),
    CHECK (json_valid(seen) AND json_valid(body)),
    CHECK (length(prev) = 32 AND length(hash) = 32 AND (sig IS NULL OR length(sig) = 64))
)
 STRICT
""",
    """
CREATE TABLE form (
    path TEXT NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (path)
)
 STRICT
""",
    """
CREATE TABLE meta (
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (name)
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE TABLE change (
    entry INTEGER NOT NULL,
    n INTEGER NOT NULL,
    "row" TEXT NOT NULL,
    field TEXT NOT NULL,
    value TEXT,
    salt BLOB,
    "commit" BLOB NOT NULL,
    PRIMARY KEY (entry, n),
    CHECK ((value IS NULL) = (salt IS NULL) AND (value IS NULL OR json_valid(value))),
    CHECK ((salt IS NULL OR length(salt) = 16) AND length("commit") = 32),
    FOREIGN KEY(entry) REFERENCES entry (id)
)
 WITHOUT ROWID,
 STRICT
""",
    """
CREATE VIEW answer AS
SELECT "row", field, value, at, author FROM (
    SELECT c."row", c.field, coalesce(c.value, 'null') AS value, e.at, e.author,
        row_number() OVER (PARTITION BY c."row", c.field ORDER BY e.clock DESC, e.copy DESC, e.seq DESC, c.n DESC) AS place
    FROM change AS c JOIN entry AS e ON e.id = c.entry
)
WHERE place = 1 AND (value <> 'null' OR field = '@in')
""",
    """
CREATE TRIGGER entry_follows BEFORE INSERT ON entry
BEGIN
    SELECT raise(ABORT, 'an entry comes after all others') WHERE EXISTS (
        SELECT 1 FROM entry WHERE id = (SELECT max(id) FROM entry)
        AND (clock, copy, seq) >= (NEW.clock, NEW.copy, NEW.seq)
    );
    SELECT raise(ABORT, 'the numbers of a copy have no gaps')
    WHERE NEW.seq <> coalesce((SELECT max(seq) FROM entry WHERE copy = NEW.copy), 0) + 1;
    SELECT raise(ABORT, 'an entry is chained to the one before')
    WHERE NEW.prev <> coalesce((SELECT hash FROM entry WHERE copy = NEW.copy AND seq = NEW.seq - 1), zeroblob(32));
END
""",
    """
CREATE TRIGGER entry_fixed BEFORE UPDATE ON entry
BEGIN
    SELECT raise(ABORT, 'an entry never changes');
END
""",
    """
CREATE TRIGGER entry_kept BEFORE DELETE ON entry
BEGIN
    SELECT raise(ABORT, 'an entry is never removed');
END
""",
    """
CREATE TRIGGER change_fixed BEFORE UPDATE ON change
WHEN NOT (
    NEW.value IS NULL AND NEW.salt IS NULL AND NEW.entry = OLD.entry AND NEW.n = OLD.n
    AND NEW."row" = OLD."row" AND NEW.field = OLD.field AND NEW."commit" = OLD."commit"
)
BEGIN
    SELECT raise(ABORT, 'a change can only be erased');
END
""",
    """
CREATE TRIGGER change_kept BEFORE DELETE ON change
BEGIN
    SELECT raise(ABORT, 'a change is never removed');
END
""",
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (FIRST,)
VERSION = len(MIGRATIONS)


def lay(raw: Raw) -> None:
    """Make the tables of today in an empty file, inside the caller's transaction."""
    for statement in tables.statements():
        raw.execute(statement)
    raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    raw.execute(f"PRAGMA user_version = {VERSION}")


def bring_up(raw: Raw, migrations: Sequence[Sequence[str]] = MIGRATIONS) -> None:
    """Bring a file to the last version, each step in a transaction of its own.

    Raises NotADossierError for another program's file, NewerVersionError, and AlteredError when the tables are not ours.
    """
    if one(raw, "PRAGMA application_id") != APPLICATION_ID:
        raise NotADossierError
    version = one(raw, "PRAGMA user_version")
    if version > len(migrations):
        raise NewerVersionError
    for number in range(version, len(migrations)):
        _step(raw, migrations[number], number + 1)
    if migrations is MIGRATIONS and schema_of(raw) != tables.normalised(tables.statements()):
        raise AlteredError


def _step(raw: Raw, statements: Sequence[str], version: int) -> None:
    raw.execute("BEGIN")
    try:
        for statement in statements:
            raw.execute(statement)
        raw.execute(f"PRAGMA user_version = {version}")
    except BaseException:
        raw.execute("ROLLBACK")
        raise
    raw.execute("COMMIT")


def schema_of(raw: Raw) -> frozenset[str]:
    """Return the schema of a file as a set of SQL texts without differences in spacing."""
    return tables.normalised(text for (text,) in raw.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL"))
