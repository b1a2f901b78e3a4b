"""Parts that stand beside each other where there is room, else below each other."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QWidget

from radplan_desktop.ui.look.theme import theme


class Beside(QBoxLayout):
    """Its parts stand beside each other from ``wide`` pixels on, at the smallest text; what holds them says how wide it is."""

    def __init__(self, wide: int, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight, parent)
        self._wide = wide
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)

    def fit(self, width: int) -> None:
        """Stand as there is room for in this width, in pixels; for the ``resizeEvent`` of what holds the parts."""
        room = width >= theme().px(self._wide)
        way = QBoxLayout.Direction.LeftToRight if room else QBoxLayout.Direction.TopToBottom
        if self.direction() != way:
            self.setDirection(way)
