"""How many answers stand in a document as still open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from radplan_desktop.documents.prose import OPEN, capital
from radplan_desktop.documents.story import Block, Cover, FactList, Item, Paragraph, TableBlock, Tone


def open_places(blocks: Iterable[Block]) -> int:
    """Return how often these blocks say that an answer is still open. What a drawing leaves open is not counted."""
    return sum(_is_open(text) for block in blocks for text in _quiet(block))


def _quiet(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(text, Tone.QUIET):
            yield text
        case FactList(facts) | Cover(facts=facts):
            yield from _of(fact.value for fact in facts)
        case TableBlock(_, rows):
            yield from _of(item for row in rows for item in row)


def _of(items: Iterable[Item]) -> Iterator[str]:
    return (item.text for item in items if item.tone is Tone.QUIET)


def _is_open(text: str) -> bool:
    return text in {OPEN, capital(OPEN)} or text.startswith(f"{capital(OPEN)}: ")
