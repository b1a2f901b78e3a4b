"""The open points: all of them on a page, grouped by the milestone that waits for them; the first few on a card."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget

from radplan_desktop.guideline.model import Gate, Guideline
from radplan_desktop.plan.progress import OpenPoint
from radplan_desktop.plan.values import PLAN_ROW, Cell
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.following import Following
from radplan_desktop.ui.look.focus_ring import paint_focus
from radplan_desktop.ui.look.icons import paint_icon
from radplan_desktop.ui.look.panels import CARD_MARGINS
from radplan_desktop.ui.look.plain import Button, Chip, clear, column, frame, row, words
from radplan_desktop.ui.look.ring import ROW, paint_ring
from radplan_desktop.ui.look.scrolled import PageScroll
from radplan_desktop.ui.look.theme import theme
from radplan_desktop.ui.look.walking import LineButton
from radplan_desktop.ui.outline import Entry
from radplan_desktop.ui.pages.card import QuestionCard
from radplan_desktop.ui.places import POINTS, Place, Screen, gate_place, section_of

FEW = 5
HEIGHT = 33
ICONS = {
    "check": "scan-search",
    "conflict": "git-merge",
    "parked": "calendar-clock",
    "link": "link",
    "privacy": "shield-alert",
}


def place_of_point(guideline: Guideline, point: OpenPoint) -> Place:
    """Return where an open point is answered."""
    if point.item in guideline.registers:
        row_id = "" if point.row == PLAN_ROW else point.row
        return Place(Screen.REGISTER, point.section, point.item, row_id, point.field)
    return Place(Screen.SECTION, point.section, point.item, field=point.field)


class PointLine(LineButton):
    """One open point; Enter or a click goes to where it is answered."""

    def __init__(self, desk: Desk, point: OpenPoint) -> None:
        super().__init__()
        self._point = point
        section = section_of(desk.guideline, point.section) if point.section else None
        self._number = str(section.number) if section is not None and section.number else ""
        self._share = desk.standing.progress.sections[point.section].done if section is not None else 0.0
        self.setText(point.message)
        self.setAccessibleName(f"{section.title}: {point.message}" if section is not None else point.message)
        self.setToolTip(point.message)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setEnabled(bool(point.section))
        self.clicked.connect(lambda: desk.go(place_of_point(desk.guideline, point)))

    def sizeHint(self) -> QSize:
        """Return one line."""
        return QSize(300, max(HEIGHT, theme().px(HEIGHT)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ring, sentence and chevron under a hairline."""
        del event
        painter = QPainter(self)
        middle = self.height() / 2
        painter.fillRect(0, 0, self.width(), 1, theme().colour("line"))
        place = QRectF(0, middle - 11, 22, 22)
        if self._number and self._point.kind == "open":
            paint_ring(painter, place, min(self._share, 0.99), self._number, ROW)
        else:
            name = ICONS.get(self._point.kind, "circle-dashed")
            paint_icon(painter, name, place.adjusted(2, 2, -2, -2), theme().colour("warn"))
        font = theme().font(weight=QFont.Weight.DemiBold if self.hasFocus() else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(theme().colour("focus" if self.hasFocus() else "ink"))
        room = self.width() - 32 - 24
        text = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(32, 0, room, self.height()), int(Qt.AlignmentFlag.AlignVCenter.value), text)
        paint_icon(painter, "chevron-right", QRectF(self.width() - 20, middle - 9, 18, 18), theme().colour("ink3"))
        if self.hasFocus():
            paint_focus(painter, self.rect().toRectF().adjusted(0, 2, 0, -1))
        painter.end()


class PointsCard(QuestionCard):
    """The first open points, on a page of the wizard."""

    def __init__(self, desk: Desk, entry: Entry) -> None:
        super().__init__(desk, entry)
        self._holder = QWidget()
        self._list: QVBoxLayout = column(self._holder)
        self.body.addWidget(self._holder)
        self.button = Button("Alles tonen", icon_name="list-checks", size="small")
        self.button.clicked.connect(lambda: desk.go(POINTS))
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        desk.reckoned.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        clear(self._list)
        for point in self.desk.standing.points[:FEW]:
            self._list.addWidget(PointLine(self.desk, point))
        self.button.setText(f"Alle {len(self.desk.standing.points)} tonen")

    def focus(self, place: Place) -> None:
        """Put the focus on the way to all of them."""
        del place
        self.button.setFocus(Qt.FocusReason.TabFocusReason)


class PointsPage(PageScroll):
    """All open points."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: tuple[OpenPoint, ...] | None = None
        self._first: PointLine | None = None
        Following(self, desk.reckoned, self.refresh)
        self.refresh()

    def refresh(self, cells: frozenset[Cell] | None = None) -> None:
        """Show the points of now, unless they are the ones that stand there."""
        del cells
        points = self._desk.standing.points
        if points == self._shown:
            return
        self._shown = points
        now = QApplication.focusWidget()
        inside = now is not None and self.isAncestorOf(now)
        clear(self.lines)
        self._first = None
        for gate, found in _by_gate(points):
            self.lines.addWidget(self._group(gate, found))
        if not points:
            self.lines.addWidget(words("Er staat niets open voor deze mijlpaal.", "lead", wrap=True))
        self.lines.addStretch()
        if inside:
            self.enter(POINTS)

    def _group(self, gate: Gate | None, points: list[OpenPoint]) -> QWidget:
        card = frame(role="card")
        lines = column(card, CARD_MARGINS)
        head = row(gap=8)
        spec = next((one for one in self._desk.guideline.gates if one.gate is gate), None)
        head.addWidget(words(spec.label if spec is not None else "Voor het hele plan", "h2"))
        head.addWidget(Chip(str(len(points)), "warn"))
        head.addStretch()
        if gate is not None:
            way = Button("Mijlpaal bekijken", "quiet", "flag", size="small")
            way.setAccessibleName(f"Mijlpaal bekijken: {spec.label if spec is not None else gate.name}")
            way.clicked.connect(lambda _=False, one=gate: self._desk.go(gate_place(one)))
            head.addWidget(way)
        lines.addLayout(head)
        if spec is not None and spec.hint:
            lines.addWidget(words(spec.hint, "hint", wrap=True))
        lines.addSpacing(8)
        for point in points:
            line = PointLine(self._desk, point)
            self._first = self._first or line
            lines.addWidget(line)
        return card

    def enter(self, place: Place) -> None:
        """Put the focus on the first point."""
        del place
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.TabFocusReason)

    def leave(self) -> None:
        """Nothing to note."""


def _by_gate(points: Iterable[OpenPoint]) -> list[tuple[Gate | None, list[OpenPoint]]]:
    groups: dict[Gate | None, list[OpenPoint]] = {}
    for point in points:
        groups.setdefault(point.gate, []).append(point)
    return sorted(groups.items(), key=lambda pair: (pair[0] is None, pair[0] or 0))
