"""The line of a sheet: its columns beside each other, each under its name."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from radplan_desktop.guideline.model import Field, Kind, Register
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.look.beside import Sized
from radplan_desktop.ui.look.panels import CARD_MARGINS
from radplan_desktop.ui.look.plain import Button, column, row, words
from radplan_desktop.ui.look.theme import theme
from radplan_desktop.ui.pages.card import privacy_line
from radplan_desktop.ui.sheet.maker import KEPT, RowMaker

SHARES = {Kind.LINK: 5, Kind.DATE: 4, Kind.MONTH: 4, Kind.NUMBER: 3, Kind.CHOICE: 4, Kind.LONGTEXT: 9}
WIDE = 5
LEAST = {Kind.LINK: 180, Kind.DATE: 150, Kind.MONTH: 150, Kind.NUMBER: 110, Kind.LONGTEXT: 240}
"""The width that an answer of a kind needs to be read; a long text that finds none goes below the others."""
PLAIN, BETWEEN = 150, 10


class EntryLine(RowMaker):
    """One row in the making."""

    def __init__(self, desk: Desk, register: Register) -> None:
        super().__init__(desk, register, register.sheet)
        self.setProperty("role", "card")
        self._fields = fields = [editor.field for editor in self.editors.values()]
        self._labels = {field.id: words(field.label, "label", wrap=True) for field in fields}
        self._across: bool | None = None
        lines = column(self, CARD_MARGINS, 8)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(BETWEEN)
        self._grid.setVerticalSpacing(3)
        lines.addLayout(self._grid)
        self._fit()
        Sized(self, self._fit)
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

    def _fit(self) -> None:
        """Put all columns beside each other where they can be read, else the long texts below the others."""
        needed = sum(theme().px(LEAST.get(field.kind, PLAIN)) + BETWEEN for field in self._fields)
        across = self.width() >= needed
        if across is self._across:
            return
        self._across = across
        long = [] if across else [field for field in self._fields if field.kind is Kind.LONGTEXT]
        short = [field for field in self._fields if field not in long]
        for place, field in enumerate(short):
            self._add(field, 0, place, 1)
            self._grid.setColumnStretch(place, SHARES.get(field.kind, WIDE))
        for place in range(len(short), len(self._fields)):
            self._grid.setColumnStretch(place, 0)
        for place, field in enumerate(long):
            self._add(field, 2 + 2 * place, 0, len(short))

    def _add(self, field: Field, line: int, place: int, columns: int) -> None:
        label, editor = self._labels[field.id], self.editors[field.id]
        label.setToolTip(field.hint)
        for part in (label, editor):
            self._grid.removeWidget(part)
        self._grid.addWidget(label, line, place, 1, columns, Qt.AlignmentFlag.AlignBottom)
        self._grid.addWidget(editor, line + 1, place, 1, columns, Qt.AlignmentFlag.AlignTop)


def _hint(fields: list[Field]) -> str:
    kept = next((field.label for field in fields if field.kind in KEPT), "")
    stays = f" ‘{kept}’ blijft staan voor de volgende regel." if kept else ""
    return f"Enter voegt de regel toe.{stays}"
