"""How full the plan is, section by section, for the milestone that comes next."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from radplan_desktop.guideline.model import Section
from radplan_desktop.plan.progress import Ring
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.look.plain import Button, row, words
from radplan_desktop.ui.look.ring import ROW, paint_ring
from radplan_desktop.ui.look.theme import tabular, theme
from radplan_desktop.ui.look.walking import LineButton
from radplan_desktop.ui.overview.tile import Tile
from radplan_desktop.ui.places import GATES, Place, Screen

HEIGHT, RING = 24, 22
BAR, BAR_SHARE, PERCENT = 8, 0.24, 52
ROOMY = 330
"""From how wide on a line has room for a bar beside its name."""
LEFT_MIDDLE = int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value)
RIGHT_MIDDLE = int((Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter).value)


def percent_of(share: float) -> int:
    """Return a share as a whole percentage; what is not done is never 100, what was begun never 0."""
    return 100 if share >= 1 else max(min(round(share * 100), 99), int(share > 0))


class SectionLine(LineButton):
    """Ring, name, bar and percentage of one section; a click or Enter goes there."""

    def __init__(self, section: Section) -> None:
        super().__init__()
        self.section = section
        self._share = 0.0
        self.setText(section.title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_ring(self, ring: Ring) -> None:
        """Show how full the section is."""
        self._share = ring.done
        said = "klaar" if ring.done >= 1 else f"{percent_of(ring.done)} procent ingevuld"
        self.setAccessibleName(f"Onderdeel {self.section.number}, {self.section.title}, {said}")
        self.update()

    def sizeHint(self) -> QSize:
        """Return one line."""
        return QSize(260, max(HEIGHT, theme().px(HEIGHT)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, percent = self.height() / 2, theme().px(PERCENT)
        bar = self.width() * BAR_SHARE if self.width() >= theme().px(ROOMY) else 0.0
        paint_ring(painter, QRectF(0, middle - RING / 2, RING, RING), self._share, str(self.section.number), ROW)
        if bar:
            self._paint_bar(painter, QRectF(self.width() - percent - bar, middle - BAR / 2, bar, BAR))
        self._paint_words(painter, self.width() - percent - bar, percent)
        painter.end()

    def _paint_bar(self, painter: QPainter, place: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("ringTrackOnSurface"))
        painter.drawRoundedRect(place, BAR / 2, BAR / 2)
        if self._share > 0:
            place.setWidth(max(BAR, place.width() * min(self._share, 1.0)))
            painter.setBrush(theme().colour("primary"))
            painter.drawRoundedRect(place, BAR / 2, BAR / 2)

    def _paint_words(self, painter: QPainter, bar: float, percent: int) -> None:
        done = self._share >= 1
        focus = "focus" if self.hasFocus() else ""
        font = theme().font(weight=QFont.Weight.DemiBold if focus else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(theme().colour(focus or "ink"))
        room = bar - RING - 18
        name = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, round(room))
        painter.drawText(QRectF(RING + 11, 0, room, self.height()), LEFT_MIDDLE, name)
        painter.setFont(tabular(theme().font(15, QFont.Weight.DemiBold if done else QFont.Weight.Normal)))
        painter.setPen(theme().colour("ok" if done else "ink2"))
        said = "klaar" if done else f"{percent_of(self._share)}%"
        painter.drawText(QRectF(self.width() - percent, 0, percent, self.height()), RIGHT_MIDDLE, said)


class FullnessTile(Tile):
    """All sections, and the whole."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Hoe volledig is het plan")
        self._desk = desk
        self.total = words(role="h2")
        self.add_tool(self.total)
        self.gate = words(role="cardHint", wrap=True)
        self.lines = [SectionLine(section) for section in desk.guideline.sections if section.number]
        for line in self.lines:
            line.clicked.connect(lambda _=False, one=line.section.id: desk.go(Place(Screen.SECTION, one)))
            self.body.addWidget(line)
        self.gates = Button("Naar de mijlpalen", "quiet", "flag", size="small")
        self.gates.clicked.connect(lambda: desk.go(GATES))
        below = row(gap=8)
        below.addWidget(self.gate, 1)
        below.addWidget(self.gates)
        self.body.addSpacing(4)
        self.body.addLayout(below)
        self.refresh()

    def refresh(self) -> None:
        """Show how full it is now."""
        progress = self._desk.standing.progress
        self.total.setText(f"{percent_of(progress.total)}%")
        label = next((spec.label for spec in self._desk.guideline.gates if spec.gate is progress.gate), "")
        self.gate.setText(f"Geteld voor de mijlpaal ‘{label}’" if label else "")
        for line in self.lines:
            line.show_ring(progress.sections[line.section.id])
