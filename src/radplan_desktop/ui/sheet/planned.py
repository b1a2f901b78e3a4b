"""What was planned against what was held, a line with a bar for each; a line opens what it is about."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from radplan_desktop.guideline.model import Register
from radplan_desktop.plan.sheets import Planned, planned
from radplan_desktop.plan.values import Cell
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.look.focus_ring import ROW_RADIUS, paint_focus
from radplan_desktop.ui.look.plain import clear, column
from radplan_desktop.ui.look.theme import tabular, theme
from radplan_desktop.ui.look.walking import LineButton
from radplan_desktop.ui.places import place_of_cell

HIGH, BAR, EDGE = 46, 6, 4
_SINGLE = int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine).value)


class PlannedLine(LineButton):
    """One line. More than planned fills the bar and says so; where nothing was planned there is no bar."""

    def __init__(self, planned_: Planned) -> None:
        super().__init__()
        self.planned = planned_
        self.setText(planned_.name)
        self.setAccessibleName(f"{planned_.name}: {planned_.said}")
        self.setToolTip(self.accessibleName())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def share(self) -> float | None:
        """How much of what was planned was held, 0 to 1; None where nobody said how much was planned."""
        goal, held = self.planned.planned, self.planned.held or Decimal(0)
        if goal is None:
            return None
        return 1.0 if held >= goal else float(held / goal)

    def sizeHint(self) -> QSize:
        """Return two lines of words above a bar."""
        return QSize(220, theme().px(HIGH) + BAR)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw name, words and bar."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect()).adjusted(EDGE, 2, -EDGE, -BAR - 6)
        half = QRectF(room.left(), room.top(), room.width(), room.height() / 2)
        for place, font, colour, text in (
            (half, theme().font(15), "ink", self.planned.name),
            (half.translated(0, half.height()), tabular(theme().font(13)), "ink2", self.planned.said),
        ):
            self._write(painter, place, font, colour, text)
        share = self.share
        if share is not None:
            track = QRectF(room.left(), self.height() - BAR - 4, room.width(), BAR)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("ringTrackOnSurface"))
            painter.drawRoundedRect(track, BAR / 2, BAR / 2)
            painter.setBrush(theme().colour("primary"))
            if share > 0:
                track.setWidth(max(track.width() * share, BAR))
                painter.drawRoundedRect(track, BAR / 2, BAR / 2)
        if self.hasFocus():
            paint_focus(painter, self.rect().toRectF(), ROW_RADIUS)
        painter.end()

    def _write(self, painter: QPainter, place: QRectF, font: QFont, colour: str, text: str) -> None:
        painter.setFont(font)
        painter.setPen(theme().colour(colour))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(place.width()))
        painter.drawText(place, _SINGLE, shown)


class PlannedList(QWidget):
    """All lines, in the order of what they are about."""

    def __init__(self, desk: Desk, register: Register) -> None:
        super().__init__()
        self._desk, self._register = desk, register
        self._found: tuple[Planned, ...] = ()
        self._lines: QVBoxLayout = column(self, gap=2)
        self.lines: list[PlannedLine] = []

    def refresh(self) -> None:
        """Show what holds now, unless it stands there already."""
        found = planned(self._desk.answers, self._register)
        if found == self._found:
            return
        self._found = found
        clear(self._lines)
        self.lines = [PlannedLine(one) for one in found]
        for line in self.lines:
            line.clicked.connect(lambda _=False, one=line.planned.row: self._open(one))
            self._lines.addWidget(line)

    def _open(self, row: str) -> None:
        answers = self._desk.answers
        register = answers.guideline.registers[answers.register_of(row)]
        place = place_of_cell(answers, Cell(row, register.title))
        if place is not None:
            self._desk.go(place)
