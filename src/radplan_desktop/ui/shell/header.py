"""The header: how far this section is, its name, and the tools of the window."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.look.icons import paint_icon
from radplan_desktop.ui.look.plain import Button, Elided, column, row, words
from radplan_desktop.ui.look.ring import HEADER, Ring
from radplan_desktop.ui.look.theme import theme
from radplan_desktop.ui.overview.words import day_line
from radplan_desktop.ui.places import WITHIN, Place, Screen, question_of, section_of, title
from radplan_desktop.ui.shell.fit import Fit

ICONS = {
    Screen.OVERVIEW: "layout-dashboard",
    Screen.POINTS: "list-checks",
    Screen.DOCUMENTS: "file-text",
    Screen.HISTORY: "history",
    Screen.SEARCH: "search",
    Screen.PREFERENCES: "settings",
    Screen.ABOUT: "info",
    Screen.GATES: "flag",
    Screen.TRACK: "circle-play",
}
SUBTITLES = {
    Screen.POINTS: "Wat nog een antwoord vraagt, per mijlpaal",
    Screen.DOCUMENTS: "Van uw antwoorden naar papier voor overleg, raad en partners",
    Screen.HISTORY: "Wie wat wanneer wijzigde; elk antwoord van eerder kunt u terugzetten",
    Screen.SEARCH: "In alle antwoorden en vragen van dit plan",
    Screen.PREFERENCES: "Voor deze laptop, en voor dit plan",
    Screen.ABOUT: "Versie, licenties en waar de vragen vandaan komen",
    Screen.GATES: "Wanneer wat klaar moet zijn, en wat daarvoor nog openstaat",
}
SIDE = 46


class Disc(QWidget):
    """An icon in a pale disc, where a screen has no ring."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(QSize(SIDE, SIDE))
        self.icon_name = "list-checks"

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw disc and icon."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme().colour("primaryTint"))
        painter.setBrush(theme().colour("primaryTint"))
        painter.drawEllipse(self.rect().adjusted(0, 0, -1, -1))
        paint_icon(painter, self.icon_name, QRectF(12, 12, 22, 22), theme().colour("primary"))
        painter.end()


class Header(QFrame):
    """Ring or icon, title and subtitle, and the tools at the right."""

    back_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("header")
        self._desk = desk
        self._place = Place(Screen.POINTS)
        self._tools: list[tuple[Button, str]] = []
        self._line, self._ways = row(self, (24, 0, 20, 0), 14), row()
        self._ring, self._disc = Ring(SIDE, HEADER), Disc()
        self._mark = QStackedWidget()
        self._mark.setFixedSize(QSize(SIDE, SIDE))
        self._mark.addWidget(self._ring)
        self._mark.addWidget(self._disc)
        self._line.addWidget(self._mark)
        self._title = Elided("h1")
        self._crumb = words(role="h3")
        self._subtitle = Elided("soft")
        self._add_words()
        desk.reckoned.connect(self._show_ring)

    def _add_words(self) -> None:
        lines = column()
        lines.addStretch()
        lines.addWidget(self._title)
        below = row(margins=(0, -4, 0, 0), gap=7)
        below.addWidget(self._crumb)
        below.addWidget(self._subtitle, 1)
        lines.addLayout(below)
        lines.addStretch()
        self._line.addLayout(lines, 1)
        self._line.addLayout(self._ways)

    def add_tool(self, text: str, icon_name: str, hint: str) -> Button:
        """Add a tool; below 1100 wide only its icon remains, with its name as tooltip."""
        button = Button(text, "tool", icon_name, hint=hint)
        button.setAccessibleName(text)
        self._tools.append((button, text))
        self._ways.addWidget(button)
        return button

    def fit(self, fit: Fit) -> None:
        """Take the sizes of this window."""
        words_high = self._title.sizeHint().height() + self._subtitle.sizeHint().height()
        self.setFixedHeight(max(fit.header, words_high + 2))
        self._line.setContentsMargins(fit.margin, 0, 18, 0)
        for button, text in self._tools:
            button.setText("" if fit.narrow else text)

    def show_place(self, place: Place) -> None:
        """Show where we are."""
        self._place = place
        guideline = self._desk.guideline
        self._title.say(title(guideline, place))
        self._crumb.hide()
        if place.screen is Screen.SECTION:
            self._subtitle.say(section_of(guideline, place.section).subtitle)
        elif place.screen in WITHIN:
            section = section_of(guideline, place.section)
            self._crumb.setText(f"{section.number or ''} {section.title}  ›".strip())
            self._crumb.show()
            self._subtitle.say(self._desk.answers.fill(question_of(guideline, place)))
        elif place.screen is Screen.TRACK:
            self._subtitle.say(guideline.tracks[place.item].subtitle)
        elif place.screen is Screen.OVERVIEW:
            self._subtitle.say(day_line(self._desk.answers))
        else:
            self._subtitle.say(SUBTITLES[place.screen])
        self._show_ring()

    def _show_ring(self) -> None:
        if self._place.section:
            section = section_of(self._desk.guideline, self._place.section)
            ring = self._desk.standing.progress.sections[section.id]
            spoken = f"{round(ring.done * 100)} procent ingevuld"
            self._ring.show_share(ring.done, str(section.number) if section.number else "", spoken)
            self._mark.setCurrentWidget(self._ring)
        else:
            self._disc.icon_name = ICONS[self._place.screen]
            self._mark.setCurrentWidget(self._disc)
            self._disc.update()
