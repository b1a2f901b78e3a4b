"""The open dossier: everything a caller can ask of the file. Used from one thread."""

from __future__ import annotations

import itertools
import os
import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any, Self

from sqlalchemy import Connection

from radplan_desktop.dossier import blobs, chain, drafts, forms, meta, replace, verify
from radplan_desktop.dossier.blame import blamed
from radplan_desktop.dossier.blobs import Blob
from radplan_desktop.dossier.chain import Head, Place, Written
from radplan_desktop.dossier.engine import Session
from radplan_desktop.dossier.errors import (
    DamagedError,
    ExistsError,
    ForkedError,
    InUseError,
    ReadOnlyError,
    UnverifiedError,
)
from radplan_desktop.dossier.holding import Holding
from radplan_desktop.dossier.keys import Identity
from radplan_desktop.dossier.opening import open_session
from radplan_desktop.dossier.passphrase import SALT_BYTES, RawKey, key_for
from radplan_desktop.dossier.replace import Contents, replacing
from radplan_desktop.dossier.sealing import Act, now, seal
from radplan_desktop.host.brake import NO_BRAKE, Brake
from radplan_desktop.plan.log import Entry, EntryKind
from radplan_desktop.plan.merge import erase_body
from radplan_desktop.plan.values import Cell

NOTHING: Mapping[str, Any] = MappingProxyType({})
ID_BYTES = 16
REPLACES_OPEN_FILES = os.name == "posix"


