"""From an error of the database library to the class that says who is to blame."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from radplan_desktop.dossier.errors import (
    DamagedError,
    DiskFullError,
    DossierError,
    InUseError,
    MediumLostError,
    MissingError,
    NameTooLongError,
    ReadOnlyError,
    UnreadableError,
)

PRIMARY = 0xFF
"""The low byte of an SQLite result code is the primary one."""

BLAME: dict[int, type[DossierError]] = {
    dbapi2.SQLITE_NOTADB: UnreadableError,
    dbapi2.SQLITE_CORRUPT: DamagedError,
    dbapi2.SQLITE_BUSY: InUseError,
    dbapi2.SQLITE_LOCKED: InUseError,
    dbapi2.SQLITE_READONLY: ReadOnlyError,
    dbapi2.SQLITE_CANTOPEN: ReadOnlyError,
    dbapi2.SQLITE_PERM: ReadOnlyError,
    dbapi2.SQLITE_FULL: DiskFullError,
    dbapi2.SQLITE_IOERR: MediumLostError,
}


ERRNO: dict[int | None, type[DossierError]] = {
    errno.ENOSPC: DiskFullError,
    errno.EDQUOT: DiskFullError,
    errno.EROFS: ReadOnlyError,
    errno.EACCES: ReadOnlyError,
    errno.EPERM: ReadOnlyError,
    errno.ENOENT: MissingError,
    errno.ENAMETOOLONG: NameTooLongError,
}


@contextmanager
def blamed() -> Iterator[None]:
    """Raise the DossierError that fits a database or file error inside the block; a defect of ours passes unchanged."""
    try:
        yield
    except DBAPIError as error:
        _reraise(error.orig, error)
    except dbapi2.Error as error:
        _reraise(error, error)
    except OSError as error:
        raise ERRNO.get(error.errno, MediumLostError) from None


def _reraise(cause: BaseException | None, error: Exception) -> None:
    """Raise by blame. The library's own message may quote content ("Could not decode ... with text"): it does not go along."""
    code = getattr(cause, "sqlite_errorcode", None)
    found = BLAME.get(code & PRIMARY) if isinstance(code, int) else None
    if found is None and "Could not decode to UTF-8" in str(cause):
        found = DamagedError
    if found is None:
        raise error
    raise found from None
