"""Search over all answers: every word typed must occur, whatever its case or accents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from radplan_desktop.guideline.model import Group, Item, Register
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.progress import all_items
from radplan_desktop.plan.values import PLAN_ROW

AROUND = 60
MOST = 200


class Hit(NamedTuple):
    """An answer (or a question) in which all words occur. ``text`` is the part around the first; start and end mark it there."""

    section: str
    item: str
    row: str
    field: str
    label: str
    text: str
    start: int
    end: int


def search(answers: Answers, query: str) -> tuple[Hit, ...]:
    """Return at most ``MOST`` places, in the order of the pages; answers count, and the short names of questions."""
    words = words_of(query)
    if not words:
        return ()
    found: list[Hit] = []
    for section, item in all_items(answers):
        for row, name, label, own, text in _texts(answers, item):
            if (place := _first(words, text, label, own)) is not None:
                found.append(_hit(section.id, getattr(item, "id", ""), row, name, label, text, place))
                if len(found) == MOST:
                    return tuple(found)
    return tuple(found)


class _Bare(dict[int, str]):
    """Code point -> the character without case and accents, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        bare = unicodedata.normalize("NFD", character)[:1].casefold()
        self[code] = bare if len(bare) == 1 else character
        return self[code]


_BARE = _Bare()


def folded(text: str) -> str:
    """Return a text without case and accents, with the length of the original: one character for each of its characters."""
    return text.translate(_BARE)


def words_of(query: str) -> tuple[str, ...]:
    """Return the words that were typed, without case and accents."""
    return tuple(folded(query).split())


def marks(text: str, words: Iterable[str]) -> tuple[tuple[int, int], ...]:
    """Return where words (as of ``words_of``) stand in a text: (start, end) in order, what overlaps or touches taken together."""
    bare = folded(text)
    spans = sorted(match.span() for word in words if word for match in re.finditer(re.escape(word), bare))
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def _texts(answers: Answers, item: Item) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield (row, field, label, short name of the question, text) of everything on an item that a user sees now."""
    if isinstance(item, Register):
        for row in answers.rows(item.id):
            for column in item.columns.values():
                if answers.visible(row, column.id) and (text := answers.text(row, column.id)):
                    where = answers.number(row) or answers.title(row)
                    yield row, column.id, f"{where} · {column.label}", column.label, text
        return
    names = item.fields if isinstance(item, Group) else (getattr(item, "id", ""),)
    for name in names:
        field = answers.guideline.fields.get(name)
        if field is not None and answers.visible(PLAN_ROW, name):
            yield PLAN_ROW, name, field.label, field.label, answers.text(PLAN_ROW, name)


def _first(words: tuple[str, ...], text: str, label: str, own: str) -> tuple[int, int] | None:
    """Return where the first word stands in the text (0, 0 when only in the label); None when a word is missing.

    One word at least has to be about this answer: a row whose name holds them all is found once, and not for each of its columns.
    """
    bare, name, asked = folded(text), folded(label), folded(own)
    if not all(word in bare or word in name for word in words):
        return None
    if not any(word in bare or word in asked for word in words):
        return None
    places = [(place, place + len(word)) for word in words if (place := bare.find(word)) >= 0]
    return min(places, default=(0, 0))


def _hit(section: str, item: str, row: str, name: str, label: str, text: str, place: tuple[int, int]) -> Hit:
    begin = max(0, place[0] - AROUND)
    part = text[begin : place[1] + AROUND].replace("\n", " ")
    lead = "…" if begin else ""
    tail = "…" if place[1] + AROUND < len(text) else ""
    shift = len(lead) - begin
    return Hit(section, item, row, name, label, f"{lead}{part}{tail}", place[0] + shift, place[1] + shift)
