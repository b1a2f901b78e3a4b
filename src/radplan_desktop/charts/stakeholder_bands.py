"""How the stakeholder map is laid out: columns, and bands of squares with what stands in them.

A party that moved runs along a track of its own, so that its arrow crosses nobody; what stands still shares what is left.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from radplan_desktop.charts.measure import widest_piece
from radplan_desktop.charts.scene import Anchor, Tone, Weight
from radplan_desktop.charts.stakeholder_axes import Axes
from radplan_desktop.charts.stakeholder_cell import (
    ROOMY,
    TIGHTER,
    Party,
    Sizes,
    Stack,
    name_under,
    readable,
    under_height,
)
from radplan_desktop.charts.strokes import Style

INSET, APART = 3.0, 7.0
GUTTER = (34.0, 66.0)
MOST_TRACKS = 6
LEAST_WIDTH = 200.0
PAD = 6.0
LEAST_ROW, LEAST_LOW = 84.0, 46.0
"""How high a row of squares is at least, and when the map must fit a height."""
ADVICE_HEIGHT = 16.0
TALLEST = 1.1
"""How high the map may get, as a share of its width, before all names move to the list."""
LISTED = ROOMY._replace(lines=0)
AXIS = Style(8.5, tone=Tone.INK2, anchor=Anchor.MIDDLE)


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the columns stand: ``pitch`` wide, from x ``left`` on, those after the scale ``APART`` to the right.

    ``sizes`` says how much room its parties take.
    """

    axes: Axes
    left: float
    pitch: float
    sizes: Sizes = ROOMY

    @property
    def room(self) -> float:
        """The width that the parties of one square may take."""
        return self.pitch - 2 * INSET

    @property
    def name_room(self) -> float:
        """The width that the name of a party that moved may take."""
        return self.room if self.sizes.lines else 0.0

    @property
    def right(self) -> float:
        """Where the scale ends."""
        return self.left + self.axes.scale * self.pitch

    def edge(self, place: int) -> float:
        """Return the left edge of a column."""
        return self.left + place * self.pitch + (APART if place >= self.axes.scale else 0.0)

    def centre(self, place: int) -> float:
        """Return the middle of a column."""
        return self.edge(place) + self.pitch / 2


class Band(NamedTuple):
    """One row of squares: tracks of parties that moved, then what stands still in each column. ``place`` is its row.

    A name may be ``room`` points wide.
    """

    place: int
    tracks: list[list[Party]]
    stacks: dict[int, Stack]
    room: float
    sizes: Sizes

    def track_height(self, track: Sequence[Party]) -> float:
        """Return how high a track is; names that do not fit stand in the list."""
        return max(under_height(party, self.room, self.sizes) for party in track)

    def below_tracks(self, across: int) -> float:
        """Return how far down the tracks reach in a column."""
        return _reach(self._ends(), across)

    def _ends(self) -> list[tuple[float, list[tuple[int, int]]]]:
        """Return where each track ends, and which columns its parties span."""
        y, ends = 0.0, []
        for track in self.tracks:
            y += self.track_height(track) + self.sizes.gap
            ends.append((y, [span(party) for party in track]))
        return ends

    @property
    def content(self) -> float:
        """How high everything in it is."""
        ends = self._ends()
        columns = {*self.stacks, *(edge for _, spans in ends for pair in spans for edge in pair)}
        heights = [_reach(ends, c) + (self.stacks[c].height if c in self.stacks else -self.sizes.gap) for c in columns]
        return max(heights, default=0.0)

    @property
    def listed(self) -> list[Party]:
        """The parties whose name does not stand in it in full, and those that moved without a track."""
        tracked = [party for track in self.tracks for party in track]
        hidden = [party for party in tracked if not readable(party, name_under(party, self.room, self.sizes.lines))]
        stacks = self.stacks.values()
        return [*hidden, *(p for stack in stacks for p in stack.parties if p.moved or p in stack.listed)]


def _reach(ends: Sequence[tuple[float, list[tuple[int, int]]]], across: int) -> float:
    return max((y for y, spans in ends if any(low <= across <= high for low, high in spans)), default=0.0)


class Level(NamedTuple):
    """Where a band stands, and the room in it for the words in the corners of the map."""

    top: float
    height: float
    above: float
    below: float

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.top + self.height


