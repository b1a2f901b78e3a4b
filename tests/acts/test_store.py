"""STORE with a real thread; what it writes goes into a list instead of a file."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator

import pytest

from radplan_desktop.acts.events import Saved, SaveFailed, SessionEvent
from radplan_desktop.acts.refusals import CannotSave
from radplan_desktop.acts.store import CLOSED, LATE, STOPPED, UNEXPECTED, Store
from radplan_desktop.dossier import DiskFullError, Dossier
from radplan_desktop.plan.values import Cell

WAIT = 10


class Bench:
    """A store, what was written, what was told, and a switch that makes writing fail."""

    def __init__(self, opener: Callable[[], Dossier] | None = None) -> None:
        self.written: list[str] = []
        self.told: list[SessionEvent] = []
        self.left = threading.Event()
        self.heard = threading.Condition()
        self.full = False
        self.store = Store(opener or object, self._tell, lambda _dossier: self.left.set())  # type: ignore[arg-type]

    def _tell(self, event: SessionEvent) -> None:
        with self.heard:
            self.told.append(event)
            self.heard.notify_all()

    def write(self, what: str) -> Callable[[object], None]:
        def save(_dossier: object) -> None:
            if self.full:
                raise DiskFullError
            self.written.append(what)

        return save

    def wait_for(self, kind: type[SessionEvent]) -> None:
        with self.heard:
            assert self.heard.wait_for(lambda: any(isinstance(event, kind) for event in self.told), WAIT)


@pytest.fixture
def bench() -> Iterator[Bench]:
    made = Bench()
    made.store.open()
    yield made
    made.store.close(abandon=True)
    assert made.left.wait(WAIT)


def test_saves_are_written_in_order_and_calls_come_after_them(bench: Bench) -> None:
    for what in "abc":
        bench.store.put(bench.write(what))
    assert bench.store.call(lambda _dossier: list(bench.written)) == ["a", "b", "c"]


def test_typing_on_a_slow_disk_leaves_only_the_last_text_waiting(bench: Bench) -> None:
    begun, go = threading.Event(), threading.Event()

    def slowly(_dossier: object) -> None:
        begun.set()
        go.wait(WAIT)

    bench.store.put(slowly, replaces="naam")
    assert begun.wait(WAIT)
    for what in ("n", "na", "naa"):
        bench.store.put(bench.write(what), replaces="naam")
    bench.store.put(bench.write("klaar"))
    bench.store.put(bench.write("m"), replaces="naam")
    go.set()
    bench.store.call(lambda _dossier: None)
    assert bench.written == ["naa", "klaar", "m"]


def test_letters_that_follow_each_other_are_written_together(bench: Bench) -> None:
    typed = ["woord"[:count] for count in range(1, 6)]
    for text in typed:
        bench.store.put(bench.write(text), replaces="naam")
    bench.wait_for(Saved)
    assert bench.written[-1] == "woord"
    assert len(bench.written) < len(typed)


def test_while_a_save_fails_reading_goes_on_but_nothing_builds_on_it(bench: Bench) -> None:
    bench.full = True
    bench.store.put(bench.write("a"))
    bench.wait_for(SaveFailed)
    assert bench.store.call(lambda _dossier: "gelezen") == "gelezen"
    with pytest.raises(CannotSave, match="vol"):
        bench.store.call(bench.write("versie"), after_saves=True)
    bench.full = False
    bench.store.call(bench.write("versie"), after_saves=True)
    assert bench.written == ["a", "versie"]


def test_closing_is_refused_while_the_disk_is_full_and_works_once_it_is_not(bench: Bench) -> None:
    bench.full = True
    bench.store.put(bench.write("a"))
    with pytest.raises(CannotSave, match="vol"):
        bench.store.close()
    bench.full = False
    bench.store.close()
    assert bench.written == ["a"]
    bench.wait_for(Saved)


def test_closing_in_a_hurry_does_not_wait_longer_than_there_is_time(bench: Bench) -> None:
    begun, go = threading.Event(), threading.Event()

    def slowly(_dossier: object) -> None:
        begun.set()
        go.wait(WAIT)
        bench.written.append("a")

    bench.store.put(slowly)
    assert begun.wait(WAIT)
    with pytest.raises(CannotSave, match=LATE):
        bench.store.close(within=0.01)
    go.set()
    bench.store.close(within=WAIT)
    assert bench.written == ["a"]


def test_what_waits_is_known_by_cell_each_once(bench: Bench) -> None:
    bench.full = True
    goal, name = Cell("plan", "hoofddoel"), Cell("plan", "naam")
    bench.store.put(bench.write("a"), about=(goal,))
    bench.store.put(bench.write("b"), about=(name, goal))
    assert bench.store.waiting == (goal, name)
    bench.full = False
    bench.store.close()
    assert not bench.store.waiting


def test_before_every_save_the_file_is_looked_for_again() -> None:
    looked: list[object] = []
    store = Store(object, lambda _event: None, lambda _dossier: None, looked.append)  # type: ignore[arg-type]
    store.open()
    store.put(lambda _dossier: None)
    store.close()
    assert len(looked) == 1


def test_after_closing_nothing_is_taken_in_silence(bench: Bench) -> None:
    bench.store.close()
    bench.store.close()
    with pytest.raises(CannotSave, match=CLOSED):
        bench.store.put(bench.write("te laat"))
    with pytest.raises(CannotSave, match=CLOSED):
        bench.store.call(bench.write("te laat"))


def test_waiting_for_the_store_on_the_store_is_an_error_and_no_deadlock(bench: Bench) -> None:
    with pytest.raises(RuntimeError, match="STORE"):
        bench.store.call(lambda _dossier: bench.store.call(lambda _again: None))


@pytest.fixture
def log_records(monkeypatch: pytest.MonkeyPatch) -> list[logging.LogRecord]:
    """The records that this module of ours logs, kept from the rest."""
    found: list[logging.LogRecord] = []
    monkeypatch.setattr(logging.getLogger("radplan_desktop.acts.store"), "handle", found.append)
    return found


def test_a_fault_of_ours_is_logged_and_tried_again_with_the_rest_behind_it(
    bench: Bench, log_records: list[logging.LogRecord]
) -> None:
    faults = iter([ValueError("inhoud van een antwoord")])

    def save(_dossier: object) -> None:
        for fault in faults:
            raise fault
        bench.written.append("toch")

    bench.store.put(save)
    bench.store.put(bench.write("daarna"))
    bench.wait_for(SaveFailed)
    assert SaveFailed(UNEXPECTED) in bench.told
    bench.store.close()
    assert bench.written == ["toch", "daarna"]
    assert [str(record.msg) for record in log_records] == ["not-saved"]


class Broken(BaseException):
    """Something that ends a thread."""


def test_a_thread_that_broke_leaves_nobody_waiting_and_loses_nothing_unsaid(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "excepthook", lambda _failure: None)
    bench = Bench()
    bench.store.open()

    def breaks(_dossier: object) -> None:
        raise Broken

    bench.store.put(breaks)
    assert bench.left.wait(WAIT)
    bench.wait_for(SaveFailed)
    with pytest.raises(CannotSave, match=STOPPED):
        bench.store.call(lambda _dossier: None)
    with pytest.raises(CannotSave, match=STOPPED):
        bench.store.put(bench.write("a"))
    with pytest.raises(CannotSave, match=STOPPED):
        bench.store.close()
    bench.store.close(abandon=True)


def test_what_opening_raises_comes_out_where_it_was_asked() -> None:
    def refuse() -> Dossier:
        raise DiskFullError

    bench = Bench(refuse)
    with pytest.raises(DiskFullError):
        bench.store.open()
    bench.store.close(abandon=True)
