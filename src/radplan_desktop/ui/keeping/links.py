"""The parts of the chain of a finding: a link with its heading on a thread, an indicator, and an action."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

from radplan_desktop.plan.findings import Step
from radplan_desktop.plan.standing import Measure
from radplan_desktop.ui.keeping.words import CHIPS, STANDINGS, measure_text, step_text
from radplan_desktop.ui.look.focus_ring import paint_frame
from radplan_desktop.ui.look.icons import paint_icon
from radplan_desktop.ui.look.plain import Button, Chip, column, row, words
from radplan_desktop.ui.look.theme import theme
from radplan_desktop.ui.look.walking import LineButton

DISC, ICON = 28, 16


class Thread(QWidget):
    """The disc of a link, and the thread to the next one."""

    def __init__(self, icon_name: str, *, last: bool) -> None:
        super().__init__()
        self._icon, self._last = icon_name, last
        self.setFixedWidth(DISC)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw thread, disc and icon."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._last:
            painter.fillRect(QRectF(DISC / 2 - 1, DISC, 2, self.height() - DISC), theme().colour("ringTrackOnSurface"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("primaryTint"))
        painter.drawEllipse(0, 0, DISC, DISC)
        edge = (DISC - ICON) / 2
        paint_icon(painter, self._icon, QRectF(edge, edge, ICON, ICON), theme().colour("primary"))
        painter.end()


def chain_part(title: str, icon_name: str, *parts: QWidget | QLayout, last: bool = False) -> QWidget:
    """Return a link of the chain with these parts."""
    holder = QWidget()
    across = row(holder, gap=12)
    across.addWidget(Thread(icon_name, last=last))
    lines = column(gap=6)
    lines.addWidget(words(title, "label"))
    for part in parts:
        if isinstance(part, QLayout):
            lines.addLayout(part)
        elif isinstance(part, Button):
            lines.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            lines.addWidget(part)
    lines.addSpacing(10)
    across.addLayout(lines, 1)
    return holder


class MeasureLine(QWidget):
    """An indicator: where it came from, where it is, where it has to be, and how it stands."""

    opened = Signal(str)

    def __init__(self, measure: Measure) -> None:
        super().__init__()
        self.measure = measure
        line = row(self, (0, 4, 0, 4), 10)
        text = column(gap=0)
        text.addWidget(words(measure.name, wrap=True))
        text.addWidget(words(measure_text(measure), "hint", wrap=True))
        line.addLayout(text, 1)
        self.chip = Chip(*STANDINGS[measure.standing])
        line.addWidget(self.chip)
        way = Button("Openen", size="small")
        way.setAccessibleName(f"{measure.name}: openen")
        way.setAccessibleDescription(f"{self.chip.text()}. {measure_text(measure)}")
        way.clicked.connect(lambda: self.opened.emit(measure.row))
        line.addWidget(way)


class StepLine(LineButton):
    """An action; pressing it lets one fill it in."""

    def __init__(self, step: Step, today: date) -> None:
        super().__init__()
        self.step = step
        text, tone, icon = CHIPS[step.state]
        text = step.standing or text
        self.setText(step.what)
        self.setAccessibleName(f"{step.what}. {text}. {step_text(step, today)}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        line = row(self, (8, 6, 8, 6), 10)
        lines = column(gap=0)
        lines.addWidget(words(step.what, "strong", wrap=True))
        lines.addWidget(words(step_text(step, today), "hint", wrap=True))
        line.addLayout(lines, 1)
        if text:
            line.addWidget(Chip(text, tone, icon))

    def sizeHint(self) -> QSize:
        """Return the size of its words."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else QSize(200, 40)

    def hasHeightForWidth(self) -> bool:
        """Let its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return how high its words are at a width."""
        layout = self.layout()
        return layout.heightForWidth(width) if layout is not None else 40

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the focus ring."""
        del event
        painter = QPainter(self)
        paint_frame(painter, self.rect().toRectF(), focused=self.hasFocus())
        painter.end()
