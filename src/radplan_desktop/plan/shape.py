"""The shape of content by kind of field, and whether content has it (DESIGN, "Cells and values")."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from radplan_desktop.guideline import canonical_number
from radplan_desktop.guideline.model import Field, Guideline, Kind
from radplan_desktop.plan.values import Answer, Content, Parked, Value, is_empty

LARGEST_NUMBER = 10**15
MOST_DECIMALS = 6
MOST_CHARACTERS = len(f"-{LARGEST_NUMBER}.") + MOST_DECIMALS
_ROW_ID = re.compile(r"[0-9a-f]{32}|[a-z0-9_]+:[a-z0-9_]+")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


class ContentError(ValueError):
    """What was typed does not fit the question; ``str()`` is the Dutch sentence for the user."""


def check(field: Field, content: Content, guideline: Guideline) -> None:
    """Raise ContentError unless content has the shape and range that the field takes."""
    _CHECKS[field.kind](field, content, guideline)


def sound(field: Field, value: Value) -> Value:
    """Return a stored value as it can be read: without content that is empty, or not made for this kind of field.

    A file may come from anywhere; what reads its answers may rely on their form, not on their range.
    """
    if not isinstance(value, (Answer, Parked)) or (not is_empty(value.content) and _FORMS[field.kind](value.content)):
        return value
    return replace(value, content=None) if isinstance(value, Parked) else None


def canonical_decimal(text: str) -> str:
    """Return a decimal string without leading zeros or trailing decimals: one number, one text. Raises ContentError."""
    if not _NUMBER.fullmatch(text):
        raise ContentError(f"‘{text}’ is geen getal. Typ een getal als 12 of 12,5.")
    whole, _, decimals = text.partition(".")
    if len(decimals) > MOST_DECIMALS or len(whole.lstrip("-0")) > len(str(LARGEST_NUMBER)) - 1:
        raise ContentError(f"‘{text}’ is te lang. Gebruik hoogstens 15 cijfers, en {MOST_DECIMALS} achter de komma.")
    return canonical_number(Decimal(text))


def is_date(content: Content) -> bool:
    """Whether content is a date as the file holds it."""
    try:
        return isinstance(content, str) and date.fromisoformat(content).isoformat() == content
    except ValueError:
        return False


def _is_month(content: Content) -> bool:
    return isinstance(content, str) and is_date(f"{content}-01")


def _is_decimal(content: Content) -> bool:
    return isinstance(content, str) and len(content) <= MOST_CHARACTERS and bool(_NUMBER.fullmatch(content))


def _is_texts(content: Content) -> bool:
    return isinstance(content, list) and all(isinstance(item, str) for item in content)


def _is_text(content: Content) -> bool:
    return isinstance(content, str)


def _is_scale(content: Content) -> bool:
    return isinstance(content, int) and not isinstance(content, bool)


def _is_said(content: Content, remark: str) -> bool:
    """Whether content says yes or no, with a remark at most."""
    if not isinstance(content, dict) or not set(content) <= {"is", remark}:
        return False
    return isinstance(content.get("is"), bool) and isinstance(content.get(remark, ""), str)


def _is_yesno(content: Content) -> bool:
    return _is_said(content, "why")


def _is_checklist(content: Content) -> bool:
    return isinstance(content, dict) and all(_is_said(item, "note") for item in content.values())


def _is_attachment(content: Content) -> bool:
    return (
        isinstance(content, dict)
        and set(content) == {"blob", "name", "type"}
        and all(isinstance(part, str) for part in content.values())
        and bool(_SHA256.fullmatch(content["blob"]))
    )


_FORMS: dict[Kind, Callable[[Content], bool]] = {
    Kind.TEXT: _is_text,
    Kind.LONGTEXT: _is_text,
    Kind.CHOICE: _is_text,
    Kind.CHOICES: _is_texts,
    Kind.YESNO: _is_yesno,
    Kind.DATE: is_date,
    Kind.MONTH: _is_month,
    Kind.NUMBER: _is_decimal,
    Kind.MONEY: _is_decimal,
    Kind.PERCENT: _is_decimal,
    Kind.SCALE: _is_scale,
    Kind.CHECKLIST: _is_checklist,
    Kind.LINK: _is_text,
    Kind.LINKS: _is_texts,
    Kind.ATTACHMENT: _is_attachment,
    Kind.DERIVED: lambda _content: False,
}


def _shaped(sentence: str) -> Callable[[Field, Content, Guideline], None]:
    """Return a check that the form is right and no more."""

    def only_form(field: Field, content: Content, _guideline: Guideline) -> None:
        _require(_FORMS[field.kind](content), f"{field.label}: {sentence}")

    return only_form


def _in_list(field: Field, content: Content, guideline: Guideline) -> None:
    known = {choice.id for choice in guideline.lists[field.choices].choices}
    _require(_FORMS[field.kind](content), f"{field.label}: kies uit de lijst.")
    chosen = content if isinstance(content, list) else [content]
    _require(set(chosen) <= known, f"Deze keuze hoort niet bij {field.label}.")
    _require(chosen == sorted(set(chosen)), f"{field.label}: een keuze staat dubbel.")


def _in_range(field: Field, content: Content, _guideline: Guideline) -> None:
    if field.kind == Kind.SCALE:
        _require(_is_scale(content), f"{field.label}: ‘{content}’ is geen heel getal.")
    else:
        is_number = isinstance(content, str) and canonical_decimal(content) == content
        _require(is_number, f"{field.label}: ‘{content}’ is geen getal.")
    value = Decimal(content)
    if field.minimum is not None and value < field.minimum:
        raise ContentError(f"{field.label}: kies {_shown(field.minimum)} of hoger.")
    if field.maximum is not None and value > field.maximum:
        raise ContentError(f"{field.label}: kies {_shown(field.maximum)} of lager.")


def _shown(number: Decimal) -> str:
    return canonical_number(number).replace(".", ",")


def _ticks(field: Field, content: Content, guideline: Guideline) -> None:
    known = {choice.id for choice in guideline.lists[field.choices].choices}
    _require(_is_checklist(content), f"{field.label}: een vinkje heeft niet de goede vorm.")
    _require(set(content) <= known, f"Dit vinkje hoort niet bij {field.label}.")


def _links(field: Field, content: Content, _guideline: Guideline) -> None:
    _require(_FORMS[field.kind](content), f"{field.label}: kies uit de rijen.")
    rows = content if isinstance(content, list) else [content]
    _require(all(_ROW_ID.fullmatch(row) for row in rows), f"{field.label}: een verwijzing wijst nergens naar.")
    _require(rows == sorted(set(rows)), f"{field.label}: een verwijzing staat dubbel.")


def _computed(field: Field, _content: Content, _guideline: Guideline) -> None:
    raise ContentError(f"{field.label} rekent RadPlan zelf uit.")


def _require(condition: bool, sentence: str) -> None:  # noqa: FBT001 - an assertion for people
    if not condition:
        raise ContentError(sentence)


_CHECKS: dict[Kind, Callable[[Field, Content, Guideline], None]] = {
    Kind.TEXT: _shaped("dit antwoord is geen tekst."),
    Kind.LONGTEXT: _shaped("dit antwoord is geen tekst."),
    Kind.CHOICE: _in_list,
    Kind.CHOICES: _in_list,
    Kind.YESNO: _shaped("dit antwoord is geen ja of nee."),
    Kind.DATE: _shaped("dit is geen bestaande datum. Typ een datum als 12-11-2026."),
    Kind.MONTH: _shaped("dit is geen maand. Typ een maand als 11-2026."),
    Kind.NUMBER: _in_range,
    Kind.MONEY: _in_range,
    Kind.PERCENT: _in_range,
    Kind.SCALE: _in_range,
    Kind.CHECKLIST: _ticks,
    Kind.LINK: _links,
    Kind.LINKS: _links,
    Kind.ATTACHMENT: _shaped("dit is geen bijlage."),
    Kind.DERIVED: _computed,
}
