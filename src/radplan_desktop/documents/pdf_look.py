"""Measures, colours and text styles of the printed page (design tokens, "PDF typography"). Lengths are points."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from radplan_desktop.charts.scene import Tone, Weight

MM: float = mm
PAGE_WIDTH, PAGE_HEIGHT = map(float, A4)
LEFT, RIGHT, TOP, BOTTOM = 24 * MM, 20 * MM, 18 * MM, 20 * MM
WIDTH = PAGE_WIDTH - LEFT - RIGHT
MEASURE = 158 * MM
BODY_HEIGHT = PAGE_HEIGHT - 30 * MM - BOTTOM

INK, INK2, PETROL = HexColor("#1C2A2D"), HexColor("#455256"), HexColor("#0E5860")
LINE, TINT, ZEBRA, WHITE = HexColor("#BDB7A8"), HexColor("#EEF3F2"), HexColor("#F6F4EE"), HexColor("#FFFFFF")
EMBLEM = HexColor("#A9B9B7")
TONES: dict[Tone, Color] = {
    Tone.INK: INK,
    Tone.INK2: INK2,
    Tone.PRIMARY: PETROL,
    Tone.ON_PRIMARY: WHITE,
    Tone.TINT: TINT,
    Tone.SURFACE: WHITE,
    Tone.SURFACE2: ZEBRA,
    Tone.LINE: LINE,
    Tone.LINE_STRONG: HexColor("#837E70"),
    Tone.TRACK: HexColor("#DEDACE"),
    Tone.WARN: HexColor("#744600"),
    Tone.WARN_TINT: HexColor("#FAEBCB"),
    Tone.WARN_MARK: HexColor("#B97A0C"),
    Tone.OK: HexColor("#1F5E38"),
    Tone.OK_TINT: HexColor("#DCEDDF"),
    Tone.OTHER: HexColor("#583A78"),
    Tone.DANGER: HexColor("#96281B"),
    Tone.DANGER_TINT: HexColor("#F9E2DD"),
}
_MIDDLE = 0.337
"""Half of ascent minus descent of the font: the baseline of a line stands this far (in sizes) under its middle."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a text looks: size and leading in points, and the space around the paragraph."""

    size: float
    leading: float
    weight: Weight = Weight.REGULAR
    color: Color = INK
    before: float = 0.0
    after: float = 0.0
    indent: float = 0.0

    @property
    def drop(self) -> float:
        """Return how far the first baseline stands under the top."""
        return self.leading / 2 + _MIDDLE * self.size


BODY = Style(10.5, 13.9, after=6)
QUIET = Style(9.5, 13.9, color=INK2, after=6)
NOTE = Style(8.75, 11.6, color=INK2, after=2)
STRONG = replace(BODY, weight=Weight.SEMIBOLD)
BULLET = Style(10.5, 13.9, after=3.5, indent=14)
CELL = Style(9.25, 12.2)
CELL_STRONG = replace(CELL, weight=Weight.SEMIBOLD)
CELL_QUIET = replace(CELL, size=8.75, color=INK2)
CELL_HEADER = replace(CELL, weight=Weight.SEMIBOLD, color=WHITE)
LABEL = Style(10.5, 13.9, color=INK2)
FACT = Style(10.5, 13.9)
HEADINGS = {
    1: Style(22, 27, Weight.BOLD, PETROL, before=24, after=10),
    2: Style(13.5, 17, Weight.SEMIBOLD, PETROL, before=13, after=5),
    3: Style(10.5, 13.9, Weight.SEMIBOLD, INK, before=8, after=1),
}
ENTRY = Style(12, 25)
HEAD = Style(9, 12, color=INK2)
HEAD_STRONG = replace(HEAD, weight=Weight.SEMIBOLD)
FOOT = Style(8.5, 11, color=INK2)
