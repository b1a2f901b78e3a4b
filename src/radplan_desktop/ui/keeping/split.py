"""A list with what is chosen from it: beside each other where there is room, else below each other."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from radplan_desktop.ui.look.beside import Beside
from radplan_desktop.ui.look.plain import Scroll, column

BESIDE_FROM = 860
LIST, DETAIL = 4, 5
GAP = 12


class ListAndDetail(QWidget):
    """The detail scrolls on its own."""

    def __init__(self, listed: QWidget, detail: QWidget) -> None:
        super().__init__()
        body = QWidget()
        body.setObjectName("scrollBody")
        lines = column(body)
        lines.addWidget(detail)
        lines.addStretch()
        self._scroll = Scroll(body)
        for part in (listed, self._scroll):
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        across = Beside(self, BESIDE_FROM, GAP)
        across.addWidget(listed, LIST)
        across.addWidget(self._scroll, DETAIL)
        self.setLayout(across)

    def reveal(self, part: QWidget) -> None:
        """Scroll so that a part of the detail is in sight, once everything has its place; of a long one, where the focus is."""
        QTimer.singleShot(0, part, lambda: self._show(part))

    def _show(self, part: QWidget) -> None:
        self._scroll.ensureWidgetVisible(part, 0, GAP)
        now = QApplication.focusWidget()
        if now is not None and part.isAncestorOf(now):
            self._scroll.ensureWidgetVisible(now, 0, GAP)
