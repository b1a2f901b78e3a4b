"""The part of an open dossier that only reads; a session on a read-only medium has no more than this."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self

from radplan_desktop.dossier import blobs, chain, copies, drafts, forms, meta, verify
from radplan_desktop.dossier.blame import blamed
from radplan_desktop.dossier.blobs import Blob
from radplan_desktop.dossier.chain import ChangeRow, EntryRow, Head, Written
from radplan_desktop.dossier.engine import Session
from radplan_desktop.dossier.errors import DamagedError, MediumLostError, PassphraseRefusedError
from radplan_desktop.dossier.opening import open_session
from radplan_desktop.dossier.passphrase import RawKey, key_for
from radplan_desktop.dossier.raw import Raw
from radplan_desktop.dossier.verify import Fault, Problem
from radplan_desktop.plan.log import Entry
from radplan_desktop.plan.values import Cell


class Reading:
    """What can be asked of an open file. Every method raises a ``DossierError`` by blame."""

    def __init__(self, session: Session, last_written: Written | None = None) -> None:
        self._session = session
        try:
            self._identity, self._known = copies.writer_of(session, last_written)
            with session.transaction() as connection:
                self._plan_id = meta.get(connection, meta.Fact.PLAN) or ""
                self._generation = meta.generation(connection)
            self._look()
        except BaseException:
            session.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the file back."""
        self._session.close()

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self._session.path

    @property
    def read_only(self) -> bool:
        """Whether this session cannot write."""
        return self._session.read_only

    @property
    def raw_key(self) -> RawKey:
        """The key that opens the file without a passphrase, for the key letter; void after a passphrase change."""
        return self._session.key

    @property
    def salt(self) -> bytes:
        """The first 16 bytes of the file: with the passphrase they give the key."""
        return self._session.salt

    def opens_with(self, secret: str | RawKey) -> bool:
        """Whether this passphrase is the one of the file (about 0.2 s)."""
        try:
            return key_for(secret, self._session.salt) == self._session.key
        except PassphraseRefusedError:
            return False

    @property
    def plan_id(self) -> str:
        """The plan, 32 hex digits: the same in all its copies."""
        return self._plan_id

    @property
    def copy_id(self) -> str:
        """The copy that the next entry is made under, 32 hex digits."""
        return self._identity.copy

    @property
    def generation(self) -> int:
        """How often the backups made until then had to go (an erasure, another passphrase)."""
        return self._generation

    @property
    def heads(self) -> Mapping[str, Head]:
        """Copy -> its last entry: what the laptop remembers to notice an older file."""
        return MappingProxyType(self._heads)

    @property
    def last_written(self) -> Written | None:
        """The last entry made under this copy, to be remembered by the caller; None before the first."""
        head = self._heads.get(self.copy_id)
        return Written(self.copy_id, *head) if head else None

    def holds(self, written: Written) -> bool:
        """Whether the log contains exactly this entry; a remembered head that it does not hold means an older file."""
        with self._reading():
            return chain.holds(self._raw, written)

    def entries(self) -> tuple[Entry, ...]:
        """Return the whole log in fold order."""
        with self._reading():
            return chain.entries(self._raw)

    def rows(self) -> tuple[list[EntryRow], list[ChangeRow]]:
        """Return the log as ``plan.fold.fold_rows`` takes it."""
        with self._reading():
            return chain.rows(self._raw)

    def drafts(self) -> dict[Cell, str]:
        """Return cell -> canonical text of what was being typed."""
        with self._reading():
            return drafts.every(self._raw)

    def blob(self, sha: str) -> Blob | None:
        """Return an attachment, None when the file does not hold it."""
        with self._reading():
            return blobs.get(self._raw, sha)

    def blobs(self, named: Iterable[str] | None = None) -> Iterator[Blob]:
        """Yield the attachments of these names (or all), one at a time, for another dossier to take."""
        with self._reading():
            yield from blobs.each(self._raw, blobs.names(self._raw) if named is None else named)

    def forms(self) -> dict[str, bytes]:
        """Return path -> bytes of the municipality's own form files."""
        with self._reading():
            return forms.every(self._raw)

    def verify(self) -> list[Problem]:
        """Return all that is wrong with the file; an empty list when it is whole. Half a second for a large plan."""
        with self._reading():
            found = verify.problems(self._raw)
        if any(problem.fault is Fault.PAGE for problem in found):
            self._reopen(self._session.key)
        return found

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """Blame what goes wrong. One bad page poisons a connection (it refuses to write), so after that it is made anew."""
        if self._session.closed:
            raise MediumLostError
        try:
            with blamed():
                yield
        except DamagedError:
            self._reopen(self._session.key)
            raise

    @property
    def _raw(self) -> Raw:
        return self._session.raw

    def _look(self) -> None:
        """Read where the chains end."""
        with blamed():
            self._heads, self._clock = chain.heads(self._raw), chain.clock(self._raw)

    def _reopen(self, key: RawKey) -> None:
        """Make the connection anew; the journal that lay beside the file goes with the old one."""
        path, read_only = self._session.path, self._session.read_only
        self._session.close()
        self._session = open_session(path, key, read_only=read_only)
