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


def _sum(answers: Answers, rows: list[str], column: Field) -> str:
    known = (decimal(answers.content(row, column.id)) for row in rows if answers.visible(row, column.id))
    given = [number for number in known if number is not None]
    return display.number(str(sum(given, Decimal(0)))) if given else ""
