"""How content reads in Dutch, on screen and on paper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from radplan_desktop.guideline.model import Field, Kind
from radplan_desktop.plan.values import Content

if TYPE_CHECKING:
    from radplan_desktop.plan.answers import Answers

NAMELESS = "zonder naam"
DELETED = "verwijderd"
MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


def not_applicable(why: str) -> str:
    """Return how "n.v.t." reads with its reason."""
    return f"n.v.t., omdat {_lower_first(why)}" if why else "n.v.t."


def parked(until: str, why: str = "") -> str:
    """Return how an answer that comes later reads."""
    when = f"volgt uiterlijk {long_date(until)}" if until else "volgt later"
    return f"{when} ({_lower_first(why).rstrip('.')})" if why else when


def short_date(iso: str) -> str:
    """Return 12-11-2026 for 2026-11-12; text that is no date is shown as it is."""
    day = _date(iso)
    return iso if day is None else f"{day.day:02d}-{day.month:02d}-{day.year}"


def long_date(iso: str) -> str:
    """Return 12 november 2026 for 2026-11-12."""
    day = _date(iso)
    return iso if day is None else f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def month(iso: str) -> str:
    """Return november 2026 for 2026-11."""
    day = _date(f"{iso}-01")
    return iso if day is None else f"{MONTHS[day.month - 1]} {day.year}"


def day_of(text: str) -> date | None:
    """Return the day of an ISO date, or the first day of an ISO month; None when it is neither."""
    return _date(text) or _date(f"{text}-01")


def number(text: str) -> str:
    """Return a decimal string with a decimal comma and points between thousands (12.500,5)."""
    try:
        value = Decimal(text)
    except InvalidOperation:
        return text
    return f"{value:,f}".replace(",", " ").replace(".", ",").replace(" ", ".")


def money(text: str) -> str:
    """Return € 26.400 or € 26.400,50."""
    try:
        value = Decimal(text)
    except InvalidOperation:
        return text
    return f"€ {number(str(value.quantize(Decimal(1)) if value == value.to_integral_value() else value.quantize(Decimal('0.01'))))}"


def content(answers: Answers, field: Field, value: Content, *, long_dates: bool = False) -> str:
    """Return the text of content for its kind of field."""
    if field.kind == Kind.DATE:
        return long_date(str(value)) if long_dates else short_date(str(value))
    if field.derive is not None:
        return _derived(answers, field, value)
    return _READERS.get(field.kind, _plain)(answers, field, value)


def _plain(_answers: Answers, _field: Field, value: Content) -> str:
    return str(value)


def _choice(answers: Answers, field: Field, value: Content) -> str:
    return answers.guideline.lists[field.choices].label_of(str(value))


def _choices(answers: Answers, field: Field, value: Content) -> str:
    chosen = set(value) if isinstance(value, list) else {str(value)}
    known = answers.guideline.lists[field.choices].choices
    labels = [choice.label for choice in known if choice.id in chosen]
    return ", ".join(labels + sorted(chosen - {choice.id for choice in known}))


def _yesno(_answers: Answers, _field: Field, value: Content) -> str:
    said = "Ja" if value["is"] else "Nee"
    return f"{said}: {value['why']}" if value.get("why") else said


def _checklist(answers: Answers, field: Field, value: Content) -> str:
    lines = []
    for choice in answers.guideline.lists[field.choices].choices:
        item = value.get(choice.id)
        if item is not None and (item.get("is") or item.get("note")):
            mark = choice.label if item.get("is") else f"{choice.label} (nog niet)"
            lines.append(f"- {mark.rstrip('.')}: {item['note']}" if item.get("note") else f"- {mark}")
    return "\n".join(lines)


def _link(answers: Answers, _field: Field, value: Content) -> str:
    return answers.title(value) if answers.exists(value) else DELETED


def _links(answers: Answers, field: Field, value: Content) -> str:
    places = answers.kept(
        ("places", field.target), lambda: {row: place for place, row in enumerate(answers.rows(field.target))}
    )
    return ", ".join(_link(answers, field, row) for row in sorted(value, key=lambda row: places.get(row, len(places))))


def _attachment(_answers: Answers, _field: Field, value: Content) -> str:
    return str(value.get("name", ""))


def _derived(answers: Answers, field: Field, value: Content) -> str:
    if isinstance(value, list):
        return ", ".join(answers.title(row) for row in value)
    function = field.derive.function if field.derive is not None else ""
    if function in ("earliest", "latest"):
        return short_date(str(value))
    text = money(str(value)) if field.unit == "€" else number(str(value))
    if function == "share":
        return f"{text}%"
    return f"{text} {field.unit}" if field.unit and field.unit != "€" else text


def _number(_answers: Answers, field: Field, value: Content) -> str:
    text = number(str(value))
    if len(text.partition(",")[0].lstrip("-")) == len("2.027"):
        text = text.replace(".", "")  # a year is a number too; below 10.000 Dutch needs no point
    return f"{text} {field.unit}" if field.unit else text


def _money(_answers: Answers, _field: Field, value: Content) -> str:
    return money(str(value))


def _percent(_answers: Answers, _field: Field, value: Content) -> str:
    return f"{number(str(value))}%"


def _month(_answers: Answers, _field: Field, value: Content) -> str:
    return month(str(value))


_READERS: dict[Kind, Callable[[Answers, Field, Content], str]] = {
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.YESNO: _yesno,
    Kind.MONTH: _month,
    Kind.NUMBER: _number,
    Kind.MONEY: _money,
    Kind.PERCENT: _percent,
    Kind.CHECKLIST: _checklist,
    Kind.LINK: _link,
    Kind.LINKS: _links,
    Kind.ATTACHMENT: _attachment,
}


def _date(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == " " else text
