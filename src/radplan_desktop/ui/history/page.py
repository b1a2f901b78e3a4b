"""The history: filters above, the lines in the middle, the selected one beside them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from radplan_desktop.acts.chronicle import Chronicle, Wanted, sittings
from radplan_desktop.acts.history import HistoryLine
from radplan_desktop.acts.putting_back import put_back
from radplan_desktop.acts.refusals import Refusal
from radplan_desktop.plan.content import ContentError
from radplan_desktop.plan.search import words_of
from radplan_desktop.ui.announce import announce
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.history.delegate import HIGH, HistoryDelegate
from radplan_desktop.ui.history.detail import Detail
from radplan_desktop.ui.history.filters import Filters
from radplan_desktop.ui.history.model import HistoryModel
from radplan_desktop.ui.history.rows import Row, rows_of
from radplan_desktop.ui.look.beside import Sized
from radplan_desktop.ui.look.panels import Banner
from radplan_desktop.ui.look.plain import column, row, words
from radplan_desktop.ui.look.theme import theme
from radplan_desktop.ui.look.waiting import Waiting
from radplan_desktop.ui.places import Place
from radplan_desktop.ui.work import Job

STOPPED, AFTER_ALL = "De geschiedenis is niet gelezen.", "Alsnog lezen"
READING = "De geschiedenis wordt gelezen…"
NOTHING = "Hier past niets bij. Zoek andere woorden, of laat een keuze weg."
NOTHING_YET = "Er is nog niets gewijzigd, en dat geeft niet."
ONLY_EVENTS = "Alleen versies en wat er verder met het hele plan gebeurde"
NARROW, AGAIN = 860, 300


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What to show: the rows, the words to mark, and how many changes they are."""

    rows: tuple[Row, ...]
    words: tuple[str, ...]
    count: int


def narrowed(chronicle: Chronicle, wanted: Wanted) -> Narrowed:
    """Return what to show of a history. A plain function, for WORK."""
    lines = chronicle.narrowed(wanted)
    return Narrowed(rows_of(sittings(lines)), words_of(wanted.text), sum(1 for line in lines if line.row))


