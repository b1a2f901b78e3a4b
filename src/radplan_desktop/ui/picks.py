"""Which row of a register is chosen: one and the same in drawing, list, log and form, on every page of an open plan."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Picks(QObject):
    """The chosen rows, one per register at most."""

    picked = Signal(str, str)
    """A register, and its row that is chosen from now on; "" when none is."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, str] = {}

    def row(self, register: str) -> str:
        """Return the chosen row of a register; "" when there is none."""
        return self._rows.get(register, "")

    def pick(self, register: str, row: str) -> None:
        """Choose a row, or none ("")."""
        if register and row != self.row(register):
            self._rows[register] = row
            self.picked.emit(register, row)
