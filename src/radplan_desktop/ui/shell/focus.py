"""What follows the focus: the active card, the explanation after a moment, and the page, which scrolls to it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from radplan_desktop.ui.around import around, outward
from radplan_desktop.ui.charts.canvas import ChartCanvas
from radplan_desktop.ui.explain import Explains
from radplan_desktop.ui.look.panels import Card

PAUSE = 150
AROUND = 24


class FocusFollower(QObject):
    """Watches the focus inside one widget."""

    explained = Signal(object)
    """The Explanation of where the focus is, after it has rested there for 150 ms."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__(inside)
        self._inside = inside
        self._card: Card | None = None
        self._rested: QWidget | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._explain)
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._settled.timeout.connect(self._scroll)
        QApplication.instance().focusChanged.connect(self._moved)  # type: ignore[union-attr]
        inside.destroyed.connect(self._pause.stop)

    def forget(self) -> None:
        """Forget the card that is active; it may be about to go."""
        self._card = None
        self._rested = None

    def again(self) -> None:
        """Bring what has the focus into sight once more: somebody asked for it, though the focus was there already."""
        if self._rested is not None:
            self._settled.start()

    def _gone(self) -> None:
        self._rested = None

    def _moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is None:
            return
        if not self._inside.isAncestorOf(now):
            self._pause.stop()  # what stands in the explanation stays, also for who reads on there
            return
        if self._rested is not now:
            self._rested = now
            now.destroyed.connect(self._gone)
        self._activate(around(now, Card))
        self._settled.start()
        self._pause.start()

    def _scroll(self) -> None:
        """Scroll once what was just made has its place."""
        if self._rested is not None:
            _scroll_to(self._rested, self._card or self._rested)
            if isinstance(self._rested, ChartCanvas):
                self._rested.show_chosen()

    def _activate(self, card: Card | None) -> None:
        if card is None or card is self._card:
            return
        if self._card is not None:
            self._card.set_active(False)
        self._card = card
        card.set_active(True)
        card.destroyed.connect(self.forget)

    def _explain(self) -> None:
        told = (one.explanation() for one in outward(self._rested) if isinstance(one, Explains))
        found = next((one for one in told if one is not None), None)
        if found is not None:
            self.explained.emit(found)


def _settle(area: QScrollArea) -> None:
    """Let what is scrolled take the height it now needs."""
    body = area.widget()
    lines = body.layout() if body is not None else None
    if body is not None and lines is not None:
        lines.activate()
        body.resize(
            body.width(), max(body.heightForWidth(body.width()), body.sizeHint().height(), area.viewport().height())
        )


def _scroll_to(widget: QWidget, card: QWidget) -> None:
    """Bring the whole card into sight where it fits, and in any case the widget with the focus."""
    for area in outward(widget.parentWidget()):
        if isinstance(area, QScrollArea):
            _settle(area)
            if area.isAncestorOf(card) and card.height() < area.viewport().height():
                area.ensureWidgetVisible(card, 0, AROUND // 2)
            area.ensureWidgetVisible(widget, 0, AROUND)
