"""How far an open plan is: what every screen tells of, worked out in one go and away from the interface thread."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from radplan_desktop.acts.session import Session
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.coming import Coming, coming
from radplan_desktop.plan.deadlines import deadlines
from radplan_desktop.plan.privacy_review import remarks
from radplan_desktop.plan.progress import OpenPoint, Progress, open_points, progress
from radplan_desktop.plan.values import Cell


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the plan is, what is open and what comes up: worked out away from the interface thread."""

    answers: Answers
    """The answers of which it tells: they remember what was worked out on the way."""
    progress: Progress
    points: tuple[OpenPoint, ...]
    coming: Coming
    remarks: Mapping[Cell, str] = field(default_factory=dict)
    """What is said under a text in which there seems to be data about a person."""
    reviewed: bool = True
    """Whether the texts were gone through for data about persons."""


def reckon(answers: Answers, *, privacy: bool = True) -> Standing:
    """Work out how far a plan is. Without ``privacy`` the texts are not gone through: that can follow after the first page."""
    return Standing(
        answers,
        progress(answers),
        open_points(answers, privacy=privacy),
        coming(deadlines(answers), answers.today),
        remarks(answers) if privacy else {},
        reviewed=privacy,
    )


class OpenedPlan(NamedTuple):
    """An open plan, and how far it is."""

    session: Session
    standing: Standing


def opened(session: Session) -> OpenedPlan:
    """Return an open plan as its first screen needs it."""
    return OpenedPlan(session, reckon(session.answers, privacy=False))
