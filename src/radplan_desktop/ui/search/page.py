"""Search over all answers: type, walk down, press Enter, and the question opens."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QListView

from radplan_desktop.plan.search import MOST, Hit, search, words_of
from radplan_desktop.ui.announce import announce
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.look.lines import clearable
from radplan_desktop.ui.look.plain import column, words
from radplan_desktop.ui.look.waiting import Waiting
from radplan_desktop.ui.places import Place
from radplan_desktop.ui.reach import place_to
from radplan_desktop.ui.search.delegate import HitDelegate
from radplan_desktop.ui.search.model import HitsModel
from radplan_desktop.ui.work import Job

PAUSE = 150
HOW = "Typ een of meer woorden. Hoofdletters en accenten maken niet uit."
SEARCHING, STOPPED, AFTER_ALL = "Bezig met zoeken…", "Er is niet verder gezocht.", "Opnieuw zoeken"
NOTHING = "Niets gevonden. Controleer de spelling, of zoek met minder woorden."
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class HitsList(QListView):
    """The places that were found."""

    def __init__(self, model: HitsModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(HitDelegate(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Gevonden plekken")


class SearchPage(QFrame):
    """One line to type in, and what was found below it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self._desk = desk
        self._job: Job | None = None
        self.waiting = Waiting()
        self.waiting.cancelled.connect(self._give_up)
        self.waiting.resumed.connect(self._search)
        self._open_first = False
        self.line = QLineEdit()
        self.line.setPlaceholderText("Zoek in alle antwoorden en vragen")
        self.line.setAccessibleName("Zoek in alle antwoorden en vragen")
        self.line.setAccessibleDescription(HOW)
        clearable(self.line)
        self.line.setProperty("passphrase", True)  # the large line of the design
        self.count = words(HOW, "hint", wrap=True)
        self.model = HitsModel({section.id: section.title for section in desk.guideline.sections}, self)
        self.view = HitsList(self.model)
        self._card = QFrame()
        self._card.setProperty("role", "card")
        column(self._card, (1, 6, 1, 6)).addWidget(self.view)
        lines = column(self, (24, 16, 18, 16), 8)
        for part in (self.line, self.count, self.waiting):
            lines.addWidget(part)
        lines.addWidget(self._card, 1)
        lines.addStretch(0)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._search)
        self.line.textChanged.connect(self._typed)
        self.line.installEventFilter(self)
        self.view.installEventFilter(self)
        self.view.clicked.connect(self._go)
        desk.changed.connect(self._changed)
        self._show((), ())

    def enter(self, place: Place) -> None:
        """Put the focus where one types, and look again: the answers may be others now."""
        del place
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()
        self._search()

    def leave(self) -> None:
        """Look no further."""
        self._pause.stop()
        self.waiting.end()
        if self._job is not None:
            self._job.cancel()

    def _give_up(self) -> None:
        """Look no further; what was found before stays."""
        self.leave()
        self._job, self._open_first = None, False
        self.waiting.offer(STOPPED, AFTER_ALL)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk between line and list with the arrows; open with Enter; empty the line with Escape."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._pressed(watched, event) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _pressed(self, watched: QObject, event: QKeyEvent) -> bool:
        in_line, first = watched is self.line, self.view.currentIndex().row() <= 0
        if event.key() in ENTER:
            self._open()
        elif event.key() == Qt.Key.Key_Escape and self.line.text():
            self.line.clear()
            self.line.setFocus()
        elif event.key() == Qt.Key.Key_Down and in_line:
            self.view.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() == Qt.Key.Key_Up and not in_line and first:
            self.line.setFocus(Qt.FocusReason.BacktabFocusReason)
        else:
            return False
        return True

    def _typed(self) -> None:
        self._open_first = False
        self._pause.start()

    def _changed(self) -> None:
        if self.isVisible():
            self._pause.start()

    def _search(self) -> None:
        self._pause.stop()
        if self._job is not None:
            self._job.cancel()
        self.waiting.begin(SEARCHING)
        answers, query = self._desk.answers, self.line.text()
        wanted = words_of(query)
        self._job = self._desk.worker.run(self, lambda: search(answers, query), lambda hits: self._show(hits, wanted))

    def _show(self, hits: tuple[Hit, ...], wanted: tuple[str, ...]) -> None:
        self._job = None
        self.waiting.end()
        self.model.show_hits(hits, wanted)
        self._card.setVisible(bool(hits))
        self.count.setText(_count(len(hits)) if wanted else HOW)
        if wanted:
            announce(self.count, self.count.text())
        self.view.setCurrentIndex(self.model.index(0, 0))
        if self._open_first:
            self._open_first = False
            self._go()

    def _open(self) -> None:
        """Open the place that is chosen; while the search still runs, the first one as soon as it is there."""
        if self._pause.isActive() or self._job is not None:
            self._open_first = True
            self._search()
        else:
            self._go()

    def _go(self) -> None:
        hit = self.model.hit_at(self.view.currentIndex())
        place = None if hit is None else place_to(self._desk, hit.row, hit.field)
        if place is not None:
            self._desk.go(place)


def _count(number: int) -> str:
    if number == MOST:
        return f"Meer dan {MOST} plekken; dit zijn de eerste. Typ een woord erbij om preciezer te zoeken."
    return NOTHING if not number else "1 plek gevonden" if number == 1 else f"{number} plekken gevonden"