class HistoryList(QTableView):
    """The lines: a table of one column, for a list view asks the model once per row. Enter opens the question of a line."""

    entered_line = Signal()

    def __init__(self, model: HistoryModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(HistoryDelegate(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setAccessibleName("Geschiedenis")
        self.fit()

    def fit(self) -> None:
        """Give every row the height of two lines at the text size of now."""
        self.verticalHeader().setDefaultSectionSize(theme().px(HIGH))

    def changeEvent(self, event: QEvent) -> None:
        """Fit again when the theme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_line.emit()
        else:
            super().keyPressEvent(event)


class HistoryPage(QFrame):
    """Who changed what when."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self._desk = desk
        self._chronicle: Chronicle | None = None
        self._jobs: dict[str, Job] = {}
        self._next: Place | None = None
        self.model = HistoryModel(self)
        self.filters, self.view, self.detail = Filters(desk.guideline), HistoryList(self.model), Detail(desk)
        self.count = words(role="hint", wrap=True)
        self.banner, self.waiting = Banner("danger", "circle-alert", closable=True), Waiting()
        self._arrange()
        Sized(self, self._fit)
        self._again = QTimer(self, singleShot=True, interval=AGAIN)
        self._again.timeout.connect(self._read)
        self.filters.changed.connect(self._narrow)
        self.waiting.cancelled.connect(self._give_up)
        self.waiting.resumed.connect(self._read)
        self.view.selectionModel().currentChanged.connect(self._choose)
        self.view.entered_line.connect(self.detail.open.click)
        self.view.doubleClicked.connect(self.detail.open.click)
        self.detail.back_wanted.connect(self._put_back)
        self.detail.only_wanted.connect(self._show_only)
        desk.changed.connect(self._changed)

    def _arrange(self) -> None:
        lines = column(self, (24, 14, 18, 14), 8)
        lines.addWidget(self.banner)
        self.banner.hide()
        lines.addWidget(self.waiting)
        lines.addWidget(self.filters)
        lines.addWidget(self.count)
        across = row(gap=12)
        card = QFrame()
        card.setProperty("role", "card")
        column(card, (1, 6, 1, 6)).addWidget(self.view)
        across.addWidget(card, 1)
        across.addWidget(self.detail)
        lines.addLayout(across, 1)

    def _fit(self) -> None:
        self.detail.fit(narrow=self.width() < NARROW)

    def enter(self, place: Place) -> None:
        """Read what was added, and put the focus on the lines."""
        del place
        self._read()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Hear nothing more of what was being read."""
        self._again.stop()
        self.waiting.end()
        for job in self._jobs.values():
            job.cancel()

    def _give_up(self) -> None:
        """Read no further; it can be read after all."""
        self.leave()
        self.count.setText("")
        self.waiting.offer(STOPPED, AFTER_ALL)

    def _changed(self) -> None:
        self.detail.refresh()
        if self._next is not None:
            QTimer.singleShot(0, self, self._go)
        if self.isVisible():
            self._again.start()

    def _go(self) -> None:
        """Open the question of what was put back, once every page heard of it."""
        place, self._next = self._next, None
        if place is not None:
            self._desk.go(place)

    def _run(self, name: str, job: Job) -> None:
        if name in self._jobs:
            self._jobs[name].cancel()
        self._jobs[name] = job

    def _read(self) -> None:
        session = self._desk.session
        if self._chronicle is None:
            self.count.setText(READING)
            self.waiting.begin(READING)
        work = self._desk.worker.run(self, lambda: Chronicle.of(session.history()), self._show, self._failed)
        self._run("read", work)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, Refusal):
            raise error
        self.waiting.end()
        self.count.setText("")
        self.banner.say("De geschiedenis is nu niet te lezen.", str(error))

    def _show(self, chronicle: Chronicle) -> None:
        self._chronicle = chronicle
        self.filters.show_people(chronicle.people)
        self._narrow()

    def _narrow(self) -> None:
        chronicle, wanted = self._chronicle, self.filters.wanted
        self.detail.only.setEnabled(wanted.cell is None)
        if chronicle is not None:
            work = self._desk.worker.run(self, lambda: narrowed(chronicle, wanted), self._show_narrowed)
            self._run("narrow", work)

    def _show_narrowed(self, found: Narrowed) -> None:
        self.waiting.end()
        chosen = self.model.line_at(self.view.currentIndex())
        top = self.view.verticalScrollBar().value()
        self.model.show_rows(found.rows, found.words)
        said = self._count_text(found)
        if said != self.count.text():
            announce(self.count, said)
        self.count.setText(said)
        place = self.model.place_of(chosen)
        self.view.setCurrentIndex(place)
        if chosen is not None and self.model.line_at(place) == chosen:
            self.view.verticalScrollBar().setValue(top)
            self.view.scrollTo(place)
        else:
            self.view.scrollToTop()
        if not place.isValid():
            self.detail.show_line(None)

    def _count_text(self, found: Narrowed) -> str:
        if self._chronicle is None or not self._chronicle.lines:
            return NOTHING_YET
        if not found.rows:
            return NOTHING
        number = f"{found.count:,}".replace(",", ".")
        return "1 wijziging" if found.count == 1 else f"{number} wijzigingen" if found.count else ONLY_EVENTS

    def _show_only(self, line: HistoryLine) -> None:
        """Show one question only; the focus goes back to the lines, for the button has done all it can."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.filters.narrow(line)

    def _choose(self, index: QModelIndex) -> None:
        self.detail.show_line(self.model.line_at(index))

    def _put_back(self, line: HistoryLine) -> None:
        try:
            put_back(self._desk.session, line)
        except (Refusal, ContentError) as refusal:
            self.banner.say("Terugzetten ging niet.", str(refusal))
            return
        self.banner.hide()
        self.detail.refresh()
        self._next = self.detail.place
