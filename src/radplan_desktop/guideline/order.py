"""Conditions look back, never ahead, and nothing refers to itself by a detour."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from radplan_desktop.guideline.conditions import And, Compare, Condition, Filled, Not, Or, Quantified
from radplan_desktop.guideline.derivations import inputs_of
from radplan_desktop.guideline.errors import FormError, shown
from radplan_desktop.guideline.model import Field, Guideline, Register
from radplan_desktop.guideline.placing import Layout, cards_of
from radplan_desktop.guideline.tables import Entry

MAX_NAMED = 6


def looking_ahead(guideline: Guideline, layout: Layout, entries: Mapping[str, Entry]) -> Iterator[FormError]:
    """Yield the conditions that look at a question that only comes later."""
    for card in cards_of(guideline):
        here = layout.position.get(card.id)
        if card.when is None or here is None:
            continue
        for path in sorted(set(_seen(card.when, "", guideline))):
            name = path.partition(".")[0]
            if layout.position.get(name, -1) >= here:
                problem = f"{shown(name)} wordt pas later gevraagd."
                yield entries[card.id].wrong("when", problem, "Kijk naar een eerdere vraag, of zet deze verderop.")
    for register in guideline.registers.values():
        yield from _ahead_in_row(guideline, register, entries[register.id])


def _ahead_in_row(guideline: Guideline, register: Register, entry: Entry) -> Iterator[FormError]:
    later = {column.path for column in register.columns.values()}
    for column in register.columns.values():
        for path in sorted(later.intersection(_seen(column.when, register.id, guideline))):
            problem = f"De kolom {shown(path)} staat pas verderop in de rij."
            remedy = "Kijk naar een eerdere kolom, of zet deze verderop."
            yield entry.wrong(f"column.{column.id}.when", problem, remedy)
        later.discard(column.path)


def circles(guideline: Guideline, layout: Layout, entries: Mapping[str, Entry]) -> Iterator[FormError]:
    """Yield the circles: an answer that is shown or worked out by looking at itself."""
    graph = dict(_looks_at(guideline, layout))
    while circle := _circle(graph):
        home, _, column = circle[0].partition(".")
        problem = f"Dit verwijst in een kring: {' → '.join(circle[:MAX_NAMED])}."
        yield entries[home].wrong(f"column.{column}" if column else "", problem, "Haal één van de verwijzingen weg.")
        graph = {name: needs - set(circle) for name, needs in graph.items()}


def _circle(graph: Mapping[str, set[str]]) -> list[str]:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def _looks_at(guideline: Guideline, layout: Layout) -> Iterator[tuple[str, set[str]]]:
    """Yield every register, column and field with the paths it looks at, as far as they exist."""
    for register in guideline.registers.values():
        yield register.id, set(_seen(register.when, "", guideline))
        for column in register.columns.values():
            if column.when is None and column.derive is None and register.when is None:
                continue
            yield column.path, {register.id, *_seen(column.when, register.id, guideline), *_inputs(column, guideline)}
    for plain in guideline.fields.values():
        group = layout.group_of.get(plain.id)
        outer = () if group is None else _seen(group.when, "", guideline)
        earlier = {*_seen(plain.when, "", guideline), *outer} - {plain.id}
        yield plain.id, {*earlier, *_inputs(plain, guideline)}


def _inputs(item: Field, guideline: Guideline) -> Iterator[str]:
    yield from inputs_of(guideline, item)
    if item.derive is not None and item.derive.of:
        rows = item.derive.of[0].partition(".")[0]
        yield from _seen(item.derive.where, rows if rows in guideline.registers else "", guideline)


def _seen(condition: Condition | None, register: str, guideline: Guideline) -> Iterator[str]:
    """Yield the paths that a condition looks at, seen from a row of a register or from the plan."""
    match condition:
        case And(parts) | Or(parts):
            for part in parts:
                yield from _seen(part, register, guideline)
        case Not(part):
            yield from _seen(part, register, guideline)
        case Compare(name) | Filled(name):
            in_row = register and name in guideline.registers[register].columns
            yield f"{register}.{name}" if in_row else name
        case Quantified(_, rows, inner):
            yield rows
            yield from _seen(inner, rows, guideline)
