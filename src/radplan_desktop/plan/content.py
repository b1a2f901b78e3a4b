"""Content by kind of field: read from what a person types, and checked for its shape (DESIGN, "Cells and values")."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from radplan_desktop.guideline.model import ChoiceList, Field, Guideline, Kind
from radplan_desktop.plan.display import MONTHS
from radplan_desktop.plan.values import Content

YES = {"ja": True, "j": True, "true": True, "nee": False, "n": False, "false": False}
LONGEST_NUMBER = 40
SHORTEST_MONTH = 3
_DUTCH_DATE = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_WORDED_DATE = re.compile(r"(\d{1,2}) ([a-z]+) (\d{4})")
_NUMERIC_MONTH = re.compile(r"(\d{1,2})[-/ ](\d{4})")
_ROW_ID = re.compile(r"[0-9a-f]{32}|[a-z0-9_]+:[a-z0-9_]+")
_SHA256 = re.compile(r"[0-9a-f]{64}")


class ContentError(ValueError):
    """What was typed does not fit the question; ``str()`` is the Dutch sentence for the user."""


def parse(field: Field, text: str, guideline: Guideline) -> Content:
    """Return the content that a typed text means for this field. Raises ContentError."""
    typed = text.replace("\r\n", "\n").strip()
    content = _PARSERS[field.kind](field, typed, guideline)
    check(field, content, guideline)
    return content


def parse_date(text: str) -> str:
    """Return the ISO date for 12-11-2026, 12 november 2026 or 2026-11-12. Raises ContentError."""
    typed = text.strip().lower()
    try:
        if match := _DUTCH_DATE.fullmatch(typed):
            day, month, year = (int(part) for part in match.groups())
            return date(year, month, day).isoformat()
        if match := _WORDED_DATE.fullmatch(typed):
            return date(int(match[3]), _month_number(match[2]), int(match[1])).isoformat()
        return date.fromisoformat(typed).isoformat()
    except ValueError:
        raise ContentError(f"‘{text}’ is geen bestaande datum. Typ een datum als 12-11-2026.") from None


def parse_month(text: str) -> str:
    """Return the ISO month for 11-2026, november 2026 or 2026-11. Raises ContentError."""
    typed = text.strip().lower()
    try:
        if match := _NUMERIC_MONTH.fullmatch(typed):
            return date(int(match[2]), int(match[1]), 1).isoformat()[:7]
        name, _, year = typed.partition(" ")
        if year.isdigit():
            return date(int(year), _month_number(name), 1).isoformat()[:7]
        return date.fromisoformat(f"{typed}-01").isoformat()[:7]
    except ValueError:
        raise ContentError(f"‘{text}’ is geen maand. Typ een maand als 11-2026.") from None


def parse_number(text: str) -> str:
    """Return the canonical decimal string for 12,5 or 1.250,50 or 12.5. Raises ContentError."""
    typed = text.strip().removeprefix("€").removesuffix("%").strip().replace(" ", "").replace("\u00a0", "")
    if "," in typed:
        typed = typed.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"-?[1-9]\d{0,2}(\.\d{3})+", typed):
        typed = typed.replace(".", "")
    if not re.fullmatch(r"-?\d+(\.\d+)?", typed) or len(typed) > LONGEST_NUMBER:
        raise ContentError(f"‘{text}’ is geen getal. Typ een getal als 12 of 12,5.")
    return canonical_decimal(typed)


def canonical_decimal(text: str) -> str:
    """Return a decimal string without leading zeros or trailing decimals: one number, one text. Raises ContentError."""
    try:
        value = Decimal(text)
    except InvalidOperation:
        raise ContentError(f"‘{text}’ is geen getal.") from None
    whole = f"{value:f}"
    if "." in whole:
        whole = whole.rstrip("0").rstrip(".")
    return "0" if whole in ("-0", "") else whole


def check(field: Field, content: Content, guideline: Guideline) -> None:
    """Raise ContentError unless content has the shape and range that the field takes."""
    _CHECKS[field.kind](field, content, guideline)


def _month_number(name: str) -> int:
    found = [n for n, month in enumerate(MONTHS, 1) if len(name) >= SHORTEST_MONTH and month.startswith(name)]
    if len(found) != 1:
        raise ValueError(name)
    return found[0]


def _choice_id(choices: ChoiceList, text: str) -> str:
    wanted = text.strip().lower()
    for choice in choices.choices:
        if wanted in (choice.id, choice.label.lower()):
            return choice.id
    offered = ", ".join(choice.id for choice in choices.choices if not choice.retired)
    raise ContentError(f"‘{text}’ staat niet in de lijst {choices.label}. Kies uit: {offered}.")


def _parts(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[,;\n]", text) if part.strip()]


def _yesno(_field: Field, text: str, _guideline: Guideline) -> Content:
    said, _, why = text.partition(":") if ":" in text else text.partition(",")
    if said.strip().lower() not in YES:
        raise ContentError(f"‘{text}’ is geen ja of nee. Typ ja of nee, eventueel met een reden: ja, omdat …")
    return {"is": YES[said.strip().lower()], "why": why.strip()}


def _checklist(field: Field, text: str, guideline: Guideline) -> Content:
    ticked: dict[str, Any] = {}
    for part in [line.strip() for line in re.split(r"[;\n]", text) if line.strip()]:
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
    Kind.CHOICES: lambda field, text, guideline: sorted(
        {_choice_id(guideline.lists[field.choices], part) for part in _parts(text)}
    ),
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


def _is_text(_field: Field, content: Content, _guideline: Guideline) -> None:
    _require(isinstance(content, str), "Dit antwoord is geen tekst.")


def _in_list(field: Field, content: Content, guideline: Guideline) -> None:
    known = {choice.id for choice in guideline.lists[field.choices].choices}
    given = content if isinstance(content, list) else [content]
    _require(isinstance(content, list) == (field.kind == Kind.CHOICES), "Dit antwoord heeft niet de goede vorm.")
    _require(
        all(isinstance(item, str) and item in known for item in given), f"Deze keuze hoort niet bij {field.label}."
    )
    _require(given == sorted(set(given)), "Een keuze staat dubbel.")


def _is_yesno(_field: Field, content: Content, _guideline: Guideline) -> None:
    shaped = (
        isinstance(content, dict) and isinstance(content.get("is"), bool) and isinstance(content.get("why", ""), str)
    )
    _require(shaped and set(content) <= {"is", "why"}, "Dit antwoord is geen ja of nee.")


def _is_date(_field: Field, content: Content, _guideline: Guideline) -> None:
    _require(isinstance(content, str) and parse_date(content) == content, f"‘{content}’ is geen datum.")


def _is_month(_field: Field, content: Content, _guideline: Guideline) -> None:
    _require(isinstance(content, str) and parse_month(content) == content, f"‘{content}’ is geen maand.")


def _is_number(field: Field, content: Content, _guideline: Guideline) -> None:
    _require(isinstance(content, str) and canonical_decimal(content) == content, f"‘{content}’ is geen getal.")
    _in_range(field, Decimal(content))


def _is_scale(field: Field, content: Content, _guideline: Guideline) -> None:
    _require(isinstance(content, int) and not isinstance(content, bool), f"‘{content}’ is geen heel getal.")
    _in_range(field, Decimal(content))


def _in_range(field: Field, value: Decimal) -> None:
    if field.minimum is not None and value < field.minimum:
        raise ContentError(f"{field.label}: kies {field.minimum} of hoger.")
    if field.maximum is not None and value > field.maximum:
        raise ContentError(f"{field.label}: kies {field.maximum} of lager.")


def _is_checklist(field: Field, content: Content, guideline: Guideline) -> None:
    known = {choice.id for choice in guideline.lists[field.choices].choices}
    _require(isinstance(content, dict) and set(content) <= known, f"Dit vinkje hoort niet bij {field.label}.")
    for item in content.values():
        shaped = isinstance(item, dict) and isinstance(item.get("is"), bool) and isinstance(item.get("note", ""), str)
        _require(shaped and set(item) <= {"is", "note"}, "Een vinkje heeft niet de goede vorm.")


def _is_link(_field: Field, content: Content, _guideline: Guideline) -> None:
    _require(isinstance(content, str) and bool(_ROW_ID.fullmatch(content)), "Deze verwijzing wijst nergens naar.")


def _is_links(field: Field, content: Content, guideline: Guideline) -> None:
    _require(isinstance(content, list) and content == sorted(set(content)), "Een verwijzing staat dubbel.")
    for row in content:
        _is_link(field, row, guideline)


def _is_attachment(_field: Field, content: Content, _guideline: Guideline) -> None:
    shaped = isinstance(content, dict) and set(content) == {"blob", "name", "type"}
    _require(shaped and all(isinstance(part, str) for part in content.values()), "Dit is geen bijlage.")
    _require(bool(_SHA256.fullmatch(content["blob"])), "Deze bijlage wijst nergens naar.")


def _is_derived(field: Field, _content: Content, _guideline: Guideline) -> None:
    raise ContentError(f"{field.label} rekent RadPlan zelf uit.")


def _require(condition: bool, sentence: str) -> None:  # noqa: FBT001 - an assertion for people
    if not condition:
        raise ContentError(sentence)


_CHECKS: dict[Kind, Callable[[Field, Content, Guideline], None]] = {
    Kind.TEXT: _is_text,
    Kind.LONGTEXT: _is_text,
    Kind.CHOICE: _in_list,
    Kind.CHOICES: _in_list,
    Kind.YESNO: _is_yesno,
    Kind.DATE: _is_date,
    Kind.MONTH: _is_month,
    Kind.NUMBER: _is_number,
    Kind.MONEY: _is_number,
    Kind.PERCENT: _is_number,
    Kind.SCALE: _is_scale,
    Kind.CHECKLIST: _is_checklist,
    Kind.LINK: _is_link,
    Kind.LINKS: _is_links,
    Kind.ATTACHMENT: _is_attachment,
    Kind.DERIVED: _is_derived,
}
