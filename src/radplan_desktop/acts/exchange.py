"""Export and import: the plan in its canonical form as readable JSON. What is exported is no longer encrypted."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, NoReturn

from radplan_desktop.acts.refusals import CannotOpen
from radplan_desktop.acts.session import Session
from radplan_desktop.guideline import Field
from radplan_desktop.plan import content as contents
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.cells import CellKey
from radplan_desktop.plan.content import ContentError
from radplan_desktop.plan.fingerprint import canonical_form, changes_from, registers_of
from radplan_desktop.plan.order import is_key
from radplan_desktop.plan.plan import NULL, Plan, is_preset
from radplan_desktop.plan.values import IN, ORDER, PLAN_ROW, content_in, decode, encode, is_empty

LARGEST = 64 * 1024 * 1024
"""Bytes of JSON that import takes: a plan with every register full stays far below it."""

NOT_A_PLAN = "Dit bestand is geen uitvoer van RadPlan. Er is niets ingelezen en er is niets veranderd."


def exported(session: Session) -> str:
    """Return the plan as readable JSON: sorted, one cell a line, ending in a line feed; equal plans give equal text."""
    form = canonical_form(session.plan, session.plan_id)
    cells = ",\n".join("  " + json.dumps(cell, ensure_ascii=False, sort_keys=True) for cell in form["cells"])
    registers = json.dumps(form["registers"], indent=1, sort_keys=True)
    return (
        f'{{"format": {form["format"]},\n"plan": {json.dumps(form["plan"])},\n'
        f'"registers": {registers},\n"cells": [\n{cells}\n]}}\n'
    )


def imported(session: Session, text: str) -> int:
    """Make the plan equal to an export, as one act that undo puts back; return how many cells changed.

    Raises CannotOpen when the text is not an export, or an answer in it has not the shape its question asks for.
    """
    wanted = Plan().with_changes(_read(text))
    _check(session.answers, wanted)
    session.settle()
    changes = list(_leading_to(wanted, session.plan))
    session.apply("ingelezen", changes)
    return len(changes)


def _leading_to(wanted: Plan, now: Plan) -> Iterator[tuple[CellKey, str]]:
    """Yield the changes that make the one plan of the other. Rows that go are deleted, not emptied, and can come back whole."""
    stored = {row for rows in wanted.rows.values() for row in rows}

    def stays(row: str) -> bool:
        return row == PLAN_ROW or row in stored or (is_preset(row) and not wanted.is_deleted(row))

    keys = {*wanted.cells, *(key for key in now.cells if stays(key[0]))}
    keys |= {(row, IN) for rows in now.rows.values() for row in rows if row not in stored}
    moved = _moved(registers_of(wanted), registers_of(now))
    for row, field in sorted(keys):
        text = wanted.text(row, field)
        if text != now.text(row, field) and (field != ORDER or row in moved):
            yield (row, field), text


def _moved(wanted: Mapping[str, list[str]], now: Mapping[str, list[str]]) -> set[str]:
    """Return the rows of the registers whose order differs."""
    registers = {register for register in wanted.keys() | now.keys() if wanted.get(register) != now.get(register)}
    return {row for register in registers for row in (*wanted.get(register, ()), *now.get(register, ()))}


def _read(text: str) -> list[tuple[CellKey, str]]:
    if len(text) > LARGEST:
        raise CannotOpen("Dit bestand is te groot om een plan te zijn. Er is niets ingelezen.")
    try:
        form: Any = json.loads(text, parse_float=_no_float, parse_constant=_no_float)
        changes = changes_from(form)
        for (row, field), value in changes:
            _well_formed(row, field, value)
    except (ValueError, TypeError, AttributeError, RecursionError):
        raise CannotOpen(NOT_A_PLAN) from None
    return [(key, encode(decode(value))) for key, value in changes]


def _no_float(text: str) -> NoReturn:
    raise ValueError(f"{text}: a value holds no floats")


def _well_formed(row: object, field: object, text: str) -> None:
    if not (isinstance(row, str) and isinstance(field, str) and row and field):
        raise ValueError("a cell has a row and a field")
    decode(text)
    content = content_in(text)
    if field == IN and text != NULL and not isinstance(content, str):
        raise ValueError("a row stands in a register")
    if field == ORDER and not (isinstance(content, str) and is_key(content)):
        raise ValueError("a row has a place")


def _check(answers: Answers, wanted: Plan) -> None:
    """Refuse an answer to a known question that has another shape; answers to unknown questions are kept as they are."""
    reader = Answers(answers.guideline, wanted, answers.today)
    for row, name in wanted.cells:
        field = _field(reader, row, name)
        content = wanted.content(row, name)
        if field is None or is_empty(content):
            continue
        try:
            contents.check(field, content, answers.guideline)
        except ContentError as error:
            label = "" if field.label in str(error) else f"{field.label}: "
            raise CannotOpen(f"{label}{error} Er is niets ingelezen.") from None


def _field(answers: Answers, row: str, name: str) -> Field | None:
    try:
        return answers.field(row, name)
    except KeyError:
        return None
