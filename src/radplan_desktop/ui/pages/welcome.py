"""What stands above the first questions of a plan without answers; it goes with the first answer, or when it is closed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from radplan_desktop.guideline.model import Guideline, Section
from radplan_desktop.plan.values import Cell
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.look.plain import column, icon_button, row, words
from radplan_desktop.ui.look.ring import BANNER, Ring
from radplan_desktop.ui.places import is_untouched

SIDE = 54
BEGIN = "Uw plan staat klaar. Begin met één zin."
NO_HASTE = (
    "U hoeft niets in één keer af te maken en niets is verplicht. Overslaan mag; RadPlan onthoudt wat nog open staat."
)


class WelcomeBanner(QFrame):
    """A ring that says how many sections there are, one clause, one sentence."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "info")
        self._desk = desk
        count = sum(1 for section in desk.guideline.sections if section.number)
        ring = Ring(SIDE, BANNER)
        ring.show_share(1 / count, f"1/{count}", f"Onderdeel 1 van {count}")
        line = row(self, (20, 16, 12, 16), 18)
        line.addWidget(ring)
        text = column(gap=1)
        text.addWidget(words(BEGIN, "h2", wrap=True))
        text.addWidget(words(NO_HASTE, "soft", wrap=True))
        line.addLayout(text, 1)
        close = icon_button("x", "Melding sluiten")
        close.clicked.connect(self.hide)
        line.addWidget(close, 0, Qt.AlignmentFlag.AlignVCenter)
        desk.changed.connect(self._answered)

    def _answered(self, cells: frozenset[Cell] | None) -> None:
        del cells
        if not is_untouched(self._desk.answers):
            self.hide()


def is_first(guideline: Guideline, section: Section) -> bool:
    """Whether a section is where a plan begins."""
    return section is next(one for one in guideline.sections if one.number)
