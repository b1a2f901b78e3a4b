"""The card of the kinds of organisations: how many of each take part, also where there are none."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from radplan_desktop.guideline.model import Panel
from radplan_desktop.guideline.parts import path
from radplan_desktop.plan.diversity import Diversity, Share, diversity
from radplan_desktop.plan.values import PLAN_ROW, Cell
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.explain import Explanation
from radplan_desktop.ui.look.plain import Button, clear, column, words
from radplan_desktop.ui.look.theme import tabular, theme
from radplan_desktop.ui.outline import Entry
from radplan_desktop.ui.pages.card import QuestionCard
from radplan_desktop.ui.places import Place, place_of_cell

NOBODY = "nog geen"
HINT = (
    "Waar een nul staat, doet nog niemand mee. Vul die plek niet om het vullen: "
    "vraag u af wie daar de mensen kent die u mist."
)
BAR, DOT = 10, 26
MOST_NAMES = 4
"""How many names stand beside a count before it says how many more there are."""


class CountBar(QWidget):
    """A count as a row of blocks, one per organisation; hollow and ochre where there is none."""

    def __init__(self, count: int, most: int) -> None:
        super().__init__()
        self._count, self._most = count, max(most, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return one line."""
        return QSize(90, theme().px(DOT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar, and the number before it."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        number, middle = theme().px(DOT), self.height() / 2
        painter.setFont(tabular(theme().font(14, QFont.Weight.DemiBold)))
        painter.setPen(theme().colour("ink" if self._count else "warn"))
        centre = int((Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight).value)
        painter.drawText(QRectF(0, 0, number - 6, self.height()), centre, str(self._count))
        track = QRectF(number, middle - BAR / 2, max(self.width() - number, 1), BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("ringTrackOnSurface"))
        painter.drawRoundedRect(track, BAR / 2, BAR / 2)
        if self._count:
            track.setWidth(max(BAR, track.width() * self._count / self._most))
            painter.setBrush(theme().colour("primary"))
            painter.drawRoundedRect(track, BAR / 2, BAR / 2)
        painter.end()


class DiversityCard(QuestionCard):
    """The counts by kind, and under them by domain."""

    def __init__(self, desk: Desk, entry: Entry, panel: Panel) -> None:
        super().__init__(desk, entry)
        self._panel = panel
        self._shown: Diversity | None = None
        self._register = desk.guideline.registers[path(panel.roles, "rows")]
        self.summary = words(role="soft", wrap=True)
        self.body.addWidget(self.summary)
        self._tables = column(gap=10)
        self.body.addLayout(self._tables)
        self.button = Button(f"{self._register.label} openen", icon_name="table-2", size="small")
        self.button.clicked.connect(self._open)
        foot = column()
        foot.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(foot)

    def explanation(self) -> Explanation | None:
        """Return what the counts are for."""
        return Explanation(self.entry.heading, HINT)

    def refresh(self, cells: frozenset[Cell] | None = None) -> None:
        """Count anew."""
        super().refresh(cells)
        if not self.desk.steers(cells):
            return
        found = diversity(self.desk.answers, self._panel.roles)
        if found == self._shown:
            return
        self._shown = found
        self.summary.setText(self._said(found))
        clear(self._tables)
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(2)
        for place, stretch in enumerate((5, 4, 6)):
            grid.setColumnStretch(place, stretch)
        for part, shares in (("kind", found.kinds), ("domain", found.domains)):
            _add(grid, self.desk.guideline.field(path(self._panel.roles, part)).label, shares)
        self._tables.addWidget(holder)

    def _said(self, found: Diversity) -> str:
        row = self._register.row if found.total == 1 else self._register.label.lower()
        unsaid = f" Van {', '.join(found.unsaid)} is de soort nog niet gekozen." if found.unsaid else ""
        none = sum(not share.many for share in found.kinds)
        missing = f" Van {none} soorten doet nog niemand mee." if none and found.total else ""
        return f"{found.total} {row} in dit plan.{missing}{unsaid}"

    def _open(self) -> None:
        place = place_of_cell(self.desk.answers, Cell(PLAN_ROW, self._register.id))
        if place is not None:
            self.desk.go(place)

    def focus(self, place: Place) -> None:
        """Put the focus on the way to the organisations."""
        del place
        self.button.setFocus(Qt.FocusReason.TabFocusReason)


def _names(share: Share) -> str:
    if not share.many:
        return NOBODY
    more = share.many - MOST_NAMES
    return f"{', '.join(share.names[:MOST_NAMES])}{f' en nog {more}' if more > 0 else ''}"


def _add(grid: QGridLayout, heading: str, shares: tuple[Share, ...]) -> None:
    line = grid.rowCount()
    head = words(heading, "label")
    head.setContentsMargins(0, 8, 0, 0)
    grid.addWidget(head, line, 0, 1, 3)
    most = max((share.many for share in shares), default=1)
    for place, share in enumerate(shares, line + 1):
        bar = CountBar(share.many, most)
        bar.setAccessibleName(f"{share.label}: {share.many}")
        grid.addWidget(words(share.label, wrap=True), place, 0)
        grid.addWidget(bar, place, 1)
        grid.addWidget(words(_names(share), "hint" if share.many else "open", wrap=True), place, 2)
