"""Reactions of parties on a draft, and what was done with each of them."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from radplan_desktop.guideline.parts import column, columns, path
from radplan_desktop.guideline.questions import Roles
from radplan_desktop.plan.answers import Answers


class Handled(IntEnum):
    """What became of a reaction."""

    OPEN = 0
    DONE = 1
    REFUSED = 2


class Reaction(NamedTuple):
    """One reaction in words; what is open is empty. ``paper`` is the document and version that it is about.

    ``lacking`` is the column that still has to be answered: the outcome, or why it was refused.
    """

    row: str
    number: str
    remark: str
    party: str
    paper: str
    about: str
    day: str
    outcome: str
    why: str
    handled: Handled
    lacking: str


def reactions(answers: Answers, roles: Roles) -> tuple[Reaction, ...]:
    """Return the reactions in the order of their register."""
    return tuple(_reaction(answers, roles, row) for row in answers.counted(path(roles, "rows")))


def _reaction(answers: Answers, roles: Roles, row: str) -> Reaction:
    outcome, why = column(roles, "verdict"), column(roles, "why")
    chosen = answers.content(row, outcome)
    handled = Handled.DONE
    if chosen is None or chosen in columns(roles, "undecided"):
        handled = Handled.OPEN
    elif chosen in columns(roles, "refused"):
        handled = Handled.REFUSED
    reason = _words(answers, roles, row, "why")
    lacking = outcome if handled is Handled.OPEN else why if handled is Handled.REFUSED and not reason else ""
    paper = (_words(answers, roles, row, part) for part in ("document", "version"))
    return Reaction(
        row=row,
        number=answers.number(row),
        remark=_words(answers, roles, row, "remark"),
        party=_words(answers, roles, row, "party"),
        paper=" ".join(part for part in paper if part),
        about=_words(answers, roles, row, "about"),
        day=_words(answers, roles, row, "date"),
        outcome=_words(answers, roles, row, "verdict"),
        why=reason,
        handled=handled,
        lacking=lacking,
    )


def _words(answers: Answers, roles: Roles, row: str, part: str) -> str:
    name = column(roles, part)
    return answers.text(row, name) if name and answers.visible(row, name) else ""
