"""One square of the stakeholder map: how the parties in it stand side by side, so that each of them can be read.

A few parties have their name under their disc, more of them beside it; in a full square only the numbers stand, and the names
follow in a list under the map.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

from radplan_desktop.charts.scene import Anchor, Circle, Shape, Tone, Weight
from radplan_desktop.charts.strokes import Style
from radplan_desktop.plan.values import Cell

NAME = Style(8.5, anchor=Anchor.MIDDLE)
BESIDE_NAME = NAME._replace(anchor=Anchor.START)
NUMBER = Style(8.5, Weight.SEMIBOLD, Tone.PRIMARY, Anchor.MIDDLE)
NAME_LINES, BESIDE_LINES = 3, 2
UNDER_ROOM, BESIDE_ROOM = 78.0, 92.0
LEAST_UNDER, LEAST_BESIDE = 48.0, 64.0
MOST_UNDER, MOST_BESIDE = 2, 6
"""How many rows of parties a square holds before their names move: from under the disc to beside it, and then to a list."""


class Sizes(NamedTuple):
    """How much room things take: ``lines`` of a name, the radius of a ``disc``, the ``gap`` between parties.

    ``close`` is the gap in a full square. With no ``lines``, all names stand in the list under the map.
    """

    lines: int = NAME_LINES
    disc: float = 10.0
    gap: float = 7.0
    close: float = 4.0


ROOMY = Sizes()
TIGHTER = (Sizes(2), Sizes(1), Sizes(1, 8.0, 4.0, 3.0), Sizes(0), Sizes(0, 8.0, 4.0, 3.0))


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

    def disc(self, x: float, y: float, radius: float) -> list[Shape]:
        """Return its disc with its number."""
        return [
            Circle(x, y, radius, Tone.SURFACE, Tone.PRIMARY, 1.5, cell=self.cell),
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
    return list(_wrapped(party.name, room, most)) if most and room >= LEAST_UNDER else []


@lru_cache(maxsize=2048)
def _wrapped(name: str, room: float, most: int) -> tuple[str, ...]:
    """Break a name; layouts ask for the same ones again and again."""
    return tuple(NAME.wrap(name, room, most))


def readable(party: Party, lines: list[str]) -> bool:
    """Whether the lines of a name say all of it."""
    return bool(lines) and (not lines[-1].endswith("…") or party.name.endswith("…"))


def under(party: Party, x: float, y: float, room: float, sizes: Sizes) -> list[Shape]:
    """Return a party with its disc around (x, y) and its name under it."""
    name = NAME.lines(name_under(party, room, sizes.lines), x, y + sizes.disc + 1, party.cell)
    return [*party.disc(x, y, sizes.disc), *name]


def under_height(party: Party, room: float, sizes: Sizes) -> float:
    """Return how high a party with its name under it is."""
    return 2 * sizes.disc + 1 + NAME.height(name_under(party, room, sizes.lines))


@dataclass(frozen=True, slots=True)
class Stack:
    """The parties of one square in rows; ``room`` is the width they may take."""

    parties: Sequence[Party]
    room: float
    sizes: Sizes = ROOMY

    @property
    def manner(self) -> Manner:
        """Where the names stand."""
        return manner(len(self.parties), self.room) if self.sizes.lines else Manner.LISTED

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
        return self.sizes.close if self.manner is Manner.LISTED else self.sizes.gap

    def _across(self) -> int:
        slot = {
            Manner.UNDER: UNDER_ROOM,
            Manner.BESIDE: BESIDE_ROOM,
            Manner.LISTED: 2 * self.sizes.disc + self.sizes.close,
        }[self.manner]
        return min(max(1, int(self.room // slot)), max(1, len(self.parties)))

    def _rows(self) -> list[Sequence[Party]]:
        across = self._across()
        return [self.parties[start : start + across] for start in range(0, len(self.parties), across)]

    def _slot(self) -> float:
        return 2 * self.sizes.disc + self.sizes.close if self.manner is Manner.LISTED else self.room / self._across()

    def _limit(self) -> float:
        if self.manner is Manner.BESIDE:
            return self._slot() - 2 * self.sizes.disc - 8
        return self._slot() - (6 if self._across() > 1 else 0)

    def _name(self, party: Party) -> list[str]:
        match self.manner:
            case Manner.UNDER:
                return name_under(party, self._limit(), self.sizes.lines)
            case Manner.BESIDE:
                return BESIDE_NAME.wrap(party.name, self._limit(), min(BESIDE_LINES, self.sizes.lines))
        return []

    def _height(self, row: Sequence[Party]) -> float:
        heights = [NAME.height(self._name(party)) for party in row]
        if self.manner is Manner.UNDER:
            return 2 * self.sizes.disc + 1 + max(heights)
        return max(2 * self.sizes.disc, *heights)

    def _party(self, party: Party, left: float, place: int, count: int, level: tuple[float, float]) -> Iterator[Shape]:
        (top, height), disc = level, self.sizes.disc
        slot = self._slot()
        spare = 0.0 if self.manner is Manner.BESIDE else (self.room - count * slot) / 2
        start = left + spare + place * slot
        match self.manner:
            case Manner.UNDER:
                yield from under(party, start + slot / 2, top + disc, self._limit(), self.sizes)
            case Manner.BESIDE:
                middle, lines = top + height / 2, self._name(party)
                yield from party.disc(start + disc + 3, middle, disc)
                edge = middle - BESIDE_NAME.height(lines) / 2
                yield from BESIDE_NAME.lines(lines, start + 2 * disc + 7, edge, party.cell)
            case Manner.LISTED:
                yield from party.disc(start + slot / 2, top + disc, disc)
