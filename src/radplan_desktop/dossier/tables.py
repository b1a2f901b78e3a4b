"""The tables of a dossier, its view and its triggers, as version ``migrations.VERSION`` has them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import (
    CheckConstraint,
    ClauseElement,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Named,
    Table,
    Text,
    TypedColumns,
    UniqueConstraint,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateTable

metadata = MetaData()
DIALECT = sqlite.dialect()


class MetaColumns(TypedColumns):
    """One fact about the file per row; ``meta.py`` lists the names."""

    name: Named[str] = Column(Text, primary_key=True)
    value: Named[str] = Column(Text)


class EntryColumns(TypedColumns):
    """One act per row, in fold order: ``id`` rises with (clock, copy, seq)."""

    id: Named[int] = Column(Integer, primary_key=True)
    copy: Named[str] = Column(Text)
    seq: Named[int] = Column(Integer)
    clock: Named[int] = Column(Integer)
    at: Named[str] = Column(Text)
    author: Named[str] = Column(Text)
    kind: Named[str] = Column(Text)
    guideline: Named[str] = Column(Text)
    seen: Named[str] = Column(Text)
    body: Named[str] = Column(Text)
    prev: Named[bytes] = Column(LargeBinary)
    hash: Named[bytes] = Column(LargeBinary)
    sig: Named[bytes | None] = Column(LargeBinary)


class ChangeColumns(TypedColumns):
    """One cell set to one value; ``n`` counts from 0 within the entry. Erased: value and salt are NULL."""

    entry: Named[int] = Column(Integer, ForeignKey("entry.id"), primary_key=True)
    n: Named[int] = Column(Integer, primary_key=True)
    row: Named[str] = Column(Text)
    field: Named[str] = Column(Text)
    value: Named[str | None] = Column(Text)
    salt: Named[bytes | None] = Column(LargeBinary)
    commit: Named[bytes] = Column(LargeBinary)


class DraftColumns(TypedColumns):
    """What is being typed in one cell and is not a change yet."""

    row: Named[str] = Column(Text, primary_key=True)
    field: Named[str] = Column(Text, primary_key=True)
    value: Named[str] = Column(Text)
    at: Named[str] = Column(Text)


class BlobColumns(TypedColumns):
    """An attachment or a stored document, under the SHA-256 of its bytes."""

    sha: Named[str] = Column(Text, primary_key=True)
    name: Named[str] = Column(Text)
    type: Named[str] = Column(Text)
    data: Named[bytes] = Column(LargeBinary)


class FormColumns(TypedColumns):
    """A file of the municipality's own forms that this plan was made with."""

    path: Named[str] = Column(Text, primary_key=True)
    data: Named[bytes] = Column(LargeBinary)


meta = Table("meta", metadata, MetaColumns, sqlite_strict=True, sqlite_with_rowid=False)
entry = Table(
    "entry",
    metadata,
    EntryColumns,
    UniqueConstraint("copy", "seq"),
    CheckConstraint("length(copy) = 32 AND seq >= 1 AND clock >= 1"),
    CheckConstraint("json_valid(seen) AND json_valid(body)"),
    CheckConstraint("length(prev) = 32 AND length(hash) = 32 AND (sig IS NULL OR length(sig) = 64)"),
    sqlite_strict=True,
)
change = Table(
    "change",
    metadata,
    ChangeColumns,
    CheckConstraint("(value IS NULL) = (salt IS NULL) AND (value IS NULL OR json_valid(value))"),
    CheckConstraint('(salt IS NULL OR length(salt) = 16) AND length("commit") = 32'),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
draft = Table(
    "draft", metadata, DraftColumns, CheckConstraint("json_valid(value)"), sqlite_strict=True, sqlite_with_rowid=False
)
blob = Table("blob", metadata, BlobColumns, CheckConstraint("length(sha) = 64"), sqlite_strict=True)
form = Table("form", metadata, FormColumns, sqlite_strict=True)

ANSWER = """
CREATE VIEW answer AS
SELECT "row", field, value, at, author FROM (
    SELECT c."row", c.field, coalesce(c.value, 'null') AS value, e.at, e.author,
        row_number() OVER (PARTITION BY c."row", c.field ORDER BY e.clock DESC, e.copy DESC, e.seq DESC, c.n DESC) AS place
    FROM change AS c JOIN entry AS e ON e.id = c.entry
)
WHERE place = 1 AND (value <> 'null' OR field = '@in')
"""

TRIGGERS = (
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


def compiled(statement: ClauseElement, columns: Sequence[str] | None = None) -> str:
    """Return the SQL of a statement, with ``?`` for these columns in order: for the few that run on every edit."""
    return str(statement.compile(dialect=DIALECT, column_keys=columns))


def statements() -> tuple[str, ...]:
    """Return the SQL that makes an empty dossier, in order."""
    made = [str(CreateTable(table).compile(dialect=DIALECT)) for table in metadata.sorted_tables]
    return (*made, ANSWER, *TRIGGERS)


def normalised(sql: Iterable[str]) -> frozenset[str]:
    """Return SQL texts without differences in spacing, so that two schemas can be compared as sets."""
    return frozenset(" ".join(text.replace("(", " ( ").replace(")", " ) ").replace(",", " , ").split()) for text in sql)
