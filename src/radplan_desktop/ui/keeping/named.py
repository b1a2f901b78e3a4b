"""Which question a party means, from what it wrote: its name, its number on screen, or its number in the design. No Qt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from radplan_desktop.guideline.model import Field, Group, Guideline, Register, View
from radplan_desktop.plan.search import folded
from radplan_desktop.ui.outline import Entry, Outline, Question
from radplan_desktop.ui.places import Place, Screen

_NUMBER = re.compile(r"\b(\d+\.\d+)\b")
_CODE_DECIMALS = 2


def place_named(guideline: Guideline, outlines: Mapping[str, Outline], text: str) -> Place | None:
    """Return where the question is that a text names; None when it names none. The longest name in the text counts."""
    wanted = folded(text).strip()
    named = [(name, place) for name, place in _names(guideline, outlines) if _occurs(name, wanted)]
    if named:
        return max(named, key=lambda pair: len(pair[0]))[1]
    found = _NUMBER.search(text)
    return _numbered(outlines, found[1]) if found is not None else None


def _occurs(name: str, text: str) -> bool:
    return bool(name) and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _entries(outlines: Mapping[str, Outline]) -> Iterator[tuple[str, Entry]]:
    for section, outline in outlines.items():
        for entry in (*outline.basis, *outline.depth):
            if isinstance(entry.item, Field | Group | Register | View):
                yield section, entry


def _names(guideline: Guideline, outlines: Mapping[str, Outline]) -> Iterable[tuple[str, Place]]:
    for section, entry in _entries(outlines):
        yield folded(entry.item.label), Place(Screen.SECTION, section, entry.id)
        for name in entry.item.fields if isinstance(entry.item, Group) else ():
            yield folded(guideline.fields[name].label), Place(Screen.SECTION, section, entry.id, field=name)


def _numbered(outlines: Mapping[str, Outline], number: str) -> Place | None:
    """Return the card with a number: a code of the design has two decimals ("1.08"), a card on screen has none to spare ("1.8")."""
    entries = list(_entries(outlines))
    codes = ((section, entry) for section, entry in entries if _code(entry.item) == number)
    shown = ((section, entry) for section, entry in entries if entry.number == number)
    first, last = (codes, shown) if len(number.partition(".")[2]) >= _CODE_DECIMALS else (shown, codes)
    for found in (first, last):
        for section, entry in found:
            return Place(Screen.SECTION, section, entry.id)
    return None


def _code(item: Question) -> str:
    """Return the number of a question in the design; a view has none of its own."""
    return item.code if isinstance(item, Field | Group | Register) else ""
