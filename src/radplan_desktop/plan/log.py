"""The log: entries and changes exactly as the dossier holds them (DESIGN, "The log, exactly")."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple

from radplan_desktop.plan.values import canonical

NO_SEEN: Mapping[str, int] = MappingProxyType({})
GENESIS = bytes(32)


class EntryKind(StrEnum):
    """What an entry records."""

    EDIT = "edit"
    UNDO = "undo"
    VERSION = "version"
    SIGNATURE = "signature"
    HANDOVER = "handover"
    RECEIPT = "receipt"
    MERGE = "merge"
    ERASE = "erase"


class Change(NamedTuple):
    """One cell set to one value. ``value`` is the canonical text, None once erased (then ``salt`` is None too)."""

    row: str
    field: str
    value: str | None
    salt: bytes | None
    commit: bytes


@dataclass(frozen=True, slots=True)
class Entry:
    """One act: an entry of the chain of one copy. ``hash`` covers ``prev``, everything else here, and the commits.

    ``sig`` is the copy's Ed25519 signature over ``hash``, for the kinds that are signed; so the hash cannot cover it.
    """

    copy: str
    seq: int
    clock: int
    at: str
    author: str
    kind: EntryKind
    guideline: str
    prev: bytes
    hash: bytes
    seen: Mapping[str, int] = field(default_factory=lambda: NO_SEEN)
    body: Mapping[str, Any] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()
    sig: bytes | None = None

    @property
    def order(self) -> tuple[int, str, int]:
        """The place in the fold: (clock, copy, seq); later wins."""
        return (self.clock, self.copy, self.seq)

    @property
    def key(self) -> tuple[str, int]:
        """(copy, seq): what a union matches on."""
        return (self.copy, self.seq)

    def saw(self, copy: str, seq: int) -> bool:
        """Whether this entry was made by someone who had entry (copy, seq)."""
        return seq < self.seq if copy == self.copy else self.seen.get(copy, 0) >= seq


def commit_of(salt: bytes, row: str, field_id: str, value: str) -> bytes:
    """Return SHA-256 over salt, row, field and value, each part prefixed by its length so that none can shift into another."""
    digest = hashlib.sha256()
    for part in (salt, row.encode(), field_id.encode(), value.encode()):
        digest.update(len(part).to_bytes(4, "big"))
        digest.update(part)
    return digest.digest()


def hash_of(  # noqa: PLR0913 - the fields of an entry
    prev: bytes,
    *,
    copy: str,
    seq: int,
    clock: int,
    at: str,
    author: str,
    kind: str,
    guideline: str,
    seen: Mapping[str, int],
    body: Mapping[str, Any],
    commits: Sequence[bytes],
) -> bytes:
    """Return SHA-256 over prev, the entry in canonical form, and the commits."""
    head = canonical([copy, seq, clock, at, author, kind, guideline, dict(seen), dict(body)]).encode()
    return hashlib.sha256(prev + len(head).to_bytes(4, "big") + head + b"".join(commits)).digest()
