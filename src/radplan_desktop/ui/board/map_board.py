"""The stakeholder map on a screen of its own: who stands where, what is needed, and what was said to whom."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from radplan_desktop.guideline.model import Chart, Guideline, Panel, Register
from radplan_desktop.guideline.parts import path, paths
from radplan_desktop.plan.next_steps import headline, next_steps, stepped
from radplan_desktop.plan.values import PLAN_ROW, Cell, Value
from radplan_desktop.ui.board.beside import PartyPane
from radplan_desktop.ui.board.fitted import MapPanel, MapRoom
from radplan_desktop.ui.board.rooms import after_resizing
from radplan_desktop.ui.board.strip import PartyStrip
from radplan_desktop.ui.charts.card import MAP_KEYS
from radplan_desktop.ui.charts.holding import HoldingCanvas
from radplan_desktop.ui.charts.panel import HOLDING, MAP
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.explain import Explains, Explanation
from radplan_desktop.ui.look.beside import Beside
from radplan_desktop.ui.look.icons import IconLabel
from radplan_desktop.ui.look.plain import Button, Chip, Elided, column, row, rule, words
from radplan_desktop.ui.look.scrolled import PageScroll
from radplan_desktop.ui.look.theme import theme
from radplan_desktop.ui.outline import Entry
from radplan_desktop.ui.places import Place
from radplan_desktop.ui.register.table import AddRow

MARGINS = (20, 12, 18, 12)
BESIDE_FROM, FACTS_FROM = 740, 900
"""From which width on the contacts stand beside the map, and there is room above it for more than the count."""
CONTACTS = "contact_log"


def log_of(guideline: Guideline, register: str) -> Panel | None:
    """Return the log of contacts with the rows of a register, if the forms have one."""
    items = (item for section in guideline.sections for item in section.items())
    panels = (item for item in items if isinstance(item, Panel) and item.panel == CONTACTS)
    return next((one for one in panels if guideline.field(path(one.roles, "party")).target == register), None)


class MapBoard(PageScroll, Explains):
    """Map, strip and contacts, that all show one and the same party."""

    def __init__(self, desk: Desk, entry: Entry, chart: Chart, rows: tuple[Entry, Register], parent: QWidget) -> None:
        super().__init__(parent, MARGINS)
        self._desk, self._entry, self._chart = desk, entry, chart
        rows_entry, self.register = rows
        self._later = after_resizing(self, self._show_facts)
        self.panel = MapPanel(desk, chart, says=False)
        self.strip = PartyStrip(desk, chart)
        self.pane = PartyPane(desk, rows_entry, self.register, log_of(desk.guideline, self.register.id))
        self.count, self.facts = Elided("hint"), words(role="hint")
        self.lack, self._lack_above = Chip(), Chip()
        self._mark = IconLabel("landmark", 16, "ink2")
        self.add = AddRow(desk, self.register, self.register)
        name = f"{self.register.row[:1].upper()}{self.register.row[1:]} toevoegen"
        self.button = Button(name, icon_name="plus", size="small")
        self.lines.setSpacing(10)
        self._add_head()
        self._across = Beside(BESIDE_FROM, 14)
        self._across.addWidget(self._card(), 30)
        self._across.addWidget(self.pane, 19)
        self.lines.addLayout(self._across, 1)
        self._connect()
        self.refresh()

    def _add_head(self) -> None:
        head = row(gap=10)
        head.addWidget(self.count, 1)
        head.addWidget(self._lack_above)
        head.addWidget(self._mark)
        head.addWidget(self.facts)
        head.addWidget(self.button)
        self.lines.addLayout(head)
        self.add.setProperty("role", "card")
        self.lines.addWidget(self.add)
        self.add.hide()
        self.button.setVisible(not self._desk.session.read_only and not self.register.fixed)

    def _card(self) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        lines = column(card, (14, 10, 14, 10), 6)
        head = row(gap=8)
        head.addWidget(words(self._chart.label, "h2"))
        head.addWidget(self.lack)
        head.addStretch()
        head.addWidget(self.panel.switch)
        lines.addLayout(head)
        lines.addWidget(MapRoom(self.panel), 1)
        lines.addWidget(rule())
        lines.addWidget(self.strip)
        return card

    def _connect(self) -> None:
        desk = self._desk
        desk.picks.picked.connect(self._picked)
        desk.changed.connect(self._changed)
        self.pane.cleared.connect(lambda: desk.picks.pick(self.register.id, ""))
        self.pane.held.copied.connect(self._show_new)
        self.pane.held.deleted.connect(lambda: desk.picks.pick(self.register.id, ""))
        self.strip.wanted.connect(lambda: self.pane.show_form(self.row))
        self.button.clicked.connect(self._begin)
        self.add.wanted.connect(self._make)
        self.panel.take_opening(lambda cell: self.pane.show_form(cell.row))
        if isinstance(self.panel.canvas, HoldingCanvas):
            self.panel.canvas.picked.connect(lambda _: self._show_strip())

    @property
    def row(self) -> str:
        """The chosen party; "" when there is none."""
        row_id = self._desk.picks.row(self.register.id)
        return row_id if row_id and self._desk.answers.exists(row_id) else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the contacts beside the map where there is room, else under it."""
        super().resizeEvent(event)
        self._across.fit(self.width())
        self._later.start()

    def explanation(self) -> Explanation | None:
        """Return how to work with the map by keyboard."""
        return Explanation(self._entry.heading, MAP_KEYS)

    def enter(self, place: Place) -> None:
        """Put the focus on the map, at a party if the place names one."""
        if place.row:
            self._desk.picks.pick(self.register.id, place.row)
        self.refresh()
        self._picked(self.register.id, self.row)
        if self.panel.is_empty:
            self._begin()
        else:
            self.panel.focus()

    def leave(self) -> None:
        """Fold the line for a new party away."""
        self.add.hide()

    def _changed(self, cells: frozenset[Cell] | None) -> None:
        if self.isVisible():  # what is out of sight is shown anew when it is entered
            self.refresh(cells)

    def refresh(self, cells: frozenset[Cell] | None = None) -> None:
        """Show what changed; the drawing follows by itself."""
        answers, beside = self._desk.answers, self._chart.beside
        having, total = stepped(answers, beside, self.register.id)
        row = "partij heeft" if having == 1 else "partijen hebben"
        self.count.say(f"{having} van {total} {row} een volgende stap" if total else "")
        self._show_facts()
        self.add.refresh()
        self.pane.refresh(cells)
        self._show_strip()

    def _show_facts(self) -> None:
        answers = self._desk.answers
        names = [name for name in paths(self._chart.beside, "facts") if answers.visible(PLAN_ROW, name)]
        said = [(answers.field(PLAN_ROW, name).label, answers.text(PLAN_ROW, name)) for name in names]
        text = " · ".join(f"{label}: {answer}" for label, answer in said if answer)
        self.facts.setText(text)
        roomy = self.width() >= theme().px(FACTS_FROM)
        self.facts.setVisible(bool(text) and roomy)
        self._mark.setVisible(bool(text) and roomy)
        lacking = headline(next_steps(answers, self._chart.beside, answers.counted(self.register.id)))
        self.lack.say(lacking if roomy else "", "warn", "circle-dashed")
        self._lack_above.say("" if roomy else lacking, "warn", "circle-dashed")

    def _picked(self, register: str, row_id: str) -> None:
        if register == self.register.id:
            self.pane.show_row(row_id)
            self._show_strip()

    def _show_strip(self) -> None:
        canvas = self.panel.canvas
        held = isinstance(canvas, HoldingCanvas) and canvas.held
        self.strip.show_row(self.row, HOLDING[MAP] if held else "")

    def _begin(self) -> None:
        self.add.show()
        self.add.focus()

    def _make(self, values: dict[str, Value]) -> None:
        self.add.hide()
        self._show_new(self._desk.session.add_row(self.register.id, values))

    def _show_new(self, row_id: str) -> None:
        self.panel.refresh()
        self._desk.picks.pick(self.register.id, row_id)
        self.pane.show_form(row_id)
