"""The card of what comes back later: for every sub-goal, assumption and group whether it is measured, asked and carried on."""

from __future__ import annotations

from PySide6.QtCore import Qt

from radplan_desktop.charts.scene import Twin
from radplan_desktop.guideline.model import Panel
from radplan_desktop.plan.passing_on import Passed, headings, passing_on
from radplan_desktop.plan.values import Cell
from radplan_desktop.ui.charts.twin import TwinTable
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.explain import Explanation
from radplan_desktop.ui.look.plain import words
from radplan_desktop.ui.outline import Entry
from radplan_desktop.ui.pages.card import QuestionCard
from radplan_desktop.ui.places import Place, place_of_cell
from radplan_desktop.ui.titled import named

FIRST = "Uit het plan"
OPEN, NEVER = "nog open", "–"
HINT = (
    "Wat u nu opschrijft, gebruikt u later. Met Enter opent u een regel. Een streepje betekent dat dit hier niet hoeft."
)
EMPTY = "Hier ziet u later of elk onderdeel van het plan wordt gemeten, gevraagd en geborgd."


class PassingCard(QuestionCard):
    """The table of what comes back."""

    def __init__(self, desk: Desk, entry: Entry, panel: Panel) -> None:
        super().__init__(desk, entry)
        self._panel = panel
        self.summary = words(role="soft", wrap=True)
        self.table = TwinTable(panel.label)
        self.table.opened.connect(self._open)
        self.body.addWidget(self.summary)
        self.body.addWidget(self.table)

    def explanation(self) -> Explanation | None:
        """Return what the table says."""
        return Explanation(self.entry.heading, HINT)

    def refresh(self, cells: frozenset[Cell] | None = None) -> None:
        """Look anew at what points at what."""
        super().refresh(cells)
        if not self.desk.steers(cells):
            return
        answers, roles = self.desk.answers, self._panel.roles
        found = passing_on(answers, roles)
        columns = (FIRST, *headings(answers, roles))
        rows = tuple((self._name(one), *map(self._later, one.later)) for one in found)
        titles = (self.desk.guideline.registers[one.register].title for one in found)
        cells_of = tuple(Cell(one.row, title) for one, title in zip(found, titles, strict=True))
        self.table.show_twin(Twin(columns, rows, (False,) * len(columns), cells_of))
        self.table.setVisible(bool(found))
        self.summary.setText(_said(found))

    def _name(self, passed: Passed) -> str:
        answers, register = self.desk.answers, self.desk.guideline.registers[passed.register]
        title = named(answers.number(passed.row), answers.title(passed.row))
        return f"{register.row[:1].upper()}{register.row[1:]}: {title}"

    def _later(self, rows: tuple[str, ...] | None) -> str:
        if rows is None:
            return NEVER
        answers = self.desk.answers
        return ", ".join(answers.number(row) or answers.title(row) for row in rows) or OPEN

    def _open(self, cell: Cell) -> None:
        place = place_of_cell(self.desk.answers, cell)
        if place is not None:
            self.desk.go(place)

    def focus(self, place: Place) -> None:
        """Put the focus in the table."""
        del place
        self.table.setFocus(Qt.FocusReason.TabFocusReason)


def _said(found: tuple[Passed, ...]) -> str:
    if not found:
        return EMPTY
    lacking = sum(any(rows == () for rows in one.later) for one in found)
    if not lacking:
        return "Alles uit het plan komt later terug."
    return f"Bij {lacking} van de {len(found)} regels staat nog iets open."
