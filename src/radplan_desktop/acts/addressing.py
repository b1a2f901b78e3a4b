"""Paths that people type: FIELD or REGISTER/ROW.FIELD, and the values behind them, n.v.t. and "later" included."""

from __future__ import annotations

import re

from radplan_desktop.acts.refusals import NotFound
from radplan_desktop.guideline import Field, Kind
from radplan_desktop.plan import content as contents
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.content import ContentError
from radplan_desktop.plan.values import PLAN_ROW, Answer, Cell, NotApplicable, Parked, Value, preset_row

_NOT_APPLICABLE = re.compile(r"n\.?v\.?t\.?\s*(?:[:,]\s*(?:omdat\b\s*)?(?P<why>.*))?", re.IGNORECASE | re.DOTALL)
_LATER = re.compile(r"later\s+(?P<until>[^:]+?)\s*(?::\s*(?P<why>.*))?", re.IGNORECASE | re.DOTALL)


def cell_at(answers: Answers, path: str) -> Cell:
    """Return the cell at a path. A register's own name is its cell for n.v.t. Raises NotFound."""
    register, slash, rest = path.partition("/")
    if not slash:
        if path not in answers.guideline.fields and path not in answers.guideline.registers:
            raise NotFound(f"Er is geen vraag ‘{path}’. ‘radplan guideline’ noemt alle vragen.")
        return Cell(PLAN_ROW, path)
    name, _, column = rest.rpartition(".")
    row = row_at(answers, register, name)
    if column not in answers.guideline.registers[register].columns:
        raise NotFound(f"Register ‘{register}’ heeft geen kolom ‘{column}’.")
    return Cell(row, column)


def row_at(answers: Answers, register: str, name: str) -> str:
    """Return the row that a name points at: its id, the key of a preset, its printed number, or its title. Raises NotFound."""
    if register not in answers.guideline.registers:
        raise NotFound(f"Er is geen register ‘{register}’.")
    rows = answers.rows(register)
    if name in rows:
        return name
    if (preset := preset_row(register, name)) in rows:
        return preset
    found = [row for row in rows if name in (answers.number(row), answers.title(row))]
    if len(found) == 1:
        return found[0]
    how_many = "geen rij" if not found else "meer dan één rij"
    raise NotFound(f"Register ‘{register}’ heeft {how_many} ‘{name}’.")


def value_from(answers: Answers, field: Field | None, text: str) -> Value:
    """Return the value a typed text means: "" empties, "n.v.t.: …" and "later DATUM: …" too. Raises ContentError, NotFound.

    ``field`` is None for a register as a whole, which takes only those two.
    """
    if not text.strip():
        return None
    if match := _NOT_APPLICABLE.fullmatch(text.strip()):
        return NotApplicable((match["why"] or "").strip())
    if match := _LATER.fullmatch(text.strip()):
        try:
            return Parked(contents.parse_date(match["until"]), (match["why"] or "").strip())
        except ContentError:
            if field is None:
                raise
    if field is None:
        raise ContentError("Een register als geheel kan alleen ‘n.v.t.: reden’ of ‘later DATUM: reden’ zijn.")
    if field.kind in (Kind.LINK, Kind.LINKS):
        return _linked(answers, field, text)
    return Answer(contents.parse(field, text, answers.guideline))


def field_at(answers: Answers, cell: Cell) -> Field | None:
    """Return the field of a cell; None for the cell of a register as a whole."""
    return None if cell.field in answers.guideline.registers else answers.field(cell.row, cell.field)


def _linked(answers: Answers, field: Field, text: str) -> Value:
    if field.kind == Kind.LINK:
        return Answer(row_at(answers, field.target, text.strip()))
    names = [part.strip() for part in re.split(r"[,;\n]", text) if part.strip()]
    return Answer(sorted({row_at(answers, field.target, name) for name in names}))
