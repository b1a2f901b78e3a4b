"""What the history shows line by line: days, sittings and changes, in words. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from radplan_desktop.acts.chronicle import Sitting, is_version, local
from radplan_desktop.acts.history import HistoryLine
from radplan_desktop.plan.display import long_date
from radplan_desktop.plan.log import EntryKind

WEEKDAYS = ("Maandag", "Dinsdag", "Woensdag", "Donderdag", "Vrijdag", "Zaterdag", "Zondag")


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day."""

    text: str


@dataclass(frozen=True, slots=True)
class SittingRow:
    """A sitting: who, what he is, from when to when, and how much was changed."""

    name: str
    about: str
    times: str
    count: str

    @property
    def text(self) -> str:
        """The whole in one line."""
        return ", ".join(part for part in (self.name, self.about, self.times, self.count) if part)


Row = DayRow | SittingRow | HistoryLine


def rows_of(sittings: Iterable[Sitting]) -> tuple[Row, ...]:
    """Return the rows of these sittings: a day before its first sitting, a sitting before its lines."""
    found: list[Row] = []
    day: date | None = None
    for sitting in sittings:
        if sitting.day != day:
            day = sitting.day
            found.append(DayRow(day_text(day)))
        found.append(_sitting_row(sitting))
        found += sitting.lines
    return tuple(found)


def _sitting_row(sitting: Sitting) -> SittingRow:
    name, _, about = sitting.author.partition(", ")
    begin, end = f"{sitting.begin:%H:%M}", f"{sitting.end:%H:%M}"
    number = sum(1 for line in sitting.lines if line.row)
    count = "" if not number else "1 wijziging" if number == 1 else f"{number} wijzigingen"
    return SittingRow(name or "Onbekend", about, begin if begin == end else f"{begin}–{end}", count)


def day_text(day: date) -> str:
    """Return "Donderdag 12 november 2026"."""
    return f"{WEEKDAYS[day.weekday()]} {long_date(day.isoformat())}"


def when_text(moment: datetime) -> str:
    """Return "12 november 2026, 14:32"."""
    return f"{long_date(moment.date().isoformat())}, {moment:%H:%M}"


def heading(line: HistoryLine) -> str:
    """Return what a line is about."""
    if is_version(line):
        return f"Versie {line.name}"
    return line.label or f"{line.act[:1].upper()}{line.act[1:]}"


def said(line: HistoryLine) -> str:
    """Return what a line says: the answer, or why the version was made."""
    if is_version(line):
        return line.label.removeprefix(line.name).strip()
    return line.text


def chip(line: HistoryLine) -> str:
    """Return the word for what happened, where it was no ordinary change."""
    return "" if line.kind is EntryKind.EDIT or not line.row else line.act


def spoken(row: Row) -> str:
    """Return a row as a screen reader says it."""
    if isinstance(row, HistoryLine):
        return f"{local(row.at):%H:%M}, {heading(row)}, {row.act}: {said(row)}".removesuffix(": ")
    return row.text
