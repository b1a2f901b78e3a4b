"""A painted chart: the mouse and the arrow keys go from shape to shape, Enter opens what a shape stands for."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QToolTip

from radplan_desktop.charts.scene import Scene
from radplan_desktop.charts.touch import Way, beside, cell_at, places
from radplan_desktop.guideline.model import Chart
from radplan_desktop.plan.values import Cell
from radplan_desktop.ui.announce import announce
from radplan_desktop.ui.around import around
from radplan_desktop.ui.charts.drawing import EDGE, Drawing
from radplan_desktop.ui.charts.said import said
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.look.theme import theme

AROUND, AFTER, CORNER = 3.0, 6.0, 6.0
"""Room between a shape and the ring around it; at the right more, for on screen words are a little wider than they are measured."""
SCROLL_MARGIN = 40
ROUND = 1.15
"""A shape at most this much wider than it is high is ringed, not boxed."""
_WAYS = {
    Qt.Key.Key_Left: Way.LEFT,
    Qt.Key.Key_Right: Way.RIGHT,
    Qt.Key.Key_Up: Way.UP,
    Qt.Key.Key_Down: Way.DOWN,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ChartCanvas(Drawing):
    """The drawing under the hand."""

    chosen = Signal(object)
    """The Cell that was chosen by mouse or keyboard."""
    opened = Signal(object)
    """The Cell that is to be opened."""

    def __init__(self, desk: Desk, chart: Chart) -> None:
        super().__init__(desk, chart)
        self.cell: Cell | None = None
        self._growing = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    def refresh(self) -> None:
        """Draw the answers of now; what is gone is chosen no longer."""
        super().refresh()
        scene = self.any_scene
        if self.cell is not None and (scene is None or self.cell not in places(scene)):
            self.cell = None
        self._describe()

    def paint_over(self, painter: QPainter) -> None:
        """Draw what stands over the scene: the ring around the chosen shape."""
        place = self.place_of(self.cell)
        if place is None:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme().colour("focus" if self.hasFocus() else "primary"), 2.5))
        ring = place.adjusted(-AROUND, -AROUND, AROUND, AROUND)
        if ring.width() <= ring.height() * ROUND and ring.height() <= ring.width() * ROUND:
            painter.drawEllipse(ring)
        else:
            ring.setRight(max(ring.right(), min(ring.right() + AFTER, self.width() - EDGE - AROUND)))
            painter.drawRoundedRect(ring, CORNER, CORNER)

    def cell_at(self, place: QPointF) -> Cell | None:
        """Return the cell at a place in pixels of the widget."""
        scene, (x, y) = self.scene, self.point_at(place)
        return cell_at(scene, x, y) if scene is not None else None

    def choose(self, cell: Cell | None) -> None:
        """Choose a shape, tell so, and bring it into sight."""
        if cell is None:
            return
        self.cell = cell
        self._describe()
        announce(self, self.accessibleDescription())
        self._show()
        self.update()
        self.chosen.emit(cell)

    def follow(self, cell: Cell | None) -> None:
        """Show as chosen what was chosen elsewhere."""
        if cell != self.cell:
            self.cell = cell
            self._describe()
            self.update()

    def _describe(self) -> None:
        chosen = said(self.desk.answers, self.chart, self.cell).sentence if self.cell is not None else ""
        self.setAccessibleDescription(chosen)

    def show_chosen(self) -> None:
        """Scroll to the chosen shape, and again once a drawing that grew has its place."""
        self._growing = True
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scroll to what was chosen while the drawing grew."""
        super().resizeEvent(event)
        if self._growing:
            self._growing = False
            QTimer.singleShot(0, self, self._show)

    def _show(self) -> None:
        place, parent = self.place_of(self.cell), around(self.parentWidget(), QScrollArea)
        body = parent.widget() if parent is not None else None
        if place is None or parent is None or body is None:
            return
        centre = self.mapTo(body, place.translated(EDGE, EDGE).center().toPoint())
        parent.ensureVisible(centre.x(), centre.y(), 0, SCROLL_MARGIN + round(place.height() / 2))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows, Home and End; open on Enter."""
        scene = self.scene
        found = list(places(scene)) if scene is not None else []
        if not found or scene is None or not self.key(Qt.Key(event.key()), found, scene):
            super().keyPressEvent(event)

    def key(self, key: Qt.Key, cells: list[Cell], scene: Scene) -> bool:
        """Do what a key means; False when it means nothing here."""
        if key in _WAYS:
            self.choose(beside(scene, self.cell or cells[0], _WAYS[key]))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.choose(cells[0] if key == Qt.Key.Key_Home else cells[-1])
        elif key in _ENTER and self.cell is not None:
            self.opened.emit(self.cell)
        else:
            return False
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first shape."""
        super().focusInEvent(event)
        scene = self.scene
        if self.cell is None and scene is not None and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.choose(next(iter(places(scene)), None))
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the focus went."""
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is under the mouse."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.choose(self.cell_at(event.position()))
            event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what is under the mouse."""
        cell = self.cell_at(event.position())
        if cell is not None and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(cell)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer whether there is something to choose."""
        over = self.cell_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        """Say in a tooltip what is under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            cell = self.cell_at(QPointF(event.pos()))
            text = self.tip(cell) if cell is not None else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def tip(self, cell: Cell) -> str:
        """Return the tooltip of a shape; what users wrote is never read as markup."""
        return f"<qt>{escape(said(self.desk.answers, self.chart, cell).text).replace(chr(10), '<br>')}</qt>"
