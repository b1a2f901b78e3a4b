"""Attachments and stored documents, each under the SHA-256 of its bytes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, delete
from sqlalchemy.dialects.sqlite import insert

from radplan_desktop.dossier.errors import AttachmentTooLargeError
from radplan_desktop.dossier.raw import Raw
from radplan_desktop.dossier.tables import blob
from radplan_desktop.plan.log import Entry
from radplan_desktop.plan.values import canonical

LARGEST = 25 * 1024 * 1024
NAMED = re.compile(r"\b[0-9a-f]{64}\b")

NAMES = "SELECT sha FROM blob ORDER BY sha"
HELD = "SELECT 1 FROM blob WHERE sha = ?"
ONE = "SELECT sha, name, type, data FROM blob WHERE sha = ?"
TEXTS = "SELECT value FROM change WHERE value IS NOT NULL UNION ALL SELECT body FROM entry UNION ALL SELECT value FROM draft"

PUT = insert(blob).on_conflict_do_nothing()
DROP = delete(blob).where(blob.c.sha == bindparam("gone"))


class Blob(NamedTuple):
    """The bytes of an attachment with the name and the media type it had when it was added."""

    sha: str
    name: str
    type: str
    data: bytes


def made_of(data: bytes, name: str, media_type: str) -> Blob:
    """Return bytes as a Blob. Raises AttachmentTooLargeError over 25 MB."""
    if len(data) > LARGEST:
        raise AttachmentTooLargeError
    return Blob(hashlib.sha256(data).hexdigest(), name, media_type, data)


def put(connection: Connection, added: Blob) -> None:
    """Keep a blob; the same bytes are kept once."""
    connection.execute(PUT, added._asdict())


def get(raw: Raw, sha: str) -> Blob | None:
    """Return a blob, None when the file does not hold it."""
    row = raw.execute(ONE, (sha,)).fetchone()
    return Blob(*row) if row else None


def names(raw: Raw) -> list[str]:
    """Return the SHA-256 of every blob in the file."""
    return [sha for (sha,) in raw.execute(NAMES)]


def each(raw: Raw, wanted: Iterable[str]) -> Iterator[Blob]:
    """Yield the blobs of these names that the file holds, one at a time."""
    for sha in wanted:
        found = get(raw, sha)
        if found is not None:
            yield found


def named_in(log: Iterable[Entry]) -> set[str]:
    """Return everything in the values and bodies of a log that may name a blob."""
    return {sha for made in log for text in _texts(made) for sha in NAMED.findall(text)}


def _texts(made: Entry) -> Iterator[str]:
    yield canonical(dict(made.body))
    yield from (change.value for change in made.changes if change.value is not None)


def holds(raw: Raw, sha: str) -> bool:
    """Whether the file holds a blob."""
    return raw.execute(HELD, (sha,)).fetchone() is not None


def drop(connection: Connection, sha: str) -> None:
    """Remove a blob."""
    connection.execute(DROP, [{"gone": sha}])


def drop_unnamed(connection: Connection, raw: Raw) -> None:
    """Remove the blobs that no value, body or draft names any more; part of the caller's transaction."""
    kept = {sha for (text,) in raw.execute(TEXTS) for sha in NAMED.findall(text)}
    gone = [{"gone": sha} for sha in names(raw) if sha not in kept]
    if gone:
        connection.execute(DROP, gone)
