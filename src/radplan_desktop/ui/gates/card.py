"""The card of one milestone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from radplan_desktop.guideline.model import GateSpec
from radplan_desktop.plan.gates import GateStanding, override_cell
from radplan_desktop.plan.progress import OpenPoint
from radplan_desktop.plan.values import Cell, NotApplicable
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.gates.decision import Decision
from radplan_desktop.ui.gates.due import due_label, due_sentence
from radplan_desktop.ui.gates.onward import Onward
from radplan_desktop.ui.look.icons import IconLabel
from radplan_desktop.ui.look.panels import CARD_MARGINS, Card
from radplan_desktop.ui.look.plain import Button, Chip, clear, column, row, words
from radplan_desktop.ui.pages.points import PointLine
from radplan_desktop.ui.places import place_of_cell

FEW = 4


class GateCard(Card):
    """What a milestone is for, by when, what is open, and going on all the same."""

    def __init__(self, desk: Desk, spec: GateSpec) -> None:
        super().__init__()
        self.setAccessibleName(spec.label)
        self.spec, self._desk = spec, desk
        self._points: tuple[OpenPoint, ...] | None = None
        self._all = False
        self._cell: Cell | None = None
        lines = column(self, CARD_MARGINS, 6)
        head = row(gap=9)
        head.addWidget(IconLabel("flag", 20))
        head.addWidget(words(spec.label, "h2", wrap=True), 1)
        self._chip = Chip()
        head.addWidget(self._chip)
        lines.addLayout(head)
        lines.addWidget(words(spec.hint, "soft", wrap=True))
        lines.addLayout(self._due_line())
        self._holder = QWidget()
        self._list: QVBoxLayout = column(self._holder, (0, 4, 0, 0))
        lines.addWidget(self._holder)
        self.more = Button("", "quiet", "chevron-down", size="small")
        self.more.clicked.connect(self.show_all)
        lines.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._rest = words(role="hint", wrap=True)
        lines.addWidget(self._rest)
        self.onward = Onward(spec.label)
        self.onward.decided.connect(self._decide)
        self.onward.withdrawn.connect(self._withdraw)
        lines.addWidget(self.onward)

    def _due_line(self) -> QVBoxLayout:
        lines = column(gap=4)
        line = row(gap=8)
        line.addWidget(IconLabel("calendar-days", 18, "ink2"), 0, Qt.AlignmentFlag.AlignTop)
        self._due = words(wrap=True)
        line.addWidget(self._due, 1)
        lines.addLayout(line)
        self.date = Button("", size="small", icon_name="pencil")
        self.date.clicked.connect(self._go_to_date)
        lines.addWidget(self.date, 0, Qt.AlignmentFlag.AlignLeft)
        return lines

    def show_standing(self, standing: GateStanding, decision: Decision | None) -> None:
        """Show where the milestone stands now."""
        guideline, answers = self._desk.guideline, self._desk.answers
        self._due.setText(due_sentence(guideline, standing, answers.today))
        label = due_label(guideline, standing)
        self._cell = Cell(standing.row, standing.field)
        self.date.setText(f"Datum invullen: {label}")
        self.date.setVisible(standing.due is None and bool(label))
        self._show_chip(standing)
        self._show_points(standing.points)
        self._rest.setText(_rest(standing))
        self._rest.setVisible(bool(self._rest.text()))
        self.onward.show_standing(standing, decision, read_only=self._desk.session.read_only)

    def _show_chip(self, standing: GateStanding) -> None:
        count = len(standing.points)
        if standing.reached:
            self._chip.say("Gehaald", "ok", "check")
        elif standing.override:
            self._chip.say("Toch verder", "warn", "chevron-right")
        else:
            self._chip.say(f"{count} nog open" if count else "Nog niet gehaald", "warn", "circle-dashed")

    def _show_points(self, points: tuple[OpenPoint, ...]) -> None:
        if points == self._points:
            return
        self._points = points
        clear(self._list)
        shown = points if self._all or len(points) <= FEW + 1 else points[:FEW]
        for point in shown:
            self._list.addWidget(PointLine(self._desk, point))
        self._holder.setVisible(bool(points))
        self.more.setText(f"Alle {len(points)} open punten tonen")
        self.more.setAccessibleName(f"{self.spec.label}: alle {len(points)} open punten tonen")
        self.more.setVisible(len(shown) < len(points))

    def show_all(self) -> None:
        """Show every open point, and put the focus on the first that was not there yet."""
        points, self._all, self._points = self._points or (), True, None
        self._show_points(points)
        item = self._list.itemAt(FEW)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.setFocus(Qt.FocusReason.TabFocusReason)

    def focus(self) -> None:
        """Put the focus on the first thing to do here."""
        line = self.findChild(PointLine)
        buttons = (self.date, self.onward.begin, self.onward.back)
        target = line or next((button for button in buttons if not button.isHidden()), None)
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def _go_to_date(self) -> None:
        path = self.spec.due
        register, dot, _ = path.partition(".")
        rows = self._desk.answers.rows(register) if dot else ()
        cell = (
            Cell("plan", path) if not dot else Cell(rows[0], path.partition(".")[2]) if rows else Cell("plan", register)
        )
        place = place_of_cell(self._desk.answers, cell)
        if place is not None:
            self._desk.go(place)

    def _decide(self, why: str) -> None:
        self._desk.session.set(override_cell(self.spec.gate), NotApplicable(why))

    def _withdraw(self) -> None:
        self._desk.session.set(override_cell(self.spec.gate), None)


def _rest(standing: GateStanding) -> str:
    """Return what the list cannot say."""
    if standing.reached or standing.points:
        return ""
    return "Hier staat niets meer open. Wat een eerdere mijlpaal nodig heeft, staat daar."
