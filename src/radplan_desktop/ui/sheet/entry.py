"""The line of a sheet: its columns beside each other, each under its name."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from radplan_desktop.guideline.model import Field, Kind, Register
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.look.panels import CARD_MARGINS
from radplan_desktop.ui.look.plain import Button, column, row, words
from radplan_desktop.ui.pages.card import privacy_line
from radplan_desktop.ui.sheet.maker import KEPT, RowMaker

SHARES = {Kind.LINK: 5, Kind.DATE: 4, Kind.MONTH: 4, Kind.NUMBER: 3, Kind.CHOICE: 4, Kind.LONGTEXT: 9}
WIDE = 5


class EntryLine(RowMaker):
    """One row in the making."""

    def __init__(self, desk: Desk, register: Register) -> None:
        super().__init__(desk, register, register.sheet)
        self.setProperty("role", "card")
        fields = [editor.field for editor in self.editors.values()]
        lines = column(self, CARD_MARGINS, 8)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(3)
        for place, field in enumerate(fields):
            self._add(place, field)
        lines.addLayout(self._grid)
        if register.tempting:
            lines.addWidget(privacy_line())
        foot = row(gap=12)
        self.button = Button("Toevoegen", "primary", "plus")
        self.button.setAccessibleDescription(f"{register.row} toevoegen")
        self.button.clicked.connect(self.enter)
        foot.addWidget(self.button)
        foot.addWidget(words(_hint(fields), "hint", wrap=True), 1)
        lines.addLayout(foot)
        self.watch()

    def _add(self, place: int, field: Field) -> None:
        label = words(field.label, "label", wrap=True)
        label.setToolTip(field.hint)
        self._grid.addWidget(label, 0, place, Qt.AlignmentFlag.AlignBottom)
        self._grid.addWidget(self.editors[field.id], 1, place, Qt.AlignmentFlag.AlignTop)
        self._grid.setColumnStretch(place, SHARES.get(field.kind, WIDE))


def _hint(fields: list[Field]) -> str:
    kept = next((field.label for field in fields if field.kind in KEPT), "")
    stays = f" ‘{kept}’ blijft staan voor de volgende regel." if kept else ""
    return f"Enter voegt de regel toe.{stays}"
