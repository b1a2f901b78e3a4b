"""The rail: the plan's name, the seven steps on their thread, the other screens, and whether everything is saved."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy

from radplan_desktop.guideline.model import Section
from radplan_desktop.plan.progress import Ring
from radplan_desktop.plan.tracks import offered
from radplan_desktop.plan.values import PLAN_ROW
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.look.icons import IconLabel
from radplan_desktop.ui.look.plain import Button, Chip, Scroll, column, frame, row, rule, words
from radplan_desktop.ui.look.ring import RAIL, RAIL_ACTIVE, paint_ring
from radplan_desktop.ui.look.theme import theme
from radplan_desktop.ui.look.walking import LineButton
from radplan_desktop.ui.places import DOCUMENTS, HISTORY, OVERVIEW, POINTS, Place, Screen
from radplan_desktop.ui.shell.fit import Fit

FIRST_LINK = (OVERVIEW, "layout-dashboard", "Overzicht")
LINKS = (
    (POINTS, "list-checks", "Open punten"),
    (DOCUMENTS, "file-text", "Documenten"),
    (HISTORY, "history", "Geschiedenis"),
)
FIRST_VERSION = "0.1"
THREAD, LEFT = 31, 57
_WRAP = int(Qt.TextFlag.TextWordWrap.value)


class StepButton(LineButton):
    """One step: a ring with its number on the thread, and its name. Up and Down walk along the steps, Enter opens one."""

    def __init__(self, section: Section, *, first: bool, last: bool) -> None:
        super().__init__()
        self.section = section
        self._first, self._last = first, last
        self._share = 0.0
        self._high = 42
        self.setText(section.title)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_ring(self, ring: Ring) -> None:
        """Show how far the section is."""
        self._share = ring.done
        points = "1 open punt" if ring.open == 1 else f"{ring.open} open punten"
        share = f"{round(ring.done * 100)} procent ingevuld"
        self.setAccessibleName(f"Onderdeel {self.section.number}, {self.section.title}, {share}, {points}")
        self.update()

    def fit(self, fit: Fit) -> None:
        """Take the height of this window."""
        self._high = fit.step
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return one step, higher when its name takes two lines."""
        room = QRect(0, 0, max(self.width() - LEFT - 5, 100), 1000)
        named = QFontMetrics(theme().font(weight=QFont.Weight.DemiBold)).boundingRect(room, _WRAP, self.text())
        return QSize(200, max(self._high, theme().px(self._high - 4), named.height() + 4))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that the name needs at this width."""
        super().resizeEvent(event)
        self.updateGeometry()

    def nextCheckState(self) -> None:
        """Leave being active to the shell: a click asks, the page that comes answers."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw thread, ring and name."""
        del event
        painter = QPainter(self)
        high, on = self.height(), self.isChecked()
        if on:
            self._paint_active(painter)
        else:
            track = theme().colour("ringTrack")
            painter.fillRect(THREAD, 0 if not self._first else high // 2, 2, high // 2, track)
            painter.fillRect(THREAD, high // 2, 2, 0 if self._last else high, track)
        circle = QRectF(18, (high - 28) / 2, 28, 28)
        paint_ring(painter, circle, self._share, str(self.section.number), RAIL_ACTIVE if on else RAIL)
        if self.hasFocus():
            painter.setPen(QPen(theme().colour("focus"), 2.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(5, 2.5, -5, -2.5), 6, 6)
        painter.setFont(theme().font(weight=QFont.Weight.DemiBold if on else QFont.Weight.Normal))
        painter.setPen(theme().colour("ink"))
        room = QRectF(LEFT, 0, self.width() - LEFT - 5, high)
        painter.drawText(room, int((Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap).value), self.text())
        painter.end()

    def _paint_active(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), theme().colour("surface"))
        painter.setPen(theme().colour("line"))
        painter.drawLine(0, 0, self.width(), 0)
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.fillRect(0, 0, 4, self.height(), theme().colour("primary"))


class NavButton(Button):
    """A link in the rail, with the same bar as a step when it is active."""

    def __init__(self, text: str, icon_name: str) -> None:
        super().__init__(text, "nav", icon_name)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def nextCheckState(self) -> None:
        """Leave being active to the shell."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the link and the bar."""
        super().paintEvent(event)
        if self.isChecked():
            painter = QPainter(self)
            painter.fillRect(0, 0, 4, self.height(), theme().colour("primary"))
            painter.end()


class Rail(QFrame):
    """The left column."""

    wanted = Signal(object)
    """A Place somebody asks for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("rail")
        self._desk = desk
        self.steps: list[StepButton] = []
        self.links: dict[Place, NavButton] = {}
        self._lines = column(self)
        self._add_head()
        self._add_ways()
        self._add_foot()
        desk.changed.connect(self._show_plan)
        desk.reckoned.connect(self._show_rings)
        desk.bridge.saved.connect(self._show_saved)
        desk.bridge.saving.connect(self._show_saving)
        desk.bridge.failed.connect(self._show_failed)
        self._show_plan()
        self._show_rings()
        self._show_saved()

    def _add_head(self) -> None:
        head = frame("railHead")
        lines = column(head, (18, 16, 16, 13))
        self._title = words(role="h2", wrap=True)
        self._municipality = words(role="hint", wrap=True)
        self._status = Chip(tone="primary")
        lines.addWidget(self._title)
        lines.addWidget(self._municipality)
        lines.addSpacing(8)
        lines.addWidget(self._status)
        self._lines.addWidget(head)

    def _add_ways(self) -> None:
        """Add the steps and the links; where the text is large for the window they scroll, between head and foot."""
        body = frame("railBody")
        self._ways = column(body, (0, 8, 0, 0))
        self._add_steps()
        self._ways.addSpacing(8)
        self._ways.addWidget(rule())
        self._ways.addSpacing(6)
        self._add_links()
        self._ways.addStretch()
        self._lines.addWidget(Scroll(body, "railScroll"), 1)

    def _add_steps(self) -> None:
        sections = [section for section in self._desk.guideline.sections if section.number]
        for place, section in enumerate(sections):
            button = StepButton(section, first=place == 0, last=place == len(sections) - 1)
            button.clicked.connect(lambda _=False, one=section.id: self.wanted.emit(Place(Screen.SECTION, one)))
            self.steps.append(button)
            self._ways.addWidget(button)

    def _add_links(self) -> None:
        own = [section for section in self._desk.guideline.sections if not section.number]
        places = [(Place(Screen.SECTION, section.id), "landmark", section.title) for section in own]
        tracks = self._desk.guideline.tracks.values()
        places += [(Place(Screen.TRACK, item=track.id), "circle-play", track.label) for track in tracks]
        for place, icon_name, text in (FIRST_LINK, *places, *LINKS):
            button = NavButton(text, icon_name)
            button.clicked.connect(lambda _=False, one=place: self.wanted.emit(one))
            self.links[place] = button
            self._ways.addWidget(button)

    def _add_foot(self) -> None:
        foot = frame("railFoot")
        line = row(foot, (18, 9, 12, 10), 9)
        self._shield = IconLabel("shield-check", 20, "ok")
        self._saved = words(role="meta", wrap=True)
        line.addWidget(self._shield, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._saved, 1)
        self._lines.addWidget(foot)

    def fit(self, fit: Fit) -> None:
        """Take the sizes of this window."""
        self.setFixedWidth(fit.rail)
        for step in self.steps:
            step.fit(fit)

    def show_place(self, place: Place) -> None:
        """Mark where we are."""
        here = Place(Screen.SECTION, place.section) if place.section else place
        for step in self.steps:
            step.setChecked(step.section.id == here.section)
        for target, link in self.links.items():
            link.setChecked(target == here)

    def _show_plan(self) -> None:
        answers, guideline = self._desk.answers, self._desk.guideline
        name = answers.text(PLAN_ROW, guideline.role("plan_name")) if guideline.role("plan_name") else ""
        municipality = answers.text(PLAN_ROW, guideline.role("municipality")) if guideline.role("municipality") else ""
        self._title.setText(name or self._desk.session.file_name)
        tracks = {track.id for track in offered(answers)}
        for place, link in self.links.items():
            link.setVisible(place.screen is not Screen.TRACK or place.item in tracks)
        self._municipality.setText(f"Gemeente {municipality}" if municipality else "")
        status = answers.text(PLAN_ROW, guideline.role("status")) if guideline.role("status") else ""
        versions = self._desk.session.versions
        version = f"versie {versions[-1].label if versions else FIRST_VERSION}"
        self._status.setText(" · ".join(part for part in (status, version) if part))

    def _show_rings(self) -> None:
        for step in self.steps:
            step.show_ring(self._desk.standing.progress.sections[step.section.id])

    def _show_saved(self) -> None:
        session = self._desk.session
        self._shield.show_icon("shield-check", "ok")
        if session.read_only:
            self._saved.setText("Offline · versleuteld\nalleen om te lezen")
        elif session.saved_at is not None:
            self._saved.setText(f"Offline · versleuteld\nopgeslagen {session.saved_at:%H:%M}")
        else:
            self._saved.setText("Offline · versleuteld\nalles is opgeslagen")

    def _show_saving(self) -> None:
        self._saved.setText("Offline · versleuteld\nbezig met opslaan")

    def _show_failed(self) -> None:
        self._shield.show_icon("shield-alert", "danger")
        self._saved.setText("Offline · versleuteld\nnog niet opgeslagen")
