"""Which row of a register is chosen, and to which part a drawing is narrowed: one and the same on every page of an open plan."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Picks(QObject):
    """The chosen rows, one per register at most, and the chosen parts, one per drawing."""

    picked = Signal(str, str)
    """A register, and its row that is chosen from now on; "" when none is."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, str] = {}
        self._parts: dict[str, int] = {}

    def row(self, register: str) -> str:
        """Return the chosen row of a register; "" when there is none."""
        return self._rows.get(register, "")

    def pick(self, register: str, row: str) -> None:
        """Choose a row, or none ("")."""
        if register and row != self.row(register):
            self._rows[register] = row
            self.picked.emit(register, row)

    def part(self, drawing: str) -> int:
        """Return the part of a drawing that is shown, from 1 on; 0 when all of it is."""
        return self._parts.get(drawing, 0)

    def narrow(self, drawing: str, part: int) -> None:
        """Show one part of a drawing, or all of it (0)."""
        self._parts[drawing] = part
