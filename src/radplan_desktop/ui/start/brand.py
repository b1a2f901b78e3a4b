"""The dark panel at the left of every screen before a plan is open: the mark, the route of seven rings, and what matters there."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from radplan_desktop.ui.look.drawing import CENTRE, LEFT_MIDDLE, fill_arc, fill_disc, fill_rounded
from radplan_desktop.ui.look.icons import paint_icon
from radplan_desktop.ui.look.plain import at_top, column, frame, row, words
from radplan_desktop.ui.look.ring import paint_mark
from radplan_desktop.ui.look.theme import theme

WIDE, NARROW = 404, 344
WIDE_MARGINS, NARROW_MARGINS = (34, 32, 32, 26), (26, 28, 22, 22)
AROUND_ROUTE = 372
"""What stands above and below the route, in pixels."""
AMBER = QColor("#F2C879")
LEAD = "Samen voorkomen dat mensen radicaliseren: van eerste idee tot geborgde aanpak."
LESSONS = (
    "Voorbereiding",
    "Draagvlak",
    "Samenwerking",
    "Stigmatisering voorkomen",
    "Gevoel van veiligheid",
    "Evalueren",
    "Doorontwikkelen en borgen",
)
"""The seven lessons of the guideline, as a drawing: the forms are not read yet when it is shown."""
OFFSETS = (28, 66, 34, 72, 30, 64, 32)
DISC, GAP = 34, 58


class Mark(QWidget):
    """The brand mark."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(QSize(36, 36))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        del event
        painter = QPainter(self)
        paint_mark(painter, QRectF(1, 1, 34, 34), 6.5, AMBER, QColor("#5F8486"))
        painter.end()


class Route(QWidget):
    """Seven rings on one thread."""

    def __init__(self) -> None:
        super().__init__()
        self._narrow = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"De route: {', '.join(LESSONS)}")

    def fit(self, *, narrow: bool, height: int) -> None:
        """Take the room that a panel of this height leaves."""
        self._narrow = narrow
        self.setFixedHeight(max(len(LESSONS) * (DISC + 6), min(len(LESSONS) * GAP, height - AROUND_ROUTE)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the thread, the rings and the names."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap = min(GAP, self.height() / len(LESSONS))
        swing = 0.5 if self._narrow else 1
        centres = [QPointF(22 + (x - 22) * swing, gap * (place + 0.5)) for place, x in enumerate(OFFSETS)]
        _paint_thread(painter, centres)
        painter.setBrush(theme().colour("brand"))
        for place, centre in enumerate(centres):
            painter.setPen(QPen(AMBER, 4))
            painter.drawEllipse(centre, DISC / 2, DISC / 2)
            painter.setPen(theme().colour("onbrand"))
            painter.setFont(theme().font(15, QFont.Weight.DemiBold))
            disc = QRectF(centre.x() - DISC / 2, centre.y() - DISC / 2, DISC, DISC)
            painter.drawText(disc, CENTRE, str(place + 1))
            painter.setFont(theme().font(16))
            room = QRectF(centre.x() + 31, centre.y() - 15, 300, 30)
            painter.drawText(room, LEFT_MIDDLE, LESSONS[place])
        painter.end()


def _paint_thread(painter: QPainter, centres: Sequence[QPointF]) -> None:
    path = QPainterPath(centres[0])
    for before, after in pairwise(centres):
        middle = (before.y() + after.y()) / 2
        path.cubicTo(QPointF(before.x(), middle + 4), QPointF(after.x(), middle - 4), after)
    thread = QColor(theme().colour("onbrand2"))
    thread.setAlphaF(0.6)
    painter.setPen(QPen(thread, 3))
    painter.drawPath(path)


class LockedRing(QWidget):
    """A closed padlock inside seven segments."""

    SEGMENTS = 7

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(QSize(120, 120))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the segments and the padlock."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        span = 360 / self.SEGMENTS
        for segment in range(self.SEGMENTS):
            start = 90 - segment * span - 3
            fill_arc(painter, QRectF(1.5, 1.5, 117, 117), 13, start, 6 - span, AMBER)
        light = theme().colour("onbrand")
        painter.setPen(QPen(light, 5.5))
        painter.drawPath(_shackle())
        fill_rounded(painter, QRectF(40, 56, 40, 30), 4, light)
        fill_disc(painter, QRectF(56, 65, 8, 8), theme().colour("brand"))
        painter.fillRect(QRectF(58.4, 69, 3.2, 9), theme().colour("brand"))
        painter.end()


def _shackle() -> QPainterPath:
    path = QPainterPath(QPointF(46.5, 57))
    path.lineTo(46.5, 47)
    path.arcTo(QRectF(46.5, 33.5, 27, 27), math.degrees(math.pi), -180)
    path.lineTo(73.5, 57)
    return path


class BrandIcon(QWidget):
    """An icon in the amber of the brand panel."""

    def __init__(self, name: str, size: int = 20) -> None:
        super().__init__()
        self._name = name
        self.setFixedSize(QSize(size, size))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        del event
        painter = QPainter(self)
        paint_icon(painter, self._name, QRectF(self.rect()), AMBER)
        painter.end()


class BrandPanel(QFrame):
    """Mark and name above, a drawing in the middle, a promise with its points below."""

    def __init__(
        self, drawing: QWidget, promise: str, icon_name: str, points: Sequence[str], *, lead: str = ""
    ) -> None:
        super().__init__()
        self.setObjectName("brandPanel")
        self._drawing = drawing
        lines = self._lines = column(self, WIDE_MARGINS)
        head = row(gap=13)
        head.addWidget(Mark())
        head.addWidget(words("RadPlan", "brand"), 1)
        lines.addLayout(head)
        if lead:
            lines.addSpacing(6)
            lines.addWidget(words(lead, "brandLead", wrap=True))
        lines.addSpacing(18)
        lines.addWidget(drawing)
        lines.addStretch()
        lines.addWidget(_promise(promise, icon_name, points))

    def fit(self, width: int, height: int) -> None:
        """Take the room that a window of this size leaves."""
        narrow = width < 1100  # noqa: PLR2004 - tokens, "Window behaviour"
        self.setFixedWidth(NARROW if narrow else WIDE)
        self._lines.setContentsMargins(*(NARROW_MARGINS if narrow else WIDE_MARGINS))
        if isinstance(self._drawing, Route):
            self._drawing.fit(narrow=narrow, height=height)


def _promise(text: str, icon_name: str, points: Sequence[str]) -> QFrame:
    foot = frame("brandFoot")
    lines = column(foot, (0, 17, 0, 0), 7)
    head = row(gap=10)
    head.addWidget(BrandIcon(icon_name))
    head.addWidget(words(text, "brandH2", wrap=True), 1)
    lines.addLayout(head)
    for point in points:
        line = row(gap=9)
        line.addLayout(at_top(BrandIcon("check", 17)))
        line.addWidget(words(point, "brandSoft", wrap=True), 1)
        lines.addLayout(line)
    return foot
