"""The small tables: choice lists, milestones, requirements and roles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from radplan_desktop.guideline.errors import Wrong, shown, suggestion
from radplan_desktop.guideline.model import Choice, ChoiceList, Gate, GateSpec, Requirement
from radplan_desktop.guideline.names import DATED
from radplan_desktop.guideline.roles import ROLES, RoleType
from radplan_desktop.guideline.strict import (
    Keys,
    Place,
    boolean,
    choice_identifier,
    identifier,
    integer,
    member,
    read_table,
    tables,
    text,
    texts,
    words,
)
from radplan_desktop.guideline.tables import name_of

CHOICE = Keys.of(["id", "label"], id=choice_identifier, label=words, hint=text, retired=boolean)
LIST = Keys.of(["id", "choices"], id=identifier, label=words, choices=tables)
REQUIREMENT = Keys.of(["id", "section", "text"], id=words, section=words, text=words, behaviour=text)


def read_list(raw: Mapping[str, Any], place: Place) -> ChoiceList:
    """Return the choice list of a raw table."""
    values = read_table(raw, LIST, place)
    choices: dict[str, Choice] = {}
    for n, item in enumerate(values.get("choices", []), 1):
        inner = place.under(f"choices[{n}]")
        choice = Choice(**{"id": "", "label": "", **read_table(item, CHOICE, inner)})
        if choice.id and choice.id in choices:
            inner.report("id", f"De keuze {shown(choice.id)} staat er twee keer in.", "Kies een andere naam.")
        choices[choice.id] = choice
    if raw.get("choices") == []:
        place.report("choices", "De keuzelijst is leeg.", "Voeg een keuze toe.")
    identity = name_of(raw)
    return ChoiceList(identity, values.get("label", identity), tuple(choices.values()))


def _due(value: Any, place: Place) -> str:  # noqa: ANN401
    known = place.names.find(words(value, place))
    if place.names.answer_kind(known) not in {*DATED, None}:
        raise Wrong(f"{shown(value)} is geen datum.", "Kies een veld of kolom van soort date of month.")
    return str(value)


GATE = Keys.of(
    ["id", "label"],
    id=("gate", member(Gate, by_name=True)),
    label=words,
    hint=text,
    due=_due,
    lead_weeks=integer,
)


def read_gate(raw: Mapping[str, Any], place: Place) -> GateSpec | None:
    """Return the milestone of a raw table, or nothing when it is none of the four."""
    values = read_table(raw, GATE, place)
    return GateSpec(**{"label": "", **values}) if "gate" in values else None


def read_requirement(raw: Mapping[str, Any], place: Place) -> Requirement:
    """Return the requirement of a raw table."""
    return Requirement(**{"id": name_of(raw), "section": "", "text": "", **read_table(raw, REQUIREMENT, place)})


def read_roles(raw: Mapping[str, Any], place: Place) -> dict[str, str | tuple[str, ...]]:
    """Return which field, register, column or choice plays each role."""
    roles: dict[str, str | tuple[str, ...]] = {}
    for role, value in raw.items():
        wanted = ROLES.get(role)
        if wanted is None:
            place.report(role, "Deze rol bestaat niet.", suggestion(role, ROLES))
        else:
            roles[role] = place.attempt(role, _player, value, wanted, place, otherwise="")
    return roles


def _player(value: Any, wanted: RoleType, place: Place) -> str | tuple[str, ...]:  # noqa: ANN401
    if wanted is RoleType.FIELDS:
        fields = texts(value, place)
        for name in fields:
            _among(name, place.names.fields, "veld")
        return fields
    name = words(value, place)
    home, _, part = name.partition(".")
    names = place.names
    match wanted:
        case RoleType.FIELD:
            _among(name, names.fields, "veld")
        case RoleType.REGISTER:
            _among(name, names.registers, "register")
        case RoleType.LIST:
            _among(name, names.lists, "keuzelijst")
        case RoleType.COLUMN:
            _among(home, names.registers, "register")
            names.column(part, home)
        case RoleType.CHOICE:
            _among(home, names.lists, "keuzelijst")
            _among(part, names.lists[home], "keuze")
    return name


def _among(name: str, known: Mapping[str, Any] | frozenset[str], what: str) -> None:
    if name not in known:
        raise Wrong(f"{shown(name)} is geen {what}.", suggestion(name, known))
