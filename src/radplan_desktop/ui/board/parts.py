"""The choice above a map: all of its rows, or the rows of one part, with how many each has."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy

from radplan_desktop.guideline.conditions import Condition
from radplan_desktop.guideline.model import Chart, Register
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.look.segments import Segments

ALL = "Alle"


class PartChoice(Segments):
    """What is chosen is remembered while the plan is open, and not stored. ``drawing`` is the name under which."""

    def __init__(self, desk: Desk, drawing: str, chart: Chart, register: Register) -> None:
        self._labels = (ALL, *(one.label for one in chart.filters))
        self._wheres = (None, *(one.where for one in chart.filters))
        super().__init__(chart.label, self._labels)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._desk, self._drawing, self._chart, self._register = desk, drawing, chart, register
        self.chosen.connect(lambda place: desk.picks.narrow(drawing, place))

    @property
    def where(self) -> Condition | None:
        """What the rows of the chosen part satisfy; None for all rows."""
        return self._wheres[self._desk.picks.part(self._drawing)]

    @property
    def rows(self) -> tuple[str, ...]:
        """The rows of the chosen part."""
        return self._desk.answers.counted(self._register.id, self.where)

    @property
    def useful(self) -> bool:
        """Whether there are rows of which the part is known."""
        return any(button.isEnabled() for button in self.buttons[1:])

    def refresh(self, row: str) -> None:
        """Count the rows of now. All are shown again when the chosen part has none, or not the chosen row."""
        counts = [len(self._desk.answers.counted(self._register.id, where)) for where in self._wheres]
        if not self.rows or (row and row not in self.rows):
            self._desk.picks.narrow(self._drawing, 0)
        for button, label, count in zip(self.buttons, self._labels, counts, strict=True):
            button.setText(f"{label} {count}")
            button.setEnabled(bool(count))
            button.setToolTip("" if count else f"Nog geen {self._register.row} bij dit deel.")
            of = "" if label == ALL else f" van {counts[0]}"
            button.setAccessibleName(f"{self._chart.label}: {label.lower()}, {count}{of}")
        self.buttons[self._desk.picks.part(self._drawing)].setChecked(True)
        self.setVisible(self.useful)
