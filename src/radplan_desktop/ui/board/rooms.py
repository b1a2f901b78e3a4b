"""Parts of a board that scroll on their own: they ask for little, and take what is left."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QSizePolicy, QWidget

from radplan_desktop.ui.look.beside import Sized
from radplan_desktop.ui.look.plain import Scroll


def after_resizing(widget: QWidget, fit: Callable[[], object]) -> None:
    """Call ``fit`` after a widget got another size, or its words did: parts come and go only once all have their place."""
    timer = QTimer(widget, singleShot=True, interval=0)
    timer.timeout.connect(fit)
    Sized(widget, timer.start)


class OwnScroll(Scroll):
    """Scrolls its body inside a page that otherwise fits; ``least`` is how high it is at least, in pixels."""

    def __init__(self, body: QWidget, least: int, name: str = "cardScroll") -> None:
        super().__init__(body, name)
        self._least = least
        self.setMinimumHeight(least)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Return the least height: more is welcome, and not asked for."""
        return QSize(super().sizeHint().width(), self._least)


class DrawingRoom(OwnScroll):
    """As high as what is drawn, up to ``most`` pixels: what stands under it stays in sight."""

    most = 218

    def give(self, most: int) -> None:
        """Take at most this height."""
        if most != self.most:
            self.most = most
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return what the drawing needs, within bounds."""
        body, width = self._body, max(self.viewport().width(), 1)
        needed = (body.heightForWidth(width) if body.hasHeightForWidth() else body.sizeHint().height()) + 2
        return QSize(width, max(self.minimumHeight(), min(needed, self.most)))
