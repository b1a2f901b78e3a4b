"""Conditions meet the forms: every name exists where it is used, and every literal suits the field it is compared with.

Binding also turns literals into what an answer holds: ``ja`` becomes the choice "ja" beside a choice list, and the key of a
preset row becomes its row id.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from radplan_desktop.guideline.conditions import (
    And,
    Compare,
    Condition,
    ConditionError,
    Filled,
    Literal,
    Not,
    Or,
    Quantified,
    Single,
    Today,
    parse_condition,
)
from radplan_desktop.guideline.errors import Wrong, shown, suggestion
from radplan_desktop.guideline.model import Kind
from radplan_desktop.guideline.names import DATED, LINKED, LISTED, NUMERIC, Known, Names
from radplan_desktop.guideline.strict import Place, text

_EQUAL = frozenset({"=", "!="})
_ORDER = _EQUAL | {"<", ">", "<=", ">="}
_OPS = (
    {kind: _EQUAL | {"in"} for kind in LISTED | LINKED}
    | dict.fromkeys(DATED, _ORDER)
    | {kind: _ORDER | {"in"} for kind in NUMERIC}
) | {Kind.YESNO: _EQUAL}


def condition(value: object, place: Place) -> Condition:
    """Read a condition: parse it, and bind its names to the row of ``place.register`` first and then to the plan."""
    try:
        parsed = parse_condition(text(value, place))
    except ConditionError as error:
        problem = f"Deze voorwaarde is niet te lezen bij teken {error.position}: {error.problem}"
        raise Wrong(problem, "Zie 'Voorwaarden' in forms/README.md.") from error
    return bind(parsed, place.register, place.names)


def bind(parsed: Condition, register: str, names: Names) -> Condition:
    """Return the condition with literals as answers hold them. Raises Wrong for a name or literal that does not exist."""
    match parsed:
        case And(parts):
            return And(tuple([bind(part, register, names) for part in parts]))
        case Or(parts):
            return Or(tuple([bind(part, register, names) for part in parts]))
        case Not(part):
            return Not(bind(part, register, names))
        case Filled(path):
            _field(path, register, names)
            return parsed
        case Quantified(function, rows, inner, op, number):
            if rows not in names.registers:
                raise Wrong(f"Het register {shown(rows)} bestaat niet.", suggestion(rows, names.registers))
            return parsed if inner is None else Quantified(function, rows, bind(inner, rows, names), op, number)
        case Compare(path, op, literal):
            return Compare(path, op, _literal(_field(path, register, names), op, literal, names))


def _field(path: str, register: str, names: Names) -> Known:
    if path in names.registers and names.lookup(path, register) is None:
        raise Wrong(f"{shown(path)} is een register, geen veld.", f"Schrijf any({path}) of count({path}) >= 1.")
    return names.find(path, register)


def _literal(known: Known, op: str, literal: Literal, names: Names) -> Literal:
    kind = names.answer_kind(known)
    if kind is None:
        return literal
    ops = _OPS.get(kind)
    if ops is None:
        raise Wrong(f"Met {shown(known.path)} ({kind}) kunt u niet vergelijken.", f"Schrijf filled({known.id}).")
    if op not in ops:
        raise Wrong(
            f"De vergelijking '{op}' past niet bij {shown(known.path)} ({kind}).", f"Kies uit: {' '.join(sorted(ops))}."
        )
    if isinstance(literal, tuple):
        return tuple([_single(known, kind, item, names) for item in literal])
    return _single(known, kind, literal, names)


def _single(known: Known, kind: Kind, literal: Single, names: Names) -> Single:
    if kind in LISTED:
        return _member(known, _word(literal), names.lists.get(known.choices), "keuze", "")
    if kind in LINKED:
        target = known.target
        return _member(known, _word(literal), names.presets.get(target), "vaste rij", f"{target}:")
    if kind is Kind.YESNO:
        fits, wanted = isinstance(literal, bool), "ja of nee"
    elif kind in DATED:
        fits, wanted = isinstance(literal, date | Today), "een datum (2027-01-31) of vandaag"
    else:
        fits, wanted = isinstance(literal, Decimal), "een getal"
    if not fits:
        raise Wrong(f"Bij {shown(known.path)} past deze waarde niet.", f"Schrijf {wanted}.")
    return literal


def _word(literal: Single) -> str:
    if isinstance(literal, bool):
        return "ja" if literal else "nee"
    return str(literal)


def _member(known: Known, word: str, possible: frozenset[str] | None, what: str, prefix: str) -> str:
    if possible is not None and word not in possible:
        raise Wrong(f"{shown(word)} is geen {what} van {shown(known.path)}.", suggestion(word, possible))
    return prefix + word
