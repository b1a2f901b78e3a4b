"""Making an entry: number, clock, chain, salts, commits, hash, and for some kinds a signature."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from radplan_desktop.dossier.chain import NO_HEAD, Head
from radplan_desktop.dossier.keys import PUBLIC_KEY, SIGNED, Identity
from radplan_desktop.plan.log import Change, Entry, EntryKind, commit_of, hash_of
from radplan_desktop.plan.values import Cell, canonical, decode

SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class Act:
    """What someone did, before it has a place in a chain. ``at`` is UTC, as ISO text."""

    kind: EntryKind
    author: str
    guideline: str
    changes: Sequence[tuple[Cell, str]]
    body: Mapping[str, Any]
    at: str


def seal(act: Act, who: Identity, heads: Mapping[str, Head], clock: int) -> Entry:
    """Return the act as the next entry of a copy, after everything these heads and this clock stand for.

    Raises ValueError when a value is not one (a defect of the caller).
    """
    last = heads.get(who.copy, NO_HEAD)
    body = dict(act.body)
    if act.kind in SIGNED:
        body[PUBLIC_KEY] = who.public.hex()
    changes = tuple(_committed(act.changes))
    fields: dict[str, Any] = {
        "copy": who.copy,
        "seq": last.seq + 1,
        "clock": clock + 1,
        "at": act.at,
        "author": act.author,
        "kind": act.kind,
        "guideline": act.guideline,
        "seen": {copy: head.seq for copy, head in heads.items() if copy != who.copy},
        "body": json.loads(canonical(body)) if body else {},
    }
    digest = hash_of(last.hash, **fields, commits=[change.commit for change in changes])
    sig = who.sign(digest) if act.kind in SIGNED else None
    return Entry(**fields, prev=last.hash, hash=digest, changes=changes, sig=sig)


def _committed(changes: Iterable[tuple[Cell, str]]) -> Iterable[Change]:
    for (row, field), value in changes:
        decode(value)
        salt = secrets.token_bytes(SALT_BYTES)
        yield Change(row, field, value, salt, commit_of(salt, row, field, value))


def now() -> str:
    """Return this moment in UTC, to the second, as ISO text."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
