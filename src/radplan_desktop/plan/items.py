"""How far one item of a page is for a gate: a field, a group of fields, or a register (DESIGN, "Forms": progress)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from radplan_desktop.guideline.conditions import Condition
from radplan_desktop.guideline.model import Field, Gate, Group, Item, Register
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.gaps import gaps
from radplan_desktop.plan.plan import is_preset
from radplan_desktop.plan.values import PLAN_ROW, Answer, NotApplicable, Parked, Value, content_of


@dataclass(frozen=True, slots=True)
class Missing:
    """Something an item still needs. ``columns`` are field ids in ``row``; ``rows`` counts rows that are lacking altogether."""

    row: str = PLAN_ROW
    columns: tuple[str, ...] = ()
    rows: int = 0


@dataclass(frozen=True, slots=True)
class ItemState:
    """How far an item is. ``done`` runs from 0 to 1; ``needed`` says whether the gate asks for it at all."""

    needed: bool
    done: float
    missing: tuple[Missing, ...] = ()
    parked: tuple[tuple[str, str], ...] = field(default=())
    status: str = "leeg"

    @property
    def open(self) -> int:
        """The number of open points: one for a plan field, one for a row with open cells, one for rows lacking."""
        return len(self.missing)


NOT_ASKED = ItemState(needed=False, done=1.0, status="")


def is_met(value: Value) -> bool:
    """Whether a value does for a gate: an answer, or n.v.t. with its reason. What is promised for later does not."""
    return isinstance(value, Answer) or (isinstance(value, NotApplicable) and bool(value.why.strip()))


def is_answered(field: Field, value: Value) -> bool:
    """Whether a value does for a gate as the answer to this field; a draft text with gaps in it does not yet."""
    return is_met(value) and not gaps(field, content_of(value))


def is_given(answers: Answers, row: str, field: Field) -> bool:
    """Whether a cell holds nothing but what the forms put there: nobody did anything for it, so it counts for no ring."""
    return (row, field.id) not in answers.plan.cells and is_answered(field, answers.value(row, field.id))


def item_state(answers: Answers, item: Item, gate: Gate) -> ItemState:
    """Return how far an item is for a gate and all gates before it; views, charts and panels never count."""
    if isinstance(item, Field | Group | Register):
        return answers.kept((item_state, item.id, gate), lambda: _state(answers, item, gate))
    return NOT_ASKED


def _state(answers: Answers, item: Field | Group | Register, gate: Gate) -> ItemState:
    if isinstance(item, Field):
        return _of_fields(answers, (item,), gate) if answers.visible(PLAN_ROW, item.id) else NOT_ASKED
    if isinstance(item, Group):
        if not answers.shown(item.when):
            return NOT_ASKED
        members = tuple(answers.guideline.fields[name] for name in item.fields)
        return _of_fields(answers, tuple(f for f in members if answers.visible(PLAN_ROW, f.id)), gate)
    return _of_register(answers, item, gate)


def asked(candidate: Field, gate: Gate) -> bool:
    """Whether a field counts for a gate: it is needed there or earlier, and people answer it."""
    return candidate.gate is not None and candidate.gate <= gate and candidate.derive is None and not candidate.retired


def _of_fields(answers: Answers, fields: tuple[Field, ...], gate: Gate) -> ItemState:
    needed = tuple(f for f in fields if asked(f, gate) and not is_given(answers, PLAN_ROW, f))
    values = {f.id: answers.value(PLAN_ROW, f.id) for f in fields if f.derive is None}
    status = _status(list(values.values()), unfinished=any(gaps(f, content_of(values.get(f.id))) for f in fields))
    if not needed:
        return ItemState(needed=False, done=1.0, status=status)
    parked = tuple((PLAN_ROW, f.id) for f in needed if isinstance(values[f.id], Parked))
    missing = tuple(
        Missing(PLAN_ROW, (f.id,))
        for f in needed
        if not is_answered(f, values[f.id]) and (PLAN_ROW, f.id) not in parked
    )
    done = (len(needed) - len(missing) - len(parked)) / len(needed)
    return ItemState(True, done, missing, parked, status)


def _of_register(answers: Answers, register: Register, gate: Gate) -> ItemState:
    if not answers.asks(register.id):
        return NOT_ASKED
    needs = [need for need in register.needs if need.gate <= gate]
    said = answers.register_value(register.id)
    rows = answers.rows(register.id)
    if not needs:
        return ItemState(needed=False, done=1.0, status=_register_status(said, rows, _ahead(answers, register, rows)))
    if is_met(said):
        return ItemState(needed=True, done=1.0, status="nvt")
    if isinstance(said, Parked):
        return ItemState(needed=True, done=0.0, parked=((PLAN_ROW, register.id),), status="later")
    filled, missing, parked = _cells(answers, register, rows, gate)
    lacking = rows_lacking(answers, register, gate)
    given = frozenset(row for row in rows if _stood_there(answers, register, row))
    if lacking > 0:
        missing.append(Missing(rows=lacking))
    elif filled is None and len(given) == len(rows):
        return ItemState(needed=False, done=1.0, status=_register_status(said, rows, _ahead(answers, register, rows)))
    enough = min(_enough(answers.rows(register.id, need.where), need.minimum, given) for need in needs)
    done = (1.0 if filled is None else filled) * enough
    return ItemState(True, done, tuple(missing), tuple(parked), _register_status(said, rows, len(missing)))


def _stood_there(answers: Answers, register: Register, row: str) -> bool:
    """Whether a row stood there from the start, and nobody answered in it."""
    return is_preset(row) and not any((row, name) in answers.plan.cells for name in register.columns)


def _ahead(answers: Answers, register: Register, rows: tuple[str, ...]) -> int:
    """Return how much a register lacks that no gate asks yet: what later ones ask, or all while nobody answered there."""
    if all(_stood_there(answers, register, row) for row in rows):
        return 1
    later = max(Gate)
    return len(_cells(answers, register, rows, later)[1]) + rows_lacking(answers, register, later)


def rows_lacking(answers: Answers, register: Register, gate: Gate) -> int:
    """Return how many rows a register still needs for a gate: of each sort it asks for, and in all."""
    of_sort: dict[Condition | None, int] = {}
    for need in register.needs:
        if need.gate <= gate:
            short = need.minimum - len(answers.rows(register.id, need.where))
            of_sort[need.where] = max(short, of_sort.get(need.where, 0))
    in_all = of_sort.pop(None, 0)
    return max(in_all, sum(of_sort.values()))


def _cells(
    answers: Answers, register: Register, rows: tuple[str, ...], gate: Gate
) -> tuple[float | None, list[Missing], list[tuple[str, str]]]:
    """Return the mean share of needed cells that are filled, what is missing per row, and what is parked.

    Cells with only what the forms put there are left out; the share is None when there are no others.
    """
    columns = [column for column in register.columns.values() if asked(column, gate)]
    count = full = 0
    missing: list[Missing] = []
    parked: list[tuple[str, str]] = []
    for row in rows:
        empty = []
        for column in _visible(answers, row, columns):
            value = answers.value(row, column.id)
            if is_given(answers, row, column):
                continue
            count += 1
            if isinstance(value, Parked):
                parked.append((row, column.id))
            elif is_answered(column, value):
                full += 1
            else:
                empty.append(column.id)
        if empty:
            missing.append(Missing(row, tuple(empty)))
    return (full / count if count else None), missing, parked


def _visible(answers: Answers, row: str, columns: list[Field]) -> Iterator[Field]:
    return (column for column in columns if column.when is None or answers.visible(row, column.id))


def _enough(rows: tuple[str, ...], minimum: int, given: frozenset[str]) -> float:
    """Return the share of the rows a gate asks for that there are, without those that stood there from the start."""
    added = sum(row not in given for row in rows)
    asked_for = minimum - (len(rows) - added)
    return min(1.0, added / asked_for) if asked_for > 0 else 1.0


def _status(values: list[Value], *, unfinished: bool) -> str:
    given = [value for value in values if value is not None]
    if not given:
        return "leeg"
    if all(isinstance(value, NotApplicable) for value in given) and len(given) == len(values):
        return "nvt"
    if any(isinstance(value, Parked) for value in given):
        return "later"
    return "klaar" if len(given) == len(values) and not unfinished else "deels"


def _register_status(said: Value, rows: tuple[str, ...], missing: int) -> str:
    if isinstance(said, NotApplicable):
        return "nvt"
    if isinstance(said, Parked):
        return "later"
    if not rows:
        return "leeg"
    return "deels" if missing else "klaar"
