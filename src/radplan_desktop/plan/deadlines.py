"""The dates a plan has to meet: every date the forms mark as a deadline, what was promised for later, and the gates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from radplan_desktop.guideline.model import Field
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.values import PLAN_ROW, Parked


class Deadline(NamedTuple):
    """One date. ``done`` says whether it was met; ``overdue`` that it is past and was not. ``field`` belongs to ``row``."""

    day: date
    label: str
    title: str
    row: str
    field: str
    done: bool
    overdue: bool


def deadlines(answers: Answers) -> tuple[Deadline, ...]:
    """Return all deadlines, earliest first."""
    found = [*_marked(answers), *_promised(answers)]
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
    content = answers.content(row, field.id)
    if field.deadline is None or not isinstance(content, str):
        return
    day = date.fromisoformat(content if content.count("-") > 1 else f"{content}-01")
    done = bool(field.deadline.done) and answers.value(row, field.deadline.done) is not None
    title = "" if row == PLAN_ROW else answers.title(row)
    yield Deadline(day, field.deadline.label, title, row, field.id, done, day < answers.today and not done)


def _promised(answers: Answers) -> Iterator[Deadline]:
    for row, field_id in answers.plan.cells:
        value = answers.plan.value(row, field_id)
        if not isinstance(value, Parked) or (row != PLAN_ROW and not answers.exists(row)):
            continue
        try:
            day = date.fromisoformat(value.until)
        except ValueError:
            continue
        register = answers.guideline.registers.get(field_id) if row == PLAN_ROW else None
        label = register.label if register is not None else _label(answers, row, field_id)
        if label:
            title = "" if row == PLAN_ROW else answers.title(row)
            yield Deadline(day, label, title, row, field_id, done=False, overdue=day < answers.today)


def _label(answers: Answers, row: str, field_id: str) -> str:
    try:
        return answers.field(row, field_id).label
    except KeyError:
        return ""
