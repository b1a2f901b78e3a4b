from __future__ import annotations

import os
import signal
import sys

import pytest

from radplan_desktop.host.signals import StopSignals

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals for a program with a window")


@posix
@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_a_signal_becomes_readable_and_the_process_lives_on(name: str) -> None:
    caught = StopSignals()
    assert not caught.read()
    os.kill(os.getpid(), getattr(signal, name))
    assert caught.read()
    assert not caught.read()
    caught.close()


@posix
def test_closing_gives_the_signals_back() -> None:
    before = signal.getsignal(signal.SIGTERM)
    caught = StopSignals()
    assert signal.getsignal(signal.SIGTERM) is not before
    caught.close()
    caught.close()
    assert signal.getsignal(signal.SIGTERM) is before
    assert not caught.read()


@posix
def test_what_a_parent_told_to_ignore_stays_ignored() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    caught = StopSignals()
    assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    caught.close()
    signal.signal(signal.SIGHUP, before)


def test_on_windows_nothing_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    caught = StopSignals()
    assert caught.handle is None
    assert not caught.read()
    caught.close()
