"""An answer written by hand in TOML (a default, a preset row, an example plan) becomes the content that a dossier holds.

Content is JSON, by kind: text NFC; choice id; sorted unique ids; ISO date or month; decimal as a canonical text; int (scale);
``{"is": bool, "why": text}`` (yes/no); ``{item: {"is": bool, "note": text}}`` (checklist).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from radplan_desktop.guideline.errors import Wrong, shown, suggestion
from radplan_desktop.guideline.model import Kind
from radplan_desktop.guideline.strict import MAX_NUMBER

RowOf = Callable[[str], str]
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")


def content_of(kind: Kind, value: object, choices: Collection[str] = (), row_of: RowOf = str) -> Any:  # noqa: ANN401
    """Return the content for a value from TOML. Raises Wrong (Dutch problem and remedy) when it does not suit the kind.

    ``choices`` are the ids of the field's list; ``row_of`` turns a row's key into its row id and raises Wrong when there is none.
    """
    write = _WRITERS.get(kind)
    if write is None:
        raise Wrong("Bij deze soort vraag kan hier geen waarde staan.", "Haal de waarde weg.")
    return write(value, choices, row_of)


def canonical_number(number: Decimal) -> str:
    """Return a number as the file holds it: no exponent, no trailing zeros, no minus before zero."""
    written = format(number, "f")
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return "0" if written in {"-0", ""} else written


def _text(value: object, _choices: Collection[str], _row_of: RowOf) -> str:
    if not isinstance(value, str):
        raise Wrong("Hier hoort tekst.", "Zet de tekst tussen aanhalingstekens.")
    return unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\r", "\n"))


def _choice(value: object, choices: Collection[str], _row_of: RowOf) -> str:
    if not isinstance(value, str) or value not in choices:
        raise Wrong(f"{shown(str(value))} staat niet in de keuzelijst.", suggestion(str(value), choices))
    return value


def _many(
    one: Callable[[object, Collection[str], RowOf], str],
) -> Callable[[object, Collection[str], RowOf], list[str]]:
    def write(value: object, choices: Collection[str], row_of: RowOf) -> list[str]:
        if not isinstance(value, list):
            raise Wrong("Hier hoort een lijst.", 'Schrijf een lijst: ["…", "…"].')
        return sorted({one(item, choices, row_of) for item in value})

    return write


def _link(value: object, _choices: Collection[str], row_of: RowOf) -> str:
    if not isinstance(value, str):
        raise Wrong("Hier hoort de key van een rij.", "Zet de key tussen aanhalingstekens.")
    return row_of(value)


def _yesno(value: object, _choices: Collection[str], _row_of: RowOf) -> dict[str, Any]:
    return _ticked(value, "why")


def _checklist(value: object, choices: Collection[str], row_of: RowOf) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise Wrong("Hier hoort een tabel met vinkjes.", "Schrijf { keuze = true }.")
    return {_choice(item, choices, row_of): _ticked(tick, "note") for item, tick in sorted(value.items())}


def _ticked(value: object, remark: str) -> dict[str, Any]:
    parts = value if isinstance(value, dict) else {"is": value}
    said = parts.get(remark, "")
    if not isinstance(parts.get("is"), bool) or not isinstance(said, str) or parts.keys() - {"is", remark}:
        raise Wrong("Hier hoort true of false.", f'Schrijf true, false of {{ is = true, {remark} = "…" }}.')
    return {"is": parts["is"], remark: _text(said, (), str)}


def _date(value: object, _choices: Collection[str], _row_of: RowOf) -> str:
    if isinstance(value, str):
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError as error:
            raise Wrong(f"{shown(value)} is geen datum.", "Schrijf 2027-01-31.") from error
    if not isinstance(value, date) or isinstance(value, datetime):
        raise Wrong("Hier hoort een datum.", "Schrijf 2027-01-31, zonder tijd.")
    return value.isoformat()


def _month(value: object, _choices: Collection[str], _row_of: RowOf) -> str:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()[:7]
    if not isinstance(value, str) or not _MONTH.fullmatch(value):
        raise Wrong("Hier hoort een maand.", 'Schrijf "2027-01", tussen aanhalingstekens.')
    return value


def _number(value: object, _choices: Collection[str], _row_of: RowOf) -> str:
    if isinstance(value, bool) or not isinstance(value, int | str | Decimal):
        raise Wrong("Hier hoort een getal.", 'Schrijf 12 of "12.5".')
    try:
        number = Decimal(value)
    except InvalidOperation as error:
        raise Wrong(f"{shown(str(value))} is geen getal.", 'Schrijf 12 of "12.5".') from error
    if not number.is_finite() or abs(number) > MAX_NUMBER:
        raise Wrong("Dit getal is te groot.", "Kies een kleiner getal.")
    return canonical_number(number)


def _scale(value: object, _choices: Collection[str], _row_of: RowOf) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise Wrong("Hier hoort een heel getal.", "Schrijf een getal zonder aanhalingstekens.")
    return value


_WRITERS: dict[Kind, Callable[[object, Collection[str], RowOf], Any]] = {
    Kind.TEXT: _text,
    Kind.LONGTEXT: _text,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _many(_choice),
    Kind.YESNO: _yesno,
    Kind.DATE: _date,
    Kind.MONTH: _month,
    Kind.NUMBER: _number,
    Kind.MONEY: _number,
    Kind.PERCENT: _number,
    Kind.SCALE: _scale,
    Kind.CHECKLIST: _checklist,
    Kind.LINK: _link,
    Kind.LINKS: _many(_link),
}
