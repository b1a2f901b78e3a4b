"""Content as people type it, by kind of field. What fits the field is checked in ``shape``."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from radplan_desktop.guideline.model import ChoiceList, Field, Guideline, Kind
from radplan_desktop.plan.days import parse_date, parse_month
from radplan_desktop.plan.shape import ContentError, canonical_decimal, check
from radplan_desktop.plan.values import Content

__all__ = ["ContentError", "canonical_decimal", "check", "parse", "parse_date", "parse_month", "parse_number"]

_DUTCH_NUMBER = re.compile(r"-?(\d{1,3}(\.\d{3})+|\d+),\d+")
_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}(\.\d{3})+")
_AMOUNT = re.compile(r"(?:€|eur(?:o)?)?(.+?)(?:,-{1,2}|euro|eur|procent|%)?", re.IGNORECASE)
_YESNO = re.compile(r"(ja|j|true|nee|n|false)\b\s*[:,.]?\s*(.*)", re.IGNORECASE | re.DOTALL)
_YES = frozenset({"ja", "j", "true"})


def parse(field: Field, text: str, guideline: Guideline) -> Content:
    """Return the content that a typed text means for this field. Raises ContentError."""
    typed = text.replace("\r\n", "\n").strip()
    content = _PARSERS[field.kind](field, typed, guideline)
    check(field, content, guideline)
    return content


def parse_number(text: str) -> str:
    """Return the canonical decimal string for 12,5 or 1.250,50 or 12.5, € 5,- or 55 procent. Raises ContentError."""
    bare = _AMOUNT.fullmatch("".join(text.split()))
    typed = bare[1] if bare is not None else ""
    if _DUTCH_NUMBER.fullmatch(typed) or _THOUSANDS.fullmatch(typed):
        typed = typed.replace(".", "").replace(",", ".")
    try:
        return canonical_decimal(typed)
    except ContentError as error:
        raise ContentError(str(error).replace(f"‘{typed}’", f"‘{text}’")) from None


def _choice_id(choices: ChoiceList, text: str) -> str:
    wanted = text.strip().lower()
    offered = [choice for choice in choices.choices if not choice.retired]
    for choice in offered:
        if wanted in (choice.id, choice.label.lower()):
            return choice.id
    raise ContentError(
        f"‘{text}’ staat niet in de lijst {choices.label}. Kies uit: {', '.join(choice.id for choice in offered)}."
    )


def _choice_ids(choices: ChoiceList, text: str) -> list[str]:
    """Return the chosen ids: one label or id a line, or several with commas between; a label may hold a comma itself."""
    chosen: set[str] = set()
    for line in _lines(text):
        try:
            chosen.add(_choice_id(choices, line))
        except ContentError:
            chosen.update(_choice_id(choices, part) for part in line.split(",") if part.strip())
    return sorted(chosen)


def _lines(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[;\n]", text) if part.strip()]


def _parts(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[,;\n]", text) if part.strip()]


def _yesno(_field: Field, text: str, _guideline: Guideline) -> Content:
    match = _YESNO.fullmatch(text)
    if match is None:
        raise ContentError(f"‘{text}’ is geen ja of nee. Typ ja of nee, eventueel met een reden: ja, omdat …")
    return {"is": match[1].lower() in _YES, "why": match[2].strip()}


def _checklist(field: Field, text: str, guideline: Guideline) -> Content:
    ticked: dict[str, Any] = {}
    for part in _lines(text):
        item, _, note = part.partition(":")
        ticked[_choice_id(guideline.lists[field.choices], item)] = {"is": True, "note": note.strip()}
    return ticked


def _scale(_field: Field, text: str, _guideline: Guideline) -> Content:
    number = parse_number(text)
    if "." in number:
        raise ContentError(f"‘{text}’ is geen heel getal.")
    return int(number)


def _refuse(_field: Field, _text: str, _guideline: Guideline) -> Content:
    raise ContentError("Dit antwoord kunt u niet typen.")


_PARSERS: dict[Kind, Callable[[Field, str, Guideline], Content]] = {
    Kind.TEXT: lambda _f, text, _g: " ".join(text.split("\n")),
    Kind.LONGTEXT: lambda _f, text, _g: text,
    Kind.CHOICE: lambda field, text, guideline: _choice_id(guideline.lists[field.choices], text),
    Kind.CHOICES: lambda field, text, guideline: _choice_ids(guideline.lists[field.choices], text),
    Kind.YESNO: _yesno,
    Kind.DATE: lambda _f, text, _g: parse_date(text),
    Kind.MONTH: lambda _f, text, _g: parse_month(text),
    Kind.NUMBER: lambda _f, text, _g: parse_number(text),
    Kind.MONEY: lambda _f, text, _g: parse_number(text),
    Kind.PERCENT: lambda _f, text, _g: parse_number(text),
    Kind.SCALE: _scale,
    Kind.CHECKLIST: _checklist,
    Kind.LINK: lambda _f, text, _g: text,
    Kind.LINKS: lambda _f, text, _g: sorted(set(_parts(text))),
    Kind.ATTACHMENT: _refuse,
    Kind.DERIVED: _refuse,
}
