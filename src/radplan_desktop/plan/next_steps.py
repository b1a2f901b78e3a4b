"""Next steps: what is to be done with a party, by whom and when, and which of the two nobody said yet."""

from __future__ import annotations

from typing import NamedTuple

from radplan_desktop.guideline.parts import column
from radplan_desktop.guideline.questions import Roles
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.values import Answer, Parked

OWNER, DAY = "zonder verantwoordelijke", "zonder datum"


class NextStep(NamedTuple):
    """The step of one row, and in words what it lacks."""

    row: str
    step: str
    lacks: tuple[str, ...]

    @property
    def said(self) -> str:
        """What it lacks as a chip says it; empty when it lacks nothing."""
        return f"stap {' en '.join(self.lacks)}" if self.lacks else ""


def next_steps(answers: Answers, beside: Roles, rows: tuple[str, ...]) -> tuple[NextStep, ...]:
    """Return the steps of those rows that have one which is not done yet (``step``, ``due``, ``done``, ``owner``)."""
    step, done = column(beside, "step"), column(beside, "done")
    if not step:
        return ()
    taken = [row for row in rows if isinstance(_seen(answers, row, step), Answer)]
    left = [row for row in taken if not done or _seen(answers, row, done) is None]
    return tuple(NextStep(row, answers.text(row, step), _lacks(answers, beside, row)) for row in left)


def _lacks(answers: Answers, beside: Roles, row: str) -> tuple[str, ...]:
    asked = ((OWNER, column(beside, "owner")), (DAY, column(beside, "due")))
    lacking = (word for word, name in asked if name and answers.visible(row, name) and _is_open(answers, row, name))
    return tuple(lacking)


def _is_open(answers: Answers, row: str, name: str) -> bool:
    value = answers.value(row, name)
    return value is None or isinstance(value, Parked)


def _seen(answers: Answers, row: str, name: str) -> object:
    return answers.value(row, name) if answers.visible(row, name) else None


def stepped(answers: Answers, beside: Roles, rows: tuple[str, ...]) -> int:
    """Return how many of those rows have a next step, done or not."""
    step = column(beside, "step")
    return sum(isinstance(_seen(answers, row, step), Answer) for row in rows) if step else 0


def headline(steps: tuple[NextStep, ...]) -> str:
    """Return in a few words how many steps lack an owner or a day; empty when none does."""
    lacking = [step for step in steps if step.lacks]
    if not lacking:
        return ""
    words = [word for word in (OWNER, DAY) if any(word in step.lacks for step in lacking)]
    count = "1 stap" if len(lacking) == 1 else f"{len(lacking)} stappen"
    return f"{count} {' of '.join(words)}"
