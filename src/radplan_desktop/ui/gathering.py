"""Looking for garbage on the interface thread, and on no other: Python would do it on whichever thread happens to make something.

What is thrown away may be a part of the window, and Qt's objects must not come to an end on WORK or STORE (decision 0027).
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 1000
WHOLE = 30
"""Every so many milliseconds it looks among what is new, and every so many times among everything."""


class Gathering(QObject):
    """From its start until it is stopped, Python looks for no garbage of its own accord."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._times = 0
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def stop(self) -> None:
        """Leave it to Python again: there is one thread left."""
        self._timer.stop()
        gc.enable()

    def _look(self) -> None:
        self._times += 1
        gc.collect(1 if self._times % WHOLE else 2)
