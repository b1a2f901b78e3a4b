"""The rows of a register as a table model: it only renders Answers."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from radplan_desktop.guideline.model import Field, Gate, Kind, Register, View
from radplan_desktop.plan import display
from radplan_desktop.plan.values import Cell, Parked
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.explain import register_of
from radplan_desktop.ui.outline import columns_of

Index = QModelIndex | QPersistentModelIndex
NUMERIC = frozenset({Kind.NUMBER, Kind.MONEY, Kind.PERCENT, Kind.SCALE})
PICKED = frozenset({Kind.CHOICE, Kind.CHOICES, Kind.LINK, Kind.LINKS, Kind.YESNO})
UNSHOWN = frozenset({Kind.CHECKLIST, Kind.LONGTEXT, Kind.ATTACHMENT})
MOST = 4
EMPTY = "leeg"
"""What a screen reader says of a cell without an answer that nobody waits for."""


class Role(IntEnum):
    """What the delegate asks beside the text."""

    SECOND_LINE = Qt.ItemDataRole.UserRole + 1
    MISSING = Qt.ItemDataRole.UserRole + 2


def shown_columns(desk: Desk, item: Register | View) -> tuple[Field, ...]:
    """Return the columns of the table: the title first, then up to four others of the basis route that fit in a cell."""
    register = register_of(desk.guideline, item)
    wanted, _ = columns_of(desk.guideline, item)
    others = [c for c in wanted if c.id not in (register.title, register.subtitle) and c.kind not in UNSHOWN]
    return (register.columns[register.title], *others[:MOST])


class RegisterModel(QAbstractTableModel):
    """Column 0 is the row's number when its register numbers rows; the title has a second line."""

    def __init__(self, desk: Desk, item: Register | View, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._item = desk, item
        self.register = register_of(desk.guideline, item)
        self.columns = shown_columns(desk, item)
        self.numbered = bool(self.register.prefix)
        self.rows: tuple[str, ...] = self._rows_now()

    def _rows_now(self) -> tuple[str, ...]:
        where = self._item.where if isinstance(self._item, View) else None
        return self._desk.answers.rows(self.register.id, where)

    def refresh(self, cells: frozenset[Cell] | None) -> None:
        """Tell the table what changed."""
        rows = self._rows_now()
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
        elif cells is None or any(cell.row in rows or self._linked(cell) for cell in cells):
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, self.columnCount() - 1))

    def _linked(self, cell: Cell) -> bool:
        register = self._desk.answers.register_of(cell.row)
        return any(column.target == register for column in self.columns if column.target)

    def field_at(self, column: int) -> Field | None:
        """Return the field of a column; None for the number."""
        place = column - self.numbered
        return self.columns[place] if place >= 0 else None

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self.columns) + self.numbered

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return the label of a column."""
        if orientation is Qt.Orientation.Vertical:
            return None
        column = self.field_at(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return column.label if column is not None else "Nr"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self.right_aligned(section) else Qt.AlignmentFlag.AlignLeft
            return int((side | Qt.AlignmentFlag.AlignVCenter).value)
        return None

    def right_aligned(self, section: int) -> bool:
        """Whether a column holds numbers."""
        column = self.field_at(section)
        return column is not None and column.kind in NUMERIC

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own contract
        """Return what the delegate draws and a screen reader reads."""
        row_id, column = self.rows[index.row()], self.field_at(index.column())
        answers = self._desk.answers
        if column is None:
            return answers.number(row_id) if role == Qt.ItemDataRole.DisplayRole else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(row_id, column)
        if role == Role.SECOND_LINE and column.id == self.register.title:
            return self._second(row_id)
        if role == Role.MISSING:
            return self._missing(row_id, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._text(row_id, column) or self._missing(row_id, column) or EMPTY
        return None

    def _text(self, row_id: str, column: Field) -> str:
        answers = self._desk.answers
        if column.id == self.register.title:
            return answers.title(row_id)
        if not answers.visible(row_id, column.id):
            return ""
        value = answers.value(row_id, column.id)
        if isinstance(value, Parked) and value.until:
            return f"later, {display.short_date(value.until)}"
        return answers.text(row_id, column.id).partition("\n")[0]

    def _second(self, row_id: str) -> str:
        subtitle = self.register.subtitle
        return self._desk.answers.text(row_id, subtitle).replace("\n", " ") if subtitle else ""

    def _missing(self, row_id: str, column: Field) -> str:
        gate: Gate = self._desk.standing.progress.gate
        answers = self._desk.answers
        needed = column.gate is not None and column.gate <= gate and answers.visible(row_id, column.id)
        if not needed or answers.value(row_id, column.id) is not None:
            return ""
        return "nog kiezen" if column.kind in PICKED else "nog open"
