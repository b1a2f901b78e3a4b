"""The stakeholder map on a screen of its own: who stands where, what is needed, and what was said to whom."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from radplan_desktop.guideline.model import Chart, Guideline, Panel
from radplan_desktop.guideline.parts import path, paths
from radplan_desktop.plan.next_steps import headline, next_steps, stepped
from radplan_desktop.plan.values import PLAN_ROW, Cell, Value
from radplan_desktop.ui.board.base import Board, Rows
from radplan_desktop.ui.board.beside import PartyPane
from radplan_desktop.ui.board.fitted import MapPanel, MapRoom
from radplan_desktop.ui.board.parts import PartChoice
from radplan_desktop.ui.board.rooms import after_resizing
from radplan_desktop.ui.board.strip import PartyStrip
from radplan_desktop.ui.charts.card import MAP_KEYS
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.look.beside import Beside
from radplan_desktop.ui.look.icons import IconLabel
from radplan_desktop.ui.look.plain import Chip, Elided, row, rule, words
from radplan_desktop.ui.look.theme import theme
from radplan_desktop.ui.outline import Entry
from radplan_desktop.ui.register.table import AddRow

BESIDE_FROM, FACTS_FROM = 740, 900
"""From which width on the contacts stand beside the map, and there is room above it for more than the count."""
CONTACTS = "contact_log"


def log_of(guideline: Guideline, register: str) -> Panel | None:
    """Return the log of contacts with the rows of a register, if the forms have one."""
    items = (item for section in guideline.sections for item in section.items())
    panels = (item for item in items if isinstance(item, Panel) and item.panel == CONTACTS)
    return next((one for one in panels if guideline.field(path(one.roles, "party")).target == register), None)


class MapBoard(Board):
    """Map, strip and contacts, that all show one and the same party."""

    keys = MAP_KEYS

    def __init__(self, desk: Desk, entry: Entry, chart: Chart, rows: Rows, parent: QWidget) -> None:
        panel = MapPanel(desk, chart, says=False)
        super().__init__(desk, entry, rows, parent, panel)
        after_resizing(self, self._show_facts)
        self.strip = PartyStrip(desk, chart)
        self.pane = PartyPane(desk, self.rows_entry, self.register, log_of(desk.guideline, self.register.id))
        self.part = PartChoice(desk, entry.id, chart, self.register)
        self.count, self.facts = Elided("hint"), words(role="hint")
        self._lack_above = Chip()
        self._mark = IconLabel("landmark", 16, "ink2")
        self.add = AddRow(desk, self.register, self.register, entry.id)
        self.lines.setSpacing(10)
        self._add_head()
        card, lines = self.card()
        lines.addWidget(MapRoom(panel), 1)
        lines.addWidget(rule())
        lines.addWidget(self.strip)
        across = Beside(self, BESIDE_FROM, 14)
        across.addWidget(card, 30)
        across.addWidget(self.pane, 19)
        self.lines.addLayout(across, 1)
        self.part.chosen.connect(self._narrow)
        self.pane.cleared.connect(self.let_go)
        self.strip.wanted.connect(lambda: self.edit(self.row))
        self.button.clicked.connect(self.ask_first)
        self.add.wanted.connect(self._make)
        self.start(self.pane.held)

    def _add_head(self) -> None:
        head = row(gap=10)
        head.addWidget(self.part)
        head.addWidget(self.count, 1)
        for widget in (self._mark, self.facts, self.button):
            head.addWidget(widget)
        self.lines.addLayout(head)
        self.lines.addWidget(self._lack_above, 0, Qt.AlignmentFlag.AlignLeft)
        self.add.setProperty("role", "card")
        self.lines.addWidget(self.add)
        self.add.setVisible(self.add.waits)

    def leave(self) -> None:
        """Add what was typed for a new party and not added yet, and fold its line away."""
        self.add.finish()
        self.add.setVisible(self.add.waits)

    def refresh(self, cells: frozenset[Cell] | None = None) -> None:
        """Show what changed; the drawing follows by itself."""
        self.part.refresh(self.row)
        self.panel.narrow(self.part.where)
        self._count()
        self._show_facts()
        self.add.refresh()
        self.pane.refresh(cells)
        self.say()

    def _count(self) -> None:
        rows = self.part.rows
        having = stepped(self.desk.answers, self.chart.beside, rows)
        party = "" if self.part.useful else "partij " if having == 1 else "partijen "
        has = "heeft" if having == 1 else "hebben"
        self.count.say(f"{having} van {len(rows)} {party}{has} een volgende stap" if rows else "")

    def _show_facts(self) -> None:
        """Show above the map what there is room for."""
        answers = self.desk.answers
        names = [name for name in paths(self.chart.beside, "facts") if answers.visible(PLAN_ROW, name)]
        said = [(answers.field(PLAN_ROW, name).label, answers.text(PLAN_ROW, name)) for name in names]
        text = " · ".join(f"{label}: {answer}" for label, answer in said if answer)
        self.facts.setText(text)
        roomy = self.width() >= theme().px(FACTS_FROM)
        self.facts.setVisible(bool(text) and roomy)
        self._mark.setVisible(bool(text) and roomy)
        lacking = headline(next_steps(answers, self.chart.beside, self.part.rows))
        self.lack.say(lacking if roomy else "", "warn", "circle-dashed")
        self._lack_above.say("" if roomy else lacking, "warn", "circle-dashed")

    def show_row(self, row_id: str) -> None:
        """Show a party in the strip, and the contacts with it or its form; on the map too, when another part stands there."""
        if row_id and row_id not in self.part.rows:
            self.refresh()
        self.pane.show_row(row_id)
        self.say()

    def say(self) -> None:
        """Say who is chosen, or what the arrows do."""
        self.strip.show_row(self.row, self.holding)

    def _narrow(self) -> None:
        """Show another part of the parties; one that is not in it is chosen no longer."""
        if self.row not in self.part.rows:
            self.let_go()
        self.refresh()

    def edit(self, row_id: str) -> None:
        """Put the focus in the form of a party."""
        self.pane.show_form(row_id)

    def ask_first(self) -> None:
        """Put the focus on the line that adds a party."""
        self.add.show()
        self.add.focus()

    def _make(self, values: dict[str, Value]) -> None:
        self.add.hide()
        self.show_new(self.desk.session.add_row(self.register.id, values))
