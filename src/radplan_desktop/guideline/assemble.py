"""From raw tables to the Guideline: every table is read once, with the index of all names at hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, TypeVar

from radplan_desktop.guideline.aids import read_helper, read_track
from radplan_desktop.guideline.beside import Helper, Track
from radplan_desktop.guideline.checks import read_check
from radplan_desktop.guideline.documents import read_document
from radplan_desktop.guideline.errors import FormError, shown
from radplan_desktop.guideline.fields import read_field
from radplan_desktop.guideline.lists import read_gate, read_list, read_requirement, read_roles
from radplan_desktop.guideline.model import (
    Chart,
    ChoiceList,
    DocumentSpec,
    Field,
    Group,
    Guideline,
    Page,
    Register,
    Requirement,
    Section,
)
from radplan_desktop.guideline.names import Names
from radplan_desktop.guideline.pages import SECTION, Stock, read_page
from radplan_desktop.guideline.registers import read_group, read_register
from radplan_desktop.guideline.strict import Place, read_table
from radplan_desktop.guideline.tables import OVERLAY, Entry, Tables

T = TypeVar("T", Field, Group, Register, ChoiceList, Requirement, DocumentSpec, Track, Helper)


@dataclass(frozen=True, slots=True)
class Source:
    """What a Guideline is made from, and where mistakes go."""

    tables: Tables
    names: Names
    errors: list[FormError]

    def place(self, item: Entry) -> Place:
        """Return the place of a raw table."""
        return Place(item.file, item.path, self.names, self.errors)

    def each(self, kind: str) -> Iterator[tuple[Mapping[str, Any], Place]]:
        """Yield the raw tables of a kind, each with its place."""
        for item in self.tables[kind]:
            yield item.data, self.place(item)


def assemble(source: Source, version: str, overlay: str) -> Guideline:
    """Return the Guideline; what is wrong in it stands in ``source.errors``, and then it is not to be used."""
    fields = [read_field(raw, place) for raw, place in source.each("field")]
    groups = [read_group(raw, place) for raw, place in source.each("group")]
    registers = [read_register(raw, place) for raw, place in source.each("register")]
    lists = [read_list(raw, place) for raw, place in source.each("list")]
    requirements = [read_requirement(raw, place) for raw, place in source.each("requirement")]
    stock = Stock(_by_id(fields), _by_id(groups), _by_id(registers))
    sections = _sections(source, stock)
    charts = {item.chart: item for section in reversed(sections) for item in section.items() if isinstance(item, Chart)}
    documents = [read_document(raw, place, charts) for raw, place in source.each("document")]
    gates = [read_gate(raw, place) for raw, place in source.each("gate")]
    checks = [read_check(raw, place) for raw, place in source.each("check")]
    tracks = [read_track(raw, place) for raw, place in source.each("track")]
    helpers = [read_helper(raw, place) for raw, place in source.each("helper")]
    roles: dict[str, str | tuple[str, ...]] = {}
    for raw, place in source.each("roles"):
        roles.update(read_roles(raw, place))
    return Guideline(
        version=version,
        sections=sections,
        fields=MappingProxyType(dict(stock.fields)),
        groups=MappingProxyType(dict(stock.groups)),
        registers=MappingProxyType(dict(stock.registers)),
        views=MappingProxyType(stock.views),
        lists=MappingProxyType(_by_id(lists)),
        gates=tuple(sorted((gate for gate in gates if gate is not None), key=lambda spec: spec.gate)),
        checks=tuple(check for check in checks if check is not None),
        requirements=MappingProxyType(_by_id(requirements)),
        documents=MappingProxyType(_by_id(item for item in documents if item is not None)),
        roles=MappingProxyType(roles),
        tracks=MappingProxyType(_by_id(tracks)),
        helpers=MappingProxyType(_by_id(helpers)),
        overlay=overlay,
    )


def _by_id(items: Iterable[T]) -> dict[str, T]:
    """Return the things that have a name, by name."""
    return {item.id: item for item in items if item.id}


def _sections(source: Source, stock: Stock) -> tuple[Section, ...]:
    pages: dict[str, list[Page]] = {item.file: [] for item in source.tables["section"]}
    for item in source.tables["page"]:
        place = source.place(item)
        page = read_page(item.data, place, stock)
        home = item.home or item.file.removeprefix(OVERLAY)
        if home in pages:
            pages[home].append(page)
        else:
            place.report("", "Deze pagina hoort bij geen onderdeel.", "Zet haar in het bestand van een onderdeel.")
    sections: list[Section] = []
    owners: dict[int, str] = {}
    for item in source.tables["section"]:
        values = read_table(item.data, SECTION, source.place(item))
        bare = {"id": item.id, "number": 0, "title": "", "subtitle": "", "lesson": "", "source": ""}
        section = Section(**{**bare, **values}, pages=tuple(pages[item.file]))
        owner = owners.setdefault(section.number, section.id)
        if owner != section.id:
            problem = f"Het nummer {section.number} is al van {shown(owner)}."
            source.place(item).report("number", problem, "Kies een ander nummer.")
        sections.append(section)
    return tuple(sorted(sections, key=lambda section: section.number))
