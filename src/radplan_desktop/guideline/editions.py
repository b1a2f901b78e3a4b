"""Would a part of a document always be empty? That is so when everything it prints is stricter than the document's edition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from radplan_desktop.guideline.derivations import inputs_of
from radplan_desktop.guideline.errors import FormError
from radplan_desktop.guideline.model import Block, Chart, Confidentiality, DocumentSpec, Field, Guideline
from radplan_desktop.guideline.names import LINKED
from radplan_desktop.guideline.tables import Tables

_REMEDY = "Kies een soepeler klasse voor de vraag, een strenger document, of haal het weg."


def class_of(guideline: Guideline, path: str, seen: frozenset[str] = frozenset()) -> Confidentiality:
    """Return the loosest class in which an answer at a path can print, before a row's own class counts.

    A column is at least as strict as its register, a link as the name of what it points at, a derived value as its inputs.
    """
    if path in guideline.registers:
        return guideline.registers[path].confidentiality
    try:
        field = guideline.field(path)
    except KeyError:
        return Confidentiality.O
    register = guideline.registers.get(field.register)
    strictest = field.confidentiality if register is None else max(field.confidentiality, register.confidentiality)
    if path in seen:
        return strictest
    return max([strictest, *(class_of(guideline, source, seen | {path}) for source in _sources(guideline, field))])


def _sources(guideline: Guideline, field: Field) -> Iterator[str]:
    if field.kind in LINKED and field.target in guideline.registers:
        yield f"{field.target}.{guideline.registers[field.target].title}"
    yield from inputs_of(guideline, field)


def always_empty(guideline: Guideline, tables: Tables) -> Iterator[FormError]:
    """Yield the blocks and cover lines that would print nothing in the document's own edition."""
    entries = {entry.id: entry for entry in tables["document"]}
    for document in guideline.documents.values():
        entry, edition = entries[document.id], document.edition
        for place, classes in _parts(guideline, document):
            if classes and min(classes) > edition:
                problem = (
                    f"Alles hierin is strenger ({min(classes).name}) dan het document ({edition.name}): altijd leeg."
                )
                yield FormError(entry.file, f"{entry.path}.{place}", problem, _REMEDY)


def _parts(guideline: Guideline, document: DocumentSpec) -> Iterator[tuple[str, list[Confidentiality]]]:
    for n, fact in enumerate(document.cover, 1):
        yield f"cover[{n}]", [class_of(guideline, path) for path in fact.fields]
    for c, chapter in enumerate(document.chapters, 1):
        for b, block in enumerate(chapter.blocks, 1):
            yield f"chapter[{c}].blocks[{b}]", [class_of(guideline, path) for path in _printed(guideline, block)]


def _printed(guideline: Guideline, block: Block) -> Iterable[str]:
    if block.kind == "answer":
        return (block.source,)
    if block.kind in {"table", "rows"} and block.source in guideline.registers:
        columns = guideline.registers[block.source].columns
        return [f"{block.source}.{column}" for column in block.columns or columns]
    if block.chart is not None:
        return _drawn(guideline, block.chart)
    return block.fields


def _drawn(guideline: Guideline, chart: Chart) -> Iterator[str]:
    """Yield the paths a chart is drawn from; a bare column belongs to a register that plays another role in it."""
    paths = [path for found in chart.roles.values() for path in ([found] if isinstance(found, str) else found)]
    rows = [path for path in paths if path in guideline.registers]
    for path in paths:
        home = next((register for register in rows if path in guideline.registers[register].columns), "")
        yield f"{home}.{path}" if home else path
