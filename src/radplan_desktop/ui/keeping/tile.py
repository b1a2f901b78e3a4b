"""The tile of the overview: how many actions, reactions and findings still ask something, each with the way to its screen."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from radplan_desktop.guideline.model import Guideline, Panel
from radplan_desktop.plan.answers import Answers
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.keeping.summing import SUMMARIES, Summary
from radplan_desktop.ui.look.focus_ring import paint_frame
from radplan_desktop.ui.look.icons import paint_icon
from radplan_desktop.ui.look.plain import clear, row
from radplan_desktop.ui.look.theme import tabular, theme
from radplan_desktop.ui.look.walking import LineButton
from radplan_desktop.ui.outline import KEEPING
from radplan_desktop.ui.overview.tile import Tile
from radplan_desktop.ui.places import Place, place_of_panel
from radplan_desktop.ui.work import Job

HIGH, EDGE, ICON = 58, 12, 18
WORDS = {
    "actions": ("actie te doen", "acties te doen", "flag"),
    "reactions": ("reactie te verwerken", "reacties te verwerken", "message-square"),
    "findings": ("bevinding zonder vervolg", "bevindingen zonder vervolg", "lightbulb"),
}


class Kept(NamedTuple):
    """A panel in short."""

    panel: str
    summary: Summary


def kept(guideline: Guideline, answers: Answers) -> tuple[Kept, ...]:
    """Return the panels that have something to show. A plain function, for WORK."""
    items = (item for section in guideline.sections for item in section.items())
    panels = [item for item in items if isinstance(item, Panel) and item.panel in KEEPING]
    found = (Kept(panel.panel, SUMMARIES[panel.panel](answers, panel.roles)) for panel in panels)
    return tuple(one for one in found if one.summary.total)


class KeptButton(LineButton):
    """A number, what it counts, and below it how much of that is late."""

    def __init__(self, kept_: Kept) -> None:
        super().__init__()
        one, more, self._icon = WORDS[kept_.panel]
        summary = kept_.summary
        self._number, self._below = str(summary.todo), summary.rest or ("" if summary.todo else "alles is gedaan")
        self.setText(one if summary.todo == 1 else more)
        self.setAccessibleName(", ".join(part for part in (f"{self._number} {self.text()}", self._below) if part))
        self.setAccessibleDescription(summary.said)
        self.setToolTip(summary.said)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._pressing = bool(summary.late or (summary.todo and kept_.panel != "actions"))

    def sizeHint(self) -> QSize:
        """Return two lines of words."""
        return QSize(170, theme().px(HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw number, words and icon in a frame."""
        del event
        painter = QPainter(self)
        paint_frame(painter, self.rect().toRectF(), focused=self.hasFocus())
        big = tabular(theme().font(25, QFont.Weight.DemiBold))
        ink = theme().colour("warn" if self._pressing else "ink")
        wide = QFontMetrics(big).horizontalAdvance(self._number) + 10
        painter.setFont(big)
        painter.setPen(ink)
        middle = int(Qt.AlignmentFlag.AlignVCenter.value)
        painter.drawText(QRectF(EDGE, 0, wide, self.height()), middle, self._number)
        room = QRectF(EDGE + wide, 0, self.width() - 2 * EDGE - wide - ICON - 6, self.height() / 2 + 1)
        self._write(painter, room.translated(0, 4), theme().font(15), self.text(), "ink")
        self._write(painter, room.translated(0, room.height() - 6), theme().font(13), self._below, "ink2")
        place = QRectF(self.width() - EDGE - ICON, (self.height() - ICON) / 2, ICON, ICON)
        paint_icon(painter, self._icon, place, theme().colour("primary"))
        painter.end()

    def _write(self, painter: QPainter, room: QRectF, font: QFont, text: str, colour: str) -> None:
        painter.setFont(font)
        painter.setPen(theme().colour(colour))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter.value), shown)


class KeepingTile(Tile):
    """Shown once there is something to keep up."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Bijhouden")
        self._desk = desk
        self._job: Job | None = None
        self._shown: tuple[Kept, ...] = ()
        self.buttons: list[KeptButton] = []
        self._across = row(gap=12)
        self.body.addLayout(self._across)
        self.hide()
        self.refresh()

    def refresh(self) -> None:
        """Count anew, away from the interface thread."""
        if self._job is not None:
            self._job.cancel()
        guideline, answers = self._desk.guideline, self._desk.answers
        self._job = self._desk.worker.run(self, lambda: kept(guideline, answers), self._show)

    def _show(self, found: tuple[Kept, ...]) -> None:
        if found == self._shown:
            return
        self._shown = found
        clear(self._across)
        self.buttons = []
        for one in found:
            button = KeptButton(one)
            place = place_of_panel(self._desk.guideline, one.panel)
            button.clicked.connect(lambda _=False, to=place: self._go(to))
            self._across.addWidget(button, 1)
            self.buttons.append(button)
        self.setVisible(bool(found))

    def _go(self, place: Place | None) -> None:
        if place is not None:
            self._desk.go(place)
