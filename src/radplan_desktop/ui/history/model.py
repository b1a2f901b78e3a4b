"""The rows of the history as a list model: it holds them as they are and says one only when it is asked."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from radplan_desktop.acts.history import HistoryLine
from radplan_desktop.ui.history.rows import Row, spoken

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What the delegate asks."""

    ROW = Qt.ItemDataRole.UserRole + 1


class HistoryModel(QAbstractListModel):
    """Days and sittings cannot be selected; lines can. ``words`` are those that were looked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()
        self.words: tuple[str, ...] = ()

    def show_rows(self, rows: tuple[Row, ...], words: tuple[str, ...]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows, self.words = rows, words
        self.endResetModel()

    def place_of(self, line: HistoryLine | None) -> QModelIndex:
        """Return where a line stands; the first line when it is not there; nowhere when there are none."""
        found = next((n for n, row in enumerate(self.rows) if row is line), -1)
        if found < 0 and line is not None:
            found = next((n for n, row in enumerate(self.rows) if row == line), -1)
        if found < 0:
            found = next((n for n, row in enumerate(self.rows) if isinstance(row, HistoryLine)), -1)
        return self.index(found, 0) if found >= 0 else QModelIndex()

    def line_at(self, index: Index) -> HistoryLine | None:
        """Return the line at an index."""
        row = self.rows[index.row()] if 0 <= index.row() < len(self.rows) else None
        return row if isinstance(row, HistoryLine) else None

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt says it
        """Return the row itself, or how it is said."""
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == Role.ROW:
            return row
        return spoken(row) if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return whether a row can be selected."""
        if self.line_at(index) is None:
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
