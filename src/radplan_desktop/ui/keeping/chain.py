"""The chain of one finding: what it rests on, what is concluded from it, and what is done about it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from radplan_desktop.guideline.model import Panel
from radplan_desktop.guideline.parts import column as column_of
from radplan_desktop.guideline.parts import path
from radplan_desktop.plan.findings import Finding
from radplan_desktop.plan.values import Answer, Cell, Value
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.fields.box import FieldBox
from radplan_desktop.ui.fields.form import FieldForm
from radplan_desktop.ui.following import Following
from radplan_desktop.ui.keeping.detail_screen import DetailCard
from radplan_desktop.ui.keeping.links import MeasureLine, StepLine, chain_part
from radplan_desktop.ui.keeping.words import FOLLOWS
from radplan_desktop.ui.look.panels import CARD_MARGINS
from radplan_desktop.ui.look.plain import Button, Chip, clear, column, row, words
from radplan_desktop.ui.places import Place, place_of_cell
from radplan_desktop.ui.titled import named

RESTS, CONCLUDES, DOES = "Hier steunt het op", "Dit betekent het", "Dit doet u ermee"
EVIDENCE, CONCLUSION = ("evidence",), ("conclusion", "consequence")
STEP = ("what", "owner", "due")


class ChainCard(DetailCard[Finding]):
    """Every link of the chain can be filled in here."""

    made = Signal(str)
    """An action was made; its name."""
    moved = Signal(QWidget)
    """A part that one works in came or got another place."""

    def __init__(self, desk: Desk, panel: Panel) -> None:
        super().__init__()
        self._desk, self._panel = desk, panel
        self._row, self._step = "", ""
        self._shown: tuple[object, ...] = ()
        self.title, self.chip = words(role="h2", wrap=True), Chip()
        self.source = words(role="hint", wrap=True)
        self.evidence, self.indicators = self._form("rows", EVIDENCE), self._form("rows", ("indicators",))
        self.conclusion = self._form("rows", CONCLUSION)
        self.none = self._form("rows", ("none",))
        self.step = self._form("actions", STEP)
        self.measures: QVBoxLayout = column(gap=4)
        self.steps: QVBoxLayout = column(gap=6)
        self.choose = Button("Indicatoren kiezen", "quiet", "chart-line", size="small")
        self.choose.clicked.connect(self._choose)
        self.make = Button("Maak een actie", icon_name="plus", size="small")
        self.make.setEnabled(not desk.session.read_only)
        self.make.clicked.connect(self.make_action)
        self.whole = Button("Alles over deze actie", "quiet", "table-2", size="small")
        self.whole.clicked.connect(self._open_step)
        self._arrange()
        Following(self, desk.changed, self.refresh)
        self.show_one(None)

    def _form(self, rows: str, parts: tuple[str, ...]) -> FieldForm:
        desk, roles = self._desk, self._panel.roles
        register = desk.guideline.registers[path(roles, rows)]
        found = (outline.find(register.id) for outline in desk.outlines.values())
        entry = next(one for one in found if one is not None)
        names = [name for part in parts if (name := column_of(roles, part))]
        return FieldForm([FieldBox(desk, entry, register.columns[name], compact=True) for name in names])

    def _arrange(self) -> None:
        lines = column(self, CARD_MARGINS, 8)
        head = row(gap=10)
        head.addWidget(self.title, 1)
        head.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignTop)
        lines.addLayout(head)
        lines.addWidget(self.source)
        rests = (self.evidence, self.measures, self.choose, self.indicators)
        lines.addWidget(chain_part(RESTS, "scan-search", *rests))
        lines.addWidget(chain_part(CONCLUDES, "lightbulb", self.conclusion))
        self._holder = QWidget()
        inside = column(self._holder, gap=6)
        inside.addWidget(self.step)
        inside.addWidget(self.whole, 0, Qt.AlignmentFlag.AlignLeft)
        last = chain_part(DOES, "flag", self.steps, self._holder, self.make, self.none, last=True)
        lines.addWidget(last)

    def show_one(self, one: Finding | None) -> None:
        """Show a finding, or nothing."""
        self.setVisible(one is not None)
        if one is None:
            self._row = ""
            return
        self.title.setText(named(one.number, one.title))
        self.chip.say(*FOLLOWS[one.follows])
        sure = f"zekerheid: {one.strength.lower()}" if one.strength else ""
        self.source.setText(" · ".join(part for part in (one.evaluation, one.asked, sure) if part))
        self.source.setVisible(bool(self.source.text()))
        other = one.row != self._row
        if other:
            if self._row:
                self._desk.session.settle()
            self._row, self._step = one.row, ""
            self.indicators.hide()
            for form in self._forms:
                form.bind(one.row)
        self._show_links(one)

    def _show_links(self, finding: Finding) -> None:
        """Show the measurements and the actions, unless they stand there already."""
        shown = (finding.row, finding.measures, finding.steps, self._desk.answers.today)
        rows = [step.row for step in finding.steps]
        if self._step not in rows:
            self._bind(rows[0] if len(rows) == 1 else "")
        self.make.setText("Nog een actie" if rows else "Maak een actie")
        self.none.setVisible(not rows or bool(finding.none))
        self.choose.setVisible(bool(self.indicators.boxes) and self.indicators.isHidden())
        if shown == self._shown:
            return
        self._shown = shown
        clear(self.measures)
        for measure in finding.measures:
            line = MeasureLine(measure)
            line.opened.connect(self._open)
            self.measures.addWidget(line)
        clear(self.steps)
        for step in finding.steps:
            button = StepLine(step, self._desk.answers.today)
            button.clicked.connect(lambda _=False, one=step.row: self._edit(one))
            self.steps.addWidget(button)
        now = QApplication.focusWidget()
        if now is not None and self._holder.isAncestorOf(now):
            self.moved.emit(self._holder)

    @property
    def _forms(self) -> tuple[FieldForm, ...]:
        return self.evidence, self.indicators, self.conclusion, self.none

    def _choose(self) -> None:
        """Ask which indicators it rests on."""
        self.indicators.show()
        self.choose.hide()
        self.indicators.boxes[0].focus()

    def _bind(self, step: str) -> None:
        self._step = step
        self._holder.setVisible(bool(step))
        if step:
            self.step.bind(step)

    def _edit(self, step: str) -> None:
        """Fill in another action."""
        self._desk.session.settle()
        self._bind(step)
        self._work_on_step()

    def _work_on_step(self) -> None:
        """Put the focus on what has to be done, all of it selected: what one types takes its place."""
        self.step.boxes[0].focus()
        self.moved.emit(self._holder)

    def refresh(self, cells: frozenset[Cell] | None = None) -> None:
        """Show what changed in the answers."""
        exists = self._desk.answers.exists
        if self._row and exists(self._row):
            for form in self._forms:
                form.refresh(cells)
        if self._step and exists(self._step):
            self.step.refresh(cells)
        elif self._step:
            self._bind("")

    def focus(self) -> None:
        """Put the focus on the first thing without an answer, else on the first."""
        if self.isHidden():
            return
        boxes = (*self.evidence.boxes, *self.conclusion.boxes)
        next((box for box in boxes if box.is_open()), boxes[0]).focus()

    def make_action(self) -> None:
        """Make an action of this finding: it says what the consequence says, and knows where it comes from."""
        desk, roles = self._desk, self._panel.roles
        desk.session.settle()
        answers = desk.answers
        consequence = column_of(roles, "consequence")
        what = answers.content_text(self._row, consequence) if consequence else ""
        values: Mapping[str, Value] = {
            **{name: Answer(content) for name, content in self._panel.preset.items()},
            column_of(roles, "what"): Answer(what.replace("\n", " ") or answers.title(self._row)),
            column_of(roles, "link"): Answer(self._row),
        }
        step = desk.session.add_row(path(roles, "actions"), values)
        self._bind(step)
        self.made.emit(f"Actie {desk.answers.number(step)}".strip())
        self._work_on_step()

    def _open_step(self) -> None:
        self._go(place_of_cell(self._desk.answers, Cell(self._step, column_of(self._panel.roles, "what"))))

    def _open(self, row_id: str) -> None:
        answers = self._desk.answers
        register = answers.guideline.registers[answers.register_of(row_id)]
        self._go(place_of_cell(answers, Cell(row_id, register.title)))

    def _go(self, place: Place | None) -> None:
        if place is not None:
            self._desk.go(place)
