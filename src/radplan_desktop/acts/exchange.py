"""Export and import: the plan in its canonical form as readable JSON. What is exported is no longer encrypted."""

from __future__ import annotations

import json
from typing import Any

from radplan_desktop.acts.refusals import CannotOpen
from radplan_desktop.acts.session import Session
from radplan_desktop.guideline import Field
from radplan_desktop.plan import content as contents
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.content import ContentError
from radplan_desktop.plan.fingerprint import canonical_form, changes_from
from radplan_desktop.plan.plan import NULL, Plan
from radplan_desktop.plan.values import IN, Cell, content_of, decode

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
    keys = {*wanted.cells, *session.plan.cells}
    changes = []
    for row, field in sorted(keys):
        after = wanted.text(row, field)
        if after != session.plan.text(row, field):
            changes.append((Cell(row, field), decode(after)))
    session.change("ingelezen", changes)
    return len(changes)


def _read(text: str) -> list[tuple[tuple[str, str], str]]:
    if len(text) > LARGEST:
        raise CannotOpen("Dit bestand is te groot om een plan te zijn. Er is niets ingelezen.")
    try:
        form: Any = json.loads(text)
        changes = changes_from(form)
        for (row, field), value in changes:
            _well_formed(row, field, value)
    except (ValueError, TypeError, AttributeError, RecursionError):
        raise CannotOpen(NOT_A_PLAN) from None
    return changes


def _well_formed(row: object, field: object, text: str) -> None:
    if not (isinstance(row, str) and isinstance(field, str) and row and field):
        raise ValueError("a cell has a row and a field")
    value = decode(text)
    if field == IN and text != NULL and not isinstance(content_of(value), str):
        raise ValueError("a row stands in a register")


def _check(answers: Answers, wanted: Plan) -> None:
    """Refuse an answer to a known question that has another shape; answers to unknown questions are kept as they are."""
    reader = Answers(answers.guideline, wanted, answers.today)
    for row, name in wanted.cells:
        field = _field(reader, row, name)
        content = wanted.content(row, name)
        if field is None or content is None:
            continue
        try:
            contents.check(field, content, answers.guideline)
        except ContentError as error:
            raise CannotOpen(f"{field.label}: {error} Er is niets ingelezen.") from None


def _field(answers: Answers, row: str, name: str) -> Field | None:
    try:
        return answers.field(row, name)
    except KeyError:
        return None
