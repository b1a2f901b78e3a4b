"""What comes up: the deadlines that are not met yet, as somebody who looks today wants to know them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from radplan_desktop.plan.deadlines import Deadline

SUNDAY = 6
MOST_LATE = 2
"""How many past deadlines stand among the first ones: what comes up may not drown in them."""


class Coming(NamedTuple):
    """The deadlines that are not met: past ones and those to come, both earliest first. ``this_week`` counts until Sunday."""

    late: tuple[Deadline, ...]
    ahead: tuple[Deadline, ...]
    this_week: int

    @property
    def all(self) -> tuple[Deadline, ...]:
        """All of them, earliest first."""
        return self.late + self.ahead

    def first(self, most: int) -> tuple[Deadline, ...]:
        """Return the first ones to look at: the last that passed, then those to come; more of one where the other lacks."""
        late = max(min(len(self.late), MOST_LATE), most - len(self.ahead))
        past = self.late[-late:] if late > 0 else ()
        return (past + self.ahead)[:most]


def coming(deadlines: Iterable[Deadline], today: date) -> Coming:
    """Return what is not met, seen from today. The deadlines come earliest first."""
    found = [deadline for deadline in deadlines if not deadline.done]
    late = tuple(deadline for deadline in found if deadline.day < today)
    ahead = tuple(deadline for deadline in found if deadline.day >= today)
    return Coming(late, ahead, sum(in_week(deadline.day, today) for deadline in ahead))


def in_week(day: date, today: date) -> bool:
    """Whether a day is today or later in the same week; a week ends on Sunday."""
    return today <= day <= today + timedelta(days=SUNDAY - today.weekday())
