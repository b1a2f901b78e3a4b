"""A drawing as values: shapes with a colour token, the cell they stand for, and the same data in words.

The origin is the top left corner, y runs down, and lengths are points (1/72 inch); a screen scales them. Colours are names of
tokens (``resources/tokens.json``), so that screen, dark screen and paper each fill in their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from radplan_desktop.plan.values import Cell


class Tone(StrEnum):
    """The colour tokens a chart may use."""

    INK = "ink"
    INK2 = "ink2"
    PRIMARY = "primary"
    ON_PRIMARY = "onPrimary"
    TINT = "primaryTint"
    SURFACE = "surface"
    SURFACE2 = "surface2"
    LINE = "line"
    LINE_STRONG = "lineStrong"
    TRACK = "ringTrackOnSurface"
    WARN = "warn"
    WARN_TINT = "warnTint"
    WARN_MARK = "warnMark"
    OK = "ok"
    OK_TINT = "okTint"
    OTHER = "other"
    DANGER = "danger"
    DANGER_TINT = "dangerTint"


class Weight(StrEnum):
    """The weights of the bundled font that are measured."""

    REGULAR = "regular"
    SEMIBOLD = "semibold"
    BOLD = "bold"
    ITALIC = "italic"


class Anchor(StrEnum):
    """Which end of a text stands at its x."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    tone: Tone = Tone.INK2
    thickness: float = 1.0
    dashed: bool = False
    cell: Cell | None = None


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle; (x, y) is its top left corner."""

    x: float
    y: float
    width: float
    height: float
    radius: float = 0.0
    fill: Tone | None = None
    stroke: Tone | None = None
    thickness: float = 1.0
    dashed: bool = False
    cell: Cell | None = None


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle around (x, y)."""

    x: float
    y: float
    radius: float
    fill: Tone | None = None
    stroke: Tone | None = None
    thickness: float = 1.0
    dashed: bool = False
    cell: Cell | None = None


@dataclass(frozen=True, slots=True)
class Polyline:
    """A line along points; with ``fill`` it is closed."""

    points: tuple[tuple[float, float], ...]
    fill: Tone | None = None
    stroke: Tone | None = None
    thickness: float = 1.0
    dashed: bool = False
    cell: Cell | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; y is its baseline."""

    x: float
    y: float
    text: str
    size: float = 10.0
    weight: Weight = Weight.REGULAR
    tone: Tone = Tone.INK
    anchor: Anchor = Anchor.START
    cell: Cell | None = None


Shape = Line | Rect | Circle | Polyline | Text


@dataclass(frozen=True, slots=True)
class Twin:
    """The same data as a table. ``numeric`` says per column whether it holds numbers, ``cells`` per row what it stands for."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[bool, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """A drawing of ``width`` by ``height`` points; shapes are drawn in order. ``description`` says in words what it shows."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    description: str
    table: Twin
