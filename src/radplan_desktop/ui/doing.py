"""One thing at a time that may last: it says so after half a second, and can be given up while that leaves all whole."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject
from shiboken6 import isValid

from radplan_desktop.host.brake import Brake
from radplan_desktop.ui.look.waiting import Waiting
from radplan_desktop.ui.work import Job, Worker

T = TypeVar("T")


class Doing(QObject):
    """Does work on WORK under a line of progress. ``given_up`` is called when it was given up, once the line is gone.

    ``owner`` is who the outcome is for; without one it matters to nobody once the line of progress is gone.
    """

    def __init__(
        self, worker: Worker, waiting: Waiting, given_up: Callable[[], object], owner: QObject | None = None
    ) -> None:
        super().__init__(waiting)
        self._worker, self._waiting, self._given_up = worker, waiting, given_up
        self._owner = owner or self
        self._job: Job | None = None
        waiting.cancelled.connect(self.give_up)

    def is_free(self) -> bool:
        """Whether something can begin; when not, it is said at once what is still going on."""
        self._waiting.insist()
        return self._job is None

    def begin(
        self,
        what: str,
        call: Callable[[Brake], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        late: str = "",
    ) -> None:
        """Do ``call`` and then ``done`` or ``failed``, as ``Worker.start`` does. Nothing happens while something else is done.

        ``what`` is said while it lasts; ``late`` says why it cannot be given up, from the moment that this is so.
        """
        if self.is_free():
            self._waiting.begin(what)
            ended = partial(self._ended, done), partial(self._ended, failed)
            self._job = self._worker.start(self._owner, call, *ended, partial(self._let_go, late))

    def give_up(self) -> None:
        """Give up what is going on, if that still can be."""
        if self._job is not None and self._job.cancel():
            self._job = None
            self._waiting.stop()
            self._given_up()

    def _let_go(self, late: str) -> None:
        if late and isValid(self):
            self._waiting.let_go(late)

    def _ended(self, then: Callable[[Any], None], outcome: Any) -> None:  # noqa: ANN401 - what the work returned or raised
        if isValid(self):
            self._job = None
            self._waiting.end()
        then(outcome)
