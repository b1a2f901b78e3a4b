"""What the brought-together screens share: they work their lines out away from the interface thread and show them when done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from radplan_desktop.guideline.model import Panel
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.values import Cell
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.following import Following
from radplan_desktop.ui.keeping.empty import EmptyLedger
from radplan_desktop.ui.ledger.narrow import Narrow
from radplan_desktop.ui.ledger.view import LedgerView
from radplan_desktop.ui.look.plain import column, words
from radplan_desktop.ui.outline import Entry
from radplan_desktop.ui.places import Place
from radplan_desktop.ui.work import Job

PAUSE = 60
MARGINS = (20, 14, 20, 14)
NOTHING = "Hier past niets bij. Kies iets anders, of zoek andere woorden."
Found = TypeVar("Found")


class LedgerScreen(QFrame, Generic[Found]):
    """``work_out`` says what to show; ``show_found`` shows it. ``narrow`` stands above the list, ``count`` says how much it is."""

    def __init__(self, desk: Desk, entry: Entry, panel: Panel, narrow: Narrow, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("canvas")
        self.resize(parent.size())
        self.desk, self.entry, self.panel, self.narrow = desk, entry, panel, narrow
        self.found: tuple[Found, ...] = ()
        self.view = LedgerView(panel.label)
        self.count = words(role="hint", wrap=True)
        self.lines = column(self, MARGINS, 10)
        self._full = QWidget()
        self.filled = column(self._full, gap=10)
        self.empty: EmptyLedger | None = None
        self.lines.addWidget(self._full, 1)
        self._wanted = ""
        self._job: Job | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._work)
        Following(self, desk.changed, self.refresh)
        self._kept = ""
        narrow.changed.connect(self._narrowed)
        self.view.chose.connect(self._keep)

    def offer_first(self, empty: EmptyLedger, add: Callable[[], object]) -> None:
        """Show this while there is nothing at all; ``add`` goes to where the first one is written down."""
        self.empty = empty
        empty.begin.setEnabled(not self.desk.session.read_only)
        empty.begin.clicked.connect(add)
        empty.hide()
        self.lines.addWidget(empty, 0, Qt.AlignmentFlag.AlignTop)

    def _show_filled(self) -> None:
        """Show the list with what stands around it, or that there is nothing; what has the focus goes along."""
        if self.empty is None or self._full.isHidden() != bool(self.found):
            return
        coming, going = (self._full, self.empty) if self.found else (self.empty, self._full)
        now = QApplication.focusWidget()
        held = now is not None and going.isAncestorOf(now)
        coming.show()
        if held:
            self._focus()
        going.hide()

    def _focus(self) -> None:
        """Put the focus on the list, or on what stands in its place."""
        if self.empty is not None and not self.empty.isHidden() and not self.found:
            self.empty.focus()
        else:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def in_card(self, *parts: QWidget) -> QFrame:
        """Return a card with these parts below each other; the list takes the room that is left."""
        card = QFrame()
        card.setProperty("role", "card")
        lines = column(card, (1, 1, 1, 6))
        for part in parts:
            lines.addWidget(part, 1 if part is self.view else 0)
        return card

    def _keep(self, row: str) -> None:
        self._kept = row

    def _narrowed(self) -> None:
        self._kept = ""
        self.show_found()

    def keeps(self, row: str) -> bool:
        """Whether a row stays although it is not wanted any more: one is at work on it."""
        return bool(row) and row == self._kept

    def work_out(self, answers: Answers) -> tuple[Found, ...]:
        """Return what the answers say. It runs on WORK."""
        raise NotImplementedError

    def show_found(self) -> None:
        """Show what was found, as far as it is wanted."""
        raise NotImplementedError

    def refresh(self, cells: frozenset[Cell] | None = None) -> None:
        """Work it out again, once nothing changes for a moment."""
        if self.desk.steers(cells):
            self._pause.start()

    def _work(self) -> None:
        if self._job is not None:
            self._job.cancel()
        answers = self.desk.answers
        self._job = self.desk.worker.run(self, lambda: self.work_out(answers), self._take)

    def _take(self, found: tuple[Any, ...]) -> None:
        self.found = found
        self._show_filled()
        self.show_found()
        if self._wanted:
            self.view.choose(self._wanted)
            self._wanted = ""

    def enter(self, place: Place) -> None:
        """Look again, and put the focus on the list; on the row that the place names."""
        self._wanted = place.row
        self.view.choose(place.row)
        self._work()
        self._focus()

    def leave(self) -> None:
        """Look no further."""
        self._pause.stop()
