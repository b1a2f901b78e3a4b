"""A card of the overview: a title with a chip and a button, and under it what it shows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from radplan_desktop.ui.look.plain import Button, Chip, column, row, words

MARGINS = (16, 12, 16, 12)


class Tile(QFrame):
    """The frame with its head. ``body`` is where a tile puts what it shows."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(title)
        lines = column(self, MARGINS, 6)
        self._head = row(gap=9)
        self.title: QLabel = words(title, "h2")
        self.chip = Chip()
        self.chip.hide()
        self._head.addWidget(self.title)
        self._head.addWidget(self.chip)
        self._head.addStretch()
        lines.addLayout(self._head)
        self.body = column()
        lines.addLayout(self.body)
        lines.addStretch()

    def add_button(self, text: str) -> Button:
        """Put a quiet button in the head and return it."""
        button = Button(text, "quiet", size="small")
        button.setAccessibleName(f"{self.title.text()}: {text.lower()}")
        self.add_tool(button)
        return button

    def add_tool(self, widget: QWidget) -> None:
        """Put a widget at the right of the head."""
        self._head.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
