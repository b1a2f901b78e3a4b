"""A line to type in with a button inside, at its right end."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QToolButton

from radplan_desktop.ui.look.plain import Button

GAP = 3
CLEAR = "Leegmaken"


class ButtonLine(QLineEdit):
    """Keeps its button at the right and its text clear of it."""

    def __init__(self, button: Button) -> None:
        super().__init__()
        self.button = button
        button.setParent(self)
        self.place_button()

    def place_button(self) -> None:
        """Put the button in its place; its size may have changed."""
        size = self.button.sizeHint()
        self.button.resize(size)
        self.button.move(self.width() - size.width() - GAP, (self.height() - size.height()) // 2)
        self.setTextMargins(0, 0, size.width() - GAP, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button at the right."""
        super().resizeEvent(event)
        self.place_button()


def clearable(line: QLineEdit) -> QLineEdit:
    """Give a line a button that empties it; returns the line."""
    line.setClearButtonEnabled(True)
    for button in line.findChildren(QToolButton):
        button.setAccessibleName(CLEAR)
    return line
