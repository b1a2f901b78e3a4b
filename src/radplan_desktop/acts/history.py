"""History: who changed what when, read from the log."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from radplan_desktop.guideline import Field
from radplan_desktop.plan import display
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.log import Change, Entry, EntryKind
from radplan_desktop.plan.plan import NULL, in_register, is_preset, register_of_preset
from radplan_desktop.plan.progress import OVERRIDE, home_of
from radplan_desktop.plan.sentences import named
from radplan_desktop.plan.shape import sound
from radplan_desktop.plan.values import IN, ORDER, PLAN_ROW, TODAY, Answer, NotApplicable, Parked, decode, is_empty

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
DAMAGED = "(niet te lezen)"
MOVED = "verplaatst"
EMPTIED = "leeggemaakt"
OVERRULED = "toch verder: {}"
UNSAID = frozenset({ORDER, TODAY})
"""Fields whose changes are no news to a reader: the place of a row, the day of an example."""


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One change, or one event such as a version (then ``row`` and ``field`` are empty). ``at`` is ISO 8601 in UTC.

    ``value`` is the canonical text that the change set, None once it was erased; ``name`` is what a version was called.
    ``register`` is that of the row, deleted or not; ``section`` and ``item`` say where the question is asked, empty when nowhere;
    ``question`` is the end of ``label`` that names the question, empty where the line is about a whole row.
    """

    at: str
    author: str
    act: str
    row: str
    field: str
    label: str
    text: str
    kind: EntryKind = EntryKind.EDIT
    value: str | None = None
    name: str = ""
    register: str = ""
    section: str = ""
    item: str = ""
    question: str = ""

    @property
    def about(self) -> str:
        """The row that ``label`` begins with; empty for a question of the plan itself."""
        return self.label.removesuffix(self.question).removesuffix(" · ") if self.question else self.label


def lines_of(entries: Iterable[Entry], answers: Answers) -> tuple[HistoryLine, ...]:
    """Return the history, newest first. Rows that were deleted are called as they last were."""
    ordered = sorted(entries, key=lambda one: one.order)
    answers = _with_deleted_rows(ordered, answers)
    found: list[HistoryLine] = []
    for entry in ordered:
        lines = [_line(entry, change, answers) for change in entry.changes if change.field not in UNSAID]
        if not lines:
            lines = [_moved(entry, change, answers) for change in entry.changes[:1] if change.field == ORDER]
        if not entry.changes:
            lines = [_event(entry)]
        found += reversed(lines)
    return tuple(reversed(found))


def _with_deleted_rows(ordered: Iterable[Entry], answers: Answers) -> Answers:
    """Return the answers as if no row had ever been deleted, so that every row can be named."""
    stood = {c.row: c.value for e in ordered for c in e.changes if c.field == IN and c.value not in (NULL, None)}
    gone = [row for row, field in answers.plan.cells if field == IN and answers.plan.is_deleted(row)]
    known = [row for row in gone if row in stood or is_preset(row)]
    back = [((row, IN), stood.get(row) or in_register(register_of_preset(row))) for row in known]
    return Answers(answers.guideline, answers.plan.with_changes(back), answers.today) if back else answers


def _event(entry: Entry) -> HistoryLine:
    kind = EntryKind(entry.kind)
    said = [str(entry.body[key]) for key in ("label", "why") if entry.body.get(key)]
    name = str(entry.body.get("label") or "")
    return HistoryLine(entry.at, entry.author, KINDS[kind], "", "", " ".join(said), "", kind, name=name)


def _line(entry: Entry, change: Change, answers: Answers) -> HistoryLine:
    return _placed(entry, change, answers, _described(answers, change.row, change.field, change.value))


def _moved(entry: Entry, change: Change, answers: Answers) -> HistoryLine:
    """Return the line of an act that only moved rows."""
    return _placed(entry, change, answers, ("", MOVED))


def _placed(entry: Entry, change: Change, answers: Answers, said: tuple[str, str]) -> HistoryLine:
    """Return the line of a change with the question that it was about and what it said."""
    kind = EntryKind(entry.kind)
    (row, field_id, value, *_), (question, text) = change, said
    where = "" if row == PLAN_ROW else named(answers, row)
    section, item = home_of(answers, row, field_id)
    return HistoryLine(
        at=entry.at,
        author=entry.author,
        act=KINDS[kind],
        row=row,
        field=field_id,
        label=" · ".join(part for part in (where, question) if part),
        text=text,
        kind=kind,
        value=value,
        register=answers.register_of(row),
        section=section,
        item=item,
        question=question,
    )


def describe(answers: Answers, row: str, field_id: str, value: str | None) -> tuple[str, str]:
    """Return what a change was about and what it said, in Dutch; it may be about a question that is no longer asked."""
    question, text = _described(answers, row, field_id, value)
    where = "" if row == PLAN_ROW else named(answers, row)
    return " · ".join(part for part in (where, question) if part), text


def _described(answers: Answers, row: str, field_id: str, value: str | None) -> tuple[str, str]:
    """Return the name of the question, empty for a whole row, and what a change said."""
    if field_id == IN:
        return "", ERASED if value is None else "verwijderd" if value == NULL else "toegevoegd"
    if field_id.startswith(OVERRIDE):
        return _gate_label(answers, field_id), _said(answers, None, value, OVERRULED)
    try:
        field = answers.field(row, field_id)
    except KeyError:
        field = None
    register = answers.guideline.registers.get(field_id) if row == PLAN_ROW else None
    label = field.label if field is not None else register.label if register is not None else field_id
    return label, _said(answers, field, value)


def _gate_label(answers: Answers, field_id: str) -> str:
    name = field_id.removeprefix(OVERRIDE)
    return next((spec.label for spec in answers.guideline.gates if spec.gate.name == name), name)


def _said(answers: Answers, field: Field | None, value: str | None, overruled: str = "") -> str:
    """Return what a value says, in Dutch; ``overruled`` says it of a milestone that was passed all the same."""
    if value is None:
        return ERASED
    try:
        said = decode(value)
    except ValueError:
        return DAMAGED
    match said:
        case NotApplicable(why):
            text = overruled.format(why) if overruled else display.not_applicable(why)
        case Parked(until, why):
            text = display.parked(until, why)
        case Answer(content) if not is_empty(content):
            text = str(content) if field is None else _content(answers, field, said)
        case _:
            text = EMPTIED
    return text


def _content(answers: Answers, field: Field, said: Answer) -> str:
    return DAMAGED if sound(field, said) is None else display.content(answers, field, said.content)
