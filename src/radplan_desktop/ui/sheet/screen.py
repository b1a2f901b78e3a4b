"""The screen of a sheet: the line on top, what was entered under it, and what it leads to beside it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from radplan_desktop.guideline.model import Register
from radplan_desktop.plan.values import Cell, Value
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.explain import Explains, Explanation, explain
from radplan_desktop.ui.following import Following
from radplan_desktop.ui.keeping.way import way_to_panel
from radplan_desktop.ui.look.beside import Beside
from radplan_desktop.ui.look.panels import Banner
from radplan_desktop.ui.look.plain import Button, Scroll, column, row, words
from radplan_desktop.ui.outline import Entry
from radplan_desktop.ui.places import Place, Screen
from radplan_desktop.ui.sheet.beside import Added, Drawn, chart_from
from radplan_desktop.ui.sheet.entry import EntryLine
from radplan_desktop.ui.sheet.keeper import LineKeeper
from radplan_desktop.ui.sheet.lately import Lately

RESTORED = "deze regel had u getypt en nog niet toegevoegd."
BESIDE_FROM = 940
"""From this width on the chart stands beside the rows, else under them."""


class SheetScreen(Scroll, Explains):
    """Entering rows of one register, one line each."""

    def __init__(self, desk: Desk, section: str, entry: Entry, register: Register) -> None:
        body = QWidget()
        body.setObjectName("scrollBody")
        super().__init__(body)
        self._desk, self._entry, self.register = desk, entry, register
        lines = column(body, (24, 16, 18, 16), 12)
        head = row(gap=10)
        head.addWidget(words(register.hint, "soft", wrap=True), 1)
        self.all = Button("Alles per rij", icon_name="table-2", size="small")
        self.all.setAccessibleName(f"{register.label}: alles per rij")
        self.all.clicked.connect(lambda: desk.go(Place(Screen.REGISTER, section, register.id)))
        self.way = way_to_panel(desk, register, lambda: "")
        if self.way is not None:
            head.addWidget(self.way)
        head.addWidget(self.all)
        lines.addLayout(head)
        self.line = EntryLine(desk, register)
        self.line.setEnabled(not desk.session.read_only)
        self.line.entered.connect(self._add)
        lines.addWidget(self._restored())
        lines.addWidget(self.line)
        self.lately = Lately(desk, section, register)
        chart = chart_from(desk.guideline, section, register.id)
        self.beside = Drawn(desk, chart) if chart is not None else Added(desk, register)
        across = Beside(self, BESIDE_FROM, 12)
        across.addWidget(self.lately, 5 if chart is not None else 6)
        across.addWidget(self.beside, 6 if chart is not None else 5)
        lines.addLayout(across, 1)
        Following(self, desk.changed, self.refresh)

    def _restored(self) -> Banner:
        """Put back a line that was typed in and not added, and say so."""
        self.banner = Banner("info", "archive-restore", closable=True)
        self.banner.hide()
        self.banner.pressed.connect(self._empty)
        if LineKeeper(self._desk, self.line).restored:
            self.banner.say("Hersteld:", RESTORED, "Regel leegmaken")
        return self.banner

    def _empty(self) -> None:
        for editor in self.line.editors.values():
            editor.set_value(None)
            editor.finished.emit()
        self.banner.hide()
        self.line.focus()

    def explanation(self) -> Explanation | None:
        """Return what the explanation says of this register."""
        return explain(self._desk.guideline, self._entry)

    def refresh(self, cells: frozenset[Cell] | None = None) -> None:
        """Show what changed."""
        self.line.refresh()
        self.lately.refresh(cells)
        self.beside.refresh(cells)

    def enter(self, place: Place) -> None:
        """Put the focus at the start of the line."""
        del place
        self.line.focus()

    def leave(self) -> None:
        """Nothing to note: a half-typed line stays until it is added, also when the plan is closed."""

    def _add(self, values: dict[str, Value]) -> None:
        self.banner.hide()
        self._desk.session.add_line(self.register.id, values)


def sheet_screen(desk: Desk, place: Place) -> SheetScreen:
    """Return the sheet of a place. Raises LookupError when it names no register with a sheet."""
    entry = desk.outlines[place.section].find(place.item)
    if entry is None or not isinstance(entry.item, Register) or not entry.item.sheet:
        raise LookupError(place.item)
    return SheetScreen(desk, place.section, entry, entry.item)
