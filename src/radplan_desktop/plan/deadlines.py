"""The dates a plan has to meet: every date the forms mark as a deadline, what was promised for later, and the gates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from radplan_desktop.guideline.model import Field, GateSpec
from radplan_desktop.plan import display
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.items import is_met
from radplan_desktop.plan.progress import progress
from radplan_desktop.plan.values import PLAN_ROW, Answer, Parked

PARKED = '{"parked":'
EARLIEST = date(1000, 1, 1)


class Deadline(NamedTuple):
    """One date. ``done`` says whether it was met; ``overdue`` that it is past and was not. ``field`` belongs to ``row``."""

    day: date
    label: str
    title: str
    row: str
    field: str
    done: bool
    overdue: bool


class GateDay(NamedTuple):
    """By when a gate must be met (``due``): some weeks before ``event``, the earliest date its ``due`` names, at row and field."""

    due: date
    event: date
    row: str
    field: str


def deadlines(answers: Answers) -> tuple[Deadline, ...]:
    """Return all deadlines, earliest first."""
    found = [*_marked(answers), *_promised(answers), *_gates(answers)]
    return tuple(sorted(found, key=lambda deadline: (deadline.day, deadline.label, deadline.row)))


def _marked(answers: Answers) -> Iterator[Deadline]:
    for field in answers.guideline.fields.values():
        if field.deadline is not None and answers.visible(PLAN_ROW, field.id):
            yield from _of(answers, PLAN_ROW, field)
    for register in answers.guideline.registers.values():
        columns = [column for column in register.columns.values() if column.deadline is not None]
        for row in answers.rows(register.id) if columns else ():
            for column in columns:
                if answers.visible(row, column.id):
                    yield from _of(answers, row, column)


def _of(answers: Answers, row: str, field: Field) -> Iterator[Deadline]:
    value = answers.value(row, field.id)
    day = display.day_of(str(value.content)) if isinstance(value, Answer) else None
    if field.deadline is None or day is None:
        return
    done = bool(field.deadline.done) and is_met(answers.value(row, field.deadline.done))
    yield _deadline(answers, day, field.deadline.label, row, field.id, done=done)


def _promised(answers: Answers) -> Iterator[Deadline]:
    for (row, field_id), text in answers.plan.cells.items():
        if not text.startswith(PARKED):
            continue
        value = answers.plan.value(row, field_id)
        label = _label(answers, row, field_id) if isinstance(value, Parked) else ""
        day = display.day_of(value.until) if isinstance(value, Parked) else None
        if label and day is not None:
            yield _deadline(answers, day, label, row, field_id, done=False)


def _label(answers: Answers, row: str, field_id: str) -> str:
    """Return what a promised cell is called; empty when it is not asked now."""
    if row == PLAN_ROW and field_id in answers.guideline.registers:
        return answers.guideline.registers[field_id].label if answers.asks(field_id) else ""
    if row != PLAN_ROW and not answers.exists(row):
        return ""
    try:
        return answers.field(row, field_id).label if answers.visible(row, field_id) else ""
    except KeyError:
        return ""


def _gates(answers: Answers) -> Iterator[Deadline]:
    """Yield by when each gate must be met: some weeks before the earliest date that its ``due`` names."""
    for spec in answers.guideline.gates:
        found = gate_day(answers, spec)
        if found is not None:
            done = progress(answers).met[spec.gate]
            yield Deadline(
                found.due, spec.label, "", found.row, found.field, done, found.due < answers.today and not done
            )


def gate_day(answers: Answers, spec: GateSpec) -> GateDay | None:
    """Return by when a gate must be met; None while the date that counts is open."""
    register, dot, column = spec.due.partition(".")
    name = column if dot else spec.due
    rows = answers.rows(register) if dot else (PLAN_ROW,) if spec.due else ()
    days = [
        (day, row)
        for row in rows
        if answers.visible(row, name) and (day := display.day_of(str(answers.content(row, name)))) is not None
    ]
    if not days:
        return None
    day, row = min(days)
    return GateDay(max(day, EARLIEST) - timedelta(weeks=spec.lead_weeks), day, row, name)


def _deadline(answers: Answers, day: date, label: str, row: str, field_id: str, *, done: bool) -> Deadline:
    title = "" if row == PLAN_ROW else answers.title(row)
    return Deadline(day, label, title, row, field_id, done, day < answers.today and not done)
