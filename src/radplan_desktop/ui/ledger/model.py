"""The lines of a ledger as a list model."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex


class LedgerRole(IntEnum):
    """What the delegate asks."""

    LINE = Qt.ItemDataRole.UserRole + 1


class LedgerLine(NamedTuple):
    """A line about a row of the plan; one without a ``row`` is a heading. ``tone`` and ``icon`` are those of its ``chip``."""

    row: str
    title: str
    meta: str = ""
    chip: str = ""
    tone: str = "neutral"
    icon: str = ""

    @property
    def spoken(self) -> str:
        """How a screen reader says it."""
        return ". ".join(part for part in (self.title, self.chip, self.meta) if part)


class LedgerModel(QAbstractListModel):
    """Headings cannot be selected; lines can. ``words`` are those that were looked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[LedgerLine, ...] = ()
        self.words: tuple[str, ...] = ()

    def show_lines(self, lines: Sequence[LedgerLine], words: tuple[str, ...] = ()) -> None:
        """Show other lines; where the same rows stand in the same order, only what they say changes."""
        same = [line.row for line in lines] == [line.row for line in self.lines]
        if same:
            self.lines, self.words = tuple(lines), words
            if lines:
                self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, 0))
            return
        self.beginResetModel()
        self.lines, self.words = tuple(lines), words
        self.endResetModel()

    def place_of(self, row: str) -> QModelIndex:
        """Return where a row stands; nowhere when it does not."""
        found = next((n for n, line in enumerate(self.lines) if row and line.row == row), -1)
        return self.index(found, 0) if found >= 0 else QModelIndex()

    def first(self, after: int = -1) -> QModelIndex:
        """Return the first line that can be selected after a place; nowhere when there is none."""
        found = next((n for n, line in enumerate(self.lines) if n > after and line.row), -1)
        return self.index(found, 0) if found >= 0 else QModelIndex()

    def row_at(self, index: Index) -> str:
        """Return the row of the plan at an index; "" of a heading and of nowhere."""
        return self.lines[index.row()].row if 0 <= index.row() < len(self.lines) else ""

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many lines there are, headings included."""
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt says it
        """Return the line itself, or how it is said."""
        if not 0 <= index.row() < len(self.lines):
            return None
        line = self.lines[index.row()]
        if role == LedgerRole.LINE:
            return line
        return line.spoken if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return whether a line can be selected."""
        if not self.row_at(index):
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
