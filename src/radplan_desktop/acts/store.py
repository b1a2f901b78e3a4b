"""STORE: the one thread that owns the open dossier. Saves are queued, written in order, and retried until the file takes them."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Hashable
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass
from datetime import datetime
from threading import Condition, Thread, current_thread
from typing import Any, TypeVar

from radplan_desktop.acts.events import Saved, SaveFailed, SessionEvent
from radplan_desktop.acts.refusals import CannotSave
from radplan_desktop.dossier import Dossier, DossierError
from radplan_desktop.host.brake import NO_BRAKE, Brake, GivenUp
from radplan_desktop.host.log import Event
from radplan_desktop.plan.values import Cell

RETRY_SECONDS = 5.0
PAUSE_SECONDS = 0.1
"""How long a save that a later one may replace is kept back at most: while a key is handled, nothing is written."""
UNEXPECTED = "Opslaan lukt nu niet. Uw antwoorden staan nog in het venster; RadPlan probeert het steeds opnieuw."
CLOSED = "Dit plan is al gesloten. Open het opnieuw om verder te werken."
STOPPED = (
    "Opslaan lukt niet meer. Wat al was opgeslagen, staat in het planbestand. Sluit RadPlan en open het plan opnieuw."
)
LATE = "Het opslaan duurt te lang. Uw antwoorden staan nog in het venster; RadPlan gaat door met opslaan."
T = TypeVar("T")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, eq=False)
class _Save:
    write: Callable[[Dossier], object]
    replaces: Hashable
    about: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Call:
    work: Callable[[Dossier], Any]
    done: Future[Any]
    after_saves: bool


class Store:
    """The thread and its queue. ``opener`` makes the dossier on the thread itself, for its connection lives and dies there.

    ``leave`` closes it again, on the thread too. ``again`` is called before every save: after one that failed the
    file may have to be found again. ``notify`` is called on the thread and must not raise.
    """

    def __init__(
        self,
        opener: Callable[[], Dossier],
        notify: Callable[[SessionEvent], None],
        leave: Callable[[Dossier], None] = Dossier.close,
        again: Callable[[Dossier], None] = lambda _dossier: None,
    ) -> None:
        self._opener, self._notify, self._leave, self._again = opener, notify, leave, again
        self._wake = Condition()
        self._saves: deque[_Save] = deque()
        self._calls: deque[_Call] = deque()
        self._writing = self._leaving = self._closing = self._hurried = self._stopped = False
        self._failure = ""
        self._tries = self._failed_try = 0  # the number of the latest attempt to write, and of the latest that failed
        self._opened: Future[None] = Future()
        self._thread = Thread(target=self._run, name="STORE", daemon=True)

    def open(self) -> None:
        """Open the dossier on the thread and wait for it. Raises what opening raises."""
        self._thread.start()
        self._opened.result()

    @property
    def pending(self) -> bool:
        """Whether something is not in the file yet."""
        with self._wake:
            return bool(self._saves)

    @property
    def waiting(self) -> tuple[Cell, ...]:
        """The cells of which something is not in the file yet, each once, the oldest first."""
        with self._wake:
            return tuple(dict.fromkeys(cell for save in self._saves for cell in save.about))

    @property
    def writes(self) -> tuple[Callable[[Dossier], object], ...]:
        """What is still to be written, in order."""
        with self._wake:
            return tuple(save.write for save in self._saves)

    def put(
        self, write: Callable[[Dossier], object], *, replaces: Hashable = None, about: tuple[Cell, ...] = ()
    ) -> None:
        """Queue a save. It is tried until it succeeds, after all saves before it. Raises CannotSave once closed.

        ``replaces`` names what it keeps up to date: when the last save waiting keeps the same thing, this one takes its place,
        so that a slow stick is not made to write every letter. ``about`` says which cells it is about.
        """
        with self._wake:
            self._require_open()
            waiting = len(self._saves) > (1 if self._writing else 0)
            replacing = replaces is not None and waiting and self._saves[-1].replaces == replaces
            if replacing:
                self._saves.pop()
            self._saves.append(_Save(write, replaces, about))
            if not replacing:
                self._wake.notify_all()

    def call(self, work: Callable[[Dossier], T], *, after_saves: bool = False, brake: Brake = NO_BRAKE) -> T:
        """Do work with the dossier after the saves queued so far, and return what it returns. Raises what it raises.

        While a save fails, work that only reads goes ahead and sees the file without that save. For work that builds on the saves
        (``after_saves``) they are tried again first, and it is refused when they fail once more. Raises CannotSave, and GivenUp
        when the brake is pulled before the work begins; once it has begun, the work itself looks at the brake.
        """
        if current_thread() is self._thread:
            raise RuntimeError("a listener that is told something on STORE may not wait for STORE")
        done: Future[T] = Future()
        with self._wake:
            self._require_open()
            if after_saves:
                self._failure, self._hurried = "", True
            self._calls.append(_Call(work, done, after_saves))
            self._wake.notify_all()
        try:
            with brake.stopping(done.cancel):
                return done.result()
        except CancelledError:
            raise GivenUp from None

    def hurry(self) -> None:
        """Try a failing save again now instead of in a few seconds."""
        with self._wake:
            self._hurried = True
            self._wake.notify_all()

    def close(self, *, abandon: bool = False, within: float | None = None) -> None:
        """Write what is queued and close the file. Raises CannotSave when the file will not take it, and stays open then.

        ``within`` is how many seconds there are, at most, first for the writing and then for the closing.
        """
        with self._wake:
            if not abandon and not self._stopped:
                self._failure, self._hurried, begun = "", True, self._tries
                self._leaving = True
                self._wake.notify_all()
                self._wake.wait_for(lambda: not self._saves or self._failed_try > begun or self._stopped, within)
                self._leaving = False
            if self._saves and not abandon:
                raise CannotSave(STOPPED if self._stopped else self._failure or LATE)
            self._saves.clear()
            self._closing = True
            self._wake.notify_all()
        if self._thread.is_alive():
            self._thread.join(within)

    def _require_open(self) -> None:
        if self._stopped or self._closing:
            raise CannotSave(STOPPED if self._stopped else CLOSED)

    def _run(self) -> None:
        try:
            dossier = self._opener()
        except BaseException as error:  # noqa: BLE001 - it is raised again where open() waits
            self._opened.set_exception(error)
            return
        self._opened.set_result(None)
        try:
            while self._step(dossier):
                pass
        finally:
            self._stop()
            self._leave(dossier)

    def _stop(self) -> None:
        """Leave nobody waiting for a thread that is gone, whether it was asked to end or something broke it."""
        with self._wake:
            self._stopped = not self._closing
            calls, self._calls = self._calls, deque()
            self._wake.notify_all()
        for call in calls:
            if call.done.set_running_or_notify_cancel():
                call.done.set_exception(CannotSave(STOPPED))
        if self._stopped:
            self._notify(SaveFailed(STOPPED))

    def _step(self, dossier: Dossier) -> bool:
        """Do one thing: the oldest save, else the oldest call; False once closing and nothing is left."""
        with self._wake:
            self._wake.wait_for(lambda: self._saves or self._calls or self._closing)
            if self._saves and self._saves[0].replaces is not None:
                self._wake.wait_for(self._is_wanted, PAUSE_SECONDS)
            save = self._saves[0] if self._saves else None
            call = self._calls.popleft() if self._calls and (save is None or self._failure) else None
            self._writing = call is None and save is not None
            self._tries += self._writing
            failure = self._failure if save is not None else ""
        if call is not None:
            _answer(dossier, call, failure)
        elif save is not None:
            self._write(dossier, save)
        return call is not None or save is not None

    def _is_wanted(self) -> bool:
        """Whether the oldest save is not to be kept back: somebody waits for it, or another save came that does not replace it."""
        return bool(self._calls or self._closing or self._leaving or len(self._saves) != 1)

    def _write(self, dossier: Dossier, save: _Save) -> None:
        try:
            self._again(dossier)
            save.write(dossier)
        except DossierError as error:
            self._failed(error.sentence)
        except Exception as error:  # noqa: BLE001 - a fault of ours must not cost the user what is queued behind it
            _log.error(Event.NOT_SAVED, exc_info=error)
            self._failed(UNEXPECTED)
        else:
            self._succeeded()

    def _succeeded(self) -> None:
        with self._wake:
            if self._saves:
                self._saves.popleft()
            self._failure, self._writing = "", False
            empty = not self._saves
            self._wake.notify_all()
        if empty:
            self._notify(Saved(datetime.now().astimezone()))

    def _failed(self, sentence: str) -> None:
        with self._wake:
            self._failure, self._failed_try = sentence, self._tries
            self._wake.notify_all()
        self._notify(SaveFailed(sentence))
        with self._wake:
            self._wake.wait_for(lambda: self._calls or self._closing or self._hurried, timeout=RETRY_SECONDS)
            self._hurried = self._writing = False


def _answer(dossier: Dossier, call: _Call, failure: str) -> None:
    if not call.done.set_running_or_notify_cancel():
        return
    if call.after_saves and failure:
        call.done.set_exception(CannotSave(failure))
        return
    try:
        call.done.set_result(call.work(dossier))
    except BaseException as error:  # noqa: BLE001 - it is raised again where call() waits
        call.done.set_exception(error)
