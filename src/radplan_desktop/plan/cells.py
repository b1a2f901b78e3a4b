"""Cells: the answers of now as a few changes over what stood before, so that an edit costs its changes and not the whole plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

CellKey = tuple[str, str]
"""(row, field)."""

MOST = 512
"""Changes above the ground layer; with more of them they are pressed into a new one."""


class Cells(Mapping[CellKey, str]):
    """(row, field) -> canonical text, immutable. ``over`` lies on ``ground``; None there means that the cell is absent."""

    __slots__ = ("_ground", "_over")

    def __init__(self, ground: Mapping[CellKey, str], over: Mapping[CellKey, str | None] | None = None) -> None:
        self._ground, self._over = ground, over or {}

    def changed(self, changes: Mapping[CellKey, str | None]) -> Cells:
        """Return the cells after these changes; None makes a cell absent."""
        over = {**self._over, **changes}
        return Cells(self._ground, over) if len(over) <= MOST else Cells(dict(Cells(self._ground, over).items()))

    def get(self, key: CellKey, default: Any = None, /) -> Any:  # noqa: ANN401 - as Mapping says it
        """Return the text of a cell, else ``default``."""
        if key in self._over:
            text = self._over[key]
            return default if text is None else text
        return self._ground.get(key, default)

    def __getitem__(self, key: CellKey) -> str:
        text: str | None = self.get(key)
        if text is None:
            raise KeyError(key)
        return text

    def __contains__(self, key: object) -> bool:
        return self._over[key] is not None if key in self._over else key in self._ground  # type: ignore[index]

    def __iter__(self) -> Iterator[CellKey]:
        yield from (key for key in self._ground if key not in self._over)
        yield from (key for key, text in self._over.items() if text is not None)

    def __len__(self) -> int:
        hidden = sum(1 for key in self._over if key in self._ground)
        return len(self._ground) - hidden + sum(1 for text in self._over.values() if text is not None)

    def __repr__(self) -> str:
        return f"Cells({dict(self)!r})"
