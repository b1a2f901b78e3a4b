"""Long work that has to be done on the interface thread, in portions: the window goes on in between."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

PORTION = 0.004
"""Seconds of work at a time: a quarter of what a screen needs for its next picture."""


class Portions(QObject):
    """Takes the steps of some work whenever the window has nothing else to do, until there are none left; then it is gone."""

    def __init__(self, steps: Iterator[object], parent: QObject) -> None:
        super().__init__(parent)
        self._steps = steps
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._take)
        self._timer.start()

    def _take(self) -> None:
        until = perf_counter() + PORTION
        for _ in self._steps:
            if perf_counter() > until:
                return
        self._timer.stop()
        self.deleteLater()
