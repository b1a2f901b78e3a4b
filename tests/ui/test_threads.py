"""Nothing of Qt comes into being, or to an end, on another thread than the window's: PySide6 breaks down when it does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from threading import current_thread, main_thread

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from radplan_desktop.ui.portions import Portions
from radplan_desktop.ui.work import Worker
from tests.ui.conftest import PASSPHRASE

ROOT = Path(__file__).parents[2]
MANY = 20_000


class Loop:
    """Garbage: it holds itself, so that only looking for garbage finds it."""

    ended: dict[str, int]

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        thread = "window" if current_thread() is main_thread() else "elsewhere"
        self.ended[thread] = self.ended.get(thread, 0) + 1


def make_garbage() -> None:
    for _ in range(MANY):
        Loop()


def test_opening_and_printing_a_plan_names_nothing_of_qt_on_another_thread(plan_file: Path) -> None:
    command = [sys.executable, "-m", "tests.ui.onlooker", str(plan_file), PASSPHRASE]
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=120, check=True, cwd=ROOT, env={**os.environ}
    )
    assert json.loads(done.stdout) == []


def test_what_work_throws_away_comes_to_its_end_on_the_thread_of_the_window(worker: Worker, qtbot: QtBot) -> None:
    Loop.ended = {}
    worker.run(worker, make_garbage, lambda _: None)
    qtbot.waitUntil(lambda: sum(Loop.ended.values()) == MANY, timeout=10_000)
    assert Loop.ended == {"window": MANY}


def test_long_work_is_done_in_portions_with_the_window_going_on_in_between(qtbot: QtBot) -> None:
    taken: list[int] = []
    owner = QObject()
    work = Portions(map(taken.append, range(200_000)), owner)
    assert not taken
    qtbot.waitUntil(lambda: 0 < len(taken) < 200_000)
    with qtbot.waitSignal(work.destroyed):
        pass
    assert taken == list(range(200_000))
