"""Text as the bundled font can print it: nothing a PDF cannot hold, and a visible box for a character the font lacks."""

from __future__ import annotations

import unicodedata

from radplan_desktop.charts.measure import covers

BOX = "□"
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)
_LINE_ENDS = frozenset({"\n", "\u0085", "\u2028", "\u2029"})


class _Glyphs(dict[int, str]):
    """Code point -> what is printed for it; filled as texts come by."""

    def __missing__(self, code: int) -> str:
        printed = self[code] = _glyph(chr(code))
        return printed


def _glyph(char: str) -> str:
    if char in _LINE_ENDS:
        return "\n"
    if ord(char) in _VARIATION_SELECTORS:
        return ""
    category = unicodedata.category(char)
    if category in {"Cc", "Zs"} and not covers(char):
        return " "
    if category in {"Cc", "Cf"}:
        return ""
    return char if covers(char) else BOX


_GLYPHS = _Glyphs()


def printable(text: str) -> str:
    """Return the text with characters that cannot be printed left out or shown as a box; every line end is a line feed."""
    return unicodedata.normalize("NFC", text).translate(_GLYPHS)


def on_one_line(text: str) -> str:
    """Return the printable text without line ends or runs of blanks."""
    return " ".join(printable(text).split())
