"""All actions and decisions of a plan, from every register that the forms name: what has to be done by whom, and by when."""

from __future__ import annotations

from datetime import date
from enum import IntEnum
from typing import NamedTuple

from radplan_desktop.guideline.parts import columns, paths
from radplan_desktop.guideline.questions import Roles
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.coming import in_week
from radplan_desktop.plan.display import day_of
from radplan_desktop.plan.items import is_met
from radplan_desktop.plan.plan import is_preset


class State(IntEnum):
    """How an action stands, in the order in which they are looked at. A decision is no action: it was taken, or is DECIDED."""

    LATE = 0
    WEEK = 1
    LATER = 2
    UNDATED = 3
    DECIDED = 4
    CLOSED = 5


OPEN = frozenset({State.LATE, State.WEEK, State.LATER, State.UNDATED})


class Action(NamedTuple):
    """One line. ``field`` is the column that says what it is, ``done`` the one that is filled when it is done; both of ``row``.

    ``kind`` says what it is ("Verbeteractie"), ``about`` with whom, ``standing`` how far it is: words, each possibly empty.
    """

    row: str
    register: str
    field: str
    done: str
    kind: str
    text: str
    about: str
    owner: str
    day: date | None
    state: State
    standing: str


def actions(answers: Answers, roles: Roles) -> tuple[Action, ...]:
    """Return them: what is late first, then by day; decisions after the actions, the newest first; what is closed last."""
    found = [
        action
        for register in paths(roles, "rows")
        for row in answers.counted(register)
        if (action := _action(answers, roles, register, row)) is not None
    ]
    return tuple(sorted(found, key=_order))


def _order(action: Action) -> tuple[int, int]:
    day = action.day.toordinal() if action.day is not None else 0
    return int(action.state), -day if action.state in (State.DECIDED, State.CLOSED) else day


def _action(answers: Answers, roles: Roles, register: str, row: str) -> Action | None:
    """Return the line of a row; None while it says nothing to do, or only stood there from the start."""
    form = answers.guideline.registers[register]
    own = next(iter(own_columns(roles, "what", register)), form.title)
    if not _says(answers, row, own):
        return None
    owner = _first(answers, roles, "owner", register, row)
    day = _day(answers, roles, register, row)
    if is_preset(row) and day is None and not owner:
        return None
    kind = _first(answers, roles, "kind", register, row) or (form.row if own == form.title else form.columns[own].label)
    return Action(
        row=row,
        register=register,
        field=own,
        done=next(iter(own_columns(roles, "done", register)), ""),
        kind=f"{kind[:1].upper()}{kind[1:]}",
        text=answers.title(row) if own == form.title else answers.text(row, own).replace("\n", " "),
        about=_first(answers, roles, "about", register, row),
        owner=owner,
        day=day,
        state=_state(answers, roles, register, row, day),
        standing=_first(answers, roles, "standing", register, row),
    )


def own_columns(roles: Roles, part: str, register: str) -> tuple[str, ...]:
    """Return the columns of one register that play a part."""
    mine = [path for path in paths(roles, part) if path.partition(".")[0] == register]
    return tuple(path.rpartition(".")[2] for path in mine)


def _says(answers: Answers, row: str, name: str) -> bool:
    return answers.visible(row, name) and answers.content(row, name) is not None


def _first(answers: Answers, roles: Roles, part: str, register: str, row: str) -> str:
    """Return the first of the columns that play a part and say something, in words."""
    names = (name for name in own_columns(roles, part, register) if _says(answers, row, name))
    return next((text for name in names if (text := answers.content_text(row, name))), "")


def _day(answers: Answers, roles: Roles, register: str, row: str) -> date | None:
    names = (name for name in own_columns(roles, "date", register) if _says(answers, row, name))
    return next((day for name in names if (day := day_of(str(answers.content(row, name)))) is not None), None)


def _state(answers: Answers, roles: Roles, register: str, row: str, day: date | None) -> State:
    done, standing = (own_columns(roles, part, register) for part in ("done", "standing"))
    closed = columns(roles, "closed")
    if any(is_met(answers.value(row, name)) for name in done):
        return State.CLOSED
    if any(answers.content(row, name) in closed for name in standing):
        return State.CLOSED
    if not done and not standing and (day is None or day <= answers.today):
        return State.DECIDED
    return state_on(day, answers.today)


def state_on(day: date | None, today: date) -> State:
    """Return how something that is not done yet stands, by the day it has to be."""
    if day is None:
        return State.UNDATED
    if day < today:
        return State.LATE
    return State.WEEK if in_week(day, today) else State.LATER
