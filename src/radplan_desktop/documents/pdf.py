"""A Story becomes the bytes of a PDF. Building is serialised: ReportLab's fonts and settings belong to the whole process."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from threading import Lock

from reportlab import rl_config
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, NextPageTemplate, Spacer
from reportlab.platypus import PageBreak as NewPage

from radplan_desktop.charts.scene import Scene
from radplan_desktop.documents.pdf_canvas import PageCanvas
from radplan_desktop.documents.pdf_code import CodeFrame
from radplan_desktop.documents.pdf_cover import CoverPage
from radplan_desktop.documents.pdf_fonts import register_fonts
from radplan_desktop.documents.pdf_look import BODY, BODY_HEIGHT, BULLET, HEADINGS, NOTE, QUIET, STRONG, WIDTH
from radplan_desktop.documents.pdf_pages import BODY as BODY_PAGES
from radplan_desktop.documents.pdf_pages import ContentsEntry, Pages
from radplan_desktop.documents.pdf_scene import SceneFigure, fits_on_a_page
from radplan_desktop.documents.pdf_signing import SignatureRow
from radplan_desktop.documents.pdf_table import facts, table
from radplan_desktop.documents.pdf_text import BULLET as BULLET_SIGN
from radplan_desktop.documents.pdf_text import HeadingLines, Lines
from radplan_desktop.documents.story import (
    Block,
    BulletList,
    Column,
    Contents,
    Cover,
    FactList,
    Figure,
    Heading,
    Item,
    PageBreak,
    Paragraph,
    SignatureBlocks,
    Story,
    TableBlock,
    Tone,
)
from radplan_desktop.host.brake import NO_BRAKE, Brake

_STYLES = {Tone.PLAIN: BODY, Tone.STRONG: STRONG, Tone.QUIET: QUIET, Tone.NOTE: NOTE}
_BUILDING = Lock()


def render(story: Story, brake: Brake = NO_BRAKE) -> bytes:
    """Return the PDF. The same story always gives the same bytes. Raises GivenUp between two blocks or pages."""
    with _BUILDING:
        register_fonts()
        rl_config.useA85 = 0
        file = BytesIO()
        Pages(story, file, brake).build(_kept(list(_flowables(story, brake))), canvasmaker=PageCanvas)
        return file.getvalue()


def _flowables(story: Story, brake: Brake) -> Iterator[Flowable]:
    for place, block in enumerate(story.blocks):
        brake.check()
        yield from _of(block, f"h{place}", story)


def _of(block: Block, key: str, story: Story) -> Iterator[Flowable]:
    match block:
        case Cover():
            yield from (CoverPage(block), NextPageTemplate(BODY_PAGES), NewPage())
        case Contents(title):
            yield from _contents(title, story.blocks)
        case SignatureBlocks():
            yield from _signatures(block)
        case PageBreak():
            yield NewPage()
        case _:
            yield from _running(block, key)


def _running(block: Heading | Paragraph | BulletList | FactList | TableBlock | Figure, key: str) -> Iterator[Flowable]:
    match block:
        case Heading(level, text, number):
            yield HeadingLines(level, number, text, key)
        case Paragraph(text, tone):
            yield Lines(text, _STYLES[tone])
        case BulletList(items):
            yield from (Lines(item, BULLET, BULLET_SIGN) for item in items)
            yield Spacer(0, BODY.after - BULLET.after)
        case FactList():
            yield facts(block)
        case TableBlock():
            yield table(block)
        case Figure(scene):
            yield SceneFigure(scene) if fits_on_a_page(scene) else table(_twin(scene))


def _contents(title: str, blocks: Sequence[Block]) -> Iterator[Flowable]:
    yield Lines(title, HEADINGS[1])
    for place, block in enumerate(blocks):
        if isinstance(block, Heading) and block.level == 1:
            yield ContentsEntry(block.number, block.text, f"h{place}")


def _signatures(block: SignatureBlocks) -> Iterator[Flowable]:
    rows = [SignatureRow(block.signers[place : place + 2]) for place in range(0, len(block.signers), 2)]
    yield from rows[:-1]
    yield KeepTogether([*rows[-1:], CodeFrame(block.code)])


def _twin(scene: Scene) -> TableBlock:
    widest = [
        max([len(title), *(len(row[place]) for row in scene.table.rows)])
        for place, title in enumerate(scene.table.columns)
    ]
    columns = tuple(
        Column(title, max(4, min(size, 40)), numeric)
        for title, size, numeric in zip(scene.table.columns, widest, scene.table.numeric, strict=True)
    )
    return TableBlock(columns, tuple(tuple(map(Item, row)) for row in scene.table.rows))


def _kept(flowables: list[Flowable]) -> list[Flowable]:
    """Put before every heading what keeps it with the beginning of what follows it."""
    kept: list[Flowable] = []
    for place, flowable in enumerate(flowables):
        first_of_its_group = not (place and isinstance(flowables[place - 1], HeadingLines))
        if isinstance(flowable, HeadingLines) and first_of_its_group:
            kept.append(CondPageBreak(min(_needed(flowables, place), BODY_HEIGHT * 0.7)))
        kept.append(flowable)
    return kept


def _needed(flowables: Sequence[Flowable], place: int) -> float:
    """Return the height of a heading with the beginning of what follows; a chapter's first paragraph does not end it."""
    height, introduced = 0.0, flowables[place].level > 1
    for flowable in flowables[place:]:
        if isinstance(flowable, HeadingLines):
            height += flowable.lead(WIDTH)
        elif isinstance(flowable, Lines) and not introduced:
            height += flowable.wrap(WIDTH, 0)[1] + flowable.spaceAfter
            introduced = True
        else:
            return height + (flowable.lead(WIDTH) if hasattr(flowable, "lead") else 0.0)
    return height
