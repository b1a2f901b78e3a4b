"""What is open: how much, the first of it, and what looks like data about persons."""

from __future__ import annotations

from PySide6.QtCore import Qt

from radplan_desktop.plan.progress import OpenPoint
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.look.plain import Button, clear, column, words
from radplan_desktop.ui.overview.tile import Tile
from radplan_desktop.ui.pages.points import FEW, PointLine, place_of_point
from radplan_desktop.ui.places import POINTS

PRIVACY = "privacy"
NOTHING = "Er staat niets open voor deze mijlpaal."
CLEAN = "In de teksten is niets gevonden dat op gegevens over personen lijkt."


class OpenTile(Tile):
    """The first open points, and the way to all of them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("Open punten")
        self._desk = desk
        self._shown: tuple[OpenPoint, ...] | None = None
        self.all = self.add_button("Alles tonen")
        self.all.clicked.connect(lambda: desk.go(POINTS))
        self.nothing = words(NOTHING, "soft", wrap=True)
        self.body.addWidget(self.nothing)
        self._lines = column()
        self.body.addLayout(self._lines)
        self.body.addSpacing(6)
        self.clean = words(CLEAN, "cardHint", wrap=True)
        self.body.addWidget(self.clean)
        self.privacy = Button("", "open", "shield-alert", size="small")
        self.privacy.clicked.connect(self._go_privacy)
        self.body.addWidget(self.privacy, 0, Qt.AlignmentFlag.AlignLeft)
        self.refresh()

    def _private(self) -> list[OpenPoint]:
        return [point for point in self._desk.standing.points if point.kind == PRIVACY]

    def _go_privacy(self) -> None:
        found = self._private()
        if len(found) == 1 and found[0].section:
            self._desk.go(place_of_point(self._desk.guideline, found[0]))
        else:
            self._desk.go(POINTS)

    def refresh(self) -> None:
        """Show what is open now."""
        points = self._desk.standing.points
        first = tuple(point for point in points if point.kind != PRIVACY)[:FEW]
        self.chip.say(str(len(points)) if points else "", "warn")
        self.all.setVisible(bool(points))
        self.nothing.setVisible(not first)
        private = len(self._private())
        self.clean.setVisible(not private and self._desk.standing.reviewed)
        self.privacy.setVisible(bool(private))
        answers = "1 antwoord lijkt" if private == 1 else f"{private} antwoorden lijken"
        self.privacy.setText(f"{answers} over een persoon te gaan")
        if points != self._shown:
            self._shown = points
            clear(self._lines)
            for point in first:
                self._lines.addWidget(PointLine(self._desk, point))
