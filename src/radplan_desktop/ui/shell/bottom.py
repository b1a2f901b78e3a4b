"""The bar below the page: back, how much is answered, what is open, and on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.look.plain import Button, row, words
from radplan_desktop.ui.look.theme import theme
from radplan_desktop.ui.places import POINTS, WITHIN, Place, Screen, neighbours, title
from radplan_desktop.ui.shell.fit import Fit

BACK = WITHIN | {Screen.GATES}
"""The screens one goes back from, to where they were opened."""
NOTHING_YET = "Nog niets ingevuld, en dat geeft niet"


class BottomBar(QFrame):
    """It never scrolls away, and it never refuses to leave a page."""

    wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("bottomBar")
        self._desk = desk
        self._place = Place(Screen.POINTS)
        self._before: Place | None = None
        self._after: Place | None = None
        self._fresh = False
        self._narrow = False
        self.back = Button("Vorige", icon_name="chevron-left", size="large")
        self.points = Button("", "open", "list-checks", size="large")
        self.on = Button("", "primary", "chevron-right", size="large")
        self.on.trail()
        self._count = words(role="hint")
        line = row(self, (24, 0, 20, 0), 12)
        line.addWidget(self.back)
        line.addStretch()
        line.addWidget(self._count)
        line.addWidget(self.points)
        line.addStretch()
        line.addWidget(self.on)
        self.back.clicked.connect(lambda: self._go(self._before))
        self.on.clicked.connect(lambda: self._go(self._after))
        self.points.clicked.connect(lambda: self._go(POINTS))
        desk.reckoned.connect(self._show_numbers)

    def _go(self, place: Place | None) -> None:
        if place is not None:
            self.wanted.emit(place)

    def fit(self, fit: Fit) -> None:
        """Take the sizes of this window."""
        self.setFixedHeight(max(fit.bottom, theme().px(fit.bottom - 8)))
        self._narrow = fit.narrow
        self._show_numbers()

    def show_place(self, place: Place, *, fresh: bool) -> None:
        """Show what is before and after; ``fresh`` says that nothing was answered here yet."""
        self._place, self._fresh = place, fresh
        guideline = self._desk.guideline
        self._before, self._after = neighbours(guideline, place)
        self.back.setEnabled(self._before is not None)
        if place.screen in BACK and self._before is not None:
            self.back.setText(f"Terug naar {title(guideline, self._before)}")
        else:
            self.back.setText(f"Vorige: {title(guideline, self._before)}" if self._before is not None else "Vorige")
        self.on.setText(f"Volgende: {title(guideline, self._after)}" if self._after is not None else "")
        self.on.setVisible(self._after is not None)
        self._show_numbers()

    def _show_numbers(self) -> None:
        standing = self._desk.standing
        ring = standing.progress.sections.get(self._place.section)
        if ring is None:
            self._count.setText("")
            self.points.hide()
            return
        fresh = self._fresh and ring.answered == 0
        self._count.setText(NOTHING_YET if fresh else f"{ring.answered} van {ring.needed} vragen beantwoord")
        self._count.setVisible(not self._narrow)
        self.points.setText("1 open punt" if ring.open == 1 else f"{ring.open} open punten")
        self.points.setVisible(ring.open > 0 and not fresh)
