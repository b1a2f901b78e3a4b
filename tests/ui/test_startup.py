"""Before the first frame nothing heavy is loaded; afterwards everything an open plan needs is."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from radplan_desktop import app
from radplan_desktop.host import machine
from radplan_desktop.readying import UNKNOWN
from radplan_desktop.ui.immortal import MANY, keep_true_alive

HEAVY = [
    "sqlalchemy",
    "sqlcipher3",
    "cryptography",
    "reportlab",
    "zxcvbn",
    "platformdirs",
    "dataclasses",
    "pypdfium2",
    "tomllib",
    "PySide6.QtNetwork",
    "radplan_desktop.acts",
    "radplan_desktop.guideline",
    "radplan_desktop.ui.shell",
    "radplan_desktop.ui.editors",
]

FIRST_FRAME = """
import json, os, sys
from PySide6 import QtCore
from radplan_desktop.app import build

def told() -> None:
    print(json.dumps({"modules": sorted(sys.modules), "qt": "Qt" in vars(QtCore)}), flush=True)
    os._exit(0)

program = build()
program.window.shown.painted.connect(told)
program.run()
"""

WARMED = """
import os, sys, weakref
from PySide6.QtCore import QTimer
from radplan_desktop.readying import make_ready

make_ready()
from radplan_desktop.app import build

class Loop:
    def __init__(self) -> None:
        self.itself = self

garbage = weakref.ref(Loop())

def look() -> None:
    if garbage() is None and "sqlalchemy" in sys.modules and "radplan_desktop.ui.shell.screen" in sys.modules:
        print("warm", flush=True)
        os._exit(0)

program = build()
timer = QTimer(interval=20)
timer.timeout.connect(look)
timer.start()
program.run()
"""


IMPORTED = """
import builtins
ordinary = builtins.__import__
from radplan_desktop.readying import make_ready

make_ready()
print(builtins.__import__ is ordinary)
"""


def output_of(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    return done.stdout


def test_nothing_heavy_is_loaded_before_the_first_frame() -> None:
    told = json.loads(output_of(FIRST_FRAME))
    loaded = [name for name in told["modules"] if any(name == heavy or name.startswith(f"{heavy}.") for heavy in HEAVY)]
    assert not loaded
    assert not told["qt"], "Qt's own namespace was built before the first frame (see look/drawing.py)"


def test_after_the_first_frame_the_rest_is_loaded_and_garbage_is_collected_again() -> None:
    assert output_of(WARMED).strip() == "warm"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
def test_without_a_display_the_start_says_so_with_code_3() -> None:
    lacking = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in lacking}
    done = subprocess.run(
        [sys.executable, "-m", "radplan_desktop"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    found = machine.obstacle({}, "linux")
    assert found is not None
    assert (done.returncode, done.stdout, done.stderr) == (3, "", f"{found.sentence}\n")


def test_where_qt_would_abort_the_start_says_so_with_code_3() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "bestaat-niet", "DISPLAY": ":99"}
    command = [sys.executable, "-m", "radplan_desktop"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=30, check=False)
    first, *rest = done.stderr.splitlines()
    assert (done.returncode, first) == (3, UNKNOWN)
    assert any("platform plugin" in line for line in rest)


def test_qt_reads_no_source_of_what_is_imported() -> None:
    assert output_of(IMPORTED).strip() == "True"


@pytest.mark.parametrize("arguments", [["a.radplan", "b.radplan"], ["--onbekend"], ["--forms"]])
def test_arguments_that_are_not_understood_are_answered_with_code_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as refused:
        app.run(arguments)
    assert refused.value.code == 2
    assert capsys.readouterr().err == "gebruik: radplan [--forms MAP] [BESTAND]\n"


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="from 3.12 on neither can be deallocated")
def test_true_and_none_outlive_any_number_of_signals_and_slots() -> None:
    keep_true_alive()
    keep_true_alive()
    assert all(MANY // 2 < sys.getrefcount(shared) < 2 * MANY for shared in (True, None))
