"""Checks: rules between answers, as data. Each kind has its own keys; ``forms/README.md`` explains what they mean."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from radplan_desktop.guideline.binding import condition
from radplan_desktop.guideline.derivations import points_at
from radplan_desktop.guideline.errors import Wrong, shown, suggestion
from radplan_desktop.guideline.fields import gate, list_id, register_id, requirement_ids
from radplan_desktop.guideline.model import Check, Operand
from radplan_desktop.guideline.names import DATED, LISTED, NUMERIC, Known
from radplan_desktop.guideline.strict import (
    Keys,
    Place,
    Reader,
    decimal,
    identifier,
    integer,
    positive,
    read_table,
    text,
    texts,
    word_of,
    words,
)
from radplan_desktop.guideline.tables import name_of

TODAY = "vandaag"
_AGG = word_of("earliest", "latest")
_OP = word_of("=", "!=", "<", ">", "<=", ">=")


def _target(value: Any, place: Place) -> str:  # noqa: ANN401
    if text(value, place) not in place.names.registers:
        place.names.find(value)
    return str(value)


def _operand(value: Any, place: Place) -> str | Decimal:  # noqa: ANN401
    return decimal(value, place) if type(value) is not str else words(value, place)


def _margin(value: Any, place: Place) -> int | str:  # noqa: ANN401
    """Read a number of days, weeks or months, or the field that holds it; "-veld" allows that much instead of asking it."""
    if type(value) is int:
        return integer(value, place)
    _number_field(text(value, place).removeprefix("-"), place)
    return str(value)


def _number_field(value: Any, place: Place) -> str:  # noqa: ANN401
    known = place.names.find(text(value, place), place.register)
    if place.names.answer_kind(known) not in {*NUMERIC, None}:
        raise Wrong(f"{shown(value)} is geen getal.", "Kies een veld van soort number, money, percent of scale.")
    return str(value)


_COMMON: dict[str, Reader] = {
    "id": identifier,
    "kind": text,
    "label": words,
    "message": words,
    "field": _target,
    "gate": gate,
    "requirements": requirement_ids,
    "source": text,
    "when": lambda value, place: condition(value, place.within("")),
}
_ROWS: dict[str, Reader] = {"register": register_id, "where": condition}
_MUST = ("id", "kind", "label", "message", "field")

_KINDS: dict[str, Keys] = {
    "each_linked": Keys.of(
        [*_MUST, "register"], **_COMMON, **_ROWS, by=words, link=words, by_where=text, min=("minimum", positive)
    ),
    "count_at_least": Keys.of([*_MUST, "register", "min"], **_COMMON, **_ROWS, min=("minimum", positive)),
    "date_before": Keys.of(
        [*_MUST, "first", "second"],
        **_COMMON,
        **_ROWS,
        first=words,
        second=words,
        first_agg=_AGG,
        second_agg=_AGG,
        first_where=text,
        second_where=text,
        margin=_margin,
        margin_days=("margin", integer),
        margin_unit=word_of("days", "weeks", "months"),
    ),
    "sum_compare": Keys.of(
        [*_MUST, "left", "op", "right"],
        **_COMMON,
        **_ROWS,
        left=_operand,
        right=_operand,
        op=_OP,
        left_where=text,
        right_where=text,
        factor=decimal,
        factor_field=_number_field,
    ),
    "group_cover": Keys.of([*_MUST], **_COMMON, **_ROWS, list=list_id, values=texts, by=words, filled=words),
}


def read_check(raw: Mapping[str, Any], place: Place) -> Check | None:
    """Return the check of a raw table, or nothing when its kind does not exist."""
    kind = raw.get("kind")
    if not isinstance(kind, str) or kind not in _KINDS:
        place.report("kind", f"De soort controle {shown(str(kind))} bestaat niet.", f"Kies uit: {', '.join(_KINDS)}.")
        return None
    register = raw.get("register")
    inside = place.within(register if isinstance(register, str) else _home(raw))
    values = read_table(raw, _KINDS[kind], inside)
    _FINISH[kind](values, inside)
    return Check(**{"id": name_of(raw), "label": "", "message": "", "field": "", **values})


def _home(raw: Mapping[str, Any]) -> str:
    """Return the register that ``by`` or ``filled`` of a group_cover names."""
    path = raw.get("by") or raw.get("filled")
    return path.partition(".")[0] if isinstance(path, str) and "." in path else ""


def _column(path: str, place: Place) -> Known:
    home, dot, _ = path.partition(".")
    if not dot:
        raise Wrong(f"{shown(path)} is geen kolom.", 'Schrijf "register.kolom".')
    return place.names.column(path, home)


def _each_linked(values: dict[str, Any], place: Place) -> None:
    if ("by" in values) == ("link" in values):
        place.report("by", "Hier hoort óf by óf link.", "Zet één van de twee.")
    if "link" in values:
        place.attempt("link", place.names.column, values["link"], place.register)
    if "by" not in values:
        return
    by = place.attempt("by", _column, values["by"], place)
    if by is None:
        return
    if not points_at(by, place.register, place):
        problem = f"{shown(values['by'])} wijst niet naar de rijen van {shown(place.register)}."
        place.report("by", problem, "Kies een kolom van soort link of links naar dit register.")
    if "by_where" in values:
        values["by_where"] = place.attempt("by_where", condition, values["by_where"], place.within(by.register))


def _two_operands(values: dict[str, Any], place: Place, keys: tuple[str, str], kinds: frozenset[Any]) -> None:
    for key in keys:
        raw = values.get(key, "")
        parts: dict[str, Any] = {"agg": values.pop(f"{key}_agg", "")}
        where = values.pop(f"{key}_where", None)
        if not isinstance(raw, str):
            values[key] = Operand(number=raw)
        elif raw == TODAY:
            values[key] = Operand(path=TODAY)
        elif raw:
            known = place.attempt(key, _of_kind, raw, kinds, place)
            if where is not None and known is not None:
                parts["where"] = place.attempt(f"{key}_where", condition, where, place.within(known.register))
            values[key] = Operand(path=raw, **parts)


def _of_kind(path: str, kinds: frozenset[Any], place: Place) -> Known:
    known = place.names.find(path, place.register)
    kind = place.names.answer_kind(known)
    if kind is not None and kind not in kinds:
        raise Wrong(
            f"{shown(path)} is van soort {kind}; dat past hier niet.", f"Kies soort {', '.join(sorted(kinds))}."
        )
    return known


def _date_before(values: dict[str, Any], place: Place) -> None:
    _two_operands(values, place, ("first", "second"), DATED)
    if isinstance(values.get("margin"), str):
        values["margin_field"] = values.pop("margin")


def _sum_compare(values: dict[str, Any], place: Place) -> None:
    _two_operands(values, place, ("left", "right"), NUMERIC)
    if "factor" in values and "factor_field" in values:
        place.report("factor", "Hier hoort óf factor óf factor_field.", "Haal één van de twee weg.")


def _group_cover(values: dict[str, Any], place: Place) -> None:
    if "filled" in values:
        place.attempt("filled", _column, values["filled"], place)
        return
    if "by" not in values or "list" not in values:
        place.report("by", "Hier hoort list met by, of filled.", "Voeg list en by toe, of filled.")
        return
    by = place.attempt("by", _column, values["by"], place)
    if by is not None and (by.kind not in LISTED or by.choices != values["list"]):
        place.report(
            "by", f"{shown(values['by'])} kiest niet uit {shown(values['list'])}.", "Kies een kolom met deze lijst."
        )
    possible = place.names.lists[values["list"]]
    for value in values.get("values", ()):
        if value not in possible:
            place.report("values", f"{shown(value)} staat niet in de keuzelijst.", suggestion(value, possible))


def _nothing(_values: dict[str, Any], _place: Place) -> None:
    return


_FINISH = {
    "each_linked": _each_linked,
    "count_at_least": _nothing,
    "date_before": _date_before,
    "sum_compare": _sum_compare,
    "group_cover": _group_cover,
}
