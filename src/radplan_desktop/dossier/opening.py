"""From a path and a passphrase to an open session, in the order of DESIGN, decision 3."""

from __future__ import annotations

from pathlib import Path

from radplan_desktop.dossier import guard, migrations
from radplan_desktop.dossier.blame import blamed
from radplan_desktop.dossier.engine import Session
from radplan_desktop.dossier.errors import ReadOnlyError, UnfinishedError
from radplan_desktop.dossier.passphrase import RawKey, key_for


def open_session(path: Path, secret: str | RawKey, *, read_only: bool = False) -> Session:
    """Return a session on an existing dossier; read-only too when the medium is.

    Raises PassphraseRefusedError, MissingError, NoAccessError, NotADossierError, InUseError, UnreadableError, DamagedError,
    UnfinishedError, NewerVersionError, AlteredError, MediumLostError or UnfitError.
    """
    with blamed():
        salt = guard.read_salt(path)
        key = key_for(secret, salt)
        session = _session(path, key, salt, read_only=read_only or not guard.writable(path))
    try:
        with blamed():
            migrations.bring_up(session.raw)
    except BaseException:
        session.close()
        raise
    return session


def _session(path: Path, key: RawKey, salt: bytes, *, read_only: bool) -> Session:
    try:
        return Session(path, key, salt, read_only=read_only)
    except ReadOnlyError:
        raise UnfinishedError from None
