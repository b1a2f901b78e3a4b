"""Answers as running text: paragraphs, lists, and the words for what is open, does not apply, or follows later."""

from __future__ import annotations

from collections.abc import Iterator

from radplan_desktop.charts.edition import LINKED, Edition
from radplan_desktop.documents.story import Block, BulletList, Fact, Item, Paragraph, Tone
from radplan_desktop.guideline.model import Field, Kind
from radplan_desktop.plan.gaps import gaps, to_fill
from radplan_desktop.plan.values import PLAN_ROW, Answer, Value, content_of

OPEN = "nog open"
NOTHING = "–"
_ITEM = "- "


def capital(text: str) -> str:
    """Return the text with a capital at the front."""
    return text[:1].upper() + text[1:]


def prose(text: str) -> Iterator[Block]:
    """Yield the paragraphs of a text; lines that start with ``- `` become a list."""
    items: list[str] = []
    for line in text.split("\n"):
        if line.startswith(_ITEM):
            items.append(line.removeprefix(_ITEM))
            continue
        if items:
            yield BulletList(tuple(items))
            items = []
        if line.strip():
            yield Paragraph(line)
    if items:
        yield BulletList(tuple(items))


def open_paragraph() -> Paragraph:
    """Return what stands where an answer is still needed."""
    return Paragraph(capital(OPEN), Tone.QUIET)


def answer(edition: Edition, name: str) -> list[Block]:
    """Return the answer to a plan field as running text; nothing when it is hidden, or open and not needed."""
    if not edition.shows(PLAN_ROW, name):
        return []
    field = edition.answers.guideline.fields[name]
    value = edition.value(PLAN_ROW, name)
    if value is None:
        return [open_paragraph()] if field.gate is not None else []
    if not isinstance(value, Answer):
        return [Paragraph(capital(edition.text(PLAN_ROW, name)), Tone.QUIET)]
    listed = _listed(edition, field, value)
    if len(listed) > 1:
        return [BulletList(tuple(listed))]
    return [*prose(edition.text(PLAN_ROW, name, long_dates=True)), *unfinished(field, value)]


def unfinished(field: Field, value: Value) -> list[Paragraph]:
    """Return the line under a text that still has gaps where its writer goes on; nothing under any other."""
    count = gaps(field, content_of(value))
    return [Paragraph(f"{capital(OPEN)}: {to_fill(count)}", Tone.QUIET)] if count else []


def _listed(edition: Edition, field: Field, value: Answer) -> list[str]:
    """Return the parts of an answer that is a choice of several."""
    if field.kind == Kind.CHOICES:
        chosen = set(value.content)
        return [
            choice.label for choice in edition.answers.guideline.lists[field.choices].choices if choice.id in chosen
        ]
    return edition.targets(value.content) if field.kind in LINKED else []


def fact(edition: Edition, name: str) -> Fact | None:
    """Return the answer to a plan field beside its label; None when it is hidden, or open and not needed."""
    if not edition.shows(PLAN_ROW, name):
        return None
    field = edition.answers.guideline.fields[name]
    value = edition.value(PLAN_ROW, name)
    if value is None and field.gate is None:
        return None
    text = "\n".join((edition.text(PLAN_ROW, name, long_dates=True), *(one.text for one in unfinished(field, value))))
    return Fact(field.label, item(value, text, OPEN))


def item(value: Value, text: str, otherwise: str) -> Item:
    """Return a value as it stands in a table: the text, or quietly what stands there ``otherwise``."""
    if not text:
        return Item(otherwise, Tone.QUIET)
    return Item(text, Tone.PLAIN if isinstance(value, Answer) else Tone.QUIET)
