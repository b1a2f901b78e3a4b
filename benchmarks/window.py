"""Start to a usable start screen, against a bare PySide6 window with one label; both as processes of their own, in turn.

They show on a virtual X screen where there is one (Xvfb), else on Qt's offscreen platform.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks import Figure

ROUNDS = 15
LIMIT = 1.3
READY = "ready"

BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

class Label(QLabel):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: (print("ready", flush=True), app.quit()))

app = QApplication([])
window = QMainWindow()
window.setCentralWidget(Label("RadPlan"))
window.resize(1280, 770)
window.show()
app.exec()
"""

OURS = """
import os
from radplan_desktop.readying import make_ready

make_ready()
from radplan_desktop.app import build

program = build()
program.window.shown.painted.connect(lambda: (print("ready", flush=True), os._exit(0)))
program.run()
"""


def measure() -> list[Figure]:
    """Return the figures of the window."""
    with at_home() as (_, environment):
        for code in (BARE, OURS):
            seconds_to_ready(code, environment)
        rounds = [(seconds_to_ready(OURS, environment), seconds_to_ready(BARE, environment)) for _ in range(ROUNDS)]
    ours, bare = (median(column) for column in zip(*rounds, strict=True))
    name = "Start to usable start screen, beside a bare window with one label"
    return [Figure(name, ours * 1000, bare * 1000, ours / bare, LIMIT, "ms")]


@contextmanager
def at_home() -> Iterator[tuple[Path, dict[str, str]]]:
    """Yield a new folder for a user, and the environment in which a process shows windows and keeps its files there."""
    with tempfile.TemporaryDirectory() as home, screen() as shown:
        places = {name: str(Path(home) / name) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
        compiled = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(Path(home) / "compiled")}
        yield Path(home), {**os.environ, **shown, **places, **compiled}


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """Start a virtual X screen, and yield the variables that make Qt show on it."""
    server = shutil.which("Xvfb")
    if server is None:
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    command = [server, "-displayfd", "1", "-screen", "0", "1400x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as running:
        try:
            number = running.stdout.readline().strip() if running.stdout is not None else ""
            yield {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{number}"}
        finally:
            running.terminate()


def seconds_to_ready(code: str, environment: dict[str, str]) -> float:
    """Return the seconds from the start of a process to the line in which it says that its first frame is there."""
    began = perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", code], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        if process.stdout is None or process.stdout.readline().strip() != READY:
            raise RuntimeError("the window did not come up")
        return perf_counter() - began
