"""Sections and pages: what stands where, in which order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from radplan_desktop.guideline.binding import condition
from radplan_desktop.guideline.errors import Wrong, shown, suggestion
from radplan_desktop.guideline.fields import help_text, register_id
from radplan_desktop.guideline.model import Chart, Field, Filter, Group, Item, Page, Panel, Register, View
from radplan_desktop.guideline.names import Names
from radplan_desktop.guideline.registers import row_values
from radplan_desktop.guideline.strict import (
    Keys,
    Place,
    identifier,
    integer,
    read_table,
    tables,
    text,
    text_or_texts,
    texts,
    word_of,
    words,
)
from radplan_desktop.guideline.tables import name_of

FILTERED = "stakeholder_map"
"""The drawing that can be narrowed to some of its rows."""
CHARTS = (FILTERED, "process_line", "timeline", "goal_tree", "indicator_bars")
PANELS: dict[str, tuple[str, ...]] = {
    "open_points": (),
    "gate": (),
    "contact_log": ("rows", "party", "date", "about", "result"),
    "diversity": ("rows", "kind", "domain"),
    "passing_on": ("rows", "measured", "asked", "kept"),
    "reactions": ("rows", "remark", "party", "about", "verdict", "why"),
    "findings": ("rows", "evidence", "conclusion", "none", "actions", "link", "what", "owner", "due"),
    "actions": ("rows", "date"),
}
"""The panels, and the roles that each of them needs."""
REGISTERS = frozenset({"rows", "actions"})
"""The roles of a panel that take registers."""
CHOICES = frozenset({"undecided", "refused", "closed"})
"""The roles of a panel that take choices of a list; the others take columns."""

SECTION = Keys.of(
    ["id", "number", "title"],
    id=identifier,
    number=integer,
    title=words,
    subtitle=text,
    lesson=text,
    source=text,
)
PAGE = Keys.of(["id", "title", "items"], id=identifier, title=words, subtitle=text, items=tables)


def _roles(value: Any, place: Place) -> Mapping[str, str | tuple[str, ...]]:  # noqa: ANN401
    """Read which fields a chart is drawn from: paths, or bare columns of a register that plays another role in it."""
    if type(value) is not dict or not value:
        raise Wrong("Hier hoort een tabel met rollen.", 'Schrijf { rows = "register", … }.')
    roles = {role: text_or_texts(paths, place) for role, paths in value.items()}
    registers = [paths[0] for paths in roles.values() if paths and paths[0] in place.names.registers]
    for role, paths in roles.items():
        for path in paths:
            place.attempt(f"roles.{role}", _exists, path, registers, place.names)
    return MappingProxyType(
        {role: paths if isinstance(value[role], list) else paths[0] for role, paths in roles.items()}
    )


def _exists(path: str, registers: list[str], names: Names) -> None:
    home, _, choice = path.partition(".")
    if choice in names.lists.get(home, ()):
        return
    if path not in names.registers and not any(path in names.registers[register] for register in registers):
        names.find(path)


FILTER = Keys.of(["label", "where"], label=words, where=condition)


def _filters(value: Any, place: Place) -> tuple[Filter, ...]:  # noqa: ANN401
    """Read what a drawing can be narrowed to; conditions are those of the rows that it draws."""
    if not place.register:
        raise Wrong("Deze tekening heeft geen filter.", f"Laat filter weg; alleen {FILTERED} met rows heeft er een.")
    found = []
    for n, raw in enumerate(tables(value, place), 1):
        values = read_table(raw, FILTER, place.under(f"filter[{n}]"))
        if FILTER.required <= values.keys():
            found.append(Filter(**values))
    return tuple(found)


CHART = Keys.of(["chart", "label"], chart=word_of(*CHARTS), label=words, roles=_roles)
PAGE_CHART = Keys.of(
    ["chart", "label"],
    chart=word_of(*CHARTS),
    label=words,
    roles=_roles,
    beside=_roles,
    filter=("filters", _filters),
)
PANEL = Keys.of(
    ["panel", "label"],
    panel=word_of(*PANELS),
    label=words,
    question=text,
    roles=_roles,
    preset=lambda value, _place: value,
)
VIEW = Keys.of(
    ["view", "register", "label", "question", "columns"],
    view=("id", identifier),
    register=register_id,
    label=words,
    question=words,
    columns=texts,
    where=condition,
    preset=lambda value, _place: value,
    help=help_text,
)


@dataclass(slots=True)
class Stock:
    """What pages can show, by name."""

    fields: Mapping[str, Field]
    groups: Mapping[str, Group]
    registers: Mapping[str, Register]
    views: dict[str, View] = field(default_factory=dict)

    def find(self, name: str) -> Field | Group | Register:
        """Return the field, group or register of this name. Raises Wrong."""
        found = self.fields.get(name) or self.groups.get(name) or self.registers.get(name)
        if found is None:
            known = [*self.fields, *self.groups, *self.registers]
            raise Wrong(f"{shown(name)} is geen veld, groep of register.", suggestion(name, known))
        return found


def read_page(raw: Mapping[str, Any], place: Place, stock: Stock) -> Page:
    """Return the page of a raw table; what is retired is left off it."""
    values = read_table(raw, PAGE, place)
    items: list[Item] = []
    for n, item in enumerate(values.get("items", []), 1):
        inner = place.under(f"items[{n}]")
        found = inner.attempt("", stock.find, item) if isinstance(item, str) else _special(item, inner, stock)
        if found is not None and not getattr(found, "retired", False):
            items.append(found)
    return Page(**{"id": name_of(raw), "title": "", "subtitle": "", **values, "items": tuple(items)})


def _special(raw: object, place: Place, stock: Stock) -> Item | None:
    if isinstance(raw, dict):
        if "view" in raw:
            return _view(raw, place, stock)
        if "chart" in raw:
            if "roles" not in raw:
                place.report("roles", "Deze sleutel ontbreekt.", 'Schrijf roles = { rows = "register", … }.')
            return read_chart(raw, place.within(_filtered(raw, place.names)), PAGE_CHART)
        if "panel" in raw:
            return _panel(raw, place, stock)
    place.report(
        "", "Dit kan niet op een pagina staan.", "Noem een veld, groep of register, of een view, chart of panel."
    )
    return None


def _filtered(raw: Mapping[str, Any], names: Names) -> str:
    """Return the register whose rows a drawing can be narrowed to; empty when it has no filter."""
    roles = raw.get("roles")
    rows = roles.get("rows") if raw["chart"] == FILTERED and isinstance(roles, dict) else None
    return rows if isinstance(rows, str) and rows in names.registers else ""


def read_chart(raw: Mapping[str, Any], place: Place, keys: Keys = CHART) -> Chart:
    """Return the drawing of a raw table; only on a page something can stand beside it."""
    return Chart(**{"chart": "", "label": "", "roles": {}, **read_table(raw, keys, place)})


def _panel(raw: Mapping[str, Any], place: Place, stock: Stock) -> Panel:
    values = read_table(raw, PANEL, place)
    if "preset" in values:
        values["preset"] = _preset(values, place, stock)
    panel = Panel(**{"panel": "", "label": "", **values})
    if ("roles" in values) != ("roles" in raw):
        return panel
    missing = [role for role in PANELS.get(panel.panel, ()) if role not in panel.roles]
    if missing:
        place.report("roles", f"Dit paneel mist: {', '.join(missing)}.", 'Schrijf roles = { rows = "register", … }.')
    for role, found in panel.roles.items():
        for path in (found,) if isinstance(found, str) else found:
            place.attempt(f"roles.{role}", _suits, role, path, place.names)
    return panel


def _preset(values: Mapping[str, Any], place: Place, stock: Stock) -> Mapping[str, Any]:
    """Read what stands in a row that is added in a panel: one of the register of ``actions``."""
    home = values.get("roles", {}).get("actions")
    if home not in stock.registers:
        place.report("preset", "Dit paneel voegt geen rijen toe.", "Laat preset weg, of noem het register bij actions.")
        return {}
    return row_values(values["preset"], stock.registers[home].columns, place.within(home).under("preset"))


def _suits(role: str, path: str, names: Names) -> None:
    """Refuse what does not suit a role: some take registers, some choices of a list, and the others columns."""
    home, dot, _ = path.partition(".")
    if role in REGISTERS:
        if path in names.fields or dot:
            raise Wrong(f"{shown(path)} is geen register.", suggestion(path, names.registers))
    elif role in CHOICES:
        if home not in names.lists or not dot:
            raise Wrong(f"{shown(path)} is geen keuze.", "Schrijf lijst.keuze.")
    elif path in names.fields or (dot and home not in names.registers):
        raise Wrong(f"{shown(path)} is geen kolom.", "Schrijf register.kolom.")


def _view(raw: Mapping[str, Any], place: Place, stock: Stock) -> View | None:
    register = raw.get("register")
    home = register if isinstance(register, str) else ""
    inside = place.within(home)
    if home not in stock.registers:
        read_table({key: value for key, value in raw.items() if key != "where"}, VIEW, place)
        return None
    values = read_table(raw, VIEW, inside)
    for column in values.get("columns", ()):
        inside.attempt("columns", place.names.column, column, home)
    values["preset"] = row_values(values.get("preset", {}), stock.registers[home].columns, inside.under("preset"))
    view = View(**{"id": "", "register": home, "label": "", "question": "", "columns": (), **values})
    stock.views[view.id] = view
    return view
