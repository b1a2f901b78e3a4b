"""From the answers to a Story: the cover, the contents and the chapters of a document, as one edition may show them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from radplan_desktop.charts.drawing import draw
from radplan_desktop.charts.edition import Edition
from radplan_desktop.documents import registers
from radplan_desktop.documents.counting import open_places
from radplan_desktop.documents.covering import MARKINGS, NAMELESS, cover, organisation, role_text, signing_code
from radplan_desktop.documents.lessons import CHAPTER, Place, asked_by, lessons
from radplan_desktop.documents.prose import OPEN, answer, capital, fact, open_paragraph, prose
from radplan_desktop.documents.signing import signers
from radplan_desktop.documents.story import (
    Block,
    Contents,
    FactList,
    Figure,
    Heading,
    PageBreak,
    Paragraph,
    SignatureBlocks,
    Stamp,
    Story,
    Tone,
)
from radplan_desktop.guideline import model
from radplan_desktop.guideline.model import Chapter, Confidentiality, DocumentSpec
from radplan_desktop.host.brake import NO_BRAKE, Brake
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.values import PLAN_ROW

TEXT_WIDTH = 470.5
"""The width of the printed text in points, for which charts are drawn."""
CONTENTS = "Inhoud"
_NOBODY = Paragraph(f"{capital(OPEN)}: wie dit document ondertekent", Tone.QUIET)


@dataclass(slots=True)
class _Printed:
    """A chapter that is printed: its blocks with what each of them became."""

    chapter: Chapter
    title: str
    number: str
    parts: list[tuple[model.Block, list[Block]]] = field(default_factory=list)

    @property
    def name(self) -> str:
        """Return how other parts of the document refer to this chapter."""
        return f"{CHAPTER}{self.number}" if self.number else self.title

    @property
    def is_signed(self) -> bool:
        """Whether people sign in this chapter; it then has pages of its own."""
        return any(block.kind == "signatures" for block in self.chapter.blocks)


def compose(
    answers: Answers, spec: DocumentSpec, limit: Confidentiality, stamp: Stamp, brake: Brake = NO_BRAKE
) -> Story:
    """Return a document of the answers with nothing in it that is stricter than ``limit``. Raises GivenUp between two chapters."""
    edition = Edition(answers, limit, _numbered(answers, spec))
    chapters = _chapters(edition, spec, stamp, brake)
    places = [_place(edition, printed) for printed in chapters]
    blocks: list[Block] = [cover(edition, spec, stamp), Contents(CONTENTS)]
    still_open = open_places([blocks[0], *(block for one in chapters for _, body in one.parts for block in body)])
    for before, printed in zip([None, *chapters], chapters, strict=False):
        if printed.is_signed or (before is not None and before.is_signed):
            blocks.append(PageBreak())
        blocks += _written(edition, printed, places)
    title = role_text(edition, "plan_name") or NAMELESS
    return Story(spec.title, title, organisation(edition), MARKINGS[limit], stamp, tuple(blocks), still_open)


def _numbered(answers: Answers, spec: DocumentSpec) -> frozenset[str]:
    """Return the registers that this document prints with the numbers of their rows."""
    blocks = [block for chapter in spec.chapters for block in chapter.blocks if block.kind in {"table", "rows"}]
    found = {block.source for block in blocks}
    return frozenset(name for name in found if answers.guideline.registers[name].prefix)


def _chapters(edition: Edition, spec: DocumentSpec, stamp: Stamp, brake: Brake) -> list[_Printed]:
    printed: list[_Printed] = []
    number = 0
    for chapter in spec.chapters:
        brake.check()
        if not edition.answers.shown(chapter.when):
            continue
        number += chapter.numbered
        found = _Printed(chapter, edition.fill(chapter.title), str(number) if chapter.numbered else "")
        found.parts = [(block, _body(edition, spec, stamp, block)) for block in chapter.blocks]
        printed.append(found)
    return printed


def _body(edition: Edition, spec: DocumentSpec, stamp: Stamp, block: model.Block) -> list[Block]:
    """Return what a block of the forms becomes; nothing when there is nothing to show."""
    if block.kind == "signatures":
        found = signers(edition.answers, spec, block)
        return [*([] if found else [_NOBODY]), SignatureBlocks(found, signing_code(spec, stamp))]
    write = _WRITERS.get(block.kind)
    return write(edition, block) if write is not None else []


def _text(edition: Edition, block: model.Block) -> list[Block]:
    return list(prose(edition.fill(block.text)))


def _answer(edition: Edition, block: model.Block) -> list[Block]:
    return answer(edition, block.source)


def _facts(edition: Edition, block: model.Block) -> list[Block]:
    facts = tuple(found for found in (fact(edition, name) for name in block.fields) if found is not None)
    return [FactList(facts)] if facts else []


def _chart(edition: Edition, block: model.Block) -> list[Block]:
    scene = draw(edition.answers, block.chart, TEXT_WIDTH, edition.limit) if block.chart is not None else None
    return [Figure(scene)] if scene is not None else []


_WRITERS: dict[str, Callable[[Edition, model.Block], list[Block]]] = {
    "text": _text,
    "answer": _answer,
    "facts": _facts,
    "table": registers.table,
    "rows": registers.rows,
    "chart": _chart,
}


def _written(edition: Edition, printed: _Printed, places: Sequence[Place]) -> Iterator[Block]:
    """Yield a chapter: its heading and its parts, those with a label under a heading of their own."""
    yield Heading(1, printed.title, printed.number)
    part = 0
    for block, body in printed.parts:
        if body and block.label:
            part += 1
            yield Heading(2, edition.fill(block.label), f"{printed.number}.{part}" if printed.number else "")
        yield from body
        if block.kind == "requirements":
            yield from lessons(edition.answers.guideline, places, printed.number)
    asking = [body for block, body in printed.parts if block.kind not in {"text", "requirements"}]
    if asking and not any(asking):
        yield Paragraph(_why_empty(edition, printed), Tone.QUIET)


def _why_empty(edition: Edition, printed: _Printed) -> str:
    """Return why a chapter has nothing to say: this edition may not show it, or nobody wrote it yet."""
    fields = [name for block, _ in printed.parts for name in (block.source, *block.fields)]
    guideline = edition.answers.guideline
    held = any(
        not edition.fits(PLAN_ROW, name) if name in guideline.fields else not edition.asks(name)
        for name in fields
        if name in guideline.fields or name in guideline.registers
    )
    return (
        f"Wat hier hoort, staat niet in de uitgave ‘{MARKINGS[edition.limit]}’."
        if held
        else "Hier is nog niets ingevuld."
    )


def _place(edition: Edition, printed: _Printed) -> Place:
    """Return which requirements a chapter answers, and which it leaves open."""
    answered: set[str] = set()
    asked: set[str] = set()
    told = False
    for block, body in printed.parts:
        found = asked_by(edition.answers.guideline, block)
        asked |= found
        unfinished = block.kind == "answer" and open_places(body) > 0
        if block.kind == "requirements" or (any(_tells(part) for part in body) and not unfinished):
            answered |= found
            told = True
    (answered if told else asked).update(printed.chapter.requirements)
    return Place(printed.name, frozenset(answered), frozenset(asked - answered))


def _tells(block: Block) -> bool:
    """Whether a block says more than that something is still open."""
    if isinstance(block, SignatureBlocks):
        return bool(block.signers)
    return block not in (open_paragraph(), _NOBODY)
