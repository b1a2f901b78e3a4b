"""A page of an open plan that scrolls as one."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from radplan_desktop.ui.look.plain import Margins, Scroll, column

MARGINS, GAP = (24, 16, 18, 16), 12


class PageScroll(Scroll):
    """``body`` holds the page, ``lines`` its parts from top to bottom.

    It is made where it will stand and at its own size: Qt then dresses and measures each part once, and not again at every step.
    """

    def __init__(self, parent: QWidget, margins: Margins = MARGINS) -> None:
        self.body = QWidget()
        self.body.setObjectName("scrollBody")
        super().__init__(self.body, parent=parent)
        self.resize(parent.size())
        self.lines = column(self.body, margins, GAP)

    def sizeHint(self) -> QSize:
        """Return the size it has: a page takes the room there is."""
        return self.size()
