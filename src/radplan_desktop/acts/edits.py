"""Whether an edit can be made, and the text it becomes: refused in a Dutch sentence before anything shows."""

from __future__ import annotations

from collections.abc import Iterable

from radplan_desktop.acts.refusals import NotFound
from radplan_desktop.guideline import Field, Guideline, Kind, Register
from radplan_desktop.plan import content as contents
from radplan_desktop.plan import shape
from radplan_desktop.plan.answers import Answers, link_targets
from radplan_desktop.plan.cells import CellKey
from radplan_desktop.plan.content import ContentError
from radplan_desktop.plan.order import is_key
from radplan_desktop.plan.plan import NULL
from radplan_desktop.plan.progress import OVERRIDE
from radplan_desktop.plan.values import (
    IN,
    ORDER,
    PLAN_ROW,
    Answer,
    Cell,
    Content,
    NotApplicable,
    Parked,
    Value,
    content_of,
    encode,
    is_empty,
)

TEXTS = (Kind.TEXT, Kind.LONGTEXT)
GONE = "Deze rij is verwijderd of bestaat niet. Er is niets veranderd."
NO_REASON = "Schrijf op waarom dit niet van toepassing is. De reden staat ook op papier."
RESERVED = {IN: "rij", ORDER: "volgorde"}
ONLY_AS_A_WHOLE = "Een register als geheel kan alleen ‘n.v.t.’ met een reden zijn, of ‘later’ met een datum."

Changes = list[tuple[CellKey, str]]


def vetted(answers: Answers, changes: Iterable[tuple[Cell, Value]]) -> Changes:
    """Return the changes as canonical texts. Raises NotFound for a row or question that is not there, ContentError for a misfit."""
    wanted = [(Cell(*cell), tidied(value)) for cell, value in changes]
    places = [(cell, encode(value)) for cell, value in wanted if cell.field == IN]
    after = Answers(answers.guideline, answers.plan.with_changes(places), answers.today) if places else answers
    return [(cell, _text(answers, after, cell, value)) for cell, value in wanted]


def draft_text(answers: Answers, cell: Cell, content: Content) -> str | None:
    """Return the text of what is being typed; None while it is no answer, such as half a date, or has no place any more."""
    value = tidied(Answer(content))
    try:
        return _text(answers, answers, cell, value)
    except NotFound:
        return None
    except ContentError:
        if not isinstance(content, str):
            return None
    try:
        field = answers.field(*cell)
        return _text(answers, answers, cell, Answer(contents.parse(field, content, answers.guideline)))
    except (ContentError, KeyError):
        return None


def tidied(value: Value) -> Value:
    """Return a value without content that says nothing; an answer of nothing is no answer."""
    match value:
        case Answer(content):
            return None if is_empty(content) else value
        case Parked(until, why, content):
            return Parked(until, why.strip(), None if is_empty(content) else content)
        case NotApplicable(why):
            return NotApplicable(why.strip())
    return None


def label_of(answers: Answers, cell: Cell) -> str:
    """Return what a cell is called in the history and on the button that undoes it."""
    if cell.field.startswith("@"):
        return RESERVED.get(cell.field, "besluit over een mijlpaal")
    register = answers.guideline.registers.get(cell.field) if cell.row == PLAN_ROW else None
    try:
        return register.label if register is not None else answers.field(*cell).label
    except KeyError:
        return cell.field


def is_asked(answers: Answers, cell: Cell) -> bool:
    """Whether a cell is asked now: its row is there, and the conditions of its question hold. A register as a whole is."""
    if cell.row == PLAN_ROW and cell.field in answers.guideline.registers:
        return True
    there = cell.row == PLAN_ROW or answers.exists(cell.row)
    return there and _field(answers, cell) is not None and answers.visible(*cell)


def _text(answers: Answers, after: Answers, cell: Cell, value: Value) -> str:
    """Return the text of one change. ``after`` knows the rows that the same act adds."""
    if cell.row != PLAN_ROW and not (answers.exists(cell.row) or after.exists(cell.row)):
        raise NotFound(GONE)
    if cell.field.startswith("@"):
        return _reserved(after, cell, value)
    register = answers.guideline.registers.get(cell.field) if cell.row == PLAN_ROW else None
    if register is not None:
        return _whole(register, value)
    now = after if after.exists(cell.row) else answers
    field = _field(now, cell)
    if field is None:
        if value is None and tuple(cell) in answers.plan.cells:
            return NULL  # what is no longer asked can be emptied
        raise NotFound(f"Er is geen vraag ‘{cell.field}’ op deze plek. Er is niets veranderd.")
    _check(field, value, answers.guideline)
    if field.target:
        _check_links(after, field, content_of(value), link_targets(now.content(*cell)))
    return encode(_emptied(now, cell, field) if value is None else value)


def _field(answers: Answers, cell: Cell) -> Field | None:
    if cell.row == PLAN_ROW:
        return answers.guideline.fields.get(cell.field)
    return answers.guideline.registers[answers.register_of(cell.row)].columns.get(cell.field)


def _emptied(answers: Answers, cell: Cell, field: Field) -> Value:
    """Return what empties a cell: an empty text where the forms would fill in theirs again, else nothing."""
    preset = answers.preset(cell.row)
    filled = field.default is not None or (preset is not None and field.id in preset.values)
    return Answer("") if filled and field.kind in TEXTS else None


def _check(field: Field, value: Value, guideline: Guideline) -> None:
    if field.derive is not None:
        raise ContentError(f"{field.label} rekent RadPlan zelf uit.")
    _check_reason(value)
    if content_of(value) is not None:
        shape.check(field, content_of(value), guideline)


def _check_links(after: Answers, field: Field, content: Content, known: Iterable[str]) -> None:
    """Refuse a new link to what is no row of the register; a link that stood there already may dangle."""
    for row in set(link_targets(content)).difference(known):
        if not after.exists(row) or after.register_of(row) != field.target:
            raise ContentError(f"{field.label} verwijst naar een rij die er niet is. Kies opnieuw.")


def _check_reason(value: Value) -> None:
    if isinstance(value, NotApplicable) and not value.why:
        raise ContentError(NO_REASON)
    if isinstance(value, Parked) and not shape.is_date(value.until):
        raise ContentError(f"‘{value.until}’ is geen bestaande datum. Typ een datum als 12-11-2026.")


def _whole(register: Register, value: Value) -> str:
    """Return the text of what is said of a register as a whole."""
    if content_of(value) is not None:
        raise ContentError(ONLY_AS_A_WHOLE)
    if isinstance(value, NotApplicable) and not register.na:
        raise ContentError(f"{register.label} kan niet ‘n.v.t.’ zijn.")
    _check_reason(value)
    return encode(value)


def _reserved(after: Answers, cell: Cell, value: Value) -> str:
    """Return the text of a reserved cell: where a row stands, its place, or why a gate counts as met."""
    content = content_of(value)
    if cell.row != PLAN_ROW and cell.field == IN and (value is None or content in after.guideline.registers):
        return encode(value)
    if cell.row != PLAN_ROW and cell.field == ORDER and isinstance(content, str) and is_key(content):
        return encode(value)
    gates = {f"{OVERRIDE}{spec.gate.name}" for spec in after.guideline.gates}
    if cell.row == PLAN_ROW and cell.field in gates and (value is None or isinstance(value, NotApplicable)):
        _check_reason(value)
        return encode(value)
    raise NotFound(f"Er is geen vraag ‘{cell.field}’ op deze plek. Er is niets veranderd.")
