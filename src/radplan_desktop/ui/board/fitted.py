"""The map that fits the height it gets, and the panel that gives it that height."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent, QShowEvent

from radplan_desktop.charts.edition import Edition
from radplan_desktop.charts.scene import Scene
from radplan_desktop.charts.stakeholder_map import Room, map_height, stakeholder_map
from radplan_desktop.charts.stakeholder_squares import Square, squares
from radplan_desktop.ui.board.rooms import OwnScroll
from radplan_desktop.ui.charts.canvas import ChartCanvas
from radplan_desktop.ui.charts.drawing import EDGE
from radplan_desktop.ui.charts.map_canvas import MapCanvas
from radplan_desktop.ui.charts.panel import ChartPanel

LEAST = 280
"""How high the map is at least, in pixels, its axis included."""
AXIS = 38
"""What the axis takes of that."""


class FittedMap(MapCanvas):
    """The map of who stands where, as high as the room it gets."""

    high = LEAST

    def fit(self, height: int) -> None:
        """Take this height, in pixels; what does not fit makes the map higher."""
        if height != self.high:
            self.high = height
            self.redraw()

    @property
    def room(self) -> Room:
        """The height it gets, and the least of its squares, in points."""
        return Room(max(self.high - 2 * EDGE - 1, 1) / self.full_scale, (LEAST - AXIS) / self.full_scale)

    def drawn(self, edition: Edition, width: float) -> Scene | None:
        """Draw in the room."""
        return stakeholder_map(edition, self.chart, width, self.room)

    def squares(self) -> tuple[Square, ...]:
        """Return the squares as they stand there."""
        answers, width = self.desk.answers, self.points(self.width())
        return squares(answers, self.chart, width, map_height(answers, self.chart, width, self.room))


class MapPanel(ChartPanel):
    """The map and its list."""

    def make_canvas(self) -> ChartCanvas:
        """Return the map that fits."""
        return FittedMap(self.desk, self.chart)


class MapRoom(OwnScroll):
    """Gives the map the height there is; where that is too little, it scrolls."""

    def __init__(self, panel: MapPanel) -> None:
        super().__init__(panel, LEAST)
        self._panel = panel
        panel.setObjectName("cardBody")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hand the height on, once it is in sight."""
        super().resizeEvent(event)
        if self.isVisible():
            self._hand_on()

    def showEvent(self, event: QShowEvent) -> None:
        """Hand the height on that it got before it came into sight."""
        super().showEvent(event)
        self._hand_on()

    def _hand_on(self) -> None:
        if isinstance(self._panel.canvas, FittedMap):
            self._panel.canvas.fit(self.viewport().height())
