"""The appendix on the lessons: every requirement, and where this document answers it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from radplan_desktop.documents.prose import OPEN
from radplan_desktop.documents.story import Block, Column, Heading, Item, Paragraph, TableBlock, Tone
from radplan_desktop.guideline import model
from radplan_desktop.guideline.model import Guideline, Requirement, Section

GENERAL = "De lessen als geheel"
COLUMNS = (Column("Wat de lessen vragen", 6), Column("Waar u dit vindt", 4))


class Place(NamedTuple):
    """A printed chapter: how it is called, which requirements it answers, and which it asks for but leaves open."""

    name: str
    answered: frozenset[str]
    open: frozenset[str]


def lessons(guideline: Guideline, places: Sequence[Place], number: str) -> Iterator[Block]:
    """Yield per lesson a table of its requirements. ``number`` is that of the chapter, for the headings; it may be empty."""
    titles = {section.id: f"Les {section.number}: {section.title}" for section in guideline.sections}
    pages = _pages(guideline)
    groups: dict[str, list[Requirement]] = {}
    for requirement in guideline.requirements.values():
        groups.setdefault(titles.get(requirement.section, GENERAL), []).append(requirement)
    for place, (title, requirements) in enumerate(groups.items(), 1):
        yield Heading(2, title, f"{number}.{place}" if number else "")
        yield TableBlock(COLUMNS, tuple((Item(r.text), _where(r, places, pages)) for r in requirements))
    yield Paragraph(
        f"RadPlan stelt zijn vragen volgens deze lessen. Versie van de vragen: {guideline.version}.", Tone.QUIET
    )


def asked_by(guideline: Guideline, block: model.Block) -> frozenset[str]:
    """Return the requirements that what a block prints is there for."""
    paths = [block.source, *block.fields]
    if block.chart is not None:
        paths += [
            path for value in block.chart.roles.values() for path in ([value] if isinstance(value, str) else value)
        ]
    if block.kind in {"table", "rows"}:
        paths += [f"{block.source}.{column}" for column in block.columns or guideline.registers[block.source].columns]
    return frozenset(requirement for path in paths for requirement in _requirements(guideline, path))


def _requirements(guideline: Guideline, path: str) -> tuple[str, ...]:
    if path in guideline.registers:
        return guideline.registers[path].requirements
    if path in guideline.fields:
        groups = (group.requirements for group in guideline.groups.values() if path in group.fields)
        return (*guideline.fields[path].requirements, *(found for group in groups for found in group))
    register, _, column = path.partition(".")
    return (
        guideline.registers[register].columns[column].requirements if register in guideline.registers and column else ()
    )


def _where(requirement: Requirement, places: Sequence[Place], pages: Mapping[str, str]) -> Item:
    answered = [place.name for place in places if requirement.id in place.answered]
    if answered:
        return Item(_joined(answered))
    if requirement.behaviour:
        return Item(requirement.behaviour)
    half = [place.name for place in places if requirement.id in place.open]
    if half:
        return Item(f"{_joined(half)}: {OPEN}", Tone.QUIET)
    return Item(pages.get(requirement.id, OPEN), Tone.QUIET)


def _joined(names: Sequence[str]) -> str:
    """Return ``Hoofdstuk 2, 3 en In het kort`` for the names of chapters."""
    numbers = [name.removeprefix(CHAPTER) for name in names if name.startswith(CHAPTER)]
    others = [name for name in names if not name.startswith(CHAPTER)]
    return ", ".join([CHAPTER + ", ".join(numbers), *others] if numbers else others)


CHAPTER = "Hoofdstuk "


def _pages(guideline: Guideline) -> dict[str, str]:
    """Return where in the program a requirement is answered: its first page."""
    found: dict[str, str] = {}
    for section in guideline.sections:
        for page in section.pages:
            for item in page.items:
                for requirement in _of_item(guideline, item):
                    found.setdefault(requirement, _page(section, page.title))
    return found


def _page(section: Section, title: str) -> str:
    return f"In het planbestand, onderdeel {section.title}, pagina {title}"


def _of_item(guideline: Guideline, item: model.Item) -> Iterator[str]:
    match item:
        case model.Field() | model.Group():
            yield from item.requirements
            if isinstance(item, model.Group):
                yield from (found for name in item.fields for found in guideline.fields[name].requirements)
        case model.Register():
            yield from item.requirements
            yield from (found for column in item.columns.values() for found in column.requirements)
