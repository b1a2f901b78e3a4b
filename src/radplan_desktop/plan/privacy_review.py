"""What looks like data about persons in the whole plan: every text that somebody wrote, gone through once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache, partial

from radplan_desktop.guideline.model import Field, Kind
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.privacy import Finding, PrivacyKind, findings
from radplan_desktop.plan.values import PLAN_ROW, Cell, NotApplicable, Parked, Value, content_of

REMEMBERED = 1 << 14
"""How many texts are remembered with what was found in them: more than a large plan holds."""

Review = Mapping[Cell, tuple[Finding, ...]]

found_in = lru_cache(maxsize=REMEMBERED)(findings)
"""``findings``, remembered: after a change only the changed text is gone through again."""


def review(answers: Answers) -> Review:
    """Return the findings per cell, in the order of the forms; only cells that are asked now and in which something was found.

    A cell of the plan row whose field is a register stands for what was said of that register as a whole.
    """
    return answers.kept(review, lambda: dict(_found(answers)))


def remarks(answers: Answers) -> Mapping[Cell, str]:
    """Return, per cell with a finding, the sentence to show with it: what was found first, and how many more there are."""
    return answers.kept(
        remarks, lambda: {cell: _remark(answers, cell, found) for cell, found in review(answers).items()}
    )


def _remark(answers: Answers, cell: Cell, found: tuple[Finding, ...]) -> str:
    field, _ = _field(answers, cell)
    text = written(field, answers.register_value(cell.field) if field is None else answers.value(*cell))
    first, more = found[0], len(found) - 1
    rest = "" if not more else " Er is nog één zo’n plek." if more == 1 else f" Er zijn nog {more} van zulke plekken."
    return f"‘{text[first.start : first.end]}’: {first.message[:1].lower()}{first.message[1:]}{rest}"


def written(field: Field | None, value: Value) -> str:
    """Return what a person wrote in a value: text, the reason of a yes or no, notes, the reason of n.v.t. or later."""
    reason = value.why if isinstance(value, NotApplicable | Parked) else ""
    return "\n".join(text for text in (_text(field, content_of(value)), reason) if text)


def _text(field: Field | None, content: object) -> str:
    kind = field.kind if field is not None else None
    if kind in {Kind.TEXT, Kind.LONGTEXT} and isinstance(content, str):
        return content
    if kind is Kind.YESNO and isinstance(content, dict):
        return str(content.get("why", ""))
    if kind is Kind.CHECKLIST and isinstance(content, dict):
        return "\n".join(str(item.get("note", "")) for item in content.values())
    return ""


def _found(answers: Answers) -> Iterator[tuple[Cell, tuple[Finding, ...]]]:
    everywhere = ((cell, _at(answers, cell)) for cell in map(Cell._make, answers.plan.cells))
    yield from sorted((one for one in everywhere if one[1]), key=lambda one: _place(answers, one[0]))


def _at(answers: Answers, cell: Cell) -> tuple[Finding, ...]:
    """Return what was found in a stored cell; nothing when it is not asked now."""
    field, asked = _field(answers, cell)
    if asked is None:
        return ()
    value = answers.register_value(cell.field) if field is None else answers.value(*cell)
    text = written(field, value)
    found = found_in(text) if text else ()
    if cell == (PLAN_ROW, answers.guideline.role("postal_address")):
        found = tuple(one for one in found if one.kind is not PrivacyKind.ADDRESS)
    return found if found and asked() else ()


def _field(answers: Answers, cell: Cell) -> tuple[Field | None, Callable[[], bool] | None]:
    """Return the field of a stored cell, and how to know whether it is asked; (None, None) for what the forms do not know."""
    guideline, register = answers.guideline, answers.register_of(cell.row)
    if cell.row == PLAN_ROW and cell.field in guideline.registers:
        return None, partial(answers.asks, cell.field)
    known = guideline.registers[register].columns if register else guideline.fields if cell.row == PLAN_ROW else {}
    field = known.get(cell.field)
    return field, partial(answers.visible, *cell) if field is not None else None


def _place(answers: Answers, cell: Cell) -> tuple[int, int, int]:
    """Return where a cell stands in the order of the forms: what is asked of the plan first, then the registers."""
    guideline, register = answers.guideline, answers.register_of(cell.row)
    registers = list(guideline.registers)
    if register:
        columns = list(guideline.registers[register].columns)
        return 1 + registers.index(register), 1 + answers.rows(register).index(cell.row), columns.index(cell.field)
    if cell.field in guideline.registers:
        return 1 + registers.index(cell.field), 0, 0
    return 0, 0, list(guideline.fields).index(cell.field)
