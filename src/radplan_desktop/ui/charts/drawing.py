"""A chart as a widget that only shows: it takes the width it gets and asks for the height it needs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from radplan_desktop.charts.drawing import draw_edition
from radplan_desktop.charts.edition import Edition
from radplan_desktop.charts.scene import Scene
from radplan_desktop.charts.touch import places
from radplan_desktop.guideline.model import Chart, Confidentiality
from radplan_desktop.plan.values import Cell
from radplan_desktop.ui.charts.paint import paint_scene
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.look.theme import theme
from radplan_desktop.ui.roles import SPOKEN

SMALL_POINTS, SMALL_PIXELS = 8.5, 13
"""The small type of a chart, and how large the design's small type is on screen."""
GUESSED_WIDTH = 520
STEP = 4
"""Pixels in which a drawing grows: a layout asks for many widths that hardly differ."""
WIDTHS = 6
"""How many widths are kept drawn: finding its place, a layout asks for several, in turns."""
EDGE = 5
"""Room around the drawing, in pixels, so that a ring around a shape at its edge is whole."""


class Drawing(QWidget):
    """The drawing of the answers of now; what it shows in words is its accessible name."""

    def __init__(self, desk: Desk, chart: Chart) -> None:
        super().__init__()
        self.desk, self.chart = desk, chart
        self.setProperty(SPOKEN, "Chart")
        self._scenes: dict[int, Scene | None] = {}
        self._edition: Edition | None = None
        self._worn = theme()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def scale(self) -> float:
        """Pixels per point of the drawing as it stands there."""
        return self._scale_at(self.width())

    def _scale_at(self, width: int) -> float:
        """Return the scale of the user's text size; less where the drawing would not fit."""
        scene = self.scene_at(width)
        return self.full_scale if scene is None else min(self.full_scale, max(width - 2 * EDGE, 1) / scene.width)

    @property
    def full_scale(self) -> float:
        """Pixels per point of a drawing that fits."""
        return theme().px(SMALL_PIXELS) / SMALL_POINTS

    def scene_at(self, width: int) -> Scene | None:
        """Return the drawing at a width in pixels; None when there is nothing to draw."""
        width -= width % STEP
        if width not in self._scenes:
            if len(self._scenes) >= WIDTHS:
                self._scenes.clear()
            if self._edition is None or self._edition.answers is not self.desk.answers:
                self._edition = Edition(self.desk.answers, Confidentiality.V)
            self._scenes[width] = self.drawn(self._edition, self.points(width))
        return self._scenes[width]

    def drawn(self, edition: Edition, width: float) -> Scene | None:
        """Draw anew, ``width`` points wide."""
        return draw_edition(edition, self.chart, width)

    def points(self, width: int) -> float:
        """Return how wide the drawing is, in points, in a widget of this width."""
        return max(width - width % STEP - 2 * EDGE, 1) / self.full_scale

    @property
    def scene(self) -> Scene | None:
        """The drawing as it stands there."""
        return self.scene_at(self.width())

    def refresh(self) -> None:
        """Draw the answers of now."""
        self.redraw()
        scene = self.any_scene
        self.setAccessibleName(scene.description if scene is not None else self.chart.label)

    def redraw(self) -> None:
        """Draw again what stands there, such as in another room."""
        self._scenes.clear()
        self.updateGeometry()
        self.update()

    @property
    def any_scene(self) -> Scene | None:
        """The drawing at one width or another: its words and its cells are the same at each."""
        return self.scene_at(next(iter(self._scenes), self.width() if self.isVisible() else GUESSED_WIDTH))

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return self.any_scene is None

    def hasHeightForWidth(self) -> bool:
        """Whether the height follows from the width: yes."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height the drawing needs at a width."""
        scene = self.scene_at(max(width, 1))
        return round(scene.height * self._scale_at(width)) + 2 * EDGE if scene is not None else 0

    def sizeHint(self) -> QSize:
        """Return a decent width, and the height that goes with it."""
        width = self.width() if self.isVisible() else GUESSED_WIDTH
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return a width at which a drawing can still be read."""
        return QSize(240, 40)

    def changeEvent(self, event: QEvent) -> None:
        """Draw again when the theme or the text size changes; Qt also says so whenever a part of the page gets its place."""
        super().changeEvent(event)
        if theme() is not self._worn:
            self._worn = theme()
            self._scenes.clear()
            self.updateGeometry()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the scene and what stands over it."""
        del event
        scene = self.scene
        if scene is None:
            return
        painter = QPainter(self)
        painter.translate(EDGE, EDGE)
        paint_scene(painter, scene, self.scale)
        self.paint_over(painter)
        painter.end()

    def paint_over(self, painter: QPainter) -> None:
        """Draw what stands over the scene; here nothing."""

    def place_of(self, cell: Cell | None) -> QRectF | None:
        """Return where a cell stands, in pixels of the drawing; None when it stands nowhere."""
        scene = self.scene
        box = places(scene).get(cell) if scene is not None and cell is not None else None
        if box is None:
            return None
        scale = self.scale
        return QRectF(QPointF(box.left, box.top) * scale, QPointF(box.right, box.bottom) * scale)

    def point_at(self, place: QPointF) -> tuple[float, float]:
        """Return the point of the drawing at a place in pixels of the widget."""
        return (place.x() - EDGE) / self.scale, (place.y() - EDGE) / self.scale
