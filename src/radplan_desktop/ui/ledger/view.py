"""The list of a ledger: the arrows walk along its lines, Enter opens one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from radplan_desktop.ui.ledger.delegate import LedgerDelegate
from radplan_desktop.ui.ledger.model import LedgerLine, LedgerModel

Index = QModelIndex | QPersistentModelIndex
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LedgerView(QListView):
    """Remembers the chosen row of the plan, also when the lines around it change."""

    chose = Signal(str)
    """The row that is chosen from now on; "" when there is none."""
    opened = Signal(str)
    """Enter or a double click on a row."""
    ticked = Signal(str)
    """The space bar on a row."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.rows = LedgerModel(self)
        self._row = ""
        self.setModel(self.rows)
        self.setItemDelegate(LedgerDelegate(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(name)
        self.doubleClicked.connect(lambda _: self.opened.emit(self._row))

    @property
    def row(self) -> str:
        """The chosen row of the plan."""
        return self._row

    def show_lines(self, lines: list[LedgerLine], words: tuple[str, ...] = ()) -> None:
        """Show other lines; the chosen row stays chosen, or the one that took its place is."""
        place = self.currentIndex().row()
        blocked = self.selectionModel().blockSignals(True)
        self.rows.show_lines(lines, words)
        self.selectionModel().blockSignals(blocked)
        target = self.rows.place_of(self._row)
        if not target.isValid():
            target = self.rows.first(place - 1)
        if not target.isValid():
            target = self.rows.first()
        self._put(target)

    def choose(self, row: str) -> None:
        """Choose a row of the plan."""
        target = self.rows.place_of(row)
        if target.isValid():
            self._put(target)

    def choose_next(self) -> bool:
        """Choose the line after this one; False at the end."""
        target = self.rows.first(self.currentIndex().row())
        if target.isValid():
            self._put(target)
        return target.isValid()

    def _put(self, index: QModelIndex) -> None:
        if self.currentIndex() != index:
            self.setCurrentIndex(index)
        self._chosen(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which row is chosen now."""
        super().currentChanged(current, previous)
        self.scrollTo(current)
        self._chosen(current)

    def _chosen(self, index: Index) -> None:
        row = self.rows.row_at(index)
        if row != self._row:
            self._row = row
            self.chose.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter, tick on the space bar; a heading is passed over."""
        if event.key() in ENTER and self._row:
            self.opened.emit(self._row)
        elif event.key() == Qt.Key.Key_Space and self._row:
            self.ticked.emit(self._row)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Lay the lines out again when the text size changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()
