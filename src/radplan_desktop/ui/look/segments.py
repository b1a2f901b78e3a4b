"""A few buttons side by side of which one is down; the arrows choose the next one, as among radio buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from radplan_desktop.ui.look.plain import Button, row


class Segments(QWidget):
    """The first is down at first. ``label`` is what they are about: a screen reader says it before the words of each."""

    chosen = Signal(int)
    """The place of the one that the user chose."""

    def __init__(self, label: str, names: Sequence[str]) -> None:
        super().__init__()
        line = row(self)
        group = QButtonGroup(self)
        self.buttons = tuple(Button(name, "segment") for name in names)
        for place, button in enumerate(self.buttons):
            button.setCheckable(True)
            button.setAutoExclusive(True)  # a screen reader then calls it one of a few, not a tick
            button.setProperty("side", "left" if not place else "middle")
            button.setAccessibleName(f"{label}: {button.text().lower()}")
            group.addButton(button, place)
            line.addWidget(button)
        self.buttons[-1].setProperty("side", "right")
        self.buttons[0].setChecked(True)
        group.idClicked.connect(self.chosen)
