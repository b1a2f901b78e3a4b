"""What an open plan costs in the window: showing it, changing pages, typing, and memory; each in a process of its own.

Plan B is the shipped example. The large plan is plan B with 50,000 changes and three registers of 1,000 rows. Pages are visited
in a fixed order: all of them, three times, far more than are kept made. A change of page lasts from the call that asks for it to
its pixels; a keystroke from the key event until everything it brought about is handled and painted.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks import Figure
from benchmarks.window import BARE, at_home
from radplan_desktop.acts.examples import examples, write_example
from radplan_desktop.acts.opening import open_plan
from radplan_desktop.guideline.model import Kind
from radplan_desktop.host import paths, preferences
from radplan_desktop.host.preferences import Officer, Preferences
from radplan_desktop.plan.values import Answer, Cell

PLAN = "aan-welke-kant-sta-jij"
CHANGES, BATCH, ROWS, LONG = 50_000, 500, 1_000, 3
OPENED = 7
OFFICER = Officer("M. de Wit", "Coördinator", "Gemeente Lindeveld")
OPEN, PAGE, MOST_PAGES, KEY, HELD, MEMORY = 150.0, 50.0, 100.0, 2.0, 16.0, 2.0
BARE_MEMORY = BARE.replace('print("ready", flush=True)', "print(pss(), flush=True)").replace(
    "app = ",
    "pss = lambda: next(line.split()[1] for line in open('/proc/self/smaps_rollup') if line.startswith('Pss:'))\napp = ",
)


def measure() -> list[Figure]:
    """Return the figures of an open plan. Memory is told by Linux alone."""
    passphrase = next(one.passphrase for one in examples() if one.id == PLAN)
    with at_home() as (home, environment):
        plan, large = write_example(PLAN, home / "B.radplan"), write_example(PLAN, home / "groot.radplan")
        enlarge(large, passphrase)
        preferences.save(Path(environment["XDG_CONFIG_HOME"]) / paths.NAME, Preferences(officer=OFFICER))

        def inside(what: str, path: Path) -> Any:  # noqa: ANN401 - what JSON holds
            command = ["-m", "benchmarks.inside.open_plan", what, str(path), passphrase]
            return json.loads(said(command, environment))

        figures = opening([inside("open", plan) for _ in range(OPENED)]) + paging(inside("pages", plan))
        figures += typing(**inside("keys", large))
        if sys.platform.startswith("linux"):
            figures += memory(int(said(["-c", BARE_MEMORY], environment)), **inside("memory", plan))
    return figures


def opening(seconds: list[float]) -> list[Figure]:
    """Return how long it takes to show a plan."""
    return [alone("From the key derived to the first page of plan B painted", median(seconds), OPEN)]


def paging(seconds: list[float]) -> list[Figure]:
    """Return how long it takes to change pages."""
    return [
        alone(f"Change of page in plan B ({len(seconds)} changes), median", median(seconds), PAGE),
        alone("The same: 95 of 100 take less", share(seconds, 0.95), MOST_PAGES),
    ]


def typing(keys: list[float], bare: list[float], held: list[float]) -> list[Figure]:
    """Return what a keystroke costs, and for how long it and the saving keep the interface thread."""
    own = median(keys) - median(bare)
    return [
        alone(f"A keystroke in a plan of {CHANGES} changes, beyond one in a bare text field, median", own, KEY),
        alone("The same with what the bare field takes for itself", median(keys), None),
        alone(
            "The interface thread held in one go by typing and saving there: 99 of 100 times less",
            share(held, 0.99),
            HELD,
        ),
    ]


def memory(bare: int, opened: int, printed: int) -> list[Figure]:
    """Return the memory (PSS) beside that of the bare window."""
    return [
        Figure(
            "Memory with plan B open, beside the bare window", opened / 1024, bare / 1024, opened / bare, MEMORY, "MB"
        ),
        Figure("The same after its first document", printed / 1024, bare / 1024, printed / bare, None, "MB"),
    ]


def alone(name: str, seconds: float, limit: float | None) -> Figure:
    """Return a figure without a reference, in milliseconds."""
    return Figure(name, seconds * 1000, None, None, limit, "ms")


def share(numbers: list[float], part: float) -> float:
    """Return what this part of the numbers stays below."""
    return sorted(numbers)[min(int(len(numbers) * part), len(numbers) - 1)]


def said(arguments: list[str], environment: dict[str, str]) -> str:
    """Return what a Python process printed. Raises CalledProcessError when it failed."""
    command = [sys.executable, *arguments]
    return subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True).stdout


def enlarge(path: Path, passphrase: str) -> None:
    """Make a plan large: long registers, and changes in their rows."""
    session = open_plan(path, passphrase, officer=OFFICER)
    chance = random.Random(1)  # noqa: S311 - the same work each time
    cells: list[Cell] = []
    growing = [
        one
        for one in session.guideline.registers.values()
        if not one.fixed and one.columns[one.title].kind is Kind.TEXT
    ]
    for register in growing[:LONG]:
        for number in range(ROWS):
            row = session.add_row(register.id, {register.title: Answer(f"{register.row} {number}")})
            cells.append(Cell(row, register.title))
    for _ in range(CHANGES // BATCH):
        words = ["woord " * chance.choice([1, 2, 5, 20]) + str(chance.random()) for _ in range(BATCH)]
        session.change("werk", [(chance.choice(cells), Answer(text)) for text in words])
    session.close()
