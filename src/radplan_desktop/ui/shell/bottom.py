"""The bar below the page: back, how much is answered, what is open, and on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy

from radplan_desktop.plan.progress import Ring
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.look.plain import Button, row, words
from radplan_desktop.ui.look.theme import theme
from radplan_desktop.ui.places import POINTS, WITHIN, Ahead, Place, Screen, ahead, neighbours, title
from radplan_desktop.ui.shell.fit import Fit

BACK = WITHIN | {Screen.GATES}
"""The screens one goes back from, to where they were opened."""
NOTHING_YET = "Nog niets ingevuld, en dat geeft niet"
PREVIOUS, BACK_TO, NEXT = "Vorige", "Terug", "Volgende"
LESS = ((False, False, True), (True, False, True), (True, True, True), (True, True, False))
"""What gives way when the bar is too narrow for all its words: back in one word, then on in one word, then the count."""


class BottomBar(QFrame):
    """It never scrolls away, and it never refuses to leave a page. It takes the width there is."""

    wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("bottomBar")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._desk = desk
        self._place = Place(Screen.POINTS)
        self._before: Place | None = None
        self._after: Ahead | None = None
        self._fresh = self._narrow = False
        self._counted = ""
        self.back = Button("", icon_name="chevron-left", size="large")
        self.points = Button("", "open", "list-checks", size="large")
        self.on = Button("", "primary", "chevron-right", size="large")
        self.on.trail()
        self.count = words(role="hint")
        self._line = line = row(self, (24, 0, 20, 0), 12)
        line.addWidget(self.back)
        line.addStretch()
        line.addWidget(self.count)
        line.addWidget(self.points)
        line.addStretch()
        line.addWidget(self.on)
        self.back.clicked.connect(lambda: self._go(self._before))
        self.on.clicked.connect(self._go_on)
        self.points.clicked.connect(lambda: self._go(POINTS))
        desk.reckoned.connect(self._show)

    def _go_on(self) -> None:
        if self._after is not None:
            self.wanted.emit(self._after.place)

    def _go(self, place: Place | None) -> None:
        if place is not None:
            self.wanted.emit(place)

    def fit(self, fit: Fit) -> None:
        """Take the sizes of this window."""
        self.setFixedHeight(max(fit.bottom, theme().px(fit.bottom - 8)))
        self._narrow = fit.narrow
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say what there is room for."""
        super().resizeEvent(event)
        self._fit_words()

    def show_place(self, place: Place, *, fresh: bool) -> None:
        """Show what is before and after; ``fresh`` says that nothing was answered here yet."""
        self._place, self._fresh = place, fresh
        self._show()

    def _show(self) -> None:
        """Show what is before, what is after, and the numbers of now."""
        self._before = neighbours(self._desk.guideline, self._place)[0]
        self._after = ahead(self._desk.answers, self._place)
        self.back.setEnabled(self._before is not None)
        self.on.setVisible(self._after is not None)
        self._show_numbers(self._desk.standing.progress.sections.get(self._place.section))
        self._fit_words()

    def _show_numbers(self, ring: Ring | None) -> None:
        if ring is None:
            self._counted = ""
            self.points.hide()
            return
        fresh = self._fresh and ring.answered == 0
        self._counted = NOTHING_YET if fresh else self._count(ring)
        self.points.setText("1 open punt" if ring.open == 1 else f"{ring.open} open punten")
        self.points.setVisible(ring.open > 0 and not fresh)

    def _count(self, ring: Ring) -> str:
        """Say how many questions are answered of those that the next milestone needs: a page may ask many more."""
        gate = self._desk.standing.progress.gate
        label = next((f" voor ‘{spec.label}’" for spec in self._desk.guideline.gates if spec.gate is gate), "")
        return f"{ring.answered} van {ring.needed} {'vraag' if ring.needed == 1 else 'vragen'}{label}"

    def _fit_words(self) -> None:
        """Say all, or as much as there is room for; what a button says in one word, its tooltip says whole."""
        word = BACK_TO if self._place.screen in BACK else PREVIOUS
        joint = " naar " if word is BACK_TO else ": "
        before = f"{word}{joint}{title(self._desk.guideline, self._before)}" if self._before is not None else word
        after = f"{NEXT}: {self._after.name}" if self._after else NEXT
        for short_back, short_on, counted in LESS:
            _say(self.back, before, word if short_back else before)
            _say(self.on, after, NEXT if short_on else after)
            self.count.setText(self._counted if counted and not self._narrow else "")
            if self._line.sizeHint().width() <= self.width():
                return


def _say(button: Button, whole: str, shown: str) -> None:
    """Have a button say this, and all of it in its tooltip and aloud."""
    button.setText(shown)
    button.setAccessibleName(whole)
    button.setToolTip(whole if shown != whole else "")
