"""Who decided that a milestone counts all the same, and when. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from radplan_desktop.acts.history import HistoryLine
from radplan_desktop.guideline.model import Gate
from radplan_desktop.plan import display
from radplan_desktop.plan.gates import override_cell
from radplan_desktop.plan.values import PLAN_ROW, NotApplicable, encode

DAY = 10


@dataclass(frozen=True, slots=True)
class Decision:
    """``author`` is the officer as the history knows him, ``day`` an ISO date on the clock of this machine."""

    author: str
    day: str

    @property
    def sentence(self) -> str:
        """Return who and when, in Dutch."""
        return f"{self.author}, {display.long_date(self.day)}" if self.author else display.long_date(self.day)


def decision_of(history: Iterable[HistoryLine], gate: Gate, why: str) -> Decision | None:
    """Return who gave this reason last, and when; None when the history (newest first) does not hold it yet."""
    field, value = override_cell(gate).field, encode(NotApplicable(why))
    for line in history:
        if (line.row, line.field) == (PLAN_ROW, field):
            return Decision(line.author, _day(line.at)) if line.value == value else None
    return None


def _day(at: str) -> str:
    """Return the local day of a moment in UTC; what is no moment is shown as far as it goes."""
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return at[:DAY]
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone().date().isoformat()
