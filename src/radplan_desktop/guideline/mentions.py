"""``{gemeente}`` in a sentence becomes the answer to that field: the field has to exist."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from radplan_desktop.guideline.errors import FormError, shown
from radplan_desktop.guideline.model import DocumentSpec, Field, Guideline
from radplan_desktop.guideline.placing import cards_of
from radplan_desktop.guideline.tables import Entry, Tables

_MENTION = re.compile(r"\{([a-z][a-z0-9_]*)\}")
IN_TITLES = frozenset({"rij"})
"""What the title of a helper may mention besides columns and fields."""
IN_MESSAGES = frozenset({"titel", "waarde", "grens"})
"""What the message of a check may mention besides fields."""


def mentions(guideline: Guideline, tables: Tables, entries: Mapping[str, Entry]) -> Iterator[FormError]:
    """Yield the sentences that mention a field that does not exist."""
    for entry, sentences, extra in chain(
        _asked(guideline, entries), _checked(guideline, tables), _printed(guideline, tables), _beside(guideline, tables)
    ):
        for sentence in sentences:
            if "{" not in sentence:
                continue
            for name in _MENTION.findall(sentence):
                if name not in guideline.fields and name not in extra:
                    problem = f"Er is geen veld {shown(name)} voor {{{name}}} in de tekst."
                    yield entry.wrong("", problem, "Noem een bestaand veld tussen de haken.")


_Sentences = tuple[Entry, Iterable[str], Iterable[str]]


def _asked(guideline: Guideline, entries: Mapping[str, Entry]) -> Iterator[_Sentences]:
    for card in cards_of(guideline):
        yield entries[card.id], _of_field(card) if isinstance(card, Field) else (card.question, card.hint), ()
    for register in guideline.registers.values():
        for column in register.columns.values():
            yield entries[register.id], _of_field(column), register.columns


def _of_field(item: Field) -> tuple[str, ...]:
    return (item.question, item.hint, item.placeholder, *item.opzet.values())


def _checked(guideline: Guideline, tables: Tables) -> Iterator[_Sentences]:
    entries = {entry.id: entry for entry in tables["check"]}
    for check in guideline.checks:
        yield entries[check.id], (check.message,), IN_MESSAGES


def _printed(guideline: Guideline, tables: Tables) -> Iterator[_Sentences]:
    entries = {entry.id: entry for entry in tables["document"]}
    for document in guideline.documents.values():
        yield entries[document.id], _of_document(document), ()


def _of_document(document: DocumentSpec) -> Iterator[str]:
    yield document.title
    for chapter in document.chapters:
        yield chapter.title
        yield from (block.text for block in chapter.blocks)


def _beside(guideline: Guideline, tables: Tables) -> Iterator[_Sentences]:
    entries = {entry.id: entry for kind in ("track", "helper") for entry in tables[kind]}
    for track in guideline.tracks.values():
        yield entries[track.id], (track.text, *(step.text for step in track.steps)), ()
    for helper in guideline.helpers.values():
        register = guideline.registers.get(helper.register)
        said = [part.met for part in helper.parts] + [lack.says for part in helper.parts for lack in part.lacks]
        yield entries[helper.id], (helper.title, *said), {*IN_TITLES, *(register.columns if register else ())}
