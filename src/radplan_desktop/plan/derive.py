"""Derived fields: one closed list of functions over the answers (``forms/README.md``, "Afgeleid")."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from radplan_desktop.guideline.conditions import Condition
from radplan_desktop.guideline.model import Derivation
from radplan_desktop.plan import display, evaluate
from radplan_desktop.plan.values import PLAN_ROW, Content

if TYPE_CHECKING:
    from radplan_desktop.plan.answers import Answers


def compute(answers: Answers, derivation: Derivation, row: str = PLAN_ROW) -> Content:
    """Return the content of a derived field in a row: a decimal string, an ISO date, or row ids; None when there is nothing."""
    return FUNCTIONS[derivation.function](answers, derivation, row)


def contents(answers: Answers, path: str, where: Condition | None = None, row: str = PLAN_ROW) -> tuple[Content, ...]:
    """Return what is answered at a path: one plan field, or a column in every row that satisfies ``where``."""
    if "." in path:
        return answers.kept(("contents", path, where), lambda: _in_rows(answers, path, where))
    content = answers.content(row, path) if answers.visible(row, path) else None
    return () if content is None else (content,)


def _in_rows(answers: Answers, path: str, where: Condition | None) -> tuple[Content, ...]:
    register, _, column = path.partition(".")
    found = (answers.content(r, column) for r in answers.rows(register, where) if answers.visible(r, column))
    return tuple(content for content in found if content is not None)


def total(answers: Answers, path: str, where: Condition | None = None, row: str = PLAN_ROW) -> Decimal:
    """Return the sum of the numbers at a path; zero when there are none."""
    found = (evaluate.decimal(content) for content in contents(answers, path, where, row))
    return sum((number for number in found if number is not None), Decimal(0))


def dates(answers: Answers, path: str, where: Condition | None = None, row: str = PLAN_ROW) -> list[date]:
    """Return the dates at a path, sorted; a month counts as its first day."""
    if "." in path:
        return answers.kept(("dates", path, where), lambda: _sorted_days(_in_rows(answers, path, where)))
    return _sorted_days(contents(answers, path, where, row))


def _sorted_days(found: Iterable[Content]) -> list[date]:
    days = (display.day_of(str(content)) for content in found)
    return sorted(day for day in days if day is not None)


def _count(answers: Answers, derivation: Derivation, _row: str) -> Content:
    return str(len(answers.counted(derivation.of[0], derivation.where)))


def _sum(answers: Answers, derivation: Derivation, _row: str) -> Content:
    if not any(contents(answers, path) for path in derivation.of):
        return None
    return str(sum((total(answers, path, derivation.where) for path in derivation.of), Decimal(0)))


def _earliest(answers: Answers, derivation: Derivation, row: str) -> Content:
    found = [day for path in derivation.of for day in dates(answers, path, derivation.where, row)]
    return min(found).isoformat() if found else None


def _latest(answers: Answers, derivation: Derivation, row: str) -> Content:
    found = [day for path in derivation.of for day in dates(answers, path, derivation.where, row)]
    return max(found).isoformat() if found else None


def _most_recent(answers: Answers, derivation: Derivation, row: str) -> Content:
    register, _, column = derivation.of[0].partition(".")
    found = [
        (str(answers.content(other, derivation.by) or ""), answers.content(other, column))
        for other in answers.linked_from(row, register, derivation.link)
        if answers.content(other, column) is not None
    ]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _weeks_between(answers: Answers, derivation: Derivation, row: str) -> Content:
    start, end = dates(answers, derivation.start, row=row), dates(answers, derivation.end, row=row)
    return str((end[0] - start[0]).days // 7) if start and end else None


def _share(answers: Answers, derivation: Derivation, _row: str) -> Content:
    whole = total(answers, derivation.of[0])
    if not whole:
        return None
    part = total(answers, derivation.of[0], derivation.where) * 100 / whole
    return str(part.quantize(Decimal("0.1")).normalize() + 0)


def _linked(answers: Answers, derivation: Derivation, row: str) -> Content:
    return list(answers.linked_from(row, derivation.of[0], derivation.link)) or None


FUNCTIONS: dict[str, Callable[[Answers, Derivation, str], Content]] = {
    "count": _count,
    "sum": _sum,
    "earliest": _earliest,
    "latest": _latest,
    "most_recent": _most_recent,
    "weeks_between": _weeks_between,
    "share": _share,
    "linked": _linked,
}
