"""The list beside a chart: the same data as a table, for whoever would rather read or cannot see the drawing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from radplan_desktop.charts.scene import Twin
from radplan_desktop.plan.values import Cell
from radplan_desktop.ui.look.theme import theme

Index = QModelIndex | QPersistentModelIndex
EMPTY = Twin((), (), (), ())
MOST, SPARE = 340, 24
"""The most that a text asks for before it breaks, and the room around it, in pixels."""
HEAD, HEAD_PAD = 13, 22
ROW, AROUND_TEXT, ABOVE_TEXT = 29, 22, 9
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def shared(width: int, least: Sequence[int], wanted: Sequence[int]) -> list[int]:
    """Return the widths of columns that together fill ``width``: what they need, then what they want, then evenly more.

    Where there is too little for what they need, the widest give in first.
    """
    spare = width - sum(least)
    if spare <= 0:
        return _capped(width, least)
    asked = [most - one for one, most in zip(least, wanted, strict=True)]
    if sum(asked) >= spare:
        return [one + spare * more // sum(asked) for one, more in zip(least, asked, strict=True)]
    left = spare - sum(asked)
    return [most + left * most // sum(wanted) for most in wanted]


def _capped(width: int, least: Sequence[int]) -> list[int]:
    shares, room = list(least), width
    for done, place in enumerate(sorted(range(len(least)), key=lambda place: least[place])):
        shares[place] = min(least[place], room // (len(least) - done))
        room -= shares[place]
    return shares


class TwinModel(QAbstractTableModel):
    """A Twin as a table model."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.twin = EMPTY

    def show_twin(self, twin: Twin) -> None:
        """Show other data."""
        if twin != self.twin:
            self.beginResetModel()
            self.twin = twin
            self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self.twin.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self.twin.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own contract
        """Return the name of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.twin.columns[section]
        return self._aligned(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own contract
        """Return what stands in a cell of the table."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self.twin.rows[index.row()][index.column()]
        return self._aligned(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _aligned(self, column: int) -> int:
        side = Qt.AlignmentFlag.AlignRight if self.twin.numeric[column] else Qt.AlignmentFlag.AlignLeft
        return int((side | Qt.AlignmentFlag.AlignVCenter).value) | int(Qt.TextFlag.TextWordWrap.value)


class WrappedHeader(QHeaderView):
    """Names of columns that break where a column is narrow."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:  # noqa: N803 - Qt's own name
        """Return the size of a name in the width its column has."""
        size = super().sectionSizeFromContents(logicalIndex)
        name = str(self.model().headerData(logicalIndex, self.orientation()) or "")
        room = QRect(0, 0, max(self.sectionSize(logicalIndex) - HEAD_PAD, 30), 1000)
        metrics = QFontMetrics(theme().font(HEAD, QFont.Weight.DemiBold))
        high = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap.value), name).height()
        return QSize(size.width(), max(size.height(), high + HEAD_PAD // 2))


class WrappedCells(QStyledItemDelegate):
    """Gives a text the height that it needs inside the room around it."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of the text in the width of its column."""
        size = super().sizeHint(option, index)
        room = QRect(0, 0, max(self._table.columnWidth(index.column()) - AROUND_TEXT, 30), 10_000)
        text = str(index.data() or "")
        high = option.fontMetrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap.value), text).height()
        return QSize(size.width(), max(theme().px(ROW), high + ABOVE_TEXT))


class TwinTable(QTableView):
    """The table; as high as its rows. Enter opens what a row stands for."""

    chosen = Signal(object)
    """The Cell of the row that was chosen."""
    opened = Signal(object)
    """The Cell of the row that is to be opened."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.rows = TwinModel(self)
        self.setHorizontalHeader(WrappedHeader(self))
        self.setItemDelegate(WrappedCells(self))
        self.setModel(self.rows)
        self.setObjectName("twin")
        self.setAccessibleName(f"{name}, lijst")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.fit)
        self.horizontalHeader().sectionResized.connect(lambda *_: self._later.start())
        self.clicked.connect(self._tell)
        self.doubleClicked.connect(lambda _: self._open())

    @property
    def cell(self) -> Cell | None:
        """The Cell of the chosen row."""
        place, cells = self.currentIndex().row(), self.rows.twin.cells
        return cells[place] if 0 <= place < len(cells) else None

    def show_twin(self, twin: Twin) -> None:
        """Show other data."""
        self.rows.show_twin(twin)
        self._share_width()
        self.fit()

    def select(self, cell: Cell | None) -> None:
        """Select the row of what was chosen elsewhere; none when it stands in no row."""
        if cell == self.cell:
            return
        cells = self.rows.twin.cells
        if cell in cells:
            self.selectRow(cells.index(cell))
        else:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())

    def _share_width(self) -> None:
        """Give every column the width of its words, and share what is left as its texts ask for it."""
        twin, width = self.rows.twin, self.viewport().width()
        metrics = QFontMetrics(theme().font(weight=QFont.Weight.DemiBold))
        columns = [[name, *(row[place] for row in twin.rows)] for place, name in enumerate(twin.columns)]
        wanted = [min(max(map(metrics.horizontalAdvance, texts)), MOST) + SPARE for texts in columns]
        words = [{word for text in texts for word in text.split()} or {""} for texts in columns]
        least = [
            min(max(map(metrics.horizontalAdvance, found)) + SPARE, most)
            for found, most in zip(words, wanted, strict=True)
        ]
        for place, share in enumerate(shared(width, least, wanted)):
            self.setColumnWidth(place, share)

    def fit(self) -> None:
        """Take the height of all rows."""
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(place) for place in range(self.rows.rowCount()))
        self.setFixedHeight(rows + self.horizontalHeader().sizeHint().height() + 2)

    def sizeHint(self) -> QSize:
        """Return the height of all rows."""
        return QSize(400, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let rows wrap at another width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._share_width()
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter."""
        if event.key() in _ENTER:
            self._open()
            return
        super().keyPressEvent(event)
        self._tell()

    def _tell(self) -> None:
        if self.cell is not None:
            self.chosen.emit(self.cell)

    def _open(self) -> None:
        if self.cell is not None:
            self.opened.emit(self.cell)
