"""The time axis: from dates to x, and a grid of quarters that widens to years and more when the time is long."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

YEAR = 12
STEPS = (3, 6, 12, 24, 60, 120, 300, 600, 1200, 6000, 24000)
"""Months between grid lines: a quarter where there is room, else more."""
LEAST_PITCH = 27.0
MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


class Mark(NamedTuple):
    """A line of the grid: its x, its month (empty when the grid is by year), and its year where a year is named."""

    x: float
    month: str
    year: str


@dataclass(frozen=True, slots=True)
class Axis:
    """Months ``first`` up to ``last`` (counted from the year 0) between x ``left`` and x ``right``, in steps of ``step``."""

    first: int
    last: int
    step: int
    left: float
    right: float

    def x(self, day: date) -> float:
        """Return where a day begins."""
        return self._at(_month(day) + (day.day - 1) / monthrange(day.year, day.month)[1])

    def end(self, day: date) -> float:
        """Return where a day ends."""
        return self._at(_month(day) + day.day / monthrange(day.year, day.month)[1])

    def holds(self, day: date) -> bool:
        """Whether a day lies on the axis."""
        return self.first <= _month(day) < self.last

    def marks(self) -> Iterator[Mark]:
        """Yield the lines of the grid; the first one and every January name their year."""
        for month in range(self.first, self.last, self.step):
            year, of_year = divmod(month, YEAR)
            named = month == self.first or of_year < self.step
            yield Mark(self._at(month), MONTHS[of_year] if self.step < YEAR else "", str(year) if named else "")

    def _at(self, month: float) -> float:
        return self.left + (month - self.first) / (self.last - self.first) * (self.right - self.left)


def axis(days: Sequence[date], left: float, right: float) -> Axis:
    """Return an axis that holds all days; there must be at least one."""
    low, high = _month(min(days)), _month(max(days)) + 1
    for step in STEPS:
        first, last = low // step * step, -(-high // step) * step
        if (right - left) / ((last - first) / step) >= LEAST_PITCH:
            break
    return Axis(first, last, step, left, right)


def _month(day: date) -> int:
    return day.year * YEAR + day.month - 1
