"""Writing a NEW file beside the old one, verifying it, and only then putting it in its place."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from radplan_desktop.dossier import blobs, chain, drafts, forms, guard, meta, migrations, verify
from radplan_desktop.dossier.blame import blamed
from radplan_desktop.dossier.blobs import Blob
from radplan_desktop.dossier.engine import Session
from radplan_desktop.dossier.errors import UnverifiedError
from radplan_desktop.dossier.keys import Identity
from radplan_desktop.dossier.opening import open_session
from radplan_desktop.dossier.passphrase import RawKey
from radplan_desktop.dossier.sealing import now
from radplan_desktop.host.brake import NO_BRAKE, Brake
from radplan_desktop.plan.log import Entry
from radplan_desktop.plan.values import Cell

PART = ".deel"
CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Contents:
    """What a new file holds. ``log`` is in fold order; ``identity`` is None when nobody writes in it yet (a transfer copy)."""

    plan: str
    log: Sequence[Entry] = ()
    blobs: Iterable[Blob] = ()
    forms: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))
    drafts: Mapping[Cell, str] = field(default_factory=lambda: MappingProxyType({}))
    identity: Identity | None = None
    generation: int = 0


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Yield a new empty file in the same folder; when the block ends well it takes the place of ``path``, durably.

    When the block raises, ``path`` is as it was. What an earlier attempt left behind is removed.
    """
    with blamed():
        for left in path.parent.glob(f".{path.name}.*{PART}*"):
            left.unlink(missing_ok=True)
        part = path.with_name(f".{path.name}.{secrets.token_hex(4)}{PART}")
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, _mode(path)))
        try:
            yield part
            sync(part)
            part.replace(path)
        except BaseException:
            part.unlink(missing_ok=True)
            guard.journal_of(part).unlink(missing_ok=True)
            raise
        sync_folder(path.parent)


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode) if path.exists() else stat.S_IRUSR | stat.S_IWUSR


def fill(path: Path, key: RawKey, salt: bytes, contents: Contents) -> None:
    """Turn an empty file into a dossier, in one transaction, and prove that it reads back. Raises UnverifiedError."""
    with closing(Session(path, key, salt, read_only=False)) as session, session.transaction() as connection:
        migrations.lay(session.raw)
        meta.put(connection, meta.Fact.PLAN, contents.plan)
        meta.put(connection, meta.Fact.GENERATION, str(contents.generation))
        meta.put_identity(connection, contents.identity)
        chain.add_all(connection, contents.log)
        for added in contents.blobs:
            blobs.put(connection, added)
        forms.put(connection, contents.forms)
        for cell, value in contents.drafts.items():
            drafts.put(session.raw, cell, value, now())
    prove(path, key, salt, {made.copy: made.hash for made in contents.log})


def prove(path: Path, key: RawKey, salt: bytes, heads: Mapping[str, bytes], brake: Brake = NO_BRAKE) -> None:
    """Check a closed file as a stranger would: encrypted, readable, whole, with these heads. Raises UnverifiedError, GivenUp."""
    if guard.read_salt(path) != salt:
        raise UnverifiedError
    with closing(open_session(path, key, read_only=True)) as session:
        found = {copy: head.hash for copy, head in chain.heads(session.raw).items()}
        if verify.problems(session.raw, brake) or found != heads:
            raise UnverifiedError


def destroy(path: Path) -> None:
    """Overwrite a file before removing it, so that the medium keeps as little as it can of what the old key opened."""
    with blamed():
        with path.open("r+b") as file:
            for _ in range(0, path.stat().st_size, CHUNK):
                file.write(bytes(CHUNK))
            file.flush()
            os.fsync(file.fileno())
        path.unlink()
        sync_folder(path.parent)


def sync(path: Path) -> None:
    """Wait until the bytes of a file are on the medium."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the medium; Windows has no such call."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
