"""A button that is one line of a list: the arrows walk along the lines, Enter presses like the space bar."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

LAST = "last"
"""The property of a button that stands in the head of a card, and yet comes after what is asked there."""

HELPS = "helps"
"""The property of a button that only helps with what is asked: Enter, which goes on to the next question, passes it by."""


class LineButton(QAbstractButton):
    """One line of a list of buttons; what it looks like is drawn by the class that it becomes."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter, as on the space bar; walk with the arrows."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)
