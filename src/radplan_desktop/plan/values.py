"""Cells and their values, and how they are written in the file (DESIGN, "Cells and values").

A value in the file is canonical JSON: ``null`` | ``{"v": x}`` | ``{"na": why}`` | ``{"parked": date, "why": why, "v"?: x}``.
``x`` (the content) is JSON too: text NFC; choice id; sorted unique ids; ISO date or month; decimal STRING; int (scale);
``{"is": bool, "why": str}`` (yes/no); ``{item: {"is": bool, "note": str}}`` (checklist); ``{"blob", "name", "type"}`` (attachment).
"""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

PLAN_ROW = "plan"
IN = "@in"
ORDER = "@order"
TODAY = "@today"
"""Reserved field on the plan row: the day an example lives in, so that its deadlines never rot."""

REMEMBERED = 1 << 16
"""How many parsed values are kept: more than a large plan has."""

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")

Content = Any
"""The JSON content of an answer; its shape follows from the field's kind."""


class Cell(NamedTuple):
    """The place of one answer: ``row`` is ``plan``, 32 hex digits, or ``<register>:<key>``."""

    row: str
    field: str


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer with content."""

    content: Content


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """The answer n.v.t., with the reason why."""

    why: str


@dataclass(frozen=True, slots=True)
class Parked:
    """The answer that it comes later: a date (ISO) and a reason; content already known may stay beside it."""

    until: str
    why: str = ""
    content: Content = None


Value = Answer | NotApplicable | Parked | None


def canonical(data: object) -> str:
    """Return compact JSON with sorted keys; two equal values always give the same text."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def nfc(content: Content) -> Content:
    """Return content with every text in NFC and single line feeds as line ends."""
    if isinstance(content, str):
        lines = content.replace("\r\n", "\n").replace("\r", "\n")
        return unicodedata.normalize("NFC", _LONE_SURROGATE.sub("\ufffd", lines))
    if isinstance(content, list):
        return [nfc(item) for item in content]
    if isinstance(content, dict):
        return {nfc(key): nfc(item) for key, item in content.items()}
    return content


def encode(value: Value) -> str:
    """Return the canonical text of a value as it stands in the file."""
    match value:
        case None:
            return "null"
        case Answer(content):
            return canonical({"v": nfc(content)})
        case NotApplicable(why):
            return canonical({"na": nfc(why)})
        case Parked(until, why, None):
            return canonical({"parked": until, "why": nfc(why)})
        case Parked(until, why, content):
            return canonical({"parked": until, "why": nfc(why), "v": nfc(content)})


def decode(text: str) -> Value:
    """Return the value that a canonical text stands for. Raises ValueError when it is none."""
    value = _parsed(text)
    if isinstance(value, (Answer, Parked)) and isinstance(value.content, (list, dict)):
        return _parse(text)  # never hand out what another holds too
    return value


def _parse(text: str) -> Value:
    try:
        data = json.loads(text)
    except RecursionError:
        raise ValueError("a value is not nested this deeply") from None
    match data:
        case None:
            return None
        case {"na": str(why)}:
            return NotApplicable(why)
        case {"parked": str(until), "why": str(why)}:
            return Parked(until, why, data.get("v"))
        case {"parked": str(until)} if "why" not in data:
            return Parked(until, content=data.get("v"))
        case {"v": content}:
            return Answer(content)
    raise ValueError("a value is null, or holds v, na or parked")


_parsed = lru_cache(maxsize=REMEMBERED)(_parse)


def content_of(value: Value) -> Content:
    """Return the content of an answer, or of a parked one; None when there is none."""
    return value.content if isinstance(value, (Answer, Parked)) else None


def value_in(text: str | None) -> Value:
    """Return the value of a canonical text; None when there is none, or the text is damaged."""
    try:
        return None if text is None else decode(text)
    except ValueError:
        return None


def content_in(text: str | None) -> Content:
    """Return the content of a canonical text; None when there is none, or the text is damaged."""
    return content_of(value_in(text))


def is_empty(content: Content) -> bool:
    """Whether content says nothing: no text but blanks, nothing chosen, nothing ticked."""
    return content is None or content in ([], {}) or (isinstance(content, str) and not content.strip())


def preset_row(register: str, key: str) -> str:
    """Return the row id of a preset row."""
    return f"{register}:{key}"
