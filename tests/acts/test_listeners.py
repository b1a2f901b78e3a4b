from __future__ import annotations

import logging
import threading

import pytest

from radplan_desktop.acts.events import Saving, SessionEvent
from radplan_desktop.acts.listeners import Listeners


def test_a_listener_that_fails_holds_up_nobody_and_is_logged(monkeypatch: pytest.MonkeyPatch) -> None:
    records: list[logging.LogRecord] = []
    monkeypatch.setattr(logging.getLogger("radplan_desktop.acts.listeners"), "handle", records.append)
    heard: list[SessionEvent] = []

    def fails(_event: SessionEvent) -> None:
        raise RuntimeError("inhoud")

    listeners = Listeners()
    listeners.add(fails)
    listeners.add(heard.append)
    listeners.tell(Saving())
    assert heard == [Saving()]
    assert [str(record.msg) for record in records] == ["failed"]


def test_the_same_listener_twice_hears_twice_and_leaves_once() -> None:
    heard: list[SessionEvent] = []
    listeners = Listeners()
    leave, _ = listeners.add(heard.append), listeners.add(heard.append)
    leave()
    leave()
    listeners.tell(Saving())
    assert heard == [Saving()]


def test_listeners_come_and_go_while_another_thread_tells() -> None:
    listeners, stop = Listeners(), threading.Event()
    heard: list[SessionEvent] = []
    listeners.add(heard.append)

    def tell() -> None:
        while not stop.is_set():
            listeners.tell(Saving())

    thread = threading.Thread(target=tell)
    thread.start()
    for _ in range(2000):
        listeners.add(lambda _event: None)()
    stop.set()
    thread.join()
    before = len(heard)
    listeners.tell(Saving())
    assert len(heard) == before + 1
