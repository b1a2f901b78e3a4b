"""The municipality's own form files, carried along so that a plan opens the same everywhere."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, delete, insert

from radplan_desktop.dossier.raw import Raw
from radplan_desktop.dossier.tables import form

ALL = "SELECT path, data FROM form ORDER BY path"


def every(raw: Raw) -> dict[str, bytes]:
    """Return path -> bytes of all form files."""
    return dict(raw.execute(ALL).fetchall())


def put(connection: Connection, files: Mapping[str, bytes]) -> None:
    """Replace all form files by these."""
    connection.execute(delete(form))
    if files:
        connection.execute(insert(form), [{"path": path, "data": data} for path, data in files.items()])
