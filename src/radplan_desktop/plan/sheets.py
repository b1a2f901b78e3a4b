"""What the rows of a register add up to per row they point at: how often an activity was held, and for how many."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from radplan_desktop.guideline.model import Field, Kind, Register
from radplan_desktop.plan import display
from radplan_desktop.plan.answers import Answers, link_targets
from radplan_desktop.plan.evaluate import decimal
from radplan_desktop.plan.values import Cell


class Totals(NamedTuple):
    """``columns`` are the heads: what is pointed at, how many rows, and each number; ``rows`` hold as many texts.

    ``cells`` are what the rows are about: the title of what is pointed at.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    cells: tuple[Cell, ...]


def totals(answers: Answers, register: Register) -> Totals | None:
    """Return the numbers of a register's sheet, added up per row that its first link points at.

    None when its sheet has no link or no numbers. What is open, n.v.t. or later adds nothing; a row nobody points at is left out.
    """
    columns = [register.columns[name] for name in register.sheet]
    link = next((column for column in columns if column.kind is Kind.LINK), None)
    numbers = [column for column in columns if column.kind is Kind.NUMBER]
    if link is None or not numbers:
        return None
    rows = answers.counted(register.id)
    title = answers.guideline.registers[link.target].title
    found: list[tuple[str, ...]] = []
    cells: list[Cell] = []
    for target in answers.counted(link.target):
        mine = [row for row in rows if target in link_targets(answers.content(row, link.id))]
        if mine:
            sums = (_sum(answers, mine, column) for column in numbers)
            found.append((answers.title(target), str(len(mine)), *sums))
            cells.append(Cell(target, title))
    return Totals((link.label, "Regels", *(column.label for column in numbers)), tuple(found), tuple(cells))


class Planned(NamedTuple):
    """How often something was planned and held; None where nobody said it. ``said`` is it in words."""

    row: str
    name: str
    held: Decimal | None
    planned: Decimal | None
    said: str


def planned(answers: Answers, register: Register) -> tuple[Planned, ...]:
    """Return how often each row that a register's sheet points at was planned and held.

    The forms say in two roles where that stands; without them, or where neither was said, there is nothing.
    """
    held, wanted = (answers.guideline.role(name) for name in ("times_held", "times_planned"))
    link = next((register.columns[name] for name in register.sheet if register.columns[name].kind is Kind.LINK), None)
    target, _, column = wanted.partition(".")
    if link is None or link.target != target or held.partition(".")[0] != register.id:
        return ()
    times = register.columns[held.partition(".")[2]]
    rows = answers.counted(register.id)
    found = []
    for row in answers.counted(target):
        mine = [one for one in rows if row in link_targets(answers.content(one, link.id))]
        known = [number for number in (_number(answers, one, times.id) for one in mine) if number is not None]
        whole = sum(known, Decimal(0)) if known else None
        goal = _number(answers, row, column)
        if whole is not None or goal is not None:
            found.append(Planned(row, answers.title(row), whole, goal, _times(whole, goal)))
    return tuple(found)


def _number(answers: Answers, row: str, name: str) -> Decimal | None:
    return decimal(answers.content(row, name)) if answers.visible(row, name) else None


def _times(held: Decimal | None, goal: Decimal | None) -> str:
    done = display.number(str(held if held is not None else 0))
    if goal is None:
        return f"{done} keer gehouden; hoe vaak het gepland was, staat er nog niet"
    more = ", meer dan gepland" if held is not None and held > goal else ""
    return f"{done} van {display.number(str(goal))} keer gehouden{more}"


def _sum(answers: Answers, rows: list[str], column: Field) -> str:
    known = (_number(answers, row, column.id) for row in rows)
    given = [number for number in known if number is not None]
    return display.number(str(sum(given, Decimal(0)))) if given else ""
