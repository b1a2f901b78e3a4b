"""The desk of an open plan: what its pages share. They render ``answers``, edit through ``session`` and ask to go elsewhere."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Signal

from radplan_desktop.acts.reckoning import Standing, reckon
from radplan_desktop.acts.session import Session
from radplan_desktop.guideline.model import Guideline
from radplan_desktop.guideline.steering import steering
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.values import Cell
from radplan_desktop.ui.asking import Asks
from radplan_desktop.ui.bridge import Bridge
from radplan_desktop.ui.following import touches_rows
from radplan_desktop.ui.outline import Outline, outline, printed_in
from radplan_desktop.ui.picks import Picks
from radplan_desktop.ui.places import Place
from radplan_desktop.ui.titled import RowTargets
from radplan_desktop.ui.work import Job, Worker

PAUSE = 250


class Desk(QObject):
    """Shared by all pages of one open plan."""

    changed = Signal(object)
    """The cells that changed (a frozenset), or None for everything."""
    reckoned = Signal()
    """``standing`` is new."""
    went = Signal(object)
    """Somebody asks to go to a Place."""
    row_shown = Signal(str)
    """The row whose form is in sight; "" when there is none."""

    def __init__(self, session: Session, standing: Standing, worker: Worker, asks: Asks) -> None:
        super().__init__()
        gc.freeze()  # what an open plan is made of stays: looking for garbage in it would hold up the window for 0.1 s
        self.session, self.standing, self.worker, self.asks = session, standing, worker, asks
        self.guideline: Guideline = session.guideline
        self.outlines: dict[str, Outline] = {s.id: outline(self.guideline, s) for s in self.guideline.sections}
        self.printed = printed_in(self.guideline)
        self._steering = steering(self.guideline)
        self.bridge = Bridge(session, self)
        self.picks = Picks(self)
        self.bridge.changed.connect(self._changed)
        self._job: Job | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._reckon)
        self._pause.start()

    def steers(self, cells: frozenset[Cell] | None) -> bool:
        """Whether a change may show in other questions than those that were answered."""
        return touches_rows(cells) or any(cell.field in self._steering for cell in cells or ())

    @property
    def answers(self) -> Answers:
        """The answers now, drafts included."""
        return self.session.answers

    def targets(self, register: str) -> RowTargets:
        """Return the rows of a register as the targets of a link."""
        return RowTargets(self.session, register)

    def go(self, place: Place) -> None:
        """Ask to go somewhere."""
        self.went.emit(place)

    def close(self) -> None:
        """Hear nothing more of the session."""
        gc.unfreeze()
        self._pause.stop()
        if self._job is not None:
            self._job.cancel()
        self.bridge.close()

    def _changed(self, cells: object) -> None:
        self.changed.emit(cells)
        self._pause.start()

    def _reckon(self) -> None:
        if self._job is not None:
            self._job.cancel()
        answers = self.answers
        self._job = self.worker.run(self, lambda: reckon(answers), self._reckoned)

    def _reckoned(self, standing: Standing) -> None:
        self.standing = standing
        self.reckoned.emit()