class Dossier(Holding):
    """One plan in one encrypted file.

    What was acknowledged (the method returned) is on the disk. After an error nothing changed and the call may be tried again.
    """

    _unsure = False

    @classmethod
    def create(
        cls,
        path: str | Path,
        secret: str | RawKey,
        *,
        forms: Mapping[str, bytes] = NOTHING,
        plan_id: str | None = None,
        salt: bytes = b"",
        brake: Brake = NO_BRAKE,
    ) -> Self:
        """Make a new dossier and return it open. Raises ExistsError, ReadOnlyError, DiskFullError or PassphraseRefusedError.

        Raises GivenUp while it is being made; there is no file then.
        ``salt`` goes with a raw key: that of the file it comes from, so that the same passphrase opens this one.
        """
        path = Path(path).resolve()
        who = Identity.new()
        contents = Contents(plan_id or secrets.token_hex(ID_BYTES), forms=forms, identity=who)
        key = _write(path, secret, contents, salt, brake)
        made = cls(open_session(path, key))
        made._identity, made._known = who, True
        return made

    @classmethod
    def open(
        cls,
        path: str | Path,
        secret: str | RawKey,
        *,
        read_only: bool = False,
        last_written: Written | None = None,
        holder: str = "",
    ) -> Self:
        """Return an existing dossier, open; ``read_only`` afterwards says whether it can be written.

        ``last_written`` is what this installation remembers of this plan (the property of that name); without it a new copy
        begins. ``holder`` is who has the file, if the caller knows; it goes into the sentence of InUseError.
        """
        try:
            session = open_session(Path(path).resolve(), secret, read_only=read_only)
        except InUseError:
            raise InUseError(holder) from None
        return cls(session, last_written)

    def append(
        self,
        kind: EntryKind,
        author: str,
        guideline: str,
        changes: Sequence[tuple[Cell, str]] = (),
        body: Mapping[str, Any] = NOTHING,
        *,
        at: str | None = None,
        drop_drafts: Iterable[Cell] | None = None,
    ) -> Entry:
        """Make one act one entry, in one transaction, and return it.

        The drafts it settles go with it: those of ``drop_drafts``, or else of the changed cells. Raises ValueError for a text
        that is no value.
        """
        settled = [cell for cell, _ in changes] if drop_drafts is None else drop_drafts
        with self._appending(Act(kind, author, guideline, changes, body, at or now())) as (_, made):
            drafts.drop(self._raw, settled)
        return made

    def erase(self, places: Iterable[Place], author: str, guideline: str, *, at: str | None = None) -> Entry:
        """Take the values out of these changes (copy, seq, n) for good, with an entry that says so.

        Attachments that nothing names any more go too. The backups must be remade after this (``backups.refresh``).
        """
        places = list(places)
        act = Act(EntryKind.ERASE, author, guideline, (), erase_body(places), at or now())
        with self._appending(act) as (connection, made):
            chain.erase(connection, places)
            blobs.drop_unnamed(connection, self._raw)
            meta.next_generation(connection)
        self._generation += 1
        self._reopen(self._session.key)
        return made

    def put_draft(self, cell: Cell, value: str, *, at: str | None = None, instead_of: Iterable[Cell] = ()) -> None:
        """Keep what is being typed in a cell, and in the same transaction no longer what was kept in others."""
        with self._writing():
            drafts.drop(self._raw, instead_of)
            drafts.put(self._raw, cell, value, at or now())

    def drop_drafts(self, cells: Iterable[Cell]) -> None:
        """Forget what was being typed in these cells."""
        with self._writing():
            drafts.drop(self._raw, cells)

    def put_forms(self, files: Mapping[str, bytes]) -> None:
        """Replace the municipality's own form files."""
        with self._writing() as connection:
            forms.put(connection, files)

    def change_passphrase(self, secret: str | RawKey, brake: Brake = NO_BRAKE) -> None:
        """Encrypt the file anew, in one transaction. The backups must be remade after this (``backups.refresh``).

        Raises DamagedError when a page is damaged: SQLCipher refuses that too, but does not say why. Raises GivenUp until the
        first page is written, and not after that.
        """
        with self._reading():
            if verify.pages(self._raw):
                raise DamagedError
        brake.check()
        old, new = self._session.key, key_for(secret, self._session.salt)
        brake.let_go()
        with self._writing() as connection:
            meta.next_generation(connection)
        self._generation += 1
        try:
            self._session.rekey(new)
        except BaseException:
            self._reopen(old)
            raise
        self._reopen(new)

    def backup(self, target: str | Path, brake: Brake = NO_BRAKE) -> None:
        """Copy the whole file, page by page, under the same passphrase, and prove that the copy reads back.

        Raises DamagedError when this file is to blame for a copy that does not, else UnverifiedError. Raises GivenUp; there is
        no copy then.
        """
        key, salt = self._session.key, self._session.salt
        with replacing(Path(target).resolve()) as part:
            with closing(Session(part, key, salt, read_only=False)) as copy, self._reading():
                self._session.copy_into(copy, brake)
            try:
                replace.prove(part, key, salt, {name: head.hash for name, head in self._heads.items()}, brake)
            except UnverifiedError:
                if self.verify():
                    raise DamagedError from None
                raise

    def write_copy(self, target: str | Path, secret: str | RawKey, log: Iterable[Entry] | None = None) -> None:
        """Write a transfer copy: an ordinary dossier without drafts and without anyone's private key.

        ``log`` is what goes along (values may have been erased in it), by default everything. Attachments go along as far as it
        names them. Raises ExistsError.
        """
        chosen = _in_order(self.entries() if log is None else log)
        named = sorted(blobs.named_in(chosen))
        _write(Path(target).resolve(), secret, Contents(self.plan_id, chosen, self.blobs(named), self.forms()))

    def rewrite(self, log: Iterable[Entry], added: Iterable[Blob] = ()) -> None:
        """Put a log that contains this one (a union) in its place, by a new file. Raises ForkedError when it does not."""
        chosen = _in_order(log)
        hashes = {made.key: made.hash for made in chosen}
        for copy, head in self._heads.items():
            if hashes.get((copy, head.seq)) != head.hash:
                raise ForkedError(copy, head.seq)
        if self.read_only:
            raise ReadOnlyError
        key, salt = self._session.key, self._session.salt
        kept = itertools.chain(self.blobs(), added)
        who = self._identity if self._known else None
        contents = Contents(self.plan_id, chosen, kept, self.forms(), self.drafts(), who, self._generation)
        try:
            with replacing(self.path) as part:
                replace.fill(part, key, salt, contents)
                if not REPLACES_OPEN_FILES:
                    self._session.close()
        finally:
            self._reopen(key)
        self._look()

    @contextmanager
    def _appending(self, act: Act) -> Iterator[tuple[Connection, Entry]]:
        """Add the act to the log and run the block in the same transaction.

        After a failure it is unknown whether the disk took it (a commit can fail at its very end), so the next act looks again.
        """
        if self._unsure:
            self._look()
        made = seal(act, self._identity, self._heads, self._clock)
        with self._writing() as connection:
            self._unsure = True
            chain.add(self._raw, made)
            if not self._known:
                meta.put_identity(connection, self._identity)
            yield connection, made
        self._unsure, self._known, self._clock = False, True, made.clock
        self._heads[made.copy] = Head(made.seq, made.hash)


def _write(path: Path, secret: str | RawKey, contents: Contents, salt: bytes = b"", brake: Brake = NO_BRAKE) -> RawKey:
    """Write a new dossier where no file is yet, and return its key."""
    with blamed():
        if path.exists():
            raise ExistsError
    salt = salt or os.urandom(SALT_BYTES)
    key = key_for(secret, salt)
    brake.check()
    with replacing(path) as part:
        replace.fill(part, key, salt, contents)
        brake.check()
    return key


def _in_order(log: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(log, key=lambda made: made.order))
