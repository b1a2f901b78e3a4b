"""Attachments: a file taken into the plan, encrypted like everything else, and given back as a copy."""

from __future__ import annotations

import mimetypes
from pathlib import Path

from radplan_desktop.acts.refusals import CannotOpen, CannotRead, CannotSave, NotFound
from radplan_desktop.acts.session import Session
from radplan_desktop.host.brake import NO_BRAKE, Brake
from radplan_desktop.host.files import PIECE, write_atomically
from radplan_desktop.plan.values import PLAN_ROW, Answer, Cell, Content

LARGEST = 25 * 1024 * 1024
"""Bytes an attachment may have; the dossier holds to the same limit."""

LARGEST_LOGO = 5 * 1024 * 1024
"""Bytes a logo may have."""
PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
"""How these files begin."""

UNKNOWN_TYPE = "application/octet-stream"
TOO_LARGE = "Deze bijlage is groter dan 25 MB. Maak het bestand kleiner, of noem de vindplaats. Er is niets veranderd."
NO_LOGO = "Een logo is een afbeelding (png of jpg) van hoogstens 5 MB. Kies een ander bestand. Er is niets veranderd."


def attach(session: Session, cell: Cell, path: Path) -> None:
    """Take a file into the plan as the answer of a cell. Raises CannotOpen, CannotSave, ContentError."""
    session.set(cell, Answer(taken_in(session, cell, path)))


def taken_in(session: Session, cell: Cell, path: Path, brake: Brake = NO_BRAKE) -> Content:
    """Take a file into the plan for a cell and return the content that answers it; the cell is not answered yet.

    It may run on any thread but STORE. Raises CannotOpen, CannotSave, and GivenUp: the plan then holds nothing of the file.
    """
    data = _read(path, brake)
    if cell == (PLAN_ROW, session.guideline.role("logo")) and not is_logo(data):
        raise CannotOpen(NO_LOGO)
    media = mimetypes.guess_type(path.name)[0] or UNKNOWN_TYPE
    sha = session.ask(lambda dossier: dossier.put_blob(data, path.name, media, brake), CannotSave, brake=brake)
    return {"blob": sha, "name": path.name, "type": media}


def is_logo(data: bytes) -> bool:
    """Whether a file can stand on the cover: an image of a kind that prints, and not too large. It may still be damaged."""
    return len(data) <= LARGEST_LOGO and data.startswith((PNG, JPEG))


def _read(path: Path, brake: Brake) -> bytes:
    read = bytearray()
    try:
        with path.open("rb") as file:
            while piece := file.read(PIECE):
                brake.check()
                read += piece
                if len(read) > LARGEST:
                    raise CannotOpen(TOO_LARGE)
        return bytes(read)
    except OSError:
        raise CannotOpen(f"‘{path.name}’ is niet te lezen. Er is niets veranderd.") from None


def attached(session: Session, cell: Cell, brake: Brake = NO_BRAKE) -> bytes:
    """Return the bytes of the attachment of a cell. Raises NotFound, CannotRead, GivenUp."""
    content = session.answers.content(*cell)
    if isinstance(content, dict):
        blob = session.ask(lambda dossier: dossier.blob(content["blob"]), CannotRead, brake=brake)
        if blob is not None:
            return blob.data
    raise NotFound("Deze bijlage zit niet in het planbestand.")


def save_copy(session: Session, cell: Cell, target: Path, brake: Brake = NO_BRAKE) -> None:
    """Write the attachment of a cell to a file of its own; that copy is not encrypted.

    Raises NotFound, CannotRead, CannotSave, and GivenUp: what stood there then still stands there.
    """
    data = attached(session, cell, brake)
    try:
        write_atomically(target, data, brake)
    except OSError:
        raise CannotSave(
            f"‘{target.name}’ is niet te schrijven. Kies een andere plek. De bijlage zit nog in het plan."
        ) from None
