"""One square of the stakeholder map: how the parties in it stand side by side, so that each of them can be read.

A few parties have their name under their disc, more of them beside it; in a full square only the numbers stand, and the names
follow in a list under the map.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from radplan_desktop.charts.scene import Anchor, Circle, Shape, Tone, Weight
from radplan_desktop.charts.strokes import Style
from radplan_desktop.plan.values import Cell

DISC = 10.0
GAP, CLOSE = 7.0, 4.0
NAME = Style(8.5, anchor=Anchor.MIDDLE)
BESIDE_NAME = NAME._replace(anchor=Anchor.START)
NUMBER = Style(8.5, Weight.SEMIBOLD, Tone.PRIMARY, Anchor.MIDDLE)
NAME_LINES, BESIDE_LINES = 3, 2
UNDER_ROOM, BESIDE_ROOM = 78.0, 92.0
LEAST_UNDER, LEAST_BESIDE = 48.0, 64.0
MOST_UNDER, MOST_BESIDE = 2, 6
"""How many rows of parties a square holds before their names move: from under the disc to beside it, and then to a list."""


class Party(NamedTuple):
    """A party: where it stands on the map (column and row, or None), the column it came from, and why it stands nowhere."""

    cell: Cell
    number: str
    name: str
    across: int | None
    down: int | None
    was: int | None
    reason: str
    words: tuple[str, str, str]

    @property
    def moved(self) -> bool:
        """Whether it came from another column."""
        return self.was is not None and self.was != self.across

    def disc(self, x: float, y: float) -> list[Shape]:
        """Return its disc with its number."""
        return [
            Circle(x, y, DISC, Tone.SURFACE, Tone.PRIMARY, 1.5, cell=self.cell),
            NUMBER.centred(self.number, x, y, self.cell),
        ]


class Manner(Enum):
    """Where the names of the parties in a square stand."""

    UNDER = auto()
    BESIDE = auto()
    LISTED = auto()


def manner(count: int, room: float) -> Manner:
    """Return how ``count`` parties stand in a square that leaves ``room`` points between its edges."""
    if room >= LEAST_UNDER and count <= MOST_UNDER * max(1, int(room // UNDER_ROOM)):
        return Manner.UNDER
    if room >= LEAST_BESIDE and count <= MOST_BESIDE * max(1, int(room // BESIDE_ROOM)):
        return Manner.BESIDE
    return Manner.LISTED


def name_under(party: Party, room: float, most: int = NAME_LINES) -> list[str]:
    """Return the lines of a name under its disc, at most ``most`` of them; none when there is no room for names."""
    return NAME.wrap(party.name, room, most) if most and room >= LEAST_UNDER else []


def readable(party: Party, lines: list[str]) -> bool:
    """Whether the lines of a name say all of it."""
    return bool(lines) and (not lines[-1].endswith("…") or party.name.endswith("…"))


def under(party: Party, x: float, y: float, room: float, most: int = NAME_LINES) -> list[Shape]:
    """Return a party with its disc around (x, y) and its name under it."""
    return [*party.disc(x, y), *NAME.lines(name_under(party, room, most), x, y + DISC + 1, party.cell)]


def under_height(party: Party, room: float, most: int = NAME_LINES) -> float:
    """Return how high a party with its name under it is."""
    return 2 * DISC + 1 + NAME.height(name_under(party, room, most))


@dataclass(frozen=True, slots=True)
class Stack:
    """The parties of one square in rows; ``room`` is the width they may take, ``lines`` how many a name may take here."""

    parties: Sequence[Party]
    room: float
    lines: int = NAME_LINES

    @property
    def manner(self) -> Manner:
        """Where the names stand."""
        return manner(len(self.parties), self.room) if self.lines else Manner.LISTED

    @property
    def listed(self) -> list[Party]:
        """The parties whose name does not stand here in full."""
        return [party for party in self.parties if not readable(party, self._name(party))]

    @property
    def height(self) -> float:
        """How high all rows are together."""
        heights = [self._height(row) for row in self._rows()]
        return sum(heights) + self._gap * (len(heights) - 1) if heights else 0.0

    def draw(self, left: float, top: float) -> Iterator[Shape]:
        """Yield the parties, from y ``top`` down."""
        for row in self._rows():
            height = self._height(row)
            for place, party in enumerate(row):
                yield from self._party(party, left, place, len(row), (top, height))
            top += height + self._gap

    @property
    def _gap(self) -> float:
        return CLOSE if self.manner is Manner.LISTED else GAP

    def _across(self) -> int:
        slot = {Manner.UNDER: UNDER_ROOM, Manner.BESIDE: BESIDE_ROOM, Manner.LISTED: 2 * DISC + CLOSE}[self.manner]
        return min(max(1, int(self.room // slot)), max(1, len(self.parties)))

    def _rows(self) -> list[Sequence[Party]]:
        across = self._across()
        return [self.parties[start : start + across] for start in range(0, len(self.parties), across)]

    def _slot(self) -> float:
        return 2 * DISC + CLOSE if self.manner is Manner.LISTED else self.room / self._across()

    def _limit(self) -> float:
        if self.manner is Manner.BESIDE:
            return self._slot() - 2 * DISC - 8
        return self._slot() - (6 if self._across() > 1 else 0)

    def _name(self, party: Party) -> list[str]:
        match self.manner:
            case Manner.UNDER:
                return name_under(party, self._limit(), self.lines)
            case Manner.BESIDE:
                return BESIDE_NAME.wrap(party.name, self._limit(), min(BESIDE_LINES, self.lines))
        return []

    def _height(self, row: Sequence[Party]) -> float:
        heights = [NAME.height(self._name(party)) for party in row]
        if self.manner is Manner.UNDER:
            return 2 * DISC + 1 + max(heights)
        return max(2 * DISC, *heights)

    def _party(self, party: Party, left: float, place: int, count: int, level: tuple[float, float]) -> Iterator[Shape]:
        top, height = level
        slot = self._slot()
        spare = 0.0 if self.manner is Manner.BESIDE else (self.room - count * slot) / 2
        start = left + spare + place * slot
        match self.manner:
            case Manner.UNDER:
                yield from under(party, start + slot / 2, top + DISC, self._limit(), self.lines)
            case Manner.BESIDE:
                middle, lines = top + height / 2, self._name(party)
                yield from party.disc(start + DISC + 3, middle)
                edge = middle - BESIDE_NAME.height(lines) / 2
                yield from BESIDE_NAME.lines(lines, start + 2 * DISC + 7, edge, party.cell)
            case Manner.LISTED:
                yield from party.disc(start + slot / 2, top + DISC)
