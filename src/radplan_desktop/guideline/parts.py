"""Which field, register or column plays a part in a chart or a panel, read from the roles that the forms give it."""

from __future__ import annotations

from radplan_desktop.guideline.questions import Roles


def paths(roles: Roles, name: str) -> tuple[str, ...]:
    """Return every id or path that plays a part; none when the forms name none."""
    value = roles.get(name, ())
    return (value,) if isinstance(value, str) else value


def path(roles: Roles, name: str) -> str:
    """Return the first id or path that plays a part; the empty string when the forms name none."""
    return next(iter(paths(roles, name)), "")


def columns(roles: Roles, name: str) -> tuple[str, ...]:
    """Return the column parts of the paths that play a part (``indicatoren.nulwaarde`` -> ``nulwaarde``)."""
    return tuple(one.rpartition(".")[2] for one in paths(roles, name))


def column(roles: Roles, name: str) -> str:
    """Return the column part of the first path that plays a part; the empty string when the forms name none."""
    return next(iter(columns(roles, name)), "")
