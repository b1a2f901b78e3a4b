"""What is being typed: one row per cell, durable at once, gone without a trace when it becomes a change."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import bindparam, delete
from sqlalchemy.dialects.sqlite import insert

from radplan_desktop.dossier import tables
from radplan_desktop.dossier.raw import Raw
from radplan_desktop.dossier.tables import draft
from radplan_desktop.plan.values import Cell

ALL = 'SELECT "row", field, value FROM draft ORDER BY "row", field'

_PUT = insert(draft)
PUT = tables.compiled(
    _PUT.on_conflict_do_update(
        index_elements=[draft.c.row, draft.c.field], set_={"value": _PUT.excluded.value, "at": _PUT.excluded.at}
    ),
    draft.c.keys(),
)
DROP = tables.compiled(delete(draft).where(draft.c.row == bindparam("r"), draft.c.field == bindparam("f")))


def every(raw: Raw) -> dict[Cell, str]:
    """Return cell -> canonical text of all drafts."""
    return {Cell(row, field): value for row, field, value in raw.execute(ALL)}


def put(raw: Raw, cell: Cell, value: str, at: str) -> None:
    """Keep what is being typed in a cell, inside the caller's transaction."""
    raw.execute(PUT, (cell.row, cell.field, value, at))


def drop(raw: Raw, cells: Iterable[Cell]) -> None:
    """Remove drafts, inside the caller's transaction; a cell without one is no matter."""
    for row, field in cells:
        raw.execute(DROP, (row, field))
