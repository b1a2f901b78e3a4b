"""History: who changed what when, read from the log."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from radplan_desktop.plan import display
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.log import Change, Entry, EntryKind
from radplan_desktop.plan.plan import NULL
from radplan_desktop.plan.sentences import named
from radplan_desktop.plan.values import IN, ORDER, PLAN_ROW, NotApplicable, Parked, content_of, decode

KINDS = {
    EntryKind.EDIT: "gewijzigd",
    EntryKind.UNDO: "ongedaan gemaakt",
    EntryKind.VERSION: "versie gemaakt",
    EntryKind.SIGNATURE: "ondertekend",
    EntryKind.HANDOVER: "overgedragen",
    EntryKind.RECEIPT: "ontvangen",
    EntryKind.MERGE: "samengevoegd",
    EntryKind.ERASE: "gewist",
}
ERASED = "(gewist)"


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One change, or one event such as a version (then ``row`` and ``field`` are empty). ``at`` is ISO 8601 in UTC."""

    at: str
    author: str
    act: str
    row: str
    field: str
    label: str
    text: str


def lines_of(entries: Iterable[Entry], answers: Answers) -> tuple[HistoryLine, ...]:
    """Return the history, newest first."""
    found: list[HistoryLine] = []
    for entry in sorted(entries, key=lambda one: one.order):
        act = KINDS[EntryKind(entry.kind)]
        lines = [_line(entry, act, change, answers) for change in entry.changes if change.field != ORDER]
        if not lines:
            label = " ".join(str(entry.body[key]) for key in ("label", "why") if entry.body.get(key))
            lines = [HistoryLine(entry.at, entry.author, act, "", "", label, "")]
        found += lines
    return tuple(reversed(found))


def _line(entry: Entry, act: str, change: Change, answers: Answers) -> HistoryLine:
    label, text = describe(answers, change.row, change.field, change.value)
    return HistoryLine(entry.at, entry.author, act, change.row, change.field, label, text)


def describe(answers: Answers, row: str, field_id: str, value: str | None) -> tuple[str, str]:
    """Return what a change was about and what it said, in Dutch; it may be about a question that is no longer asked."""
    where = "" if row == PLAN_ROW else named(answers, row)
    if field_id == IN:
        return where, "verwijderd" if value in (NULL, None) else "toegevoegd"
    try:
        field = answers.field(row, field_id)
    except KeyError:
        field = None
    register = answers.guideline.registers.get(field_id) if row == PLAN_ROW else None
    label = field.label if field is not None else register.label if register is not None else field_id
    heading = f"{where} · {label}" if where else label
    if value is None:
        return heading, ERASED
    said = decode(value)
    match said:
        case None:
            return heading, "leeggemaakt"
        case NotApplicable(why):
            return heading, display.not_applicable(why)
        case Parked(until, why):
            return heading, display.parked(until, why)
    content = content_of(said)
    return heading, display.content(answers, field, content) if field is not None else str(content)
