"""The quiet lines under a field: its text came back after the program was cut off; it seems to hold data about a person."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from radplan_desktop.plan.values import Cell
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.fields.private import PrivacyNote
from radplan_desktop.ui.look.icons import IconLabel
from radplan_desktop.ui.look.plain import row, words

RESTORED = "Hersteld: dit typte u toen RadPlan stopte. Kijk na of het klopt."


class RestoredNote(QWidget):
    """Stands under a field as long as what came back stands in it."""

    def __init__(self, question: str) -> None:
        super().__init__()
        line = row(self, (0, 2, 0, 0), 7)
        line.addWidget(IconLabel("archive-restore", 16, "primary"), 0, Qt.AlignmentFlag.AlignTop)
        said = words(RESTORED, "hint", wrap=True)
        said.setAccessibleName(f"{question}: {RESTORED}")
        line.addWidget(said, 1)


class Notes:
    """The lines under one field; made when there is something to say."""

    def __init__(self, desk: Desk, question: str, lines: QBoxLayout) -> None:
        self._desk, self._question, self._lines = desk, question, lines
        self._private: PrivacyNote | None = None
        self._restored: RestoredNote | None = None

    def show(self, cell: Cell) -> None:
        """Show what holds for a cell now."""
        remark = self._desk.standing.remarks.get(cell, "")
        if self._private is None and remark:
            self._private = PrivacyNote(self._question)
            self._lines.addWidget(self._private)
        if self._private is not None:
            self._private.say(remark)
        back = cell in self._desk.session.restored
        if self._restored is None and back:
            self._restored = RestoredNote(self._question)
            self._lines.addWidget(self._restored)
        if self._restored is not None:
            self._restored.setVisible(back)
