"""The panels in short: how much there is to do, and the first lines. Plain functions, for WORK. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from radplan_desktop.guideline.questions import Roles
from radplan_desktop.plan.actions import OPEN, State, actions
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.findings import Follows, findings
from radplan_desktop.plan.reactions import Handled, reactions
from radplan_desktop.ui.keeping.words import action_line, finding_line, reaction_line
from radplan_desktop.ui.ledger.model import LedgerLine

FEW = 3


class Summary(NamedTuple):
    """``todo`` counts what has to be done, ``late`` what is past its day; ``parts`` say it all, ``lines`` are the first to do."""

    todo: int
    late: int
    total: int
    parts: tuple[str, ...]
    lines: tuple[LedgerLine, ...]

    @property
    def said(self) -> str:
        """All there is to say, the part that is to do first."""
        return _joined(self.parts)

    @property
    def rest(self) -> str:
        """What there is to say besides how much is to do."""
        return _joined(self.parts[1:])


def _joined(parts: Iterable[str]) -> str:
    return ", ".join(part for part in parts if part)


def counted(number: int, one: str, more: str) -> str:
    """Return a number with its word; nothing for zero."""
    return "" if not number else f"1 {one}" if number == 1 else f"{number} {more}"


def _actions(answers: Answers, roles: Roles) -> Summary:
    found = actions(answers, roles)
    todo = [one for one in found if one.state in OPEN]
    late = sum(one.state is State.LATE for one in todo)
    decided = sum(one.state is State.DECIDED for one in found)
    parts = (
        counted(len(todo), "actie nog te doen", "acties nog te doen"),
        f"waarvan {late} te laat" if late else "",
        counted(decided, "genomen besluit", "genomen besluiten"),
    )
    lines = tuple(action_line(one, answers.today) for one in todo[:FEW])
    return Summary(len(todo), late, len(found), parts, lines)


def _reactions(answers: Answers, roles: Roles) -> Summary:
    found = reactions(answers, roles)
    todo = [one for one in found if one.handled is Handled.OPEN or one.lacking]
    refused = sum(one.handled is Handled.REFUSED for one in found)
    parts = (
        counted(len(todo), "reactie nog te doen", "reacties nog te doen"),
        counted(sum(one.handled is Handled.DONE for one in found), "verwerkt", "verwerkt"),
        counted(refused, "niet overgenomen", "niet overgenomen"),
    )
    lines = tuple(reaction_line(one) for one in todo[:FEW])
    return Summary(len(todo), 0, len(found), parts, lines)


def _findings(answers: Answers, roles: Roles) -> Summary:
    found = findings(answers, roles)
    todo = [one for one in found if one.follows is Follows.NOTHING_YET]
    late = [one for one in found if any(step.state is State.LATE for step in one.steps)]
    parts = (
        counted(len(todo), "bevinding nog zonder vervolg", "bevindingen nog zonder vervolg"),
        counted(sum(one.follows is Follows.ACTION for one in found), "met actie", "met actie"),
        counted(sum(one.follows is Follows.NONE for one in found), "bewust zonder actie", "bewust zonder actie"),
    )
    lines = tuple(finding_line(one) for one in (todo + late or found)[:FEW])
    return Summary(len(todo), len(late), len(found), parts, lines)


SUMMARIES: Mapping[str, Callable[[Answers, Roles], Summary]] = {
    "actions": _actions,
    "reactions": _reactions,
    "findings": _findings,
}
