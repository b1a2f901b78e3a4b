"""The preview: one page at a time, drawn away from the interface thread, with leafing and zooming."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QWidget

from radplan_desktop.acts.refusals import CannotRead
from radplan_desktop.ui.documents.sheet import ReadingDesk, Sheet
from radplan_desktop.ui.look.plain import Button, column, frame, restyle, row, words
from radplan_desktop.ui.look.waiting import Waiting
from radplan_desktop.ui.work import Job, Worker

if TYPE_CHECKING:
    from radplan_desktop.ui.documents.leaves import Leaf, Leaves

ZOOMS = (0.25, 0.33, 0.5, 0.67, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
WHOLE = "Hele pagina"
DRAWING = "De bladzijde wordt getekend…"
NOT_DRAWN, AFTER_ALL = "De bladzijde is niet getekend.", "Alsnog tekenen"


class Preview(QFrame):
    """Shows Leaves. A new version of the same document keeps the page and the zoom."""

    def __init__(self, worker: Worker) -> None:
        super().__init__()
        self.setObjectName("preview")
        self._worker = worker
        self._leaves: Leaves | None = None
        self._name = ""
        self._job: Job | None = None
        self._page, self._zoom = 0, 0.0
        self.sheet = Sheet()
        self.desk = ReadingDesk(self.sheet)
        self.waiting = Waiting()
        self.back = _tool("chevron-left", "Vorige bladzijde")
        self.on = _tool("chevron-right", "Volgende bladzijde")
        self.smaller = _tool("minus", "Kleiner")
        self.larger = _tool("plus", "Groter")
        self.whole = _tool("file-text", WHOLE)
        self.where, self.percent = words(), words()
        self.note = words(role="soft", wrap=True)
        self._narrow = False
        self._arrange()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._draw)
        self._connect()
        self.fit(narrow=False)

    def _arrange(self) -> None:
        lines = column(self)
        bar = frame("previewBar")
        tools = row(bar, (14, 7, 14, 7), 8)
        for widget in (self.back, self.where, self.on):
            tools.addWidget(widget)
        tools.addStretch()
        for widget in (self.smaller, self.percent, self.larger, self.whole):
            tools.addWidget(widget)
        lines.addWidget(bar)
        self._held = column(margins=(14, 6, 14, 0), gap=6)
        self.hold(self.waiting)
        self.hold(self.note)
        lines.addLayout(self._held)
        lines.addWidget(self.desk, 1)

    def _connect(self) -> None:
        for button, pages in ((self.back, -1), (self.on, 1)):
            button.clicked.connect(lambda _=False, on=pages: self.leaf(on))
        for button, steps in ((self.smaller, -1), (self.larger, 1), (self.whole, 0)):
            button.clicked.connect(lambda _=False, on=steps: self.step_zoom(on))
        self.desk.leafed.connect(self.leaf)
        self.desk.zoomed.connect(self.step_zoom)
        self.desk.resized.connect(self._resized)
        self.waiting.cancelled.connect(self._give_up)
        self.waiting.resumed.connect(self._draw)

    def hold(self, widget: QWidget) -> None:
        """Give a line above the page a place."""
        self._held.addWidget(widget)

    # What is shown

    def show_leaves(self, leaves: Leaves, name: str) -> None:
        """Show a document or image; the same name again keeps the page that is shown."""
        if name != self._name:
            self._page = 0
            self.desk.verticalScrollBar().setValue(0)
        self._leaves, self._name = leaves, name
        self._page = min(self._page, len(leaves.sizes) - 1)
        self.desk.setAccessibleName(f"Voorbeeld van {name}")
        self._ask()

    def clear(self, why: str = "") -> None:
        """Show nothing, or a sentence that says why."""
        self._leaves, self._name = None, ""
        self._stop()
        self.sheet.clear()
        self.note.setText(why)
        self._say()

    def fit(self, *, narrow: bool) -> None:
        """Say less where there is little room."""
        self._narrow = narrow
        restyle(self.whole, "square", narrow)
        self.whole.setText("" if narrow else WHOLE)
        self.whole.show_icon("file-text" if narrow else "")
        if not narrow:
            self.whole.setIcon(QIcon())
        self._say()

    @property
    def page(self) -> int:
        """The page that is shown, counted from 0."""
        return self._page

    @property
    def zoom(self) -> float:
        """How large the page is shown; 1 is as large as on paper."""
        return self._zoom or self._fitting()

    def leaf(self, pages: int) -> None:
        """Go so many pages on, or back."""
        last = len(self._leaves.sizes) - 1 if self._leaves is not None else 0
        page = min(max(0, self._page + pages), last)
        if page != self._page:
            self._page = page
            bar = self.desk.verticalScrollBar()
            bar.setValue(bar.minimum())
            self._ask()

    def step_zoom(self, steps: int) -> None:
        """Show the page a step larger or smaller; 0 shows the whole page."""
        if steps == 0:
            self._zoom = 0.0
        else:
            beyond = [zoom for zoom in ZOOMS if (zoom > self.zoom + 0.01 if steps > 0 else zoom < self.zoom - 0.01)]
            self._zoom = (min(beyond) if steps > 0 else max(beyond)) if beyond else self.zoom
        self._ask()

    def _fitting(self) -> float:
        if self._leaves is None:
            return 1.0
        width, height = self._leaves.sizes[self._page]
        room = self.desk.room
        return max(0.05, min(room.width() / width, room.height() / height, ZOOMS[-1]))

    def _resized(self) -> None:
        if not self._zoom and self._leaves is not None:
            self._ask()

    # Drawing

    def _ask(self) -> None:
        self._say()
        self._soon.start()

    def _draw(self) -> None:
        self._stop()
        leaves = self._leaves
        if leaves is None:
            return
        page, zoom, ratio = self._page, self.zoom, self.devicePixelRatioF()
        width, height = leaves.sizes[page]
        size = QSize(max(1, round(width * zoom)), max(1, round(height * zoom)))
        spoken = f"{self._name}, {self.where.accessibleName().lower()}" if len(leaves.sizes) > 1 else self._name
        self.waiting.begin(DRAWING)
        self._job = self._worker.run(
            self, lambda: leaves.draw(page, zoom * ratio), partial(self._drawn, size, spoken), self._failed
        )

    def _drawn(self, size: QSize, spoken: str, leaf: Leaf) -> None:
        self._job = None
        self.waiting.end()
        self.sheet.show_page(leaf.image, size, spoken, leaf.text)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, CannotRead):
            raise error
        self.clear(error.sentence)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self.waiting.stop()

    def _give_up(self) -> None:
        self._stop()
        self.waiting.offer(NOT_DRAWN, AFTER_ALL)

    def _say(self) -> None:
        pages = len(self._leaves.sizes) if self._leaves is not None else 0
        self.where.setText(f"{self._page + 1} van {pages}" if self._narrow else f"Pagina {self._page + 1} van {pages}")
        self.where.setAccessibleName(f"Pagina {self._page + 1} van {pages}")
        for widget in (self.back, self.where, self.on):
            widget.setVisible(pages > 1)
        self.back.setEnabled(self._page > 0)
        self.on.setEnabled(self._page < pages - 1)
        self.percent.setText(f"{round(self.zoom * 100)}%")
        self.percent.setVisible(pages > 0 and not self._narrow)
        for button in (self.smaller, self.larger, self.whole):
            button.setEnabled(pages > 0)
        self.note.setVisible(bool(self.note.text()) and not pages)


def _tool(icon_name: str, name: str) -> Button:
    made = Button("", icon_name=icon_name)
    made.setProperty("square", True)
    made.setAccessibleName(name)
    made.setToolTip(name)
    return made
