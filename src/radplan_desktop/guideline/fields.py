"""Fields and columns: one table in the forms becomes one Field."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from radplan_desktop.guideline.binding import condition
from radplan_desktop.guideline.derivations import derivation
from radplan_desktop.guideline.errors import Wrong, shown, suggestion
from radplan_desktop.guideline.model import Confidentiality, Deadline, Field, Gate, Help, Kind, Route
from radplan_desktop.guideline.names import DATED, LINKED, LISTED, NUMERIC
from radplan_desktop.guideline.strict import (
    Keys,
    Place,
    boolean,
    decimal,
    identifier,
    member,
    read_table,
    text,
    texts,
    words,
)
from radplan_desktop.guideline.tables import name_of
from radplan_desktop.guideline.written import content_of

HELP = Keys.of(["why"], why=words, tip=text, example=text, check=texts)
DEADLINE = Keys.of(["label"], label=words, done=text)

_ONLY: dict[str, frozenset[Kind]] = {
    "choices": LISTED,
    "register": LINKED,
    "min": NUMERIC,
    "max": NUMERIC,
    "unit": NUMERIC | {Kind.DERIVED},
    "opzet": frozenset({Kind.LONGTEXT}),
    "deadline": DATED,
    "derive": frozenset({Kind.DERIVED}),
}
_NEEDED: dict[Kind, tuple[str, ...]] = (
    dict.fromkeys(LISTED, ("choices",))
    | dict.fromkeys(LINKED, ("register",))
    | {Kind.DERIVED: ("derive",), Kind.SCALE: ("min", "max")}
)


def help_text(value: Any, place: Place) -> Help:  # noqa: ANN401
    """Read the explanation beside a question."""
    return Help(**{"why": "", **read_table(value, HELP, place.under("help"))})


def requirement_ids(value: Any, place: Place) -> tuple[str, ...]:  # noqa: ANN401
    """Read the requirements that something answers; every one exists."""
    found = texts(value, place)
    known = place.names.requirements
    for name in found:
        if name not in known:
            raise Wrong(f"De eis {shown(name)} bestaat niet.", suggestion(name, known))
    return found


def gate(value: Any, place: Place) -> Gate:  # noqa: ANN401
    """Read a milestone that stands in the list of milestones."""
    found: Gate = _gate(value, place)
    if found.name not in place.names.gates:
        raise Wrong(f"De mijlpaal {found.name} is nergens beschreven.", "Voeg een [[gate]] toe in mijlpalen.toml.")
    return found


def list_id(value: Any, place: Place) -> str:  # noqa: ANN401
    """Read the name of a choice list."""
    if text(value, place) not in place.names.lists:
        raise Wrong(f"De keuzelijst {shown(value)} bestaat niet.", suggestion(value, place.names.lists))
    return str(value)


def register_id(value: Any, place: Place) -> str:  # noqa: ANN401
    """Read the name of a register."""
    if text(value, place) not in place.names.registers:
        raise Wrong(f"Het register {shown(value)} bestaat niet.", suggestion(value, place.names.registers))
    return str(value)


def _starters(value: Any, place: Place) -> Mapping[str, str]:  # noqa: ANN401
    inner = place.under("opzet")
    if type(value) is not dict:
        raise Wrong("Hier hoort een tabel met teksten.", "Schrijf [field.opzet] met een regel per soort interventie.")
    return MappingProxyType({key: inner.attempt(key, words, item, inner, otherwise="") for key, item in value.items()})


def _deadline(value: Any, place: Place) -> Deadline:  # noqa: ANN401
    inner = place.under("deadline")
    deadline = Deadline(**{"label": "", **read_table(value, DEADLINE, inner)})
    if deadline.done:
        inner.attempt("done", place.names.find, deadline.done, place.register)
    return deadline


def _anything(value: Any, _place: Place) -> Any:  # noqa: ANN401
    return value


_kind = member(Kind)
_gate = member(Gate, by_name=True)
confidentiality = member(Confidentiality, by_name=True)
route = member(Route)

FIELD = Keys.of(
    ["id", "kind", "label"],
    id=identifier,
    kind=_kind,
    label=words,
    code=text,
    question=words,
    hint=text,
    placeholder=text,
    unit=text,
    class_=("confidentiality", confidentiality),
    gate=gate,
    route=route,
    requirements=requirement_ids,
    when=condition,
    help=help_text,
    choices=list_id,
    register=("target", register_id),
    min=("minimum", decimal),
    max=("maximum", decimal),
    default=_anything,
    opzet=_starters,
    derive=derivation,
    deadline=_deadline,
    tempting=boolean,
    retired=boolean,
)


def read_field(raw: Mapping[str, Any], place: Place, confidence: Confidentiality = Confidentiality.I) -> Field:
    """Return the field of a raw table; a column when ``place.register`` is set, then of the register's class by default."""
    values = read_table(raw, FIELD, place)
    values.setdefault("id", name_of(raw))
    values.setdefault("confidentiality", confidence)
    values.setdefault("route", Route.BASIS if values.get("gate") is Gate.B else Route.DEPTH)
    kind = values.get("kind")
    if kind is not None:
        _check_kind(raw, kind, values, place)
        if "default" in values and (kind not in LISTED or "choices" in values):
            values["default"] = place.attempt("default", _default, kind, values, place)
    return Field(**{"kind": Kind.TEXT, "label": "", **values}, register=place.register)


def _check_kind(raw: Mapping[str, Any], kind: Kind, values: dict[str, Any], place: Place) -> None:
    for key in raw.keys() & _ONLY.keys():
        if kind not in _ONLY[key]:
            place.report(
                key, f"Deze sleutel hoort niet bij soort {kind}.", "Haal de sleutel weg of kies een andere soort."
            )
    for key in _NEEDED.get(kind, ()):
        if key not in raw:
            place.report(key, f"Bij soort {kind} ontbreekt deze sleutel.", f"Voeg een regel {key} = … toe.")
    if kind is Kind.DERIVED and "gate" in values:
        place.report("gate", "Wat RadPlan zelf uitrekent, kan niemand invullen.", "Haal gate weg bij dit veld.")
    low, high = values.get("minimum"), values.get("maximum")
    if low is not None and high is not None and low > high:
        place.report("min", "Het minimum is hoger dan het maximum.", "Draai ze om.")


def _default(kind: Kind, values: dict[str, Any], place: Place) -> Any:  # noqa: ANN401
    content = written(kind, values["default"], values.get("choices", ""), values.get("target", ""), place)
    if kind in NUMERIC:
        check_range(Decimal(content), values.get("minimum"), values.get("maximum"))
    return content


def written(kind: Kind, value: object, choices: str, target: str, place: Place) -> Any:  # noqa: ANN401
    """Return the content of a value written in the forms; links go to preset rows. Raises Wrong."""

    def row_of(key: str) -> str:
        known = place.names.presets.get(target, frozenset())
        if key not in known:
            raise Wrong(f"{shown(key)} is geen vaste rij van {shown(target)}.", suggestion(key, known))
        return f"{target}:{key}"

    return content_of(kind, value, place.names.lists.get(choices, frozenset()), row_of)


def check_range(number: Decimal, low: Decimal | None, high: Decimal | None) -> None:
    """Raise Wrong when a number lies outside its range."""
    if (low is not None and number < low) or (high is not None and number > high):
        raise Wrong(f"{number} ligt buiten het bereik.", "Kies een waarde tussen min en max.")
