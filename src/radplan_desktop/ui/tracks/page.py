"""The page of a track: its steps in order, each with its cards and where they stand."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from radplan_desktop.guideline.model import Track, TrackStep
from radplan_desktop.plan.tracks import Standing, TrackCard, cards
from radplan_desktop.plan.values import Cell
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.following import Following
from radplan_desktop.ui.look.panels import CARD_MARGINS, Card
from radplan_desktop.ui.look.plain import Chip, clear, column, frame, row, words
from radplan_desktop.ui.look.scrolled import PageScroll
from radplan_desktop.ui.look.theme import theme
from radplan_desktop.ui.places import OPEN, Place, Screen
from radplan_desktop.ui.tracks.line import TrackLine

SIDE = 28


class Numbered(QWidget):
    """The number of a step in a disc."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self.setFixedSize(QSize(SIDE, SIDE))
        self.setAccessibleName(f"Stap {number}")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw disc and number."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("primary"))
        painter.drawEllipse(self.rect())
        painter.setPen(theme().colour("onPrimary"))
        painter.setFont(theme().font(15, QFont.Weight.DemiBold))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()


class StepCard(Card):
    """One step of a track."""

    def __init__(self, desk: Desk, step: TrackStep, number: int) -> None:
        super().__init__()
        self._desk, self._step = desk, step
        self._shown: tuple[TrackCard, ...] | None = None
        lines = column(self, CARD_MARGINS, 6)
        head = row(gap=11)
        head.addWidget(Numbered(number))
        head.addWidget(words(step.title, "h2", wrap=True), 1)
        self._chip = Chip()
        head.addWidget(self._chip)
        lines.addLayout(head)
        lines.addWidget(words(desk.answers.fill(step.text), "soft", wrap=True))
        holder = QWidget()
        self._list: QVBoxLayout = column(holder, (0, 4, 0, 0))
        lines.addWidget(holder)

    @property
    def lines(self) -> list[TrackLine]:
        """The lines, in order."""
        items = (self._list.itemAt(n) for n in range(self._list.count()))
        return [line for item in items if item is not None and isinstance(line := item.widget(), TrackLine)]

    def refresh(self) -> None:
        """Show where the cards stand now."""
        found = cards(self._desk.answers, self._step.items)
        self.setVisible(bool(found))
        if found == self._shown:
            return
        focused = next((n for n, line in enumerate(self.lines) if line.hasFocus()), None)
        self._shown = found
        clear(self._list)
        for card in found:
            line = TrackLine(card, condition=self._step.conditions)
            line.clicked.connect(lambda _=False, one=card: self._go(one))
            self._list.addWidget(line)
        settled = sum(1 for card in found if card.standing in (Standing.DONE, Standing.ALTERNATIVE))
        done = settled == len(found)
        self._chip.say(f"{settled} van {len(found)}", "ok" if done else "neutral", "check" if done else "")
        if focused is not None and focused < len(found):
            self.lines[focused].setFocus()

    def _go(self, card: TrackCard) -> None:
        self._desk.go(Place(Screen.SECTION, card.section, card.item))


class TrackPage(PageScroll):
    """A track from top to bottom."""

    def __init__(self, desk: Desk, track: Track, parent: QWidget) -> None:
        super().__init__(parent)
        self.track = track
        intro = frame(role="info")
        column(intro, (16, 10, 16, 10)).addWidget(words(desk.answers.fill(track.text), wrap=True))
        self.lines.addWidget(intro)
        self.steps = [StepCard(desk, step, n) for n, step in enumerate(track.steps, 1)]
        for step in self.steps:
            self.lines.addWidget(step)
        self.lines.addStretch()
        Following(self, desk.changed, self.refresh)
        self.refresh()

    def refresh(self, cells: frozenset[Cell] | None = None) -> None:
        """Show where the cards stand now."""
        del cells
        for step in self.steps:
            step.refresh()

    def enter(self, place: Place) -> None:
        """Show the cards of now, and put the focus on the first that is not there yet."""
        del place
        self.refresh()
        found = [line for step in self.steps if not step.isHidden() for line in step.lines]
        undone = (line for line in found if line.card.standing in OPEN)
        target = next(undone, None) or next(iter(found), None)
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def leave(self) -> None:
        """Nothing to note."""
