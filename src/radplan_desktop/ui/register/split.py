"""How table and form share the height: the form gets what it asks for, the table at least a few rows.

Once someone drags the line between them, it stays where it was dragged.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from radplan_desktop.ui.look.plain import Scroll, column

SHARED_AFTER = (QEvent.Type.LayoutRequest, QEvent.Type.ShowToParent, QEvent.Type.HideToParent)


class TableAndForm(QSplitter):
    """A table above a form that scrolls when it does not fit. Without a form the table has all the room."""

    def __init__(self, table: QWidget, form: QWidget, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._table, self._form, self._dragged = table, form, False
        self.setChildrenCollapsible(False)
        self.addWidget(table)
        self._body = QWidget()
        self._body.setObjectName("scrollBody")
        self._scroll = Scroll(self._body, parent=self)
        lines = column(self._body)
        lines.addWidget(form)
        lines.addStretch()
        for part in (table, self._scroll, self.handle(1)):
            part.raise_()  # a screen reader goes along them in this order; a splitter turns it around
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self.splitterMoved.connect(self._drag)
        for watched in (self._body, form):
            watched.installEventFilter(self)

    def _drag(self) -> None:
        self._dragged = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Share again when the form comes, goes or asks for another height."""
        if event.type() in SHARED_AFTER:
            self._share()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new height."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        self._scroll.setVisible(not self._form.isHidden())
        if self._dragged or self._form.isHidden():
            return
        width = self._scroll.viewport().width()
        asked = max(self._form.heightForWidth(width), self._form.minimumSizeHint().height())
        room = self.height() - self.handleWidth()
        below = min(asked, room - self._table.minimumSizeHint().height())
        if below > 0 and below != self._scroll.height():
            self.setSizes([room - below, below])
