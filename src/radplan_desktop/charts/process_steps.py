"""The steps of a process line as they may be shown: who does what, within which term, and where it may end early.

A step that says to call 112 is no part of the flow: it stands at the side. A step without who or what is open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from radplan_desktop.charts.edition import Edition
from radplan_desktop.charts.roles import column, role
from radplan_desktop.charts.scene import Twin
from radplan_desktop.guideline.model import Chart
from radplan_desktop.plan.values import Answer, Cell, NotApplicable

OPEN = "nog open"
ACUTE = "Acuut"
_EMERGENCY = re.compile(r"(?<!\d)112(?!\d)")


class Step(NamedTuple):
    """One step; its texts are empty where they are open or may not be shown. ``cell`` is what it says to do."""

    cell: Cell
    number: str
    what: str
    who: str
    term: str
    exit: str

    @property
    def missing(self) -> str:
        """Return in words what is open; empty when nothing is."""
        return f"stap {OPEN}" if not self.what else f"wie {OPEN}" if not self.who else ""

    @property
    def lane(self) -> str:
        """Who does it, as lanes are told apart: capitals and a full stop at the end make no difference."""
        return self.who.casefold().rstrip(".")


class Process(NamedTuple):
    """A flow of steps in order, and beside it what to do in acute danger."""

    title: str
    acute: list[Step]
    steps: list[Step]


def is_emergency(text: str) -> bool:
    """Whether a text names the emergency number."""
    return _EMERGENCY.search(text) is not None


def processes(edition: Edition, chart: Chart) -> list[Process]:
    """Return the processes, in the order in which they first occur; one without a title when the forms tell none apart."""
    name = column(chart, "process")
    grouped: dict[str, list[str]] = {}
    for row in edition.rows(role(chart, "rows")):
        if edition.shows(row, column(chart, "what")):
            grouped.setdefault(_title(edition, row, name) if name else "", []).append(row)
    return [_process(edition, chart, title, rows) for title, rows in grouped.items()]


def _title(edition: Edition, row: str, name: str) -> str:
    return _said(edition, row, name) or f"{edition.answers.field(row, name).label}: {OPEN}"


def _process(edition: Edition, chart: Chart, title: str, rows: Sequence[str]) -> Process:
    order, what = column(chart, "order"), column(chart, "what")
    numbers = {row: edition.number_of(row, order) if order else None for row in rows}
    ordered = sorted(rows, key=lambda row: (numbers[row] is None, numbers[row] or 0))
    acute = [row for row in ordered if is_emergency(_said(edition, row, what))]
    flow = [row for row in ordered if row not in acute]
    return Process(
        title,
        [_step(edition, chart, row, "") for row in acute],
        [_step(edition, chart, row, _number(edition, row, order) or str(n)) for n, row in enumerate(flow, 1)],
    )


def _number(edition: Edition, row: str, order: str) -> str:
    return edition.line(row, order) if order and edition.number_of(row, order) is not None else ""


def _step(edition: Edition, chart: Chart, row: str, number: str) -> Step:
    what, *others = (column(chart, part) for part in ("what", "who", "within", "exit"))
    who, term, leave = (_said(edition, row, name) if name else "" for name in others)
    nobody = bool(others[0]) and isinstance(edition.value(row, others[0]), NotApplicable)
    who = edition.gist(row, others[0]) if nobody else who
    return Step(Cell(row, what), number, _said(edition, row, what), who, term, leave)


def _said(edition: Edition, row: str, name: str) -> str:
    return edition.line(row, name) if isinstance(edition.value(row, name), Answer) else ""


def nobodys(found: Sequence[Process]) -> str:
    """Return in a few words which steps have no owner yet; empty when all have."""
    numbers = [step.number for process in found for step in process.steps if not step.who]
    if not numbers:
        return ""
    if len(numbers) == 1:
        return f"stap {numbers[0]} heeft nog geen verantwoordelijke"
    if len(found) > 1:
        return f"{len(numbers)} stappen hebben nog geen verantwoordelijke"
    return f"stappen {', '.join(numbers[:-1])} en {numbers[-1]} hebben nog geen verantwoordelijke"


def twin(edition: Edition, chart: Chart, found: Sequence[Process]) -> Twin:
    """Return all steps as a table."""
    parts = [part for part in ("what", "who", "within", "exit") if column(chart, part)]
    columns = edition.answers.guideline.registers[role(chart, "rows")].columns
    group = [columns[column(chart, "process")].label] if column(chart, "process") else []
    titles = [*group, "Nr", *(columns[column(chart, part)].label for part in parts)]
    steps = [
        (process, step, number)
        for process in found
        for step, number in [*((s, ACUTE) for s in process.acute), *((s, s.number) for s in process.steps)]
    ]
    rows = [(*([process.title] if group else []), *_cells(step, number, parts)) for process, step, number in steps]
    return Twin(tuple(titles), tuple(rows), (False,) * len(titles), tuple(step.cell for _, step, _ in steps))


def _cells(step: Step, number: str, parts: Sequence[str]) -> tuple[str, ...]:
    texts = {"what": step.what or OPEN, "who": step.who or OPEN, "within": step.term, "exit": step.exit}
    return (number, *(texts[part] for part in parts))


def description(label: str, found: Sequence[Process]) -> str:
    """Return in words how each process runs."""
    return " ".join([f"{label}.", *(_sentence(process) for process in found)])


def _sentence(process: Process) -> str:
    count = "één stap" if len(process.steps) == 1 else f"{len(process.steps)} stappen"
    flow = ", ".join(f"{s.number} {s.what or OPEN} ({s.who or f'wie {OPEN}'})" for s in process.steps)
    acute = "".join(f" Buiten de lijn om: {step.what}." for step in process.acute)
    title = f"{process.title}, " if process.title else ""
    return f"{title}{count}{f': {flow}' if flow else ''}.{acute}"
