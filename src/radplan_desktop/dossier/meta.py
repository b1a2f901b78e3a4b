"""The facts about a file itself: which plan it holds, which copy writes in it, and how often its past was cut."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import Connection, bindparam, delete, select
from sqlalchemy.dialects.sqlite import insert

from radplan_desktop.dossier.errors import AlteredError
from radplan_desktop.dossier.keys import Identity
from radplan_desktop.dossier.tables import meta


class Fact(StrEnum):
    """The names in the table ``meta``.

    PLAN: 32 hex digits, the same in every copy. KEY: the private key of the copy that last wrote here, 64 hex digits; absent in a
    transfer copy. GENERATION: a number that rises whenever older backups must go (an erasure, another passphrase).
    """

    PLAN = "plan"
    KEY = "key"
    GENERATION = "generation"


_SET = insert(meta)
SET = _SET.on_conflict_do_update(index_elements=[meta.c.name], set_={"value": _SET.excluded.value})
GET = select(meta.c.value).where(meta.c.name == bindparam("name"))


def get(connection: Connection, fact: Fact) -> str | None:
    """Return a fact, None when the file does not state it."""
    return connection.execute(GET, {"name": fact}).scalar()


def put(connection: Connection, fact: Fact, value: str) -> None:
    """State a fact; it replaces what was stated before."""
    connection.execute(SET, {"name": fact, "value": value})


def generation(connection: Connection) -> int:
    """Return how often the backups of before had to go."""
    try:
        return int(get(connection, Fact.GENERATION) or "0")
    except ValueError:
        raise AlteredError from None


def next_generation(connection: Connection) -> None:
    """Note that the backups made until now must go."""
    put(connection, Fact.GENERATION, str(generation(connection) + 1))


def identity(connection: Connection) -> Identity | None:
    """Return the copy that last wrote in this file, None in a transfer copy."""
    private = get(connection, Fact.KEY)
    try:
        return Identity.of(bytes.fromhex(private)) if private else None
    except ValueError:
        raise AlteredError from None


def put_identity(connection: Connection, who: Identity | None) -> None:
    """Make someone the writer of this file."""
    if who is None:
        connection.execute(delete(meta).where(meta.c.name == Fact.KEY))
    else:
        put(connection, Fact.KEY, who.private.hex())
