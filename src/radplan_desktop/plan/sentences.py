"""The Dutch sentences of open points. The rules themselves stand in ``items``, ``checks`` and ``progress``."""

from __future__ import annotations

from radplan_desktop.guideline.model import Field, Item, Register
from radplan_desktop.plan import display
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.gaps import gaps, to_fill
from radplan_desktop.plan.items import Missing
from radplan_desktop.plan.values import IN, PLAN_ROW, Parked


def missing(answers: Answers, item: Item, what: Missing) -> str:
    """Return what is still open on an item: a field, cells of a row, or rows."""
    if isinstance(item, Register) and what.rows:
        rows = "nog één rij nodig" if what.rows == 1 else f"nog {what.rows} rijen nodig"
        return f"{item.label}: {rows}"
    labels = ", ".join(answers.field(what.row, name).label for name in what.columns)
    if what.row != PLAN_ROW:
        return f"{named(answers, what.row)}: nog open: {labels}"
    count = sum(gaps(answers.field(PLAN_ROW, name), answers.content(PLAN_ROW, name)) for name in what.columns)
    return f"{labels}: nog {to_fill(count)}" if count else f"{labels} is nog open"


def parked(answers: Answers, item: Item, row: str, column: str) -> str:
    """Return when an answer was promised."""
    if isinstance(item, Register) and row == PLAN_ROW:
        label, value = item.label, answers.register_value(item.id)
    else:
        label, value = answers.field(row, column).label, answers.value(row, column)
    until = value.until if isinstance(value, Parked) else ""
    where = "" if row == PLAN_ROW else f"{named(answers, row)}: "
    return f"{where}{label} {display.parked(until)}"


def conflict(answers: Answers, row: str, field_id: str) -> str:
    """Return that two copies say different things."""
    if field_id == IN:
        return f"{named(answers, row)}: de een verwijderde deze rij, de ander werkte erin. Kies wat blijft."
    label = _label(answers, row, field_id)
    where = "" if row == PLAN_ROW else f"{named(answers, row)}: "
    return f"{where}{label}: twee antwoorden naast elkaar. Kies welk antwoord blijft."


def dangling(answers: Answers, row: str, column: str) -> str:
    """Return that a link points at a row that was deleted."""
    where = "" if row == PLAN_ROW else f"{named(answers, row)}: "
    return f"{where}{answers.field(row, column).label} verwijst naar iets dat is verwijderd. Kies opnieuw."


def private(answers: Answers, row: str, field_id: str, message: str) -> str:
    """Return that a text looks like data about a person."""
    register = answers.guideline.registers.get(field_id) if row == PLAN_ROW else None
    label = register.label if register is not None else _label(answers, row, field_id)
    where = "" if row == PLAN_ROW else f"{named(answers, row)}: "
    return f"{where}{label}: {message[:1].lower()}{message[1:]}"


def named(answers: Answers, row: str) -> str:
    """Return how a row is called in a sentence: ``S5 Ouders weten de weg``, or its register and name."""
    number, title = answers.number(row), answers.title(row)
    if number:
        return f"{number} {title}" if title not in (number, display.NAMELESS) else number
    register = answers.guideline.registers.get(answers.register_of(row))
    return f"{register.row.capitalize()} ‘{title}’" if register is not None else title


def _label(answers: Answers, row: str, field_id: str) -> str:
    try:
        found: Field = answers.field(row, field_id)
    except KeyError:
        return field_id
    return found.label
