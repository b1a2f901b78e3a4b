"""What is looked at before a connection is made, and which files this process has open.

While a dossier is open nobody in the process may open its path: closing a second handle would drop SQLite's lock (POSIX). So a
second opening is refused here, before any byte of the file is read.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from radplan_desktop.dossier.errors import InUseError, MissingError, NoAccessError, NotADossierError
from radplan_desktop.dossier.passphrase import SALT_BYTES
from radplan_desktop.host.identity import identity

PAGE_BYTES = 4096
PLAIN_MAGIC = b"SQLite format 3\0"

Claim = tuple[int, int]
_claims: set[Claim] = set()


def claim(path: Path) -> Claim:
    """Note that this process opens the file. Raises InUseError when it has it open already."""
    mark = _mark(path.stat())
    if mark in _claims:
        raise InUseError
    _claims.add(mark)
    return mark


def in_place(path: Path, mark: Claim) -> bool:
    """Whether the file that was claimed still stands at its path. Opens nothing."""
    try:
        return identity(path) == mark
    except OSError:
        return False


def release(mark: Claim) -> None:
    """Note that the file is closed."""
    _claims.discard(mark)


def read_salt(path: Path) -> bytes:
    """Return the salt of an encrypted file: its first 16 bytes.

    Raises NotADossierError when the size or the first bytes show that it cannot be a dossier, InUseError when this process has it
    open. A file that was being written when the power went may end in half a page; then its journal lies beside it.
    """
    try:
        status = path.stat()
        if _mark(status) in _claims:
            raise InUseError
        if not stat.S_ISREG(status.st_mode):
            raise NotADossierError
        with path.open("rb") as file:
            start = file.read(SALT_BYTES)
    except FileNotFoundError:
        raise MissingError from None
    except PermissionError:
        raise NoAccessError from None
    whole = status.st_size % PAGE_BYTES == 0 or journal_of(path).exists()
    if status.st_size < PAGE_BYTES or not whole or start == PLAIN_MAGIC:
        raise NotADossierError
    return start


def _mark(status: os.stat_result) -> Claim:
    return (status.st_dev, status.st_ino)


def journal_of(path: Path) -> Path:
    """Return where SQLite keeps the rollback journal of a file."""
    return path.with_name(path.name + "-journal")


def writable(path: Path) -> bool:
    """Whether both the file and its folder (for the journal) can be written."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
