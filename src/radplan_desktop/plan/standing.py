"""How an indicator stands: not yet due, not known, achieved and not achieved are four different things."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from radplan_desktop.guideline.model import Chart, Guideline
from radplan_desktop.guideline.parts import column, path
from radplan_desktop.guideline.questions import Roles
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.display import day_of

BARS = "indicator_bars"
TARGET_DATE = "indicator_target_date"


class Standing(StrEnum):
    """The value is the role of the choice that says so."""

    NOT_YET = "standing_not_yet"
    UNKNOWN = "standing_unknown"
    MET = "standing_met"
    MISSED = "standing_missed"


class Measure(NamedTuple):
    """An indicator: the baseline, the newest measurement and the target in words; what is open is empty.

    ``said`` tells whether a person said how it stands; otherwise it is not known, or the day has not come yet.
    """

    row: str
    name: str
    baseline: str
    now: str
    target: str
    standing: Standing
    said: bool


def measured_by(guideline: Guideline, register: str) -> Roles | None:
    """Return the roles of the chart that draws the rows of a register as indicators."""
    charts = (item for section in guideline.sections for item in section.items() if isinstance(item, Chart))
    return next((one.roles for one in charts if one.chart == BARS and path(one.roles, "rows") == register), None)


def measure(answers: Answers, roles: Roles, row: str) -> Measure:
    """Return how one indicator stands."""
    number, title = answers.number(row), answers.title(row)
    chosen = answers.content(row, column(roles, "standing")) if column(roles, "standing") else None
    choices = {answers.guideline.role(one.value).rpartition(".")[2]: one for one in Standing}
    said = choices.get(chosen) if isinstance(chosen, str) else None
    unit = _text(answers, row, column(roles, "unit"))
    return Measure(
        row,
        title if title == number else f"{number} {title}".strip(),
        _text(answers, row, column(roles, "baseline")),
        _newest(answers, roles, row, unit),
        _text(answers, row, column(roles, "target")),
        said or _by_the_day(answers, row),
        said is not None,
    )


def _text(answers: Answers, row: str, name: str) -> str:
    return answers.content_text(row, name) if name and answers.visible(row, name) else ""


def _newest(answers: Answers, roles: Roles, row: str, unit: str) -> str:
    link, value, day = (column(roles, part) for part in ("link", "value", "date"))
    found = [one for one in answers.linked_from(row, path(roles, "measurements"), link) if _text(answers, one, value)]
    if not found:
        return ""
    newest = max(found, key=lambda one: str(answers.content(one, day) or ""))
    on = _text(answers, newest, day)
    return f"{_text(answers, newest, value)} {unit}".strip() + (f" op {on}" if on else "")


def _by_the_day(answers: Answers, row: str) -> Standing:
    """Return how an indicator stands of which nobody said it: nobody can know before its day."""
    name = answers.guideline.role(TARGET_DATE).rpartition(".")[2]
    day = day_of(str(answers.content(row, name))) if name and answers.visible(row, name) else None
    return Standing.NOT_YET if day is not None and day >= answers.today else Standing.UNKNOWN
