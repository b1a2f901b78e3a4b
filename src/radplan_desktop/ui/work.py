"""WORK: the one thread for what would hold up the window. Work is a plain function; its outcome comes back as a signal."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable
from functools import partial
from threading import Semaphore, Thread
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from radplan_desktop.host.brake import Brake

T = TypeVar("T")
TURN = 0.0005
"""Seconds after which a thread at work lets the interface thread go on when that wants to; Python's own are ten times as long."""


class Job:
    """Work that was asked for by ``owner``. Of a cancelled one nobody hears; it stops where it looks at its brake."""

    def __init__(
        self,
        owner: QObject,
        call: Callable[[Brake], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None] | None,
        passed: Callable[[], object] | None,
    ) -> None:
        self.owner, self.call, self.done, self.failed = owner, call, done, failed
        self.brake = Brake(passed)

    @property
    def cancelled(self) -> bool:
        """Whether the outcome matters to nobody any more: it was cancelled, or whoever asked is gone."""
        return self.brake.pulled or not isValid(self.owner)

    def cancel(self) -> bool:
        """Stop the work and do not tell the outcome. False when it is too late for that: then it is told."""
        return self.brake.pull()


class Worker(QObject):
    """Runs jobs one after another on a thread of its own and tells their outcome on the interface thread."""

    _ended = Signal(object, object, object)
    _passed = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: deque[Job | None] = deque()
        self._waiting = Semaphore(0)
        self._ended.connect(self._tell)
        self._passed.connect(self._tell_passed)
        self._thread = Thread(target=self._run, name="WORK", daemon=True)
        self._begun = False

    def run(
        self,
        owner: QObject,
        call: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> Job:
        """Do ``call`` on the thread, then ``done`` with what it returned, or ``failed`` with what it raised, here.

        Without ``failed`` an error is raised on the interface thread. Once ``owner`` is gone, nobody hears of the outcome.
        """
        return self.start(owner, lambda _: call(), done, failed)

    def start(
        self,
        owner: QObject,
        call: Callable[[Brake], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        passed: Callable[[], object] | None = None,
    ) -> Job:
        """Do work as ``run`` does that can be given up midway: it is handed the brake at which it looks between two pieces.

        ``passed`` is called here, as soon as the work lets go of the brake: cancelling does nothing any more.
        """
        told = None if passed is None else partial(self._passed.emit, owner, passed)
        job = Job(owner, call, done, failed, told)
        self._put(job)
        return job

    def close(self) -> None:
        """Finish what was asked for and stop."""
        if self._begun:
            self._put(None)
            self._thread.join()

    def _put(self, job: Job | None) -> None:
        self._jobs.append(job)
        self._waiting.release()
        if not self._begun:  # the first frame does not wait for a thread that it does not need
            self._begun = True
            sys.setswitchinterval(TURN)
            self._thread.start()

    def _take(self) -> Job | None:
        self._waiting.acquire()
        return self._jobs.popleft()

    def _run(self) -> None:
        while (job := self._take()) is not None:
            if job.cancelled:
                continue
            try:
                outcome = job.call(job.brake)
            except Exception as error:  # noqa: BLE001 - told to whoever asked
                self._ended.emit(job, None, error)
            else:
                self._ended.emit(job, outcome, None)

    def _tell_passed(self, owner: QObject, passed: Callable[[], object]) -> None:
        if isValid(owner):
            passed()

    def _tell(self, job: Job, outcome: object, error: Exception | None) -> None:
        if job.cancelled:
            return
        if error is None:
            job.done(outcome)
        elif job.failed is not None:
            job.failed(error)
        else:
            raise error
