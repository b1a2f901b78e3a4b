"""What is used of the DB-API connection of ``sqlcipher3``, which has no types of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Protocol

Row = tuple[Any, ...]


class Cursor(Protocol):
    """The rows of one statement."""

    lastrowid: int

    def fetchone(self) -> Any:  # noqa: ANN401 - a row holds what the query asked for
        """Return the next row, None when there is none."""

    def fetchall(self) -> list[Any]:
        """Return the rows that are left."""

    def __iter__(self) -> Iterator[Any]:
        """Yield the rows that are left."""


class Raw(Protocol):
    """The connection itself; every statement is its own transaction unless BEGIN says otherwise."""

    def execute(self, sql: str, parameters: Sequence[object] = ..., /) -> Cursor:
        """Run one statement."""

    def set_authorizer(self, authorise: Callable[..., int], /) -> None:
        """Ask this before anything is compiled."""

    def backup(self, target: Raw, /, *, pages: int = ..., progress: Callable[[int, int, int], None] = ...) -> None:
        """Copy every page to another connection, so many at a time; what ``progress`` raises ends it."""

    def close(self) -> None:
        """Give the file back."""


def one(raw: Raw, sql: str, parameters: Sequence[object] = ()) -> Any:  # noqa: ANN401 - what the query asked for
    """Return the single value of a query, None when there is no row."""
    row = raw.execute(sql, parameters).fetchone()
    return row[0] if row else None
