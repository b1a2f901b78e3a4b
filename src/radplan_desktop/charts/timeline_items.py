"""What stands on a timeline: rows with dates, lane by lane, as they may be shown.

A lane is a list of date columns. Two columns of the same register in a row are the begin and the end of a bar; any other column is
a moment. Whether something is done says the column that the forms name with its deadline.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum
from itertools import cycle
from typing import NamedTuple

from radplan_desktop.charts.edition import Edition
from radplan_desktop.guideline.model import Chart, Kind
from radplan_desktop.plan.display import short_date
from radplan_desktop.plan.values import Answer, Cell, NotApplicable, content_of

DATES = frozenset({Kind.DATE, Kind.MONTH})
WHOLE_DATE = 2
MANY = 3
"""From how many on one day moments are drawn as one."""


class State(StrEnum):
    """How far something is, in the words of the legend."""

    DONE = "al gedaan"
    PAST = "al geweest"
    RUNNING = "loopt nu"
    LATE = "datum voorbij, nog niet afgerond"
    PLANNED = "gepland"


class Sign(StrEnum):
    """The shape of what stands in a lane."""

    BAR = "bar"
    DIAMOND = "diamond"
    SQUARE = "square"
    DISC = "disc"


class Item(NamedTuple):
    """One row on the line; ``begin`` and ``end`` are the same for a moment. Without a begin it has no date.

    ``kind`` is the date column it comes from.
    """

    cell: Cell
    number: str
    name: str
    begin: date | None
    end: date | None
    state: State
    kind: str = ""


class Lane(NamedTuple):
    """What one kind of work or moment is called, its shape, and what stands in it."""

    label: str
    sign: Sign
    items: list[Item]


def lanes(edition: Edition, chart: Chart) -> list[Lane]:
    """Return the lanes in which anything may be shown, in the order of the forms. They are the same at every width."""
    key = ("lanes", tuple(chart.roles.items()), edition.limit, edition.by_number)
    return edition.answers.kept(key, lambda: _lanes(edition, chart))


def _lanes(edition: Edition, chart: Chart) -> list[Lane]:
    signs = cycle((Sign.DIAMOND, Sign.SQUARE, Sign.DISC))
    found: list[Lane] = []
    for role, paths in chart.roles.items():
        columns = _columns(edition, (paths,) if isinstance(paths, str) else paths)
        spans = [pair for pair in columns if pair[1]]
        sign = Sign.BAR if spans else next(signs)
        items = [item for pair in columns for item in _items(edition, *pair)]
        if items:
            found.append(Lane(role.replace("_", " ").capitalize(), sign, items))
    return found


def _columns(edition: Edition, paths: Sequence[str]) -> list[tuple[str, str]]:
    """Return pairs of a begin and an end, or of a moment and nothing."""
    pairs: list[tuple[str, str]] = []
    for path in paths:
        before = pairs[-1] if pairs else ("", "")
        if before[0].partition(".")[0] == path.partition(".")[0] and not before[1]:
            pairs[-1] = (before[0], path)
        elif _is_date(edition, path):
            pairs.append((path, ""))
    return [(begin, end if end and _is_date(edition, end) else "") for begin, end in pairs]


def _is_date(edition: Edition, path: str) -> bool:
    register, _, column = path.partition(".")
    found = edition.answers.guideline.registers.get(register)
    return found is not None and column in found.columns and found.columns[column].kind in DATES


def _items(edition: Edition, begin: str, end: str) -> Iterator[Item]:
    register, _, first = begin.partition(".")
    last = end.partition(".")[2] or first
    unit = edition.answers.guideline.registers[register].row.capitalize()
    for place, row in enumerate(edition.rows(register), 1):
        if not edition.shows(row, first) or isinstance(edition.value(row, first), NotApplicable):
            continue
        days = [day for day in (_day(edition, row, name) for name in (first, last)) if day is not None]
        number = edition.answers.number(row) or str(place)
        name = edition.title(row) or f"{unit} {number}"
        state = _state(edition, row, last, days) if days else State.PLANNED
        low, high = (min(days), max(days)) if days else (None, None)
        yield Item(Cell(row, first), number, " ".join(name.split()), low, high, state, begin)


def together(lane: Lane) -> Lane:
    """Return the lane as it is drawn: many moments of one kind on one day are one sign, named after the first of them."""
    groups: dict[tuple[object, ...], list[Item]] = {}
    for item in lane.items:
        alone = lane.sign is Sign.BAR or item.begin is None
        groups.setdefault((item.cell,) if alone else (item.kind, item.begin, item.state), []).append(item)
    return lane._replace(items=[one for group in groups.values() for one in _as_one(group)])


def _as_one(group: list[Item]) -> list[Item]:
    if len(group) < MANY:
        return group
    first, more = group[0], f" en nog {len(group) - 1}"
    return [first._replace(number=f"{first.number}{more}", name=f"{first.name}{more}")]


def _day(edition: Edition, row: str, name: str) -> date | None:
    content = content_of(edition.value(row, name))
    if not isinstance(content, str):
        return None
    try:
        return date.fromisoformat(content if content.count("-") >= WHOLE_DATE else f"{content}-01")
    except ValueError:
        return None


def _state(edition: Edition, row: str, last: str, days: Sequence[date]) -> State:
    today = edition.answers.today
    deadline = edition.answers.field(row, last).deadline
    known = deadline is not None and bool(deadline.done) and edition.fits(row, deadline.done)
    if known and deadline is not None and _is_done(edition, row, deadline.done, max(days)):
        return State.DONE
    if max(days) < today:
        return State.LATE if known else State.PAST
    return State.RUNNING if min(days) <= today else State.PLANNED


def _is_done(edition: Edition, row: str, name: str, until: date) -> bool:
    """Whether a column says that it is done; of what is still to come only a day that was can say so."""
    if not isinstance(edition.value(row, name), Answer | NotApplicable):
        return False
    today = edition.answers.today
    day = _day(edition, row, name) if edition.answers.field(row, name).kind in DATES else None
    return until <= today or (day is not None and day <= today)


def dates(item: Item) -> tuple[str, str]:
    """Return the dates of an item as they read: begin and end, the end empty for a moment."""
    if item.begin is None or item.end is None:
        return "nog open", ""
    return short_date(item.begin.isoformat()), short_date(item.end.isoformat()) if item.end != item.begin else ""
