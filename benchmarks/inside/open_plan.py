"""``python -m benchmarks.inside.open_plan WHAT FILE PASSPHRASE``: work in an open plan, and print as JSON what it cost.

WHAT: ``open`` (seconds from the key derived to the first page painted), ``pages`` (seconds per change of page), ``keys`` (seconds
per keystroke, the same in a bare text field, and the longest time the interface thread was held between two of them), ``memory``
(kilobytes with the plan open and after a document).
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from radplan_desktop import readying

readying.make_ready()

from PySide6.QtCore import QEventLoop, QObject, QTimer  # noqa: E402 - after make_ready, as in the program
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QTextEdit  # noqa: E402

from radplan_desktop.app import Program, build  # noqa: E402
from radplan_desktop.guideline.model import Register, View  # noqa: E402
from radplan_desktop.ui.documents.page import DocumentsPage  # noqa: E402
from radplan_desktop.ui.gathering import Gathering  # noqa: E402
from radplan_desktop.ui.places import GATES, HISTORY, OVERVIEW, POINTS, Place, Screen  # noqa: E402
from radplan_desktop.ui.shell.screen import PlanScreen  # noqa: E402

ROUNDS = 3
CALM, SHORT = 1.5, 0.15
"""Seconds in which nothing is asked: what a page does afterwards is done by then."""
LETTERS, PAUSE = 400, 40
"""How many letters are typed, and the milliseconds between two of them."""
SETTLE_EVERY = 50
SHARE = 0.99


def main(what: str, file: str, passphrase: str) -> None:
    """Measure, print, and end at once."""
    program = build()
    program.window.show()
    Gathering(program.app)
    wait(program, CALM)
    print(json.dumps(WHAT[what](program, Path(file), passphrase)), flush=True)
    os._exit(0)


def wait(program: Program, seconds: float) -> None:
    """Let the program do what it does by itself."""
    until = perf_counter() + seconds
    while perf_counter() < until:
        program.app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)


def opened(program: Program, file: Path, passphrase: str) -> tuple[PlanScreen, float]:
    """Open a plan as a user does; return its screen, and the seconds from the key derived until it was painted."""
    window, derived = program.window, 0.0
    window.arrival.unlock(file)
    wait(program, CALM)
    derive = hashlib.pbkdf2_hmac

    def timed(*given: object) -> bytes:
        nonlocal derived
        key = derive(*given)  # type: ignore[arg-type]
        derived = perf_counter()
        return key

    hashlib.pbkdf2_hmac = timed  # type: ignore[assignment]
    screen = window.shown
    screen.tried.emit(passphrase)  # type: ignore[union-attr]
    while window.plan is None:
        program.app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    window.repaint()
    return window.plan, perf_counter() - derived


def measure_open(program: Program, file: Path, passphrase: str) -> float:
    """Return the seconds until the first page is painted."""
    return opened(program, file, passphrase)[1]


def measure_pages(program: Program, file: Path, passphrase: str) -> list[float]:
    """Return the seconds of each change of page: all places in order, three times."""
    plan, _ = opened(program, file, passphrase)
    wait(program, CALM)
    taken = []
    for place in places(plan) * ROUNDS:
        began = perf_counter()
        plan.go(place)
        program.window.repaint()
        taken.append(perf_counter() - began)
        wait(program, SHORT)
    return taken


def places(plan: PlanScreen) -> list[Place]:
    """Return every section, each followed by its registers, and the screens beside them."""
    found: list[Place] = []
    for section, outline in plan.desk.outlines.items():
        found.append(Place(Screen.SECTION, section))
        entries = [one for one in outline.basis if isinstance(one.item, Register | View)]
        found += [Place(Screen.REGISTER, section, one.id) for one in entries]
    return [*found, POINTS, GATES, HISTORY, OVERVIEW]


def measure_keys(program: Program, file: Path, passphrase: str) -> dict[str, object]:
    """Return the seconds of each keystroke in a long text, and those for which the interface thread was held."""
    plan, _ = opened(program, file, passphrase)
    for place in places(plan)[:6]:
        plan.go(place)
        wait(program, SHORT)
    page = long_text(program, plan)
    wait(program, CALM)
    held = Held()
    taken: list[float] = []
    timer = QTimer(interval=PAUSE)

    def press() -> None:
        held.cut()
        began = perf_counter()
        QTest.keyClicks(page, "a" if len(taken) % 7 else " ")
        program.app.sendPostedEvents()
        taken.append(perf_counter() - began)
        if len(taken) % SETTLE_EVERY == 0:
            plan.finish_typing()
        if len(taken) == LETTERS:
            program.app.quit()

    timer.timeout.connect(press)
    timer.start()
    program.app.exec()
    return {"keys": taken, "bare": bare_keys(program, page.toPlainText()), "held": held.longest[1:]}


def bare_keys(program: Program, text: str) -> list[float]:
    """Return the seconds of each keystroke in a text field that stands for itself, with this text in it."""
    field = QTextEdit()
    field.setPlainText(text)
    field.resize(program.window.size())
    field.show()
    field.setFocus()
    wait(program, SHORT)
    taken = []
    for place in range(LETTERS // 4):
        began = perf_counter()
        QTest.keyClicks(field, "a" if place % 7 else " ")
        program.app.sendPostedEvents()
        taken.append(perf_counter() - began)
        wait(program, PAUSE / 1000)
    return taken


def long_text(program: Program, plan: PlanScreen) -> QTextEdit:
    """Return a long text of the plan, with the focus in it."""
    for section in plan.desk.outlines:
        plan.go(Place(Screen.SECTION, section))
        wait(program, SHORT)
        found = [one for one in plan.findChildren(QTextEdit) if one.isVisible()]
        if found:
            found[0].setFocus()
            return found[0]
    raise LookupError("the plan asks for no long text")


class Held(QObject):
    """Notes for how long the interface thread was held in one go, at most, between two calls of ``cut``.

    A timer without an interval goes off in every round of the event loop, so a round lasts from one tick to the next.
    """

    def __init__(self) -> None:
        super().__init__()
        self.longest: list[float] = []
        self._most, self._last = 0.0, perf_counter()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def cut(self) -> None:
        """Begin a new stretch."""
        self.longest.append(self._most)
        self._most = 0.0

    def _tick(self) -> None:
        now = perf_counter()
        self._most, self._last = max(self._most, now - self._last), now


def measure_memory(program: Program, file: Path, passphrase: str) -> dict[str, int]:
    """Return the memory with the plan open, and after its first document was shown."""
    plan, _ = opened(program, file, passphrase)
    wait(program, 2 * CALM)
    before = pss()
    plan.go(Place(Screen.DOCUMENTS))
    page = plan.page
    if not isinstance(page, DocumentsPage):
        raise TypeError(page)
    wait(program, 2 * CALM)
    return {"opened": before, "printed": pss()}


def pss() -> int:
    """Return the memory of this process in kilobytes, what it shares divided among those that share it. Linux only."""
    lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


WHAT: dict[str, Callable[[Program, Path, str], object]] = {
    "open": measure_open,
    "pages": measure_pages,
    "keys": measure_keys,
    "memory": measure_memory,
}

if __name__ == "__main__":
    main(*sys.argv[1:])
