"""The history as one reads it: by day and by sitting, and narrowed to a person, a section or a few words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, tzinfo

from radplan_desktop.acts.history import HistoryLine
from radplan_desktop.plan.cells import CellKey
from radplan_desktop.plan.log import EntryKind
from radplan_desktop.plan.search import folded, words_of

PAUSE = timedelta(hours=1)
"""Who does nothing for so long has stopped; what follows is another sitting."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to show of the history; what is empty narrows nothing. Of ``text`` all words occur, whatever their case and accents."""

    person: str = ""
    section: str = ""
    text: str = ""
    cell: CellKey | None = None
    events: bool = False
    """Only what is no change: versions, handing over."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """What one person did on one day without a long pause: local times, and the lines, newest first."""

    author: str
    begin: datetime
    end: datetime
    lines: tuple[HistoryLine, ...]

    @property
    def day(self) -> date:
        """The local day."""
        return self.begin.date()


@dataclass(frozen=True, slots=True)
class Chronicle:
    """The whole history, newest first, made ready to be searched."""

    lines: tuple[HistoryLine, ...]
    _bare: tuple[str, ...] = field(repr=False)

    @classmethod
    def of(cls, lines: Sequence[HistoryLine]) -> Chronicle:
        """Make lines ready."""
        return cls(tuple(lines), tuple(folded(_words_in(line)) for line in lines))

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody who worked on the plan, by name."""
        return tuple(sorted({line.author for line in self.lines if line.author}))

    def narrowed(self, wanted: Wanted) -> tuple[HistoryLine, ...]:
        """Return the lines that are wanted."""
        words = words_of(wanted.text)
        return tuple(
            line
            for line, bare in zip(self.lines, self._bare, strict=True)
            if (not wanted.person or line.author == wanted.person)
            and (not wanted.section or line.section == wanted.section)
            and (wanted.cell is None or (line.row, line.field) == wanted.cell)
            and not (wanted.events and line.row)
            and all(word in bare for word in words)
        )


def _words_in(line: HistoryLine) -> str:
    """Return what can be found: what a line was about and said; of what is no change, also what happened."""
    return f"{line.label}\n{line.text}" if line.row else f"{line.act}\n{line.label}"


def is_version(line: HistoryLine) -> bool:
    """Whether a line says that a version was made."""
    return line.kind is EntryKind.VERSION


def local(at: str, zone: tzinfo | None = None) -> datetime:
    """Return a time of the log on the clock of this place."""
    return datetime.fromisoformat(at).astimezone(zone)


def sittings(lines: Iterable[HistoryLine], zone: tzinfo | None = None) -> tuple[Sitting, ...]:
    """Group lines, newest first, by day, by person, and by pauses of more than an hour. ``zone`` is local time when left out."""
    found: list[Sitting] = []
    gathered: list[tuple[datetime, HistoryLine]] = []
    for line in lines:
        at = local(line.at, zone)
        if gathered and _parted(*gathered[-1], at, line):
            found.append(_sitting(gathered))
            gathered = []
        gathered.append((at, line))
    return (*found, _sitting(gathered)) if gathered else tuple(found)


def _parted(later: datetime, after: HistoryLine, at: datetime, line: HistoryLine) -> bool:
    return line.author != after.author or at.date() != later.date() or abs(later - at) > PAUSE


def _sitting(gathered: list[tuple[datetime, HistoryLine]]) -> Sitting:
    lines = tuple(line for _, line in gathered)
    return Sitting(lines[0].author, gathered[-1][0], gathered[0][0], lines)
