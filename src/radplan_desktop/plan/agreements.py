"""Agreements about a process: between whom, about what, how far they are, and with which step each of them belongs."""

from __future__ import annotations

from typing import NamedTuple

from radplan_desktop.guideline.parts import column, columns, path
from radplan_desktop.guideline.questions import Roles
from radplan_desktop.plan.answers import Answers, link_targets

BETWEEN = "Tussen"
OPEN = "nog open"


class Agreement(NamedTuple):
    """One agreement in words; ``done`` says that it is made (role ``agreement_done``)."""

    row: str
    texts: tuple[str, ...]
    standing: str
    done: bool
    steps: tuple[str, ...]


def headings(answers: Answers, beside: Roles) -> tuple[str, ...]:
    """Return what the columns are called: between whom, each of ``columns``, and the standing."""
    known = answers.guideline.registers[path(beside, "agreements")].columns
    named = [known[name].label for name in (*columns(beside, "columns"), column(beside, "standing")) if name]
    return (BETWEEN, *named) if columns(beside, "between") else tuple(named)


def agreements(answers: Answers, beside: Roles, step: str = "") -> tuple[Agreement, ...]:
    """Return the agreements in order; with a ``step`` only those that belong with it."""
    rows = answers.counted(path(beside, "agreements")) if path(beside, "agreements") else ()
    found = (_agreement(answers, beside, row) for row in rows)
    return tuple(one for one in found if not step or step in one.steps)


def _agreement(answers: Answers, beside: Roles, row: str) -> Agreement:
    between = [_text(answers, row, name) for name in columns(beside, "between")]
    texts = [" → ".join(text or OPEN for text in between)] if between else []
    texts += [_text(answers, row, name) or OPEN for name in columns(beside, "columns")]
    standing, steps = column(beside, "standing"), column(beside, "steps")
    return Agreement(
        row,
        tuple(texts),
        _text(answers, row, standing) or OPEN if standing else "",
        bool(standing) and _done(answers, row, standing),
        link_targets(answers.content(row, steps)) if steps else (),
    )


def _text(answers: Answers, row: str, name: str) -> str:
    return " ".join(answers.text(row, name).split()) if answers.visible(row, name) else ""


def _done(answers: Answers, row: str, name: str) -> bool:
    """Return whether the standing of an agreement is the choice that says it is made."""
    said = f"{answers.field(row, name).choices}.{answers.content(row, name)}"
    return said == answers.guideline.role("agreement_done")
