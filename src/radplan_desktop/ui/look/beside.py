"""Parts that stand beside each other where there is room, else below each other."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QBoxLayout, QWidget

from radplan_desktop.ui.look.theme import theme


class Sized(QObject):
    """Calls ``fit`` when a widget gets another size, or its words do."""

    def __init__(self, widget: QWidget, fit: Callable[[], object]) -> None:
        super().__init__(widget)
        self._fit, self._worn = fit, theme()
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at the room again; Qt tells of a style whenever a part gets its place, so only another theme counts."""
        del watched
        dressed = event.type() == QEvent.Type.StyleChange and theme() is not self._worn
        if dressed or event.type() == QEvent.Type.Resize:
            self._worn = theme()
            self._fit()
        return False


class Beside(QBoxLayout):
    """Its parts stand beside each other while ``holder`` is ``wide`` pixels wide (at the smallest text), else below each other."""

    def __init__(self, holder: QWidget, wide: int, gap: int) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight)
        self._holder, self._wide = holder, wide
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(gap)
        Sized(holder, self._fit)

    def ask_for(self, wide: int) -> None:
        """Stand beside each other from another width on."""
        self._wide = wide
        self._fit()

    def _fit(self) -> None:
        room = self._holder.width() >= theme().px(self._wide)
        way = QBoxLayout.Direction.LeftToRight if room else QBoxLayout.Direction.TopToBottom
        if self.direction() != way:
            self.setDirection(way)
