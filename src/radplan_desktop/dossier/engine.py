"""The one connection to an open file: encrypted, locked, durable, and unable to write plaintext (DESIGN, decisions 1 to 3)."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event
from sqlcipher3 import dbapi2

from radplan_desktop.dossier import guard
from radplan_desktop.dossier.blame import blamed
from radplan_desktop.dossier.errors import DiskFullError, MediumLostError, UnfitError
from radplan_desktop.dossier.guard import PAGE_BYTES
from radplan_desktop.dossier.passphrase import RawKey
from radplan_desktop.dossier.raw import Raw, one
from radplan_desktop.host.brake import NO_BRAKE, Brake
from radplan_desktop.host.files import PIECE

APPLICATION_ID = 0x52414450
"""``RADP``, in the (encrypted) header of every dossier."""

PRAGMAS = (
    ("cipher_log_level", "NONE", "NONE"),
    ("cipher_compatibility", "4", None),
    ("locking_mode", "EXCLUSIVE", "exclusive"),
    ("journal_mode", "DELETE", "delete"),
    ("synchronous", "EXTRA", 3),
    ("temp_store", "MEMORY", 2),
    ("secure_delete", "ON", 1),
    ("foreign_keys", "ON", 1),
    ("recursive_triggers", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
)
"""(name, what is asked for, what must read back), in the order in which they are set."""

CIPHER_SETTINGS = frozenset(
    {
        "PRAGMA kdf_iter = 256000;",
        "PRAGMA cipher_page_size = 4096;",
        "PRAGMA cipher_use_hmac = 1;",
        "PRAGMA cipher_plaintext_header_size = 0;",
        "PRAGMA cipher_hmac_algorithm = HMAC_SHA512;",
        "PRAGMA cipher_kdf_algorithm = PBKDF2_HMAC_SHA512;",
    }
)
"""SQLCipher 4's defaults: what ``docs/file-format.md`` describes."""


def connect(path: Path, key: RawKey, salt: bytes, *, read_only: bool) -> Raw:
    """Return a DB-API connection that holds the file's lock. Never creates a file.

    Raises UnreadableError, InUseError, DamagedError or ReadOnlyError; UnfitError when a setting does not read back.
    """
    uri = f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rw'}"
    with blamed():
        raw: Raw = dbapi2.connect(uri, uri=True, timeout=0, isolation_level=None)
    try:
        with blamed():
            _prepare(raw, key, salt)
            raw.execute("BEGIN EXCLUSIVE")
            raw.execute("COMMIT")
    except BaseException:
        raw.close()
        raise
    return raw


def _prepare(raw: Raw, key: RawKey, salt: bytes) -> None:
    raw.execute(f"PRAGMA key = \"x'{key.hex()}{salt.hex()}'\"")
    if not one(raw, "PRAGMA cipher_version"):
        raise UnfitError
    for name, wanted, expected in PRAGMAS:
        raw.execute(f"PRAGMA {name} = {wanted}").fetchall()
        if expected is not None and one(raw, f"PRAGMA {name}") != expected:
            raise UnfitError
    if {text for (text,) in raw.execute("PRAGMA cipher_settings")} != CIPHER_SETTINGS:
        raise UnfitError
    raw.set_authorizer(_authorise)


def _authorise(action: int, *_: object) -> int:
    """Deny ATTACH: with it one statement could write everything to a plain file (so VACUUM INTO is denied too)."""
    return int(dbapi2.SQLITE_DENY if action == dbapi2.SQLITE_ATTACH else dbapi2.SQLITE_OK)


class Session:
    """An open file: ``raw`` is the DB-API connection, ``transaction()`` gives SQLAlchemy's on top of it."""

    def __init__(self, path: Path, key: RawKey, salt: bytes, *, read_only: bool) -> None:
        self.path, self.key, self.salt, self.read_only = path, key, salt, read_only
        self._claim = guard.claim(path)
        try:
            self.raw = connect(path, key, salt, read_only=read_only)
        except BaseException:
            guard.release(self._claim)
            raise
        self._closed = False
        self._engine = engine_on(self.raw)
        self._connection = self._engine.connect()

    @property
    def closed(self) -> bool:
        """Whether the file was given back."""
        return self._closed

    @property
    def in_place(self) -> bool:
        """Whether the open file still stands at its path."""
        return guard.in_place(self.path, self._claim)

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Run the block as one transaction; leaving it by an exception rolls back. Raises a DossierError by blame."""
        with blamed(), self._connection.begin():
            yield self._connection

    def rekey(self, key: RawKey) -> None:
        """Encrypt every page anew, in one transaction. After this, and after a failure too, the session must be made anew.

        Raises DiskFullError or MediumLostError: SQLCipher does not say why it failed, so the room that is left decides.
        """
        try:
            self.raw.execute(f"PRAGMA rekey = \"x'{key.hex()}'\"").fetchall()
        except dbapi2.Error:
            raise _by_room(self.path, self.path.stat().st_size) from None

    def copy_into(self, other: Session, brake: Brake = NO_BRAKE) -> None:
        """Copy every page into another open file. Raises as ``rekey`` does: SQLite does not say here either which disk it was.

        Raises GivenUp between two pieces; the other file then holds nothing.
        """
        size = self.raw.execute("PRAGMA page_count").fetchone()[0] * PAGE_BYTES
        try:
            self.raw.backup(other.raw, pages=PIECE // PAGE_BYTES, progress=lambda *_: brake.check())
        except dbapi2.OperationalError as error:
            if getattr(error, "sqlite_errorcode", None) is not None:
                raise
            raise _by_room(other.path, size) from None

    def close(self) -> None:
        """Give the file back; a second call does nothing."""
        if self._closed:
            return
        self._closed = True
        self._connection.close()
        self._engine.dispose()
        self.raw.close()
        guard.release(self._claim)


def _by_room(path: Path, size: int) -> DiskFullError | MediumLostError:
    """Return who is to blame for a failure that has no number: the room that is left decides."""
    return DiskFullError() if shutil.disk_usage(path.parent).free < size else MediumLostError()


def engine_on(raw: Raw) -> Engine:
    """Return an SQLAlchemy engine that uses just this connection and names no values in its errors."""
    engine = create_engine("sqlite://", module=dbapi2, creator=lambda: raw, poolclass=StaticPool, hide_parameters=True)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    """Begin in the plain form: the file is locked already, and this also works on a read-only medium."""
    dbapi = connection.connection.dbapi_connection
    if dbapi is not None:
        dbapi.cursor().execute("BEGIN")
