"""Whether what the plan sets out comes back later: is it measured, is it asked in an evaluation, and is it carried on."""

from __future__ import annotations

from typing import NamedTuple

from radplan_desktop.guideline.parts import path, paths
from radplan_desktop.guideline.questions import Roles
from radplan_desktop.plan.answers import Answers

PARTS = ("measured", "asked", "kept")


class Passed(NamedTuple):
    """One row, and per part of ``PARTS`` the rows that point at it; None where none ever could."""

    row: str
    register: str
    later: tuple[tuple[str, ...] | None, ...]


def passing_on(answers: Answers, roles: Roles) -> tuple[Passed, ...]:
    """Return the rows of ``rows`` in order, with the rows that ``measured``, ``asked`` and ``kept`` point at them with."""
    found: list[Passed] = []
    for register in paths(roles, "rows"):
        links = [_links(answers, roles, part, register) for part in PARTS]
        for row in answers.counted(register):
            later = tuple(_pointing(answers, row, columns) if columns else None for columns in links)
            found.append(Passed(row, register, later))
    return tuple(found)


def _links(answers: Answers, roles: Roles, part: str, register: str) -> list[str]:
    """Return the columns of a part that point at a register."""
    return [one for one in paths(roles, part) if answers.guideline.field(one).target == register]


def _pointing(answers: Answers, row: str, columns: list[str]) -> tuple[str, ...]:
    pairs = (one.partition(".")[::2] for one in columns)
    rows = (
        other
        for register, name in pairs
        if answers.asks(register)
        for other in answers.linked_from(row, register, name)
    )
    return tuple(dict.fromkeys(rows))


def headings(answers: Answers, roles: Roles) -> tuple[str, ...]:
    """Return what each part is called: the label of the register of its first column."""
    registers = (path(roles, part).partition(".")[0] for part in PARTS)
    return tuple(answers.guideline.registers[register].label if register else "" for register in registers)
