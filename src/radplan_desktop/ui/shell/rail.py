"""The rail: the plan's name, the seven steps on their thread, the other screens, and whether everything is saved."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame

from radplan_desktop.plan.tracks import offered
from radplan_desktop.plan.values import PLAN_ROW, Cell
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.look.icons import IconLabel
from radplan_desktop.ui.look.plain import Scroll, column, frame, row, rule, words
from radplan_desktop.ui.look.waiting import LONG
from radplan_desktop.ui.places import DOCUMENTS, HISTORY, OVERVIEW, POINTS, Place, Screen
from radplan_desktop.ui.shell.fit import Fit
from radplan_desktop.ui.shell.rail_head import TOLD, RailHead
from radplan_desktop.ui.shell.rail_lines import NavButton, StepButton

FIRST_LINK = (OVERVIEW, "layout-dashboard", "Overzicht")
LINKS = (
    (POINTS, "list-checks", "Open punten"),
    (DOCUMENTS, "file-text", "Documenten"),
    (HISTORY, "history", "Geschiedenis"),
)
FIRST_VERSION = "0.1"
EDGE = 1
"""The hairline along the rail."""


class Rail(QFrame):
    """The left column."""

    wanted = Signal(object)
    """A Place somebody asks for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("rail")
        self._desk = desk
        self._told = frozenset(Cell(PLAN_ROW, desk.guideline.role(role)) for role in TOLD)
        self.steps: list[StepButton] = []
        self.links: dict[Place, NavButton] = {}
        self._lines = column(self)
        self._head = RailHead()
        self._lines.addWidget(self._head)
        self._add_ways()
        self._add_foot()
        desk.changed.connect(self._show_plan)
        desk.reckoned.connect(self._show_rings)
        desk.bridge.saved.connect(self._show_saved)
        self._long = QTimer(self, singleShot=True, interval=LONG)
        self._long.timeout.connect(self._show_saving)
        desk.bridge.saving.connect(self._wait)
        desk.bridge.failed.connect(self._show_failed)
        self._show_plan()
        self._show_rings()
        self._show_saved()

    def _add_ways(self) -> None:
        """Add the steps and the links; where the text is large for the window they scroll, between head and foot."""
        body = frame("railBody")
        self._ways = column(body)
        self._add_steps()
        self._between = column()
        self._between.addWidget(rule())
        self._ways.addLayout(self._between)
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
        """Take the sizes of this window, as wide as keeps every name on one line as far as the window allows."""
        self._head.fit(fit)
        self._ways.setContentsMargins(0, 4 if fit.low else 8, 0, 0)
        self._between.setContentsMargins(0, 4 if fit.low else 8, 0, 4 if fit.low else 6)
        lines = (*self.steps, *self.links.values())
        for line in lines:
            line.fit(fit)
        self.setFixedWidth(max(fit.rail, min(fit.rail_most, max(line.unbroken for line in lines) + EDGE)))

    def show_place(self, place: Place) -> None:
        """Mark where we are."""
        here = Place(Screen.SECTION, place.section) if place.section else place
        for step in self.steps:
            step.mark(here=step.section.id == here.section)
        for target, link in self.links.items():
            link.mark(here=target == here)

    def _show_plan(self, cells: frozenset[Cell] | None = None) -> None:
        if cells is not None and not self._desk.steers(cells) and not cells & self._told:
            return
        answers, guideline = self._desk.answers, self._desk.guideline
        name = answers.text(PLAN_ROW, guideline.role("plan_name")) if guideline.role("plan_name") else ""
        versions = self._desk.session.versions
        version = versions[-1].label if versions else FIRST_VERSION
        self._head.show_plan(name or self._desk.session.file_name, answers, version)
        tracks = {track.id for track in offered(answers)}
        for place, link in self.links.items():
            link.setVisible(place.screen is not Screen.TRACK or place.item in tracks)

    def _show_rings(self) -> None:
        for step in self.steps:
            step.show_ring(self._desk.standing.progress.sections[step.section.id])

    def _show_saved(self) -> None:
        self._long.stop()
        session = self._desk.session
        self._shield.show_icon("shield-check", "ok")
        if session.read_only:
            self._saved.setText("Offline · versleuteld\nalleen om te lezen")
        elif session.saved_at is not None:
            self._saved.setText(f"Offline · versleuteld\nopgeslagen {session.saved_at:%H:%M}")
        else:
            self._saved.setText("Offline · versleuteld\nalles is opgeslagen")

    def _wait(self) -> None:
        """Say that saving is going on only when it takes long: it would flicker at every letter."""
        if not self._long.isActive():
            self._long.start()

    def _show_saving(self) -> None:
        self._saved.setText("Offline · versleuteld\nbezig met opslaan")

    def _show_failed(self) -> None:
        self._long.stop()
        self._shield.show_icon("shield-alert", "danger")
        self._saved.setText("Offline · versleuteld\nnog niet opgeslagen")
