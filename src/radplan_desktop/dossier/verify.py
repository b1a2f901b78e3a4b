"""Whether a file is what it should be: its pages, its structure, its chain, its signatures, its values and its attachments."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from radplan_desktop.dossier import blobs, chain
from radplan_desktop.dossier.blame import blamed
from radplan_desktop.dossier.chain import NO_HEAD, Head
from radplan_desktop.dossier.errors import DamagedError
from radplan_desktop.dossier.keys import PUBLIC_KEY, SIGNED, is_signed_by
from radplan_desktop.dossier.raw import Raw
from radplan_desktop.host.brake import NO_BRAKE, Brake
from radplan_desktop.plan.log import Change, Entry, commit_of, hash_of
from radplan_desktop.plan.values import content_of, decode


class Fault(StrEnum):
    """What kind of thing is wrong."""

    PAGE = "page"
    STRUCTURE = "structure"
    CHAIN = "chain"
    SIGNATURE = "signature"
    VALUE = "value"
    ATTACHMENT = "attachment"


SENTENCES = {
    Fault.PAGE: "Een deel van het bestand is beschadigd.",
    Fault.STRUCTURE: "De opbouw van het bestand klopt niet.",
    Fault.CHAIN: "De geschiedenis sluit niet aan: er is iets weggehaald, toegevoegd of veranderd.",
    Fault.SIGNATURE: "Een vastgelegde versie of overdracht is niet afkomstig van wie het zegt.",
    Fault.VALUE: "Een antwoord is niet te lezen.",
    Fault.ATTACHMENT: "Een bijlage ontbreekt of is beschadigd.",
}


class Problem(NamedTuple):
    """One thing that is wrong, and where; ``place`` names no content."""

    fault: Fault
    place: str

    @property
    def sentence(self) -> str:
        """What the user reads."""
        return SENTENCES[self.fault]


def problems(raw: Raw, brake: Brake = NO_BRAKE) -> list[Problem]:
    """Return all that is wrong in an open file. After a page problem the connection must be made anew (it may be poisoned).

    Raises GivenUp between two parts of the work.
    """
    bad = pages(raw)
    if bad:
        return bad
    brake.check()
    try:
        with blamed():
            return [*_structure(raw), *log_problems(chain.entries(raw)), *_attachments(raw, brake)]
    except DamagedError:
        return [Problem(Fault.STRUCTURE, "log")]


def pages(raw: Raw) -> list[Problem]:
    """Return the pages whose bytes are not what was written."""
    return [Problem(Fault.PAGE, text) for (text,) in raw.execute("PRAGMA cipher_integrity_check")]


def _structure(raw: Raw) -> Iterator[Problem]:
    for (text,) in raw.execute("PRAGMA integrity_check"):
        if text != "ok":
            yield Problem(Fault.STRUCTURE, text)
    for table, *_ in raw.execute("PRAGMA foreign_key_check"):
        yield Problem(Fault.STRUCTURE, table)


def log_problems(log: Iterable[Entry]) -> Iterator[Problem]:
    """Yield what is wrong in a log in fold order: numbers, links, hashes, commits, what was seen, signatures, values."""
    heads: dict[str, Head] = {}
    order = (0, "", 0)
    for made in log:
        place = f"{made.copy}/{made.seq}"
        before = heads.get(made.copy, NO_HEAD)
        if not (order < made.order and _has_seen(made, heads) and _is_sealed(made, before)):
            yield Problem(Fault.CHAIN, place)
        if made.kind in SIGNED and not is_signed_by(made.copy, made.body.get(PUBLIC_KEY), made.hash, made.sig):
            yield Problem(Fault.SIGNATURE, place)
        if not all(_is_value(change.value) for change in made.changes if change.value is not None):
            yield Problem(Fault.VALUE, place)
        heads[made.copy] = Head(made.seq, made.hash)
        order = made.order


def _has_seen(made: Entry, heads: Mapping[str, Head]) -> bool:
    """Whether everything is there that the entry says its maker had."""
    return all(heads.get(copy, NO_HEAD).seq >= seq for copy, seq in made.seen.items())


def _is_sealed(made: Entry, before: Head) -> bool:
    if (made.seq, made.prev) != (before.seq + 1, before.hash) or not all(map(_is_committed, made.changes)):
        return False
    try:
        return _digest(made) == made.hash
    except (ValueError, RecursionError):
        return False


def _digest(made: Entry) -> bytes:
    return hash_of(
        made.prev,
        copy=made.copy,
        seq=made.seq,
        clock=made.clock,
        at=made.at,
        author=made.author,
        kind=made.kind,
        guideline=made.guideline,
        seen=made.seen,
        body=made.body,
        commits=[change.commit for change in made.changes],
    )


def _is_committed(change: Change) -> bool:
    if change.value is None or change.salt is None:
        return change.value is None and change.salt is None
    return change.commit == commit_of(change.salt, change.row, change.field, change.value)


def _is_value(text: str) -> bool:
    try:
        decode(text)
    except (ValueError, RecursionError):
        return False
    return True


def _attachments(raw: Raw, brake: Brake) -> Iterator[Problem]:
    names = blobs.names(raw)
    for held in blobs.each(raw, names):
        brake.check()
        if hashlib.sha256(held.data).hexdigest() != held.sha:
            yield Problem(Fault.ATTACHMENT, held.sha)
    for sha in sorted(_attached(raw) - set(names)):
        yield Problem(Fault.ATTACHMENT, sha)


def _attached(raw: Raw) -> set[str]:
    """Return the blobs that answers say they are."""
    texts = raw.execute("""SELECT value FROM change WHERE value LIKE '%"blob":%'""")
    contents = [content_of(decode(text)) for (text,) in texts if _is_value(text)]
    return {str(content["blob"]) for content in contents if isinstance(content, dict) and "blob" in content}
