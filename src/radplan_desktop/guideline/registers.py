"""Groups and registers: one table in the forms becomes one Group or one Register with its columns and preset rows."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from radplan_desktop.guideline.binding import condition
from radplan_desktop.guideline.errors import Wrong, shown, suggestion
from radplan_desktop.guideline.fields import (
    check_range,
    confidentiality,
    gate,
    help_text,
    read_field,
    requirement_ids,
    route,
    written,
)
from radplan_desktop.guideline.model import Confidentiality, Field, Gate, Group, Kind, Need, Preset, Register, Route
from radplan_desktop.guideline.names import NUMERIC
from radplan_desktop.guideline.strict import (
    Keys,
    Place,
    boolean,
    choice_identifier,
    identifier,
    positive,
    read_table,
    tables,
    text,
    texts,
    words,
)
from radplan_desktop.guideline.tables import name_of

UNTYPED = frozenset({Kind.DERIVED, Kind.ATTACHMENT, Kind.CHECKLIST})
CLASSES = frozenset(c.name.lower() for c in Confidentiality)


def _field_ids(value: Any, place: Place) -> tuple[str, ...]:  # noqa: ANN401
    found = texts(value, place)
    if not found:
        raise Wrong("De lijst van velden is leeg.", "Noem de velden die op de kaart staan.")
    known = place.names.fields
    for name in found:
        if name not in known:
            place.report("fields", f"Het veld {shown(name)} bestaat niet.", suggestion(name, known))
    return tuple([name for name in found if name in known])


GROUP = Keys.of(
    ["id", "label", "question", "fields"],
    id=identifier,
    label=words,
    question=words,
    fields=_field_ids,
    code=text,
    hint=text,
    help=help_text,
    when=condition,
    requirements=requirement_ids,
)


def read_group(raw: Mapping[str, Any], place: Place) -> Group:
    """Return the group of a raw table."""
    return Group(**{"id": name_of(raw), "label": "", "question": "", "fields": (), **read_table(raw, GROUP, place)})


_NEED = Keys.of(["gate"], gate=gate, min=("minimum", positive), where=condition)
_PRESET = Keys.of(["key", "values"], key=choice_identifier, values=lambda value, _place: value)


def _needs(raws: list[Any], place: Place) -> tuple[Need, ...]:
    items = [read_table(item, _NEED, place.under(f"need[{n}]")) for n, item in enumerate(raws, 1)]
    return tuple([Need(**item) for item in items if "gate" in item])


REGISTER = Keys.of(
    ["id", "label", "question", "row", "title", "column"],
    id=identifier,
    code=text,
    label=words,
    question=words,
    row=words,
    title=words,
    subtitle=words,
    prefix=text,
    hint=text,
    class_=("confidentiality", confidentiality),
    class_column=words,
    route=route,
    need=("needs", tables),
    requirements=requirement_ids,
    when=condition,
    help=help_text,
    fixed=boolean,
    na=boolean,
    tempting=boolean,
    retired=boolean,
    column=("columns", tables),
    preset=("presets", tables),
    sheet=texts,
)


def read_register(raw: Mapping[str, Any], place: Place) -> Register:
    """Return the register of a raw table. Its own ``when`` looks at the plan; ``need`` and columns look at a row first."""
    identity = name_of(raw)
    inside = place.within(identity)
    values = read_table(raw, REGISTER, place)
    values["needs"] = _needs(values.get("needs", []), inside)
    klass = values.setdefault("confidentiality", Confidentiality.I)
    columns = _columns(values.get("columns", []), klass, inside)
    presets = _presets(values.get("presets", []), columns, inside)
    basis = any(need.gate is Gate.B for need in values["needs"])
    values.setdefault("route", Route.BASIS if basis else Route.DEPTH)
    _check_columns(values, columns, place)
    if values.get("fixed") and not presets:
        place.report(
            "fixed",
            "Dit register heeft geen vaste rijen en mag geen nieuwe krijgen.",
            "Haal fixed weg of voeg [[register.preset]] toe.",
        )
    bare: dict[str, Any] = {"id": identity, "label": "", "question": "", "row": "", "title": ""}
    return Register(**{**bare, **values, "columns": MappingProxyType(columns), "presets": presets})


def _columns(raws: list[Any], klass: Confidentiality, place: Place) -> dict[str, Field]:
    columns = {}
    for n, raw in enumerate(raws, 1):
        name = raw.get("id") if isinstance(raw, dict) else None
        inner = place.under(f"column.{name}" if isinstance(name, str) else f"column[{n}]")
        if not isinstance(raw, dict):
            inner.report("", "Een kolom hoort een tabel te zijn.", "Schrijf [[register.column]], met dubbele haken.")
            continue
        column = read_field(raw, inner, klass)
        if column.id:
            columns[column.id] = column
        if column.confidentiality < klass:
            problem = (
                f"De kolom ({column.confidentiality.name}) kan niet soepeler zijn dan het register ({klass.name})."
            )
            inner.report(
                "class", problem, "Maak het register soepeler en de andere kolommen strenger, of haal class hier weg."
            )
    return columns


def _presets(raws: list[Any], columns: Mapping[str, Field], place: Place) -> tuple[Preset, ...]:
    presets: dict[str, Preset] = {}
    for n, raw in enumerate(raws, 1):
        inner = place.under(f"preset[{n}]")
        values = read_table(raw, _PRESET, inner)
        key = values.get("key", "")
        if key in presets:
            inner.report("key", f"De key {shown(key)} bestaat al in dit register.", "Kies een andere key.")
        presets[key] = Preset(key, row_values(values.get("values", {}), columns, inner.under("values")))
    return tuple(presets.values())


def row_values(raw: object, columns: Mapping[str, Field], place: Place) -> Mapping[str, Any]:
    """Return the contents of a row that is written in the forms: column id -> content."""
    if not isinstance(raw, dict):
        place.report("", "Hier hoort een tabel met kolommen.", 'Schrijf { kolom = "…" }.')
        return {}
    values = {}
    for name, value in raw.items():
        column = columns.get(name)
        if column is None:
            place.report(name, f"De kolom {shown(name)} bestaat niet.", suggestion(name, columns))
        else:
            values[name] = place.attempt(name, _cell, column, value, place)
    return MappingProxyType(values)


def _cell(column: Field, value: object, place: Place) -> Any:  # noqa: ANN401
    content = written(column.kind, value, column.choices, column.target, place)
    if column.kind in NUMERIC:
        check_range(Decimal(content), column.minimum, column.maximum)
    return content


def _check_columns(values: dict[str, Any], columns: Mapping[str, Field], place: Place) -> None:
    for key in ("title", "subtitle", "class_column"):
        name = values.get(key)
        if name is not None and name not in columns:
            place.report(key, f"De kolom {shown(name)} bestaat niet.", suggestion(name, columns))
    for name in values.get("sheet", ()):
        if name not in columns:
            place.report("sheet", f"De kolom {shown(name)} bestaat niet.", suggestion(name, columns))
        elif columns[name].kind in UNTYPED:
            place.report("sheet", f"De kolom {shown(name)} kunt u niet typen.", "Haal haar weg uit sheet.")
    marker = columns.get(values.get("class_column", ""))
    if marker is not None and (
        marker.kind is not Kind.CHOICE or place.names.lists.get(marker.choices, CLASSES) != CLASSES
    ):
        remedy = "Kies een kolom van soort choice met de keuzes o, k, i en v."
        place.report("class_column", f"{shown(marker.id)} geeft geen vertrouwelijkheid.", remedy)
