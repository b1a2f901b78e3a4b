"""The sentences of the overview. No Qt."""

from __future__ import annotations

from datetime import date

from radplan_desktop.plan import display
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.deadlines import Deadline
from radplan_desktop.plan.values import PLAN_ROW

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
FORTNIGHT, TWO_MONTHS = 14, 61
DAYS_A_WEEK, DAYS_A_MONTH, MONTHS_A_YEAR = 7, 30.44, 12
SHORT_MONTH = 3


def day_line(answers: Answers) -> str:
    """Return which day it is, and how long the plan still runs as far as that is known."""
    today = answers.today
    day = f"{WEEKDAYS[today.weekday()].capitalize()} {display.long_date(today.isoformat())}"
    runs = _runs(_day(answers, "plan_start"), _day(answers, "plan_end"), today)
    return " · ".join(part for part in (day, runs) if part)


def _day(answers: Answers, role: str) -> date | None:
    name = answers.guideline.role(role)
    content = answers.content(PLAN_ROW, name) if name and answers.visible(PLAN_ROW, name) else None
    return display.day_of(content) if isinstance(content, str) else None


def _runs(start: date | None, end: date | None, today: date) -> str:
    if start is not None and start > today:
        return f"het plan begint {ahead(start, today)}"
    if end is None:
        return ""
    if end < today:
        return f"het plan liep tot en met {display.long_date(end.isoformat())}"
    return f"het plan loopt nog {span(end, today)}"


def span(day: date, today: date) -> str:
    """Return how long it is until a day, or how long ago it was: "3 dagen", "5 weken", "13 maanden"."""
    days = abs((day - today).days)
    if days < FORTNIGHT:
        return "1 dag" if days == 1 else f"{days} dagen"
    if days < TWO_MONTHS:
        return f"{round(days / DAYS_A_WEEK)} weken"
    return f"{round(days / DAYS_A_MONTH)} maanden"


def ahead(day: date, today: date) -> str:
    """Return when a day is, seen from today."""
    near = {-1: "gisteren", 0: "vandaag", 1: "morgen"}.get((day - today).days)
    if near is not None:
        return near
    return f"over {span(day, today)}" if day > today else f"{span(day, today)} geleden"


def title_of(deadline: Deadline) -> str:
    """Return what has to be done: the row, or what the date is called where it belongs to no row."""
    return deadline.title or deadline.label


def rest_of(deadline: Deadline, today: date) -> str:
    """Return the second line of a deadline: what kind of date it is, and when."""
    kind = deadline.label if deadline.title else ""
    when = f"{WEEKDAYS[deadline.day.weekday()]}, {ahead(deadline.day, today)}"
    return " · ".join(part for part in (kind, when) if part)


def short_month(day: date, today: date) -> str:
    """Return the month in three letters; with the year when it is another one."""
    name = display.MONTHS[day.month - 1]
    short = "mrt" if name == "maart" else name[:SHORT_MONTH]
    return (
        short
        if day.year == today.year or abs((day - today).days) < DAYS_A_MONTH * MONTHS_A_YEAR / 2
        else f"{short} {day.year}"
    )
