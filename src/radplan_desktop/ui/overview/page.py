"""The overview of a plan: it scrolls as one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from radplan_desktop.guideline.model import Chart, Guideline
from radplan_desktop.plan.values import Cell
from radplan_desktop.ui.charts.panel import ChartPanel
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.following import Following
from radplan_desktop.ui.keeping.tile import KeepingTile
from radplan_desktop.ui.look.plain import Button
from radplan_desktop.ui.look.scrolled import PageScroll
from radplan_desktop.ui.look.theme import theme
from radplan_desktop.ui.overview.coming import ComingTile, DeadlineRow
from radplan_desktop.ui.overview.fullness import FullnessTile
from radplan_desktop.ui.overview.open import OpenTile
from radplan_desktop.ui.overview.tile import Tile
from radplan_desktop.ui.places import Place

TIMELINE, BARS = "timeline", "indicator_bars"
MARGINS, GAP = (20, 14, 20, 14), 12
LEFT, RIGHT = 3, 2
"""How the two columns share the width."""
TWO_COLUMNS = 700
"""From how wide on there are two columns, at 100 % text size."""


class ChartTile(Tile):
    """A chart of the forms."""

    def __init__(self, desk: Desk, title: str, chart: Chart) -> None:
        super().__init__(title)
        self.panel = ChartPanel(desk, chart)
        self.add_tool(self.panel.switch)
        self.body.addWidget(self.panel)


class OverviewPage(PageScroll):
    """All tiles in two columns, or one where the window is narrow for its text."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent, MARGINS)
        self.coming, self.fullness, self.open = ComingTile(desk), FullnessTile(desk), OpenTile(desk)
        self.keeping = KeepingTile(desk)
        self.timeline = _chart_tile(desk, "Tijdlijn", TIMELINE)
        self.indicators: ChartTile | None = None
        """Below what is in sight at first, so it is made when the rest stands."""
        self._grid = QGridLayout()
        self._grid.setSpacing(GAP)
        self.lines.addLayout(self._grid)
        self._columns = 0
        self._arrange(2)
        QTimer.singleShot(0, self, partial(self._add_indicators, desk))
        Following(self, desk.reckoned, self.refresh)

    def _add_indicators(self, desk: Desk) -> None:
        self.indicators = _chart_tile(desk, "Indicatoren", BARS)
        columns, self._columns = self._columns, 0
        self._arrange(columns)

    def _arrange(self, columns: int) -> None:
        """Put the tiles in their places. The order on screen is also that of the Tab key."""
        if columns == self._columns:
            return
        self._columns = columns
        pairs = ((self.coming, self.fullness), (self.keeping,), (self.timeline,), (self.indicators, self.open))
        rows = [[tile for tile in pair if tile is not None] for pair in pairs]
        if columns == 1:
            rows = [[tile] for found in rows for tile in found]
        for place, found in enumerate(found for found in rows if found):
            for across, tile in enumerate(found):
                self._grid.addWidget(tile, place, across, 1, columns if len(found) == 1 else 1)
        self._grid.setColumnStretch(0, LEFT)
        self._grid.setColumnStretch(1, RIGHT if columns > 1 else 0)
        self._grid.setRowStretch(len(rows), 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the number of columns."""
        super().resizeEvent(event)
        self._arrange(2 if self.width() * 100 >= TWO_COLUMNS * theme().percent else 1)

    def refresh(self, cells: frozenset[Cell] | None = None) -> None:
        """Show the plan of now."""
        del cells
        for tile in (self.coming, self.fullness, self.keeping, self.open):
            tile.refresh()

    def enter(self, place: Place) -> None:
        """Put the focus on the first date, else on the first section."""
        del place
        rows = self.coming.findChildren(DeadlineRow)
        buttons: list[Button] = [row.button for row in rows if not row.button.isHidden()]
        target: QWidget = buttons[0] if buttons else self.fullness.lines[0]
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Nothing to note."""


def _chart_tile(desk: Desk, title: str, kind: str) -> ChartTile | None:
    chart = _first(desk.guideline, kind)
    return ChartTile(desk, title, chart) if chart is not None else None


def _first(guideline: Guideline, kind: str) -> Chart | None:
    """Return the first chart of a kind on the pages of the forms."""
    items = (item for section in guideline.sections for item in section.items())
    return next((item for item in items if isinstance(item, Chart) and item.chart == kind), None)
