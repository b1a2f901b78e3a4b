"""The stakeholder map: attitude across, influence up, a numbered disc for every party, and where it came from.

A party that changed its attitude has a dashed ghost where it stood first, with an arrow to where it stands now. The corners say
what a place on the map asks of you. Parties that have no place stand in a list under the map, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from radplan_desktop.charts.edition import Edition
from radplan_desktop.charts.roles import column, role
from radplan_desktop.charts.scene import Anchor, Circle, Line, Rect, Scene, Shape, Tone, Twin, Weight
from radplan_desktop.charts.stakeholder_axes import OPEN, Axes, axes, parties, rows_of
from radplan_desktop.charts.stakeholder_bands import AXIS, INSET, LEAST_WIDTH, PAD, Band, Frame, Layouts, levels_of
from radplan_desktop.charts.stakeholder_cell import Party, under
from radplan_desktop.charts.strokes import Entry, Style, arrow, listing
from radplan_desktop.guideline.model import Chart, Confidentiality
from radplan_desktop.plan.answers import Answers

AXIS_TITLE = Style(8.5, Weight.SEMIBOLD, Tone.INK2)
SIDE, SIDE_OPEN = AXIS._replace(anchor=Anchor.START), Style(8.5, Weight.SEMIBOLD, Tone.WARN)
HEADING = Style(9.0, Weight.SEMIBOLD)
TOP_LEFT, TOP_RIGHT, BOTTOM_LEFT, BOTTOM_RIGHT = (
    "Eerst in gesprek",
    "Nauw betrekken",
    "Blijven informeren",
    "Laten meedenken",
)


class Room(NamedTuple):
    """A height (points) that a map and its lists are to fill, and how high its squares are at least; 0: as high as they like."""

    height: float
    least: float = 0.0


FREE = Room(0.0)
ROUNDS = 2
"""How often it is worked out what the lists leave: a higher map has shorter lists."""
BY_NUMBER, NOWHERE = "Wie is wie", "Niet op de kaart"
BAD, GOOD = 0.45, 0.65
"""Up to which share of the scale an attitude asks for care, and from where on it helps."""


def stakeholder_map(edition: Edition, chart: Chart, width: float, room: Room = FREE) -> Scene | None:
    """Draw ``rows`` by ``label`` on ``x`` and ``y``, with ``previous`` (an earlier x); None when there is nobody to draw."""
    found = axes(edition.answers.guideline, chart)
    register = role(chart, "rows")
    if found is None or not all(edition.has_column(register, column(chart, part)) for part in ("label", "x", "y")):
        return None
    known = parties(edition, chart, found)
    if not known:
        return None
    width = max(width, LEAST_WIDTH)
    title = edition.answers.field(known[0].cell.row, column(chart, "x")).label
    layouts = Layouts(known, found, width)
    height = _height(known, found, layouts, room, title)
    frame, bands = layouts.fitting(height)
    shapes, bottom = _map(bands, frame, title, height)
    lists, ends = _lists(known, bands, found, bottom, width)
    return Scene(
        width,
        ends,
        (*shapes, *lists),
        _description(known, found, len(rows_of(edition, chart))),
        _twin(edition, chart, known),
    )


def map_height(answers: Answers, chart: Chart, width: float, room: Room) -> float:
    """Return how high the squares of a map are to be in a room; 0 for as high as they like."""
    found = axes(answers.guideline, chart)
    known = parties(Edition(answers, Confidentiality.V), chart, found) if found is not None else []
    if not known or found is None:
        return 0.0
    return _height(known, found, Layouts(known, found, max(width, LEAST_WIDTH)), room, " ")


def _height(known: Sequence[Party], found: Axes, layouts: Layouts, room: Room, title: str) -> float:
    """Return what the lists under the map leave of a room for its squares, but at least the least."""
    if not room.height:
        return 0.0
    height = room.least
    for _ in range(ROUNDS):
        frame, bands = layouts.fitting(height)
        below = _axis(frame, 0.0, title)[1] + _lists(known, bands, found, 0.0, layouts.width)[1]
        height = max(room.height - below, room.least)
    return height


def _map(bands: Sequence[Band], frame: Frame, title: str, room: float) -> tuple[list[Shape], float]:
    """Return the squares with what stands in them and the axes, and the y where they end."""
    levels = levels_of(bands, frame, room)
    shapes: list[Shape] = []
    people: list[Shape] = []
    for band, (y, height, above, below) in zip(bands, levels, strict=True):
        shapes = [*_fills(band, frame, y, height), *shapes, *_edges(band, frame, y, height)]
        shapes += _side(band, frame, y, height)
        people += _people(band, frame, y + above + PAD, height - above - below - 2 * PAD)
    on = levels[: len(frame.axes.rows)]
    shapes += [*_corners(frame, on[0].top, on[-1].bottom), *people]
    labels, bottom = _axis(frame, levels[-1].bottom, title)
    return [*shapes, *labels], bottom


def _fills(band: Band, frame: Frame, top: float, height: float) -> Iterator[Shape]:
    on = frame.axes.scale
    for place in range(len(frame.axes.columns)):
        share = (place + 0.5) / on
        if place >= on:
            yield Rect(frame.edge(place), top, frame.pitch, height, fill=Tone.SURFACE2)
        elif band.place < len(frame.axes.rows) and not BAD <= share <= GOOD:
            tint = Tone.WARN_TINT if share < BAD else Tone.OK_TINT
            yield Rect(frame.edge(place), top, frame.pitch, height, fill=tint)


def _edges(band: Band, frame: Frame, top: float, height: float) -> Iterator[Shape]:
    for place in range(1, frame.axes.scale):
        yield Line(frame.edge(place), top, frame.edge(place), top + height, Tone.LINE)
    apart = band.place >= len(frame.axes.rows)
    stroke = Tone.LINE_STRONG if apart else Tone.LINE
    yield Rect(frame.left, top, frame.right - frame.left, height, stroke=stroke, dashed=apart)
    for place in range(frame.axes.scale, len(frame.axes.columns)):
        yield Rect(frame.edge(place), top, frame.pitch, height, stroke=stroke, dashed=apart)


def _side(band: Band, frame: Frame, top: float, height: float) -> Iterator[Shape]:
    rows, room = frame.axes.rows, frame.left - 6
    style, label = (SIDE, rows[band.place].label) if band.place < len(rows) else (SIDE_OPEN, OPEN.capitalize())
    title = AXIS_TITLE.wrap(frame.axes.influences.label, room, 1) if band.place == 0 else []
    lines = style.wrap(label, room, 2)
    yield from AXIS_TITLE.lines(title, 0, top)
    yield from style.lines(lines, 0, top + (height - style.height(lines)) / 2)


def _corners(frame: Frame, top: float, bottom: float) -> Iterator[Shape]:
    yield Rect(frame.left, top, frame.right - frame.left, bottom - top, stroke=Tone.LINE_STRONG)
    for place in range(frame.axes.scale, len(frame.axes.columns)):
        yield Rect(frame.edge(place), top, frame.pitch, bottom - top, stroke=Tone.LINE_STRONG, dashed=True)
    limit = (frame.right - frame.left) / 2 - 2 * PAD
    for words, above in ((TOP_LEFT, True), (BOTTOM_LEFT, False)):
        yield from _advice(words, Tone.WARN, frame.left + PAD, (top, bottom, limit), above=above)
    for words, above in ((TOP_RIGHT, True), (BOTTOM_RIGHT, False)):
        yield from _advice(words, Tone.OK, frame.right - PAD, (top, bottom, limit), above=above)


def _advice(words: str, tone: Tone, x: float, room: tuple[float, float, float], *, above: bool) -> list[Shape]:
    top, bottom, limit = room
    style = Style(8.5, Weight.SEMIBOLD, tone, Anchor.START if tone is Tone.WARN else Anchor.END)
    lines = style.wrap(words, limit, 1)
    return style.lines(lines, x, top + 4 if above else bottom - 4 - style.height(lines))


def _axis(frame: Frame, top: float, title: str) -> tuple[list[Shape], float]:
    shapes: list[Shape] = []
    deepest = 0.0
    for place, choice in enumerate(frame.axes.columns):
        lines = AXIS.wrap(choice.label, frame.pitch - 4, 2)
        shapes += AXIS.lines(lines, frame.centre(place), top + 3)
        deepest = max(deepest, AXIS.height(lines))
    style = AXIS_TITLE._replace(anchor=Anchor.MIDDLE)
    lines = style.wrap(title, frame.right - frame.left, 1)
    bottom = top + 3 + deepest
    shapes += style.lines(lines, (frame.left + frame.right) / 2, bottom)
    return shapes, bottom + style.height(lines) + 1


def _people(band: Band, frame: Frame, top: float, height: float) -> Iterator[Shape]:
    y = top + max(0.0, height - band.content) / 2
    for track in band.tracks:
        for party in track:
            yield from _moved(party, frame, y + frame.sizes.disc)
        y += band.track_height(track) + frame.sizes.gap
    slack = max(0.0, height - band.content) / 2 if band.tracks else 0.0
    for across, stack in band.stacks.items():
        reach = band.below_tracks(across)
        start = top + slack + reach if reach else top
        yield from stack.draw(frame.edge(across) + INSET, start + max(0.0, top + height - start - stack.height) / 2)


def _moved(party: Party, frame: Frame, y: float) -> Iterator[Shape]:
    start, end = frame.centre(party.was or 0), frame.centre(party.across or 0)
    disc = frame.sizes.disc
    side = disc if end > start else -disc
    yield Circle(start, y, disc - 1, Tone.SURFACE, Tone.INK2, 1.25, dashed=True, cell=party.cell)
    yield from arrow(((start + side, y), (end - side - (1 if side > 0 else -1), y)), dashed=True, cell=party.cell)
    yield from under(party, end, y, frame.name_room, frame.sizes)


def _lists(
    known: Sequence[Party], bands: Sequence[Band], found: Axes, top: float, width: float
) -> tuple[list[Shape], float]:
    """Return the lists under the map, and where they end."""
    tracked = {party.cell for band in bands for track in band.tracks for party in track}
    by_number = [party for band in bands for party in band.listed]
    words = {p.cell: _was(p, found) if p.moved and p.cell not in tracked else "" for p in by_number}
    named = [Entry(p.number, f"{p.name}{words[p.cell]}", p.cell) for p in known if p.cell in words]
    nowhere = [Entry(p.number, f"{p.name}: {p.reason}", p.cell) for p in known if p.across is None or p.down is None]
    shapes: list[Shape] = []
    for heading, entries in ((BY_NUMBER, named), (NOWHERE, nowhere)):
        if entries:
            shapes += HEADING.lines([heading], 0, top + 6)
            listed, height = listing(entries, 0, top + 19, width)
            shapes += listed
            top += 19 + height
    return shapes, top + 1


def _was(party: Party, found: Axes) -> str:
    return f" (was {found.columns[party.was].label.lower()})" if party.was is not None else ""


def _description(known: Sequence[Party], found: Axes, everybody: int) -> str:
    placed = [party for party in known if party.across is not None]
    counts = [(choice.label.lower(), sum(p.across == n for p in placed)) for n, choice in enumerate(found.columns)]
    said = [f"{count} {label}" for label, count in reversed(counts) if count]
    apart = len(known) - len(placed)
    said += [f"{apart} niet op de kaart"] if apart else []
    total = "één partij" if everybody == 1 else f"{everybody} partijen"
    total = total if len(known) == everybody else f"{len(known)} van {total}"
    moved = "; ".join(f"{p.name} ging van {p.words[2].lower()} naar {p.words[0].lower()}" for p in placed if p.moved)
    return f"Krachtenveld met {total}: {', '.join(said)}.{f' {moved}.' if moved else ''}"


def _twin(edition: Edition, chart: Chart, known: Sequence[Party]) -> Twin:
    parts = [part for part in ("label", "x", "y", "previous") if column(chart, part)]
    columns = edition.answers.guideline.registers[role(chart, "rows")].columns
    titles = [columns[column(chart, part)].label for part in parts]
    rows = tuple((party.number, party.name, *party.words[: len(parts) - 1]) for party in known)
    return Twin(("Nr", *titles), rows, (False,) * (len(titles) + 1), tuple(party.cell for party in known))
