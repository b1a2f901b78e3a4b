"""From finding to action: what each finding rests on, what is concluded from it, and what is done about it, or why nothing."""

from __future__ import annotations

from datetime import date
from enum import IntEnum
from typing import NamedTuple

from radplan_desktop.guideline.parts import column, columns, path
from radplan_desktop.guideline.questions import Roles
from radplan_desktop.plan.actions import State, state_on
from radplan_desktop.plan.answers import Answers, link_targets
from radplan_desktop.plan.display import day_of
from radplan_desktop.plan.items import is_met
from radplan_desktop.plan.standing import Measure, measure, measured_by


class Follows(IntEnum):
    """What comes of a finding."""

    NOTHING_YET = 0
    ACTION = 1
    NONE = 2


class Step(NamedTuple):
    """One action; ``owner`` and ``standing`` are words, possibly empty. ``checked`` says when was looked whether it helped."""

    row: str
    what: str
    owner: str
    day: date | None
    state: State
    standing: str
    checked: str


class Finding(NamedTuple):
    """One chain in words; what is open is empty. ``none`` is the reason why nothing is done."""

    row: str
    number: str
    title: str
    evaluation: str
    asked: str
    evidence: str
    strength: str
    measures: tuple[Measure, ...]
    conclusion: str
    consequence: str
    none: str
    steps: tuple[Step, ...]
    follows: Follows


def findings(answers: Answers, roles: Roles) -> tuple[Finding, ...]:
    """Return the findings in the order of their register."""
    return tuple(_finding(answers, roles, row) for row in answers.counted(path(roles, "rows")))


def _finding(answers: Answers, roles: Roles, row: str) -> Finding:
    found = answers.linked_from(row, path(roles, "actions"), column(roles, "link"))
    steps = tuple(_step(answers, roles, one) for one in found)
    none = _words(answers, roles, row, "none")
    return Finding(
        row=row,
        number=answers.number(row),
        title=answers.title(row),
        **{part: _words(answers, roles, row, part) for part in _PARTS},
        measures=_measures(answers, roles, row),
        none=none,
        steps=steps,
        follows=Follows.ACTION if steps else Follows.NONE if none else Follows.NOTHING_YET,
    )


_PARTS = ("evaluation", "asked", "evidence", "strength", "conclusion", "consequence")


def _measures(answers: Answers, roles: Roles, row: str) -> tuple[Measure, ...]:
    name = column(roles, "indicators")
    if not name or not answers.visible(row, name):
        return ()
    drawn = measured_by(answers.guideline, answers.field(row, name).target)
    targets = [one for one in link_targets(answers.content(row, name)) if answers.exists(one)]
    return tuple(measure(answers, drawn, one) for one in targets) if drawn is not None else ()


def _step(answers: Answers, roles: Roles, row: str) -> Step:
    due = column(roles, "due")
    day = day_of(str(answers.content(row, due))) if answers.visible(row, due) else None
    return Step(
        row,
        answers.title(row),
        _words(answers, roles, row, "owner"),
        day,
        _state(answers, roles, row, day),
        _words(answers, roles, row, "standing"),
        _words(answers, roles, row, "checked"),
    )


def _state(answers: Answers, roles: Roles, row: str, day: date | None) -> State:
    done, standing = column(roles, "done"), column(roles, "standing")
    over = bool(done) and is_met(answers.value(row, done))
    closed = bool(standing) and answers.content(row, standing) in columns(roles, "closed")
    return State.CLOSED if over or closed else state_on(day, answers.today)


def _words(answers: Answers, roles: Roles, row: str, part: str) -> str:
    name = column(roles, part)
    return answers.text(row, name) if name and answers.visible(row, name) else ""
