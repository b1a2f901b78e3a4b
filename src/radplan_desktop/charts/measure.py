"""How wide text is in the bundled font, and where it breaks. The widths come from ``packaging/font_widths.py``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from radplan_desktop.charts.scene import Weight

UNITS = 1000
UNKNOWN = 600
ELLIPSIS = "…"
LONG_WORD = 100
_WORDS = re.compile(r"[^ ]+| +")
_INSIDE = re.compile(r"(?<=[^\W\d_][-/])(?=[^\W\d_])")
_BLANKS = re.compile(r"[ \t]+")


@cache
def _widths(weight: Weight) -> dict[str, int]:
    """Return character -> advance in thousandths of the font size."""
    data = json.loads(files(__package__).joinpath("font_widths.json").read_text(encoding="utf-8"))
    return {char: int(advance) for advance, chars in data[weight].items() for char in chars}


def covers(char: str) -> bool:
    """Whether the bundled font has this character."""
    return char in _widths(Weight.REGULAR)


@lru_cache(maxsize=8192)
def _units(word: str, weight: Weight) -> int:
    table = _widths(weight)
    return sum([table.get(char, UNKNOWN) for char in word])


def width(text: str, size: float, weight: Weight = Weight.REGULAR) -> float:
    """Return the width of one line of text in points, at a font size in points."""
    return sum(_units(word, weight) for word in _WORDS.findall(text)) * size / UNITS


def break_lines(text: str, limit: float, size: float, weight: Weight = Weight.REGULAR) -> list[str]:
    """Return the lines of a text that is ``limit`` points wide; line ends of the text itself stay.

    A line that broke at a space keeps it, so that joining the lines gives the text back (runs of blanks become one space).
    """
    room = limit / size * UNITS
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.extend(_paragraph(paragraph, room, weight))
    return lines


def wrap(text: str, limit: float, size: float, weight: Weight = Weight.REGULAR, most: int = 0) -> list[str]:
    """Return the lines without trailing spaces; with ``most``, at most that many, the last one ending in an ellipsis."""
    lines = [line.rstrip(" ") for line in break_lines(text, limit, size, weight)]
    if most and len(lines) > most:
        lines = [*lines[: most - 1], shorten(f"{lines[most - 1]}{ELLIPSIS}", limit, size, weight)]
    return lines


def shorten(text: str, limit: float, size: float, weight: Weight = Weight.REGULAR) -> str:
    """Return the text if it fits in ``limit`` points, else as much of it as does with an ellipsis."""
    if width(text, size, weight) <= limit:
        return text
    kept = text.removesuffix(ELLIPSIS)
    head = _cut(kept, 0, limit / size * UNITS - _units(ELLIPSIS, weight), weight)
    return f"{kept[:head].rstrip()}{ELLIPSIS}"


@lru_cache(maxsize=2048)
def _whole(paragraph: str, weight: Weight) -> int | None:
    """Return how wide a paragraph is that may stand on one line as it is, in thousandths of the font size."""
    if len(paragraph) > LONG_WORD or "  " in paragraph or "\t" in paragraph or paragraph != paragraph.strip(" "):
        return None
    return sum(_units(word, weight) for word in _WORDS.findall(paragraph))


def _paragraph(paragraph: str, room: float, weight: Weight) -> Iterator[str]:
    whole = _whole(paragraph, weight)
    if whole is not None and whole <= room:
        yield paragraph
        return
    line, used, space = "", 0, _units(" ", weight)
    for piece, advance, spaced in _pieces(paragraph, room, weight):
        lead = " " if line and spaced else ""
        if line and used + (space if lead else 0) + advance > room:
            yield line + lead
            line, used, lead = "", 0, ""
        line += lead + piece
        used += advance + (space if lead else 0)
    yield line


def _pieces(paragraph: str, room: float, weight: Weight) -> Iterator[tuple[str, int, bool]]:
    """Yield what may end a line, how wide it is, and whether a space comes before it; nothing is wider than ``room``."""
    for word in _BLANKS.split(paragraph.strip(" \t")):
        spaced = True
        for piece in _INSIDE.split(word) if "-" in word or "/" in word else (word,):
            for part in _parts(piece, room, weight):
                yield part, _units(part, weight), spaced
                spaced = False


def _parts(piece: str, room: float, weight: Weight) -> Iterator[str]:
    if len(piece) < LONG_WORD and _units(piece, weight) <= room:
        yield piece
        return
    start = 0
    while start < len(piece):
        head = max(1, _cut(piece, start, room, weight))
        yield piece[start : start + head]
        start += head


def _cut(text: str, start: int, room: float, weight: Weight) -> int:
    """Return how many characters of a text fit, from ``start`` on."""
    table = _widths(weight)
    used = 0
    for place in range(start, len(text)):
        used += table.get(text[place], UNKNOWN)
        if used > room:
            return place - start
    return len(text) - start


def widest_piece(text: str, size: float, weight: Weight = Weight.REGULAR) -> float:
    """Return the width of the widest part of a text that a line cannot break, in points."""
    words = {piece for line in text.split("\n") for word in _BLANKS.split(line) for piece in _INSIDE.split(word)}
    return max(_units(word, weight) if len(word) < LONG_WORD else LONG_WORD * UNKNOWN for word in words) * size / UNITS
