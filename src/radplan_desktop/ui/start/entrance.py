"""What all screens before an open plan have in common: the brand panel, a heading, a body that scrolls, a foot that does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from radplan_desktop.ui.look.plain import Scroll, column, row, words
from radplan_desktop.ui.start.brand import BrandPanel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class Entrance(QWidget):
    """``body`` is where a screen puts what it asks, ``foot`` its buttons. ``first``: it is the start itself, a little roomier."""

    def __init__(self, brand: BrandPanel, heading: str, below: str, *, first: bool = False) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self.setAccessibleName(heading)
        self.brand = brand
        across = row(self)
        across.addWidget(brand)
        right = column()
        across.addLayout(right, 1)
        inside = QWidget()
        inside.setObjectName("scrollBody")
        lines = column(inside, (46, 40 if first else 30, 46, 8), 0)
        self.heading = words(heading, "display" if first else "display2", wrap=True)
        lines.addWidget(self.heading)
        lines.addSpacing(4 if first else 0)
        lines.addWidget(words(below, "lead", wrap=True))
        lines.addSpacing(19 if first else 15)
        self.body = column(gap=12)
        lines.addLayout(self.body)
        lines.addStretch()
        self.area = Scroll(inside)
        right.addWidget(self.area, 1)
        self._held = column(margins=(46, 0, 46, 0))
        right.addLayout(self._held)
        self.foot = row(margins=(46, 10, 46, 20), gap=12)
        right.addLayout(self.foot)

    def hold(self, widget: QWidget) -> None:
        """Give a line above the foot a place, which does not scroll away."""
        self._held.addWidget(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the brand panel to the window."""
        super().resizeEvent(event)
        self.brand.fit(self.width(), self.height())
