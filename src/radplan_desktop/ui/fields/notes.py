"""The quiet lines under a field: its text came back after the program was cut off; it has gaps; it seems to be about a person."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from radplan_desktop.guideline.model import Field
from radplan_desktop.plan.gaps import gaps, to_fill
from radplan_desktop.plan.values import Cell, Content
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.look.icons import IconLabel
from radplan_desktop.ui.look.plain import row, words

COUNTS_NOT = "Tot dan telt deze vraag als nog open."
RESTORED = "Hersteld: dit typte u toen RadPlan stopte. Kijk na of het klopt."


class Note(QWidget):
    """One quiet line, for as long as it holds."""

    def __init__(self, question: str, icon_name: str, token: str, role: str) -> None:
        super().__init__()
        self._question = question
        line = row(self, (0, 2, 0, 0), 7)
        line.addWidget(IconLabel(icon_name, 16, token), 0, Qt.AlignmentFlag.AlignTop)
        self._words = words(role=role, wrap=True)
        line.addWidget(self._words, 1)

    def say(self, text: str) -> None:
        """Show a line; an empty one goes."""
        self._words.setText(text)
        self._words.setAccessibleName(f"{self._question}: {text}" if text else "")
        self.setVisible(bool(text))


def gaps_left(field: Field, content: Content) -> str:
    """Return what a draft text still asks; nothing when it has no gaps."""
    count = gaps(field, content)
    if not count:
        return ""
    return f"Nog {to_fill(count)}. {COUNTS_NOT}" if field.gate is not None else f"Nog {to_fill(count)}."


class Notes:
    """The lines under one field; made when there is something to say."""

    def __init__(self, desk: Desk, field: Field, question: str, lines: QBoxLayout) -> None:
        self._desk, self._field, self._question, self._lines = desk, field, question, lines
        self._notes: dict[str, Note] = {}

    def show(self, cell: Cell) -> None:
        """Show what holds for a cell now."""
        content = self._desk.answers.content(*cell) if self._field.opzet else None
        self._say("circle-dashed", "warn", "remark", gaps_left(self._field, content))
        self._say("shield-alert", "warn", "remark", self._desk.standing.remarks.get(cell, ""))
        self._say("archive-restore", "primary", "hint", RESTORED if cell in self._desk.session.restored else "")

    def _say(self, icon_name: str, token: str, role: str, text: str) -> None:
        note = self._notes.get(icon_name)
        if note is None and text:
            note = self._notes[icon_name] = Note(self._question, icon_name, token, role)
            self._lines.addWidget(note)
        if note is not None:
            note.say(text)
