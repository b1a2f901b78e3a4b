"""The rows of a sheet, the newest first; Enter opens one with everything about it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from radplan_desktop.guideline.model import Register, View
from radplan_desktop.plan.values import Cell
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.look.plain import column, words
from radplan_desktop.ui.places import Place, Screen
from radplan_desktop.ui.register.model import NUMERIC, RegisterModel
from radplan_desktop.ui.register.table import RowsView


class LatelyModel(RegisterModel):
    """The rows in reverse."""

    def _rows_now(self) -> tuple[str, ...]:
        return super()._rows_now()[::-1]


class Lately(QFrame):
    """The table of what was entered."""

    def __init__(self, desk: Desk, section: str, register: Register) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._desk, self._section, self._register = desk, section, register
        numbers = (name for name in register.sheet if register.columns[name].kind in NUMERIC)
        columns = View(register.id, register.id, register.label, register.question, (register.title, *numbers))
        self.model = LatelyModel(desk, columns, self)
        self.view = RowsView(self.model)
        self.view.entered_row.connect(self._open)
        self.view.doubleClicked.connect(self._open)
        self.empty = words("Nog niets ingevoerd. Wat u hierboven toevoegt, komt hier te staan.", "soft", wrap=True)
        self.empty.setContentsMargins(18, 14, 18, 14)
        lines = column(self, (1, 1, 1, 1))
        lines.addWidget(self.view, 1)
        lines.addWidget(self.empty)
        self.refresh(None)

    def refresh(self, cells: frozenset[Cell] | None) -> None:
        """Show what changed."""
        self.model.refresh(cells)
        self.view.setVisible(bool(self.model.rows))
        self.empty.setVisible(not self.model.rows)

    def _open(self) -> None:
        place = self.view.currentIndex().row()
        if 0 <= place < len(self.model.rows):
            self._desk.go(Place(Screen.REGISTER, self._section, self._register.id, self.model.rows[place]))
