"""The process line, editable in place: a step goes earlier or later with left and right, to another lane with up and down."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from radplan_desktop.charts.process_moves import Target, nudged, put, target_at
from radplan_desktop.charts.scene import Circle, Text, Tone
from radplan_desktop.ui.charts.canvas import CORNER
from radplan_desktop.ui.charts.drawing import EDGE
from radplan_desktop.ui.charts.holding import Changes, HoldingCanvas
from radplan_desktop.ui.charts.paint import paint_scene
from radplan_desktop.ui.look.theme import theme

MARK = 3.0


class ProcessCanvas(HoldingCanvas):
    """The steps of a process."""

    def nudged(self, row: str, across: int, down: int) -> Changes:
        """Return what changes when a step goes one place or one lane further."""
        return nudged(self.desk.answers, self.chart, row, later=across, down=down)

    def target_at(self, row: str, at: QPointF) -> Target | None:
        """Return where a step would come that is dropped at a place in pixels of the widget."""
        scene = self.scene
        return target_at(self.desk.answers, self.chart, scene, row, self.point_at(at)) if scene is not None else None

    def dropped(self, row: str, at: QPointF) -> Changes:
        """Return what changes when a step is dropped at a place; nothing far beside the drawing."""
        target = self.target_at(row, at) if self.rect().contains(at.toPoint()) else None
        return put(self.desk.answers, self.chart, row, target) if target is not None else []

    def paint_over(self, painter: QPainter) -> None:
        """Draw the number of the chosen step once more, over the ring around it."""
        super().paint_over(painter)
        scene = self.scene
        if scene is not None and self.cell is not None:
            mine = [shape for shape in scene.shapes if shape.cell == self.cell]
            discs = [shape for shape in mine if isinstance(shape, Circle)]
            numbers = [shape for shape in mine if isinstance(shape, Text) and shape.tone is Tone.ON_PRIMARY]
            paint_scene(painter, replace(scene, shapes=(*discs, *numbers)), self.scale)

    def paint_target(self, painter: QPainter, row: str, at: QPointF) -> None:
        """Draw a bar where the step would come, and its box under the mouse."""
        target, place, scale = self.target_at(row, at), self.place_of(self.cell), self.scale
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("focus"))
        if target is not None:
            top, high = target.top * scale, (target.bottom - target.top) * scale
            painter.drawRect(QRectF(target.x * scale - MARK / 2, top, MARK, high))
        if place is not None:
            painter.setPen(QPen(theme().colour("focus"), 1.5, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            place.moveCenter(at - QPointF(EDGE, EDGE))
            painter.drawRoundedRect(place, CORNER, CORNER)
