"""The timeline: lanes of bars and moments on a grid of quarters, with the line of today.

What is done is filled and ticked, what runs now is tinted, what is planned is hollow and dashed. Rows without a date stand in a
list under the line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from radplan_desktop.charts.edition import Edition
from radplan_desktop.charts.measure import widest_piece
from radplan_desktop.charts.measure import width as measured
from radplan_desktop.charts.scene import Anchor, Line, Rect, Scene, Shape, Tone, Twin, Weight
from radplan_desktop.charts.strokes import Entry, Style, listing
from radplan_desktop.charts.timeline_axis import Axis, axis
from radplan_desktop.charts.timeline_items import Item, Lane, State, dates, lanes, together
from radplan_desktop.charts.timeline_rows import AROUND, Rows, lay_out, row_height
from radplan_desktop.charts.timeline_signs import drawn, swatch
from radplan_desktop.guideline.model import Chart, Kind
from radplan_desktop.plan.display import long_date
from radplan_desktop.plan.values import PLAN_ROW, content_of

LEAST_WIDTH = 240.0
LABEL_SHARE = 0.22
NEAR = timedelta(days=366)
YEAR_LINE, MONTH_LINE, FLAG_LINE = 12.0, 12.0, 15.0
YEAR, MONTH = Style(8.5, Weight.SEMIBOLD), Style(8.5, tone=Tone.INK2)
FLAG = Style(8.5, Weight.SEMIBOLD, Tone.SURFACE, Anchor.MIDDLE)
LANE, HEADING, LEGEND = Style(9.0, Weight.SEMIBOLD), Style(9.0, Weight.SEMIBOLD), Style(8.5, tone=Tone.INK2)
TODAY, UNDATED = "vandaag", "Nog zonder datum"
LEGEND_LINE, SWATCH = 15.0, 22.0


@dataclass(frozen=True, slots=True)
class _Frame:
    """The axis, the x of today (None when it is off the axis), and the width of the whole drawing."""

    axis: Axis
    today: float | None
    width: float

    @property
    def by_year(self) -> bool:
        """Whether the grid is too wide to name months."""
        return not any(mark.month for mark in self.axis.marks())


def timeline(edition: Edition, chart: Chart, width: float) -> Scene | None:
    """Draw the lanes of the forms (see ``timeline_items``); None when nothing in them has a date."""
    found = lanes(edition, chart)
    days = [day for lane in found for item in lane.items for day in (item.begin, item.end) if day is not None]
    if not days:
        return None
    frame = _frame(edition, found, days, max(width, LEAST_WIDTH))
    dated = [together(lane) for lane in found if any(item.begin for item in lane.items)]
    laid = [lay_out(lane, frame.axis, frame.today) for lane in dated]
    shapes, bottom = _lines(laid, frame)
    legend, bottom = _legend(laid, bottom, frame.width)
    lists, height = _lists(found, laid, bottom, frame.width)
    said = _description(found, days, edition.answers.today)
    return Scene(frame.width, height, (*shapes, *legend, *lists), said, _twin(found))


def _frame(edition: Edition, found: Sequence[Lane], days: Sequence[date], width: float) -> _Frame:
    names = " ".join(lane.label for lane in found)
    label = min(widest_piece(names, LANE.size, LANE.weight) + 12, width * LABEL_SHARE)
    today = edition.answers.today
    shown = [*days, *_term(edition)]
    near = _apart(today, min(shown)) <= NEAR or _apart(today, max(shown)) <= NEAR or min(shown) <= today <= max(shown)
    line = axis([*shown, today] if near else shown, label, width - 1)
    return _Frame(line, line.x(today) if near else None, width)


def _apart(one: date, other: date) -> timedelta:
    return abs(one - other)


def _term(edition: Edition) -> Iterator[date]:
    """Yield from when until when the plan runs, as far as that is known."""
    guideline = edition.answers.guideline
    for name in (guideline.role("plan_start"), guideline.role("plan_end")):
        if name and guideline.fields[name].kind is Kind.DATE:
            content = content_of(edition.value(PLAN_ROW, name))
            if isinstance(content, str):
                yield from _dates(content)


def _dates(text: str) -> Iterator[date]:
    try:
        yield date.fromisoformat(text)
    except ValueError:
        return


def _lines(laid: Sequence[Rows], frame: _Frame) -> tuple[list[Shape], float]:
    """Return the grid, the lanes and the line of today, and the y where they end."""
    flag = FLAG_LINE if frame.today is not None else 0.0
    top = flag + YEAR_LINE + (0.0 if frame.by_year else MONTH_LINE) + 3
    bottom = top + sum(rows.height for rows in laid)
    shapes = [*_grid(frame, flag, top, bottom)]
    things: list[Shape] = []
    names: list[Shape] = []
    y = top
    for rows in laid:
        label = LANE.wrap(rows.lane.label, frame.axis.left - 8, 2)
        shapes += LANE.lines(label, 0, y + AROUND + 2)
        for thing, name in _lane(rows, y):
            things += thing
            names += name
        y += rows.height
        shapes.append(Line(0, y, frame.width, y, Tone.LINE))
    return [*shapes, *things, *_today(frame, flag, bottom), *names], bottom


def _lane(rows: Rows, top: float) -> Iterator[tuple[list[Shape], list[Shape]]]:
    y = top + AROUND
    for row in rows.rows:
        height = row_height(row)
        for place in row:
            yield drawn(place, rows.lane.sign, y + height / 2)
        y += height


def _grid(frame: _Frame, flag: float, top: float, bottom: float) -> Iterator[Shape]:
    months = top - MONTH_LINE - 2
    for mark in frame.axis.marks():
        year = bool(mark.year)
        yield Line(
            mark.x, flag if year else months, mark.x, bottom, Tone.LINE_STRONG if year and mark.month else Tone.LINE
        )
        if mark.year:
            yield from YEAR.lines([mark.year], mark.x + 3, flag)
        if mark.month:
            yield from MONTH.lines([mark.month], mark.x + 3, months)
    yield Line(frame.axis.right, months, frame.axis.right, bottom, Tone.LINE)
    yield Line(0, top, frame.width, top, Tone.LINE)


def _today(frame: _Frame, flag: float, bottom: float) -> list[Shape]:
    if frame.today is None:
        return []
    room = measured(TODAY, FLAG.size, FLAG.weight) + 10
    middle = min(max(frame.today, frame.axis.left + room / 2), frame.width - room / 2)
    return [
        Line(frame.today, flag - 2, frame.today, bottom, Tone.DANGER, 1.5),
        Rect(middle - room / 2, 0.5, room, flag - 2, 3, Tone.DANGER),
        FLAG.centred(TODAY, middle, (flag - 1.5) / 2),
    ]


def _legend(laid: Sequence[Rows], top: float, width: float) -> tuple[list[Shape], float]:
    """Return what the looks mean, for those that occur, and the y under it."""
    found = {
        item.state: rows.lane.sign for rows in reversed(laid) for item in rows.lane.items if item.begin is not None
    }
    shapes: list[Shape] = []
    x, y = 0.0, top + 6
    for state in State:
        if state in found:
            room = SWATCH + measured(state, LEGEND.size, LEGEND.weight)
            x, y = (0.0, y + LEGEND_LINE) if x + room > width and x else (x, y)
            shapes += swatch(state, found[state], x, y + LEGEND_LINE / 2)
            shapes.append(LEGEND.centred(str(state), x + SWATCH, y + LEGEND_LINE / 2))
            x += room + 16
    return shapes, y + LEGEND_LINE


def _lists(found: Sequence[Lane], laid: Sequence[Rows], top: float, width: float) -> tuple[list[Shape], float]:
    parts = [
        (rows.lane.label, [_entry(item) for item in rows.lane.items if item.begin is not None])
        for rows in laid
        if rows.numbered
    ]
    undated = [_entry(item) for lane in found for item in lane.items if item.begin is None]
    shapes: list[Shape] = []
    for heading, entries in [*parts, (UNDATED, undated)]:
        if entries:
            shapes += HEADING.lines([heading], 0, top + 4)
            listed, height = listing(entries, 0, top + 17, width)
            shapes += listed
            top += 17 + height
    return shapes, top + 1


def _entry(item: Item) -> Entry:
    return Entry(item.number, item.name, item.cell)


def _description(found: Sequence[Lane], days: Sequence[date], today: date) -> str:
    begin, end = (long_date(day.isoformat()) for day in (min(days), max(days)))
    counted = "; ".join(f"{lane.label}: {_counted(lane)}" for lane in found)
    return f"Tijdlijn van {begin} tot en met {end}. {counted}. Vandaag is het {long_date(today.isoformat())}."


def _counted(lane: Lane) -> str:
    dated = [item.state for item in lane.items if item.begin is not None]
    counts = [f"{dated.count(state)} {state}" for state in State if state in dated]
    without = len(lane.items) - len(dated)
    return ", ".join([*counts, *([f"{without} zonder datum"] if without else [])])


def _twin(found: Sequence[Lane]) -> Twin:
    rows = tuple(
        (lane.label, item.number, item.name, *dates(item), str(item.state) if item.begin is not None else "")
        for lane in found
        for item in lane.items
    )
    cells = tuple(item.cell for lane in found for item in lane.items)
    return Twin(("Soort", "Nr", "Wat", "Begin", "Eind", "Stand"), rows, (False,) * 6, cells)