class Layouts:
    """The ways in which a map of one width can be laid out, from roomy to tight; each is worked out when it is first needed."""

    def __init__(self, known: Sequence[Party], found: Axes, width: float) -> None:
        self._known, self.width = known, width
        self._roomy = frame_of(found, width)
        self._made: dict[Sizes, tuple[Frame, list[Band], float]] = {}

    def fitting(self, height: float = 0.0) -> tuple[Frame, list[Band]]:
        """Return the columns and the bands of a map; all names move to the list where it would become too high.

        With a ``height`` (points) names are first cut shorter, and discs drawn smaller, so that more of it stays on the map.
        """
        frame, bands, least = self._make(ROOMY)
        for sizes in TIGHTER if height else (LISTED,):
            if least <= height if height else sum(band.content for band in bands) <= TALLEST * self.width:
                break
            frame, bands, least = self._make(sizes)
        return frame, bands

    def _make(self, sizes: Sizes) -> tuple[Frame, list[Band], float]:
        if sizes not in self._made:
            frame = replace(self._roomy, sizes=sizes)
            bands = bands_of(self._known, frame)
            self._made[sizes] = frame, bands, levels_of(bands, frame, 1.0)[-1].bottom
        return self._made[sizes]


def laid_out(known: Sequence[Party], found: Axes, width: float, height: float = 0.0) -> tuple[Frame, list[Band]]:
    """Return the columns and the bands of a map that has this height, or as much as it likes (0)."""
    return Layouts(known, found, width).fitting(height)


def levels_of(bands: Sequence[Band], frame: Frame, height: float = 0.0) -> list[Level]:
    """Return where the bands stand, from y 0.75 down; with a ``height`` they fill it evenly, as far as their content lets them."""
    last = len(frame.axes.rows) - 1
    least = LEAST_LOW if height else LEAST_ROW
    words = [ADVICE_HEIGHT * ((band.place == 0) + (band.place == last)) for band in bands]
    needed = [
        max(band.content + 2 * PAD + advice, least if band.place <= last else 0.0)
        for band, advice in zip(bands, words, strict=True)
    ]
    apart = APART if len(bands) > last + 1 else 0.0
    heights = _filled(needed, height - 0.75 - apart) if height else needed
    levels: list[Level] = []
    y = 0.75
    for band, high in zip(bands, heights, strict=True):
        y += APART if band.place > last else 0.0
        levels.append(Level(y, high, ADVICE_HEIGHT * (band.place == 0), ADVICE_HEIGHT * (band.place == last)))
        y += high
    return levels


def _filled(needed: Sequence[float], height: float) -> list[float]:
    """Return heights that together fill ``height``, as even as what each of them needs lets them be."""
    heights = list(needed)
    spare, low = height, sorted(range(len(needed)), key=lambda place: -needed[place])
    for done, place in enumerate(low):
        even = spare / (len(low) - done)
        heights[place] = max(needed[place], even)
        spare -= heights[place]
    return heights


def frame_of(found: Axes, width: float) -> Frame:
    """Return where the columns of a map of this width stand."""
    words = " ".join([found.influences.label, *(choice.label for choice in found.rows)])
    gutter = min(max(widest_piece(words, AXIS.size, Weight.SEMIBOLD) + 8, GUTTER[0]), GUTTER[1], width * 0.2)
    apart = APART if found.scale < len(found.columns) else 0.0
    return Frame(found, gutter, (width - gutter - apart - 1) / len(found.columns))


def span(party: Party) -> tuple[int, int]:
    """Return the leftmost and the rightmost column that a party touches."""
    ends = [place for place in (party.was, party.across) if place is not None]
    return min(ends), max(ends)


def bands_of(known: Sequence[Party], frame: Frame) -> list[Band]:
    """Return the bands from much influence to little, and one for those whose influence is open."""
    most = max(
        [
            len(frame.axes.rows) - 1,
            *(party.down for party in known if party.across is not None and party.down is not None),
        ]
    )
    return [
        _band(place, [p for p in known if p.across is not None and p.down == place], frame) for place in range(most + 1)
    ]


def _band(place: int, here: Sequence[Party], frame: Frame) -> Band:
    tracks: list[list[Party]] = []
    still: dict[int, list[Party]] = {}
    for party in here:
        low, high = span(party)
        free = [t for t in tracks if all(high < a or b < low for a, b in map(span, t))]
        if party.moved and free:
            free[0].append(party)
        elif party.moved and len(tracks) < MOST_TRACKS:
            tracks.append([party])
        else:
            still.setdefault(party.across or 0, []).append(party)
    return Band(
        place,
        tracks,
        {c: Stack(found, frame.room, frame.sizes) for c, found in still.items()},
        frame.name_room,
        frame.sizes,
    )
