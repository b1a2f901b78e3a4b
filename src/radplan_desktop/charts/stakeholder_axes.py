"""The axes of the stakeholder map, and the parties on them.

Two conventions of the forms: the list of attitudes runs from good to bad (good stands at the right), that of influence from little
to much (much stands at the top). An attitude with the role ``attitude_unknown`` is off the scale and stands apart.
"""

from __future__ import annotations

from dataclasses import dataclass

from radplan_desktop.charts.edition import Edition
from radplan_desktop.charts.roles import column, role
from radplan_desktop.charts.stakeholder_cell import Party
from radplan_desktop.guideline.model import Chart, Choice, ChoiceList, Guideline
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.values import Cell

OPEN = "nog open"
NOT_ASKED = "niet gevraagd"


@dataclass(frozen=True, slots=True)
class Axes:
    """Attitudes from left to right, the first ``scale`` of them on the scale; influence from much to little."""

    attitudes: ChoiceList
    influences: ChoiceList
    columns: tuple[Choice, ...]
    rows: tuple[Choice, ...]
    scale: int

    def across(self, content: object) -> int | None:
        """Return the column of an attitude; None when it has none."""
        return next((place for place, choice in enumerate(self.columns) if choice.id == content), None)

    def down(self, content: object) -> int | None:
        """Return the row of an influence; None when it has none."""
        return next((place for place, choice in enumerate(self.rows) if choice.id == content), None)


def axes(guideline: Guideline, chart: Chart) -> Axes | None:
    """Return the axes of a map; None when the forms give it no two lists of choices."""
    found = [_choices(guideline, role(chart, name)) for name in ("x", "y")]
    attitudes, influences = found
    if attitudes is None or influences is None:
        return None
    unknown = guideline.role("attitude_unknown")
    offered = [choice for choice in attitudes.choices if not choice.retired]
    on = [choice for choice in reversed(offered) if f"{attitudes.id}.{choice.id}" != unknown]
    off = [choice for choice in offered if choice not in on]
    rows = tuple(choice for choice in reversed(influences.choices) if not choice.retired)
    return Axes(attitudes, influences, (*on, *off), rows, len(on)) if on and rows else None


def _choices(guideline: Guideline, path: str) -> ChoiceList | None:
    register, _, name = path.partition(".")
    field = guideline.registers[register].columns.get(name) if register in guideline.registers else None
    return guideline.lists.get(field.choices) if field is not None else None


def parties(edition: Edition, chart: Chart, found: Axes) -> list[Party]:
    """Return the parties that the chart shows, in the order of their register; they keep the number they have among all."""
    wanted = frozenset(edition.rows(role(chart, "rows"), chart.where))
    rows = enumerate(rows_of(edition, chart), 1)
    return [_party(edition, chart, found, (place, row)) for place, row in rows if row in wanted]


def rows_of(edition: Edition, chart: Chart) -> list[str]:
    """Return the rows of all parties whose name may be shown, also those that the chart was narrowed away from."""
    name = column(chart, "label")
    return [row for row in edition.rows(role(chart, "rows")) if edition.shows(row, name)]


def _party(edition: Edition, chart: Chart, found: Axes, numbered: tuple[int, str]) -> Party:
    place, row = numbered
    x, y, before = (column(chart, part) for part in ("x", "y", "previous"))
    across = found.across(_content(edition, row, x))
    down = found.down(_content(edition, row, y))
    reasons = [_reason(edition, row, x, found.attitudes)] if across is None else []
    if across is not None and down is None:
        down = len(found.rows)
    elif down is None:
        reasons.append(_reason(edition, row, y, found.influences))
    prefix = edition.answers.guideline.registers[role(chart, "rows")].prefix
    return Party(
        Cell(row, x),
        edition.answers.number(row).removeprefix(prefix) or str(place),
        edition.line(row, column(chart, "label")) or OPEN,
        across,
        down,
        found.across(_content(edition, row, before)) if before else None,
        ", ".join(reasons),
        (_word(edition, row, x), _word(edition, row, y), edition.line(row, before) if before else ""),
    )


def _content(edition: Edition, row: str, name: str) -> object:
    return edition.answers.content(row, name) if edition.shows(row, name) else None


def _word(edition: Edition, row: str, name: str) -> str:
    if not edition.shows(row, name):
        return NOT_ASKED
    return edition.gist(row, name) or edition.line(row, name) or OPEN


def _reason(edition: Edition, row: str, name: str, choices: ChoiceList) -> str:
    return f"{choices.label.lower()} {_word(edition, row, name).lower()}"


def step(answers: Answers, chart: Chart, row: str, *, across: int = 0, up: int = 0) -> tuple[Cell, str] | None:
    """Return which cell gets which choice when a party moves over the map; None at the edge and for a party that is not on it.

    ``across`` counts columns to the right, ``up`` rows upwards; one of them is 0.
    """
    found = axes(answers.guideline, chart)
    if found is None:
        return None
    name = column(chart, "x" if across else "y")
    line, by = (found.columns, across) if across else (found.rows, -up)
    content = answers.content(row, name) if answers.visible(row, name) else None
    place = next((n for n, choice in enumerate(line) if choice.id == content), None)
    if place is None or not 0 <= place + by < len(line):
        return None
    return Cell(row, name), line[place + by].id
