"""The lines of the rail: a step with its ring on the thread, and a link with its icon. A long name takes two lines."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from radplan_desktop.guideline.model import Section
from radplan_desktop.plan.progress import Ring
from radplan_desktop.ui.look.icons import paint_icon
from radplan_desktop.ui.look.ring import RAIL, RAIL_ACTIVE, paint_ring
from radplan_desktop.ui.look.theme import theme
from radplan_desktop.ui.look.walking import LineButton
from radplan_desktop.ui.shell.fit import Fit

RING, ICON, GAP, RIGHT = 28, 18, 11, 4
ROUNDED = 1
"""What is left behind a name, so that rounding never breaks it."""
HERE = "Hier bent u nu."
_WRAPPED = int((Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap).value)


class RailLine(LineButton):
    """What stands on the left of the name is drawn by the classes below, around ``_centre``."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._high, self._centre, self._low, self._here = 42, 32, False, False
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def fit(self, fit: Fit) -> None:
        """Take the sizes of this window."""
        self._high, self._centre, self._low = self._height_in(fit), fit.edge + RING // 2, fit.low
        self.updateGeometry()
        self.update()

    def _height_in(self, fit: Fit) -> int:
        raise NotImplementedError

    @property
    def _left(self) -> int:
        return self._centre + RING // 2 + GAP

    @property
    def unbroken(self) -> int:
        """The width at which the name stands on one line."""
        metrics = QFontMetrics(theme().font(weight=QFont.Weight.DemiBold))
        return self._left + metrics.horizontalAdvance(self.text()) + ROUNDED + RIGHT

    def sizeHint(self) -> QSize:
        """Return one line, higher when the name takes two; large words make it roomy, except in a low window."""
        room = QRect(0, 0, max(self.width() - self._left - RIGHT, 100), 1000)
        named = QFontMetrics(theme().font(weight=QFont.Weight.DemiBold)).boundingRect(room, _WRAPPED, self.text())
        roomy = self._high if self._low else theme().px(self._high - 4)
        return QSize(200, max(self._high, roomy, named.height() + 4))

    def minimumSizeHint(self) -> QSize:
        """Return the width of the longest word, which cannot be broken."""
        metrics = QFontMetrics(theme().font(weight=QFont.Weight.DemiBold))
        longest = max(metrics.horizontalAdvance(word) for word in self.text().split())
        return QSize(self._left + longest + RIGHT, self._high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that the name needs at this width."""
        super().resizeEvent(event)
        self.updateGeometry()

    @property
    def here(self) -> bool:
        """Whether what it leads to is shown now."""
        return self._here

    def mark(self, *, here: bool) -> None:
        """Show whether what it leads to is shown now: a click asks, the page that comes answers."""
        self._here = here
        self.setAccessibleDescription(HERE if here else "")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground of an active line, what stands on the left, the name, and the focus."""
        del event
        painter = QPainter(self)
        on = self._here
        if on:
            self._paint_active(painter)
        elif self.underMouse():
            painter.fillRect(self.rect(), theme().colour("surface2"))
        self._paint_left(painter)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme().colour("focus"), 2.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(5, 2.5, -5, -2.5), 6, 6)
        painter.setFont(theme().font(weight=QFont.Weight.DemiBold if on else QFont.Weight.Normal))
        painter.setPen(theme().colour("ink"))
        room = QRectF(self._left, 0, self.width() - self._left - RIGHT, self.height())
        painter.drawText(room, _WRAPPED, self.text())
        painter.end()

    def _paint_active(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), theme().colour("surface"))
        painter.setPen(theme().colour("line"))
        painter.drawLine(0, 0, self.width(), 0)
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.fillRect(0, 0, 4, self.height(), theme().colour("primary"))

    def _paint_left(self, painter: QPainter) -> None:
        raise NotImplementedError


class StepButton(RailLine):
    """One step: a ring with its number on the thread, and its name. Up and Down walk along the steps, Enter opens one."""

    def __init__(self, section: Section, *, first: bool, last: bool) -> None:
        super().__init__(section.title)
        self.section = section
        self._first, self._last = first, last
        self._share = 0.0

    def show_ring(self, ring: Ring) -> None:
        """Show how far the section is."""
        self._share = ring.done
        points = "1 open punt" if ring.open == 1 else f"{ring.open} open punten"
        share = f"{round(ring.done * 100)} procent ingevuld"
        self.setAccessibleName(f"Onderdeel {self.section.number}, {self.section.title}, {share}, {points}")
        self.update()

    def _height_in(self, fit: Fit) -> int:
        return fit.step

    def _paint_left(self, painter: QPainter) -> None:
        high, on = self.height(), self._here
        if not on:
            track, half = theme().colour("ringTrack"), high // 2
            top, bottom = half if self._first else 0, half if self._last else high
            painter.fillRect(self._centre - 1, top, 2, bottom - top, track)
        circle = QRectF(self._centre - RING / 2, (high - RING) / 2, RING, RING)
        paint_ring(painter, circle, self._share, str(self.section.number), RAIL_ACTIVE if on else RAIL)


class NavButton(RailLine):
    """A link in the rail, with the same bar as a step when it is active."""

    def __init__(self, text: str, icon_name: str) -> None:
        super().__init__(text)
        self._icon_name = icon_name

    def _height_in(self, fit: Fit) -> int:
        return fit.link

    def _paint_left(self, painter: QPainter) -> None:
        place = QRectF(self._centre - 1 - ICON / 2, (self.height() - ICON) / 2, ICON, ICON)
        paint_icon(painter, self._icon_name, place, theme().colour("primary" if self._here else "ink2"))
