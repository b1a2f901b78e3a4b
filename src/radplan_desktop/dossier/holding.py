"""Holding on to the open file while it is written: what stands at its path must be it, and a connection that broke is made anew."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from radplan_desktop.dossier import blobs, chain
from radplan_desktop.dossier.chain import Written
from radplan_desktop.dossier.errors import (
    AlteredError,
    MediumLostError,
    MissingError,
    MovedError,
    NewerVersionError,
    NotADossierError,
    ReadOnlyError,
    UnreadableError,
    WritingEndedError,
)
from radplan_desktop.dossier.opening import open_session
from radplan_desktop.dossier.reading import Reading
from radplan_desktop.host.brake import NO_BRAKE, Brake, GivenUp


class Holding(Reading):
    """An open file that can be written."""

    _lost = False

    def look_again(self) -> None:
        """After a failure, connect anew where the connection broke: the stick is back, or the file was put back in its place.

        Raises MovedError while what stands there is not this file with all that was acknowledged; the old connection then stays.
        """
        if not self._lost:
            return
        if self._session.in_place:
            self._session.close()
        try:
            found = open_session(self.path, self._session.key)
        except (MissingError, UnreadableError, NotADossierError, AlteredError, NewerVersionError):
            raise MovedError from None
        held = all(chain.holds(found.raw, Written(copy, *head)) for copy, head in self._heads.items())
        if not held or found.read_only:
            found.close()
            raise MovedError
        self._session.close()
        self._session, self._lost = found, False
        self._look()

    def put_blob(self, data: bytes, name: str, media_type: str, brake: Brake = NO_BRAKE) -> str:
        """Keep an attachment and return its SHA-256 in hex. Raises AttachmentTooLargeError over 25 MB.

        Raises GivenUp; the file then holds what it held. Waiting for the disk cannot be given up: then it is removed again.
        """
        added = blobs.made_of(data, name, media_type)
        with self._writing() as connection:
            known = blobs.holds(self._raw, added.sha)
            blobs.put(connection, added)
            brake.check()
        try:
            brake.let_go()
        except GivenUp:
            if not known:
                with self._writing() as connection:
                    blobs.drop(connection, added.sha)
            raise
        return added.sha

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        if self.read_only:
            raise ReadOnlyError
        self._require_in_place()  # the journal stays open between writes, so SQLite itself does not look
        try:
            with self._reading(), self._session.transaction() as connection:
                yield connection
        except (ReadOnlyError, MediumLostError) as error:
            self._lost = isinstance(error, MediumLostError)
            self._require_in_place()
            if isinstance(error, ReadOnlyError):
                raise WritingEndedError from None
            raise

    def _require_in_place(self) -> None:
        if not self._session.in_place:
            self._lost = True
            raise MovedError
