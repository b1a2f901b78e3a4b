"""A page on the desk, and the desk that scrolls under it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from radplan_desktop.ui.look.theme import theme
from radplan_desktop.ui.roles import SPOKEN

AROUND = 16
MOST_SPOKEN = 4000
"""Characters of a page that a screen reader is given."""


class Sheet(QWidget):
    """One page, drawn beforehand; while it comes, the one before it stays."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty(SPOKEN, "Document")
        self._image = QImage()
        self._size = QSize(1, 1)

    @property
    def image(self) -> QImage:
        """The page that is shown; null when none is."""
        return self._image

    def show_page(self, image: QImage, size: QSize, name: str, text: str) -> None:
        """Show a page at a size in logical pixels; its name and text are for a screen reader."""
        self._image, self._size = image, size
        self.setFixedSize(size + QSize(2 * AROUND, 2 * AROUND))
        self.setAccessibleName(name)
        self.setAccessibleDescription(text[:MOST_SPOKEN])
        self.update()

    def clear(self) -> None:
        """Show nothing."""
        self._image = QImage()
        self.setAccessibleName("")
        self.setAccessibleDescription("")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the page with a hairline around it."""
        del event
        if self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = QRectF(AROUND, AROUND, self._size.width(), self._size.height())
        painter.drawImage(place, self._image)
        painter.setPen(QPen(theme().colour("lineStrong"), 1))
        painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))
        painter.end()


class ReadingDesk(QScrollArea):
    """Scrolls a sheet, and turns keys and the wheel into leafing and zooming."""

    leafed = Signal(int)
    """How many pages on; a very large number means the first or the last."""
    zoomed = Signal(int)
    """One step larger or smaller; 0 is the whole page."""
    resized = Signal()

    def __init__(self, sheet: Sheet) -> None:
        super().__init__()
        self.setObjectName("readingDesk")
        self.setWidget(sheet)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    @property
    def room(self) -> QSize:
        """How large a page can be without scrolling."""
        return self.maximumViewportSize() - QSize(2 * AROUND, 2 * AROUND)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leaf with Page Up, Page Down, Home and End; zoom with plus, minus and nought."""
        keys = Qt.Key
        leaf = {keys.Key_PageUp: -1, keys.Key_PageDown: 1, keys.Key_Home: -FAR, keys.Key_End: FAR}
        zoom = {keys.Key_Plus: 1, keys.Key_Equal: 1, keys.Key_Minus: -1, keys.Key_0: 0}
        key = keys(event.key())
        if key in leaf:
            self.leafed.emit(leaf[key])
        elif key in zoom:
            self.zoomed.emit(zoom[key])
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom while Ctrl is held, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that there is more or less room."""
        super().resizeEvent(event)
        self.resized.emit()


FAR = 1 << 20
