"""One encrypted file: the log of a plan, its drafts, attachments and own forms. ``docs/file-format.md`` describes it.

This is the door of the room. The errors come at once; SQLAlchemy and the cipher load when ``Dossier`` and its kind are first
named, so that a window can be on the screen before.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from radplan_desktop.dossier.errors import (
    AlteredError,
    AttachmentTooLargeError,
    DamagedError,
    DiskFullError,
    DossierError,
    ExistsError,
    ForkedError,
    InUseError,
    MediumLostError,
    MissingError,
    MovedError,
    NameTooLongError,
    NewerVersionError,
    NoAccessError,
    NotADossierError,
    PassphraseRefusedError,
    ReadOnlyError,
    UnfinishedError,
    UnfitError,
    UnreadableError,
    UnverifiedError,
    WritingEndedError,
)

if TYPE_CHECKING:
    from radplan_desktop.dossier.blobs import Blob
    from radplan_desktop.dossier.chain import Head, Written
    from radplan_desktop.dossier.dossier import Dossier
    from radplan_desktop.dossier.passphrase import RawKey
    from radplan_desktop.dossier.verify import Fault, Problem

__all__ = [
    "AlteredError",
    "AttachmentTooLargeError",
    "Blob",
    "DamagedError",
    "DiskFullError",
    "Dossier",
    "DossierError",
    "ExistsError",
    "Fault",
    "ForkedError",
    "Head",
    "InUseError",
    "MediumLostError",
    "MissingError",
    "MovedError",
    "NameTooLongError",
    "NewerVersionError",
    "NoAccessError",
    "NotADossierError",
    "PassphraseRefusedError",
    "Problem",
    "RawKey",
    "ReadOnlyError",
    "UnfinishedError",
    "UnfitError",
    "UnreadableError",
    "UnverifiedError",
    "WritingEndedError",
    "Written",
]

_LATER = {
    "Blob": "blobs",
    "Dossier": "dossier",
    "Fault": "verify",
    "Head": "chain",
    "Problem": "verify",
    "RawKey": "passphrase",
    "Written": "chain",
}


def __getattr__(name: str) -> object:
    """Load what needs the database library when it is first asked for."""
    if name not in _LATER:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
