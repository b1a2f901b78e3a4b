"""What was found, as a list model."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from radplan_desktop.plan.search import Hit

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What the delegate asks."""

    HIT = Qt.ItemDataRole.UserRole + 1


class HitsModel(QAbstractListModel):
    """One row per place that was found. ``words`` are those that were looked for."""

    def __init__(self, sections: dict[str, str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sections = sections
        self.hits: tuple[Hit, ...] = ()
        self.words: tuple[str, ...] = ()

    def show_hits(self, hits: tuple[Hit, ...], words: tuple[str, ...]) -> None:
        """Show what was found with these words."""
        self.beginResetModel()
        self.hits, self.words = hits, words
        self.endResetModel()

    def hit_at(self, index: Index) -> Hit | None:
        """Return what was found at an index."""
        return self.hits[index.row()] if 0 <= index.row() < len(self.hits) else None

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many places there are."""
        return 0 if parent is not None and parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt says it
        """Return the hit itself, or how it is said."""
        hit = self.hit_at(index)
        if hit is None or role == Role.HIT:
            return hit
        return f"{self.sections[hit.section]}, {hit.label}: {hit.text}" if role == Qt.ItemDataRole.DisplayRole else None
