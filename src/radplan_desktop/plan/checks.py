"""The checks between answers: five kinds of rule, all of them data of the forms (``controles.toml``). They warn and never block."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from radplan_desktop.guideline.model import Check, Operand
from radplan_desktop.plan import derive, display, evaluate
from radplan_desktop.plan.answers import Answers, link_targets
from radplan_desktop.plan.values import PLAN_ROW, NotApplicable

TODAY = "vandaag"


class Finding(NamedTuple):
    """A check that does not hold: for a row, or for the plan as a whole (``row`` is the plan row). ``column`` is where to look."""

    check: Check
    row: str
    column: str
    message: str


def findings(answers: Answers) -> tuple[Finding, ...]:
    """Return what the checks find, in the order of the forms."""
    return answers.kept(findings, lambda: tuple(_found(answers)))


def _found(answers: Answers) -> Iterator[Finding]:
    return (
        Finding(check, row, _column(check, row), _sentence(answers, check, row, value, limit))
        for check in answers.guideline.checks
        if answers.holds(check.when) and _applies(answers, check)
        for row, value, limit in KINDS[check.kind](answers, check)
    )


def _applies(answers: Answers, check: Check) -> bool:
    """Whether a check asks anything: not when its register is not asked now, or n.v.t. as a whole."""
    registers = {check.register, check.field.partition(".")[0]} & answers.guideline.registers.keys()
    return all(
        answers.asks(register) and not isinstance(answers.register_value(register), NotApplicable)
        for register in registers
    )


def _column(check: Check, row: str) -> str:
    _, dot, column = check.field.partition(".")
    return column if dot and row != PLAN_ROW else ("" if dot else check.field if row == PLAN_ROW else "")


def _sentence(answers: Answers, check: Check, row: str, value: str, limit: str) -> str:
    title = answers.title(row) if row != PLAN_ROW else ""
    return answers.fill(check.message, {"titel": title, "waarde": value, "grens": limit})


Found = Iterator[tuple[str, str, str]]


def _each_linked(answers: Answers, check: Check) -> Found:
    register, _, column = check.by.partition(".")
    for row in answers.rows(check.register, check.where):
        if check.by:
            count = sum(
                1 for other in answers.linked_from(row, register, column) if answers.holds(check.by_where, other)
            )
        else:
            count = len([t for t in link_targets(answers.content(row, check.link)) if answers.exists(t)])
        if check.link and isinstance(answers.value(row, check.link), NotApplicable):
            continue
        if count < check.minimum:
            yield row, str(count), str(check.minimum)


def _count_at_least(answers: Answers, check: Check) -> Found:
    count = len(answers.rows(check.register, check.where))
    if count < check.minimum:
        yield PLAN_ROW, str(count), str(check.minimum)


def _date_before(answers: Answers, check: Check) -> Found:
    for row in _places(answers, check):
        first, second = _day(answers, check.first, row), _day(answers, check.second, row)
        if (
            first is not None
            and second is not None
            and _shifted(first, _margin(answers, check), check.margin_unit) > second
        ):
            yield row, display.short_date(first.isoformat()), display.short_date(second.isoformat())


def _day(answers: Answers, operand: Operand | None, row: str) -> date | None:
    if operand is None:
        return None
    if operand.path == TODAY:
        return answers.today
    found = derive.dates(answers, operand.path, operand.where, row)
    if not found:
        return None
    return found[-1] if operand.agg == "latest" else found[0]


def _margin(answers: Answers, check: Check) -> int:
    if not check.margin_field:
        return check.margin
    sign = -1 if check.margin_field.startswith("-") else 1
    number = evaluate.decimal(answers.content(PLAN_ROW, check.margin_field.lstrip("-")))
    return sign * int(number or 0)


def _shifted(day: date, margin: int, unit: str) -> date:
    """Return the day that much later; the calendar's last or first day when that lies beyond it."""
    try:
        if unit != "months":
            return day + timedelta(days=margin * (7 if unit == "weeks" else 1))
        year, month = divmod(day.year * 12 + day.month - 1 + margin, 12)
        return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError):
        return date.max if margin > 0 else date.min


def _sum_compare(answers: Answers, check: Check) -> Found:
    for row in _places(answers, check):
        left, right = _number(answers, check.left, row), _number(answers, check.right, row)
        if left is None or right is None:
            continue
        factor = evaluate.decimal(answers.content(PLAN_ROW, check.factor_field)) if check.factor_field else check.factor
        limit = right if factor is None else right * factor / 100
        if not evaluate.ordered(left, check.op, limit):
            yield row, display.number(str(left)), display.number(str(limit.quantize(Decimal("0.01")).normalize() + 0))


def _places(answers: Answers, check: Check) -> tuple[str, ...]:
    """Return the rows a check is made for: those of its register, else the plan as a whole."""
    return answers.rows(check.register, check.where) if check.register else (PLAN_ROW,)


def _number(answers: Answers, operand: Operand | None, row: str) -> Decimal | None:
    """Return the number or sum an operand stands for; None when nothing was answered there."""
    if operand is None:
        return None
    if operand.number is not None:
        return operand.number
    if not derive.contents(answers, operand.path, operand.where, row) and "." not in operand.path:
        return None
    return derive.total(answers, operand.path, operand.where, row)


def _group_cover(answers: Answers, check: Check) -> Found:
    if check.filled:
        register, _, column = check.filled.partition(".")
        for row in answers.rows(register, check.where):
            if answers.visible(row, column) and answers.value(row, column) is None:
                yield row, "", ""
        return
    register, _, column = check.by.partition(".")
    present = {
        item for row in answers.rows(register, check.where) for item in link_targets(answers.content(row, column))
    }
    choices = answers.guideline.lists[check.list]
    wanted = check.values or tuple(choice.id for choice in choices.choices if not choice.retired)
    lacking = [choices.label_of(item) for item in wanted if item not in present]
    if lacking:
        yield PLAN_ROW, ", ".join(lacking), ""


KINDS: dict[str, Callable[[Answers, Check], Found]] = {
    "each_linked": _each_linked,
    "count_at_least": _count_at_least,
    "date_before": _date_before,
    "sum_compare": _sum_compare,
    "group_cover": _group_cover,
}
