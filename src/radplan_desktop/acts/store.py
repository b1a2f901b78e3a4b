"""STORE: the one thread that owns the open dossier. Saves are queued, written in order, and retried until the file takes them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime
from threading import Condition, Thread
from typing import Any, TypeVar

from radplan_desktop.acts.events import Saved, SaveFailed, SessionEvent
from radplan_desktop.acts.refusals import CannotSave
from radplan_desktop.dossier import Dossier, DossierError

RETRY_SECONDS = 5.0
UNEXPECTED = "Opslaan lukt nu niet. Uw antwoorden staan nog in het venster; RadPlan probeert het steeds opnieuw."
T = TypeVar("T")
Save = Callable[[Dossier], object]


class Store:
    """The thread and its queue. ``opener`` makes the dossier on the thread itself, for its connection lives and dies there.

    ``leave`` closes it again, on the thread too.
    """

    def __init__(
        self,
        opener: Callable[[], Dossier],
        notify: Callable[[SessionEvent], None],
        leave: Callable[[Dossier], None] = Dossier.close,
    ) -> None:
        self._opener, self._notify, self._leave = opener, notify, leave
        self._wake = Condition()
        self._saves: deque[Save] = deque()
        self._calls: deque[tuple[Callable[[Dossier], Any], Future[Any]]] = deque()
        self._closing = self._hurried = False
        self._failure = ""
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
    def failure(self) -> str:
        """The sentence of the last failed save; empty once a save succeeded."""
        return self._failure

    def put(self, save: Save) -> None:
        """Queue a save. It is tried until it succeeds, after all saves before it."""
        with self._wake:
            self._saves.append(save)
            self._wake.notify_all()

    def call(self, work: Callable[[Dossier], T]) -> T:
        """Do work with the dossier after the saves queued so far, and return what it returns. Raises what it raises.

        While a save fails, work that reads goes ahead: it sees the file without that save.
        """
        done: Future[T] = Future()
        with self._wake:
            self._calls.append((work, done))
            self._wake.notify_all()
        return done.result()

    def hurry(self) -> None:
        """Try a failing save again now instead of in a few seconds."""
        with self._wake:
            self._hurried = True
            self._wake.notify_all()

    def close(self, *, abandon: bool = False) -> None:
        """Write what is queued and close the file. Raises CannotSave when the file will not take it, and stays open then."""
        with self._wake:
            if not abandon:
                self._failure, self._hurried = "", True
                self._wake.notify_all()
                self._wake.wait_for(lambda: not self._saves or bool(self._failure))
                if self._saves:
                    raise CannotSave(self._failure)
            self._saves.clear()
            self._closing = True
            self._wake.notify_all()
        if self._thread.is_alive():
            self._thread.join()

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
            self._leave(dossier)

    def _step(self, dossier: Dossier) -> bool:
        """Do one thing: the oldest save, else the oldest call; False once closing and nothing is left."""
        with self._wake:
            self._wake.wait_for(lambda: self._saves or self._calls or self._closing)
            save = self._saves[0] if self._saves else None
            call = self._calls.popleft() if self._calls and (save is None or self._failure) else None
            if save is None and call is None:
                return False
        if call is not None:
            _answer(dossier, *call)
        elif save is not None:
            self._write(dossier, save)
        return True

    def _write(self, dossier: Dossier, save: Save) -> None:
        try:
            save(dossier)
        except DossierError as error:
            self._failed(error.sentence)
        except Exception:  # noqa: BLE001 - a fault of ours must not cost the user what is queued behind it
            self._failed(UNEXPECTED)
        else:
            self._succeeded(save)

    def _succeeded(self, save: Save) -> None:
        with self._wake:
            if self._saves and self._saves[0] is save:
                self._saves.popleft()
            self._failure = ""
            empty = not self._saves
            self._wake.notify_all()
        if empty:
            self._notify(Saved(datetime.now().astimezone()))

    def _failed(self, sentence: str) -> None:
        with self._wake:
            self._failure = sentence
            self._wake.notify_all()
        self._notify(SaveFailed(sentence))
        with self._wake:
            self._wake.wait_for(lambda: self._calls or self._closing or self._hurried, timeout=RETRY_SECONDS)
            self._hurried = False


def _answer(dossier: Dossier, work: Callable[[Dossier], Any], done: Future[Any]) -> None:
    try:
        done.set_result(work(dossier))
    except BaseException as error:  # noqa: BLE001 - it is raised again where call() waits
        done.set_exception(error)
