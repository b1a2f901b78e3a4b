"""The quiet line under a text in which there seems to be data about a person. It warns, and never asks or blocks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from radplan_desktop.ui.look.icons import IconLabel
from radplan_desktop.ui.look.plain import row, words


class PrivacyNote(QWidget):
    """One remark, for as long as it holds."""

    def __init__(self, question: str) -> None:
        super().__init__()
        self._question = question
        line = row(self, (0, 2, 0, 0), 7)
        line.addWidget(IconLabel("shield-alert", 16, "warn"), 0, Qt.AlignmentFlag.AlignTop)
        self._words = words(role="remark", wrap=True)
        line.addWidget(self._words, 1)

    def say(self, remark: str) -> None:
        """Show a remark; an empty one goes."""
        self._words.setText(remark)
        self._words.setAccessibleName(f"{self._question}: {remark}" if remark else "")
        self.setVisible(bool(remark))
