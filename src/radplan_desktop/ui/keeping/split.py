"""A list with what is chosen from it: beside each other where there is room, else below each other."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from radplan_desktop.ui.look.plain import Scroll, column
from radplan_desktop.ui.look.theme import theme

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
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(GAP)
        self._across.addWidget(listed, LIST)
        self._across.addWidget(self._scroll, DETAIL)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the detail beside the list where there is room."""
        super().resizeEvent(event)
        beside = self.width() >= theme().px(BESIDE_FROM)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._across.direction() != way:
            self._across.setDirection(way)

    def reveal(self, part: QWidget) -> None:
        """Scroll the detail so that a part of it is in sight."""
        self._scroll.ensureWidgetVisible(part)
