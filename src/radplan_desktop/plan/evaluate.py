"""Whether a condition of the forms holds in these answers. Hidden answers count as not given."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from radplan_desktop.guideline.conditions import And, Compare, Condition, Filled, Not, Or, Quantified, Today
from radplan_desktop.plan.values import PLAN_ROW, Answer, Content, NotApplicable

if TYPE_CHECKING:
    from radplan_desktop.plan.answers import Answers

Literal = str | Decimal | bool | date | Today | tuple["Literal", ...]


def holds(answers: Answers, condition: Condition, row: str = PLAN_ROW) -> bool:
    """Return whether the condition holds for a row (its own columns first, then the plan)."""
    match condition:
        case And(items):
            return all(holds(answers, item, row) for item in items)
        case Or(items):
            return any(holds(answers, item, row) for item in items)
        case Not(item):
            return not holds(answers, item, row)
        case Filled(path):
            return _is_filled(answers, path, row)
        case Compare(path, op, literal):
            return compare(given(answers, path, row), op, literal, answers.today)
        case Quantified():
            return answers.kept(condition, lambda: _quantified(answers, condition))
    raise TypeError(condition)


def given(answers: Answers, path: str, row: str) -> Content:
    """Return the content of a field as a condition sees it: None when it is open or hidden."""
    return answers.content(row, path) if answers.visible(row, path) else None


def _is_filled(answers: Answers, path: str, row: str) -> bool:
    """Whether a field is answered or n.v.t.; what is promised for later is not filled yet."""
    return answers.visible(row, path) and isinstance(answers.value(row, path), Answer | NotApplicable)


def _quantified(answers: Answers, condition: Quantified) -> bool:
    rows = answers.counted(condition.register)
    matching = sum(1 for row in rows if condition.condition is None or holds(answers, condition.condition, row))
    if condition.function == "any":
        return matching > 0
    if condition.function == "all":
        return matching == len(rows)
    return ordered(Decimal(matching), condition.op, Decimal(condition.number or 0))


def compare(content: Content, op: str, literal: Literal, today: date) -> bool:
    """Compare content with a literal; content that is not given is equal to nothing and smaller or larger than nothing."""
    if op == "!=":
        return not compare(content, "=", literal, today)
    if content is None:
        return False
    if op == "in":
        return any(
            compare(content, "=", item, today) for item in (literal if isinstance(literal, tuple) else (literal,))
        )
    if isinstance(content, list):
        return op == "=" and str(literal) in content
    if isinstance(content, dict):
        return op == "=" and _says(content, literal)
    return _scalar(content, op, literal, today)


def _says(content: dict[str, Content], literal: Literal) -> bool:
    """Whether a yes or no is that one, or an item of a checklist is ticked."""
    if isinstance(literal, bool):
        return content.get("is") is literal
    item = content.get(str(literal))
    return isinstance(item, dict) and item.get("is") is True


def _scalar(content: str | int, op: str, literal: Literal, today: date) -> bool:
    if isinstance(literal, bool):
        return op == "=" and content == ("ja" if literal else "nee")
    if isinstance(literal, Today):
        return ordered(str(content), op, today.isoformat())
    if isinstance(literal, date):
        return ordered(str(content), op, literal.isoformat())
    if isinstance(literal, Decimal):
        number = decimal(content)
        return number is not None and ordered(number, op, literal)
    return ordered(str(content), op, str(literal))


def decimal(content: Content) -> Decimal | None:
    """Return content as a finite number, or None when it is none."""
    try:
        number = None if content is None or isinstance(content, bool) else Decimal(str(content))
    except InvalidOperation:
        return None
    return number if number is not None and number.is_finite() else None


def ordered(left: Decimal | str, op: str, right: Decimal | str) -> bool:
    """Compare two numbers, or two texts."""
    if isinstance(left, Decimal) != isinstance(right, Decimal):
        return False
    results = {
        "=": left == right,
        "!=": left != right,
        "<": left < right,  # type: ignore[operator]
        "<=": left <= right,  # type: ignore[operator]
        ">": left > right,  # type: ignore[operator]
        ">=": left >= right,  # type: ignore[operator]
    }
    return results[op]
