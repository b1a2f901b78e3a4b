"""Printing the trial document, and reading back what is in a story and what stands on the pages of a PDF."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date

import pypdfium2
from reportlab.lib.units import mm

from radplan_desktop.documents import Stamp, Story, compose
from radplan_desktop.documents.glyphs import printable
from radplan_desktop.documents.story import (
    Block,
    BulletList,
    FactList,
    Heading,
    Paragraph,
    SignatureBlocks,
    TableBlock,
)
from radplan_desktop.guideline import Confidentiality
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.fingerprint import fingerprint
from tests.documents.forms import guideline
from tests.plan.small import Said, answers

PLAN_ID = "ab" * 16
BODY = (20 * mm - 3, 267 * mm)
"""Between which heights the text of a page stands, without head and foot."""
ALL = Confidentiality.V


def world(said: Said | None = None, rows: Mapping[str, list[str]] | None = None) -> Answers:
    """Return answers to the trial forms: content per (row, field), and the rows of each register."""
    return answers(said, rows, guideline())


def stamp(of: Answers, *, concept: bool = False, logo: bytes = b"") -> Stamp:
    """Return the stamp of version 1.3."""
    return Stamp("1.3", date(2026, 11, 12), fingerprint(of.plan, PLAN_ID), concept, PLAN_ID, logo)


def story(of: Answers, edition: Confidentiality = ALL, *, concept: bool = False, logo: bytes = b"") -> Story:
    """Return the trial document of these answers."""
    return compose(of, of.guideline.documents["proef"], edition, stamp(of, concept=concept, logo=logo))


def texts(of: Story) -> list[str]:
    """Return every text of a story in reading order, the cover left out."""
    return [text for block in of.blocks for text in _of_block(block)]


def under(of: Story, heading: str) -> list[Block]:
    """Return the blocks between a heading and the next."""
    places = [n for n, block in enumerate(of.blocks) if isinstance(block, Heading)]
    start = next((n for n in places if getattr(of.blocks[n], "text", "") == heading), None)
    if start is None:
        return []
    end = next((n for n in places if n > start), len(of.blocks))
    return list(of.blocks[start + 1 : end])


def cells(of: Story, heading: str) -> list[list[str]]:
    """Return the texts of the first table under a heading, the row of titles included."""
    table = next(block for block in under(of, heading) if isinstance(block, TableBlock))
    return [[column.title for column in table.columns], *([item.text for item in row] for row in table.rows)]


def _of_block(block: Block) -> Iterator[str]:
    match block:
        case Heading(_, text, number):
            yield from (number, text)
        case Paragraph(text):
            yield text
        case BulletList(items):
            yield from items
        case FactList(facts):
            yield from (text for fact in facts for text in (fact.label, fact.value.text))
        case TableBlock(columns, rows):
            yield from (column.title for column in columns)
            yield from (item.text for row in rows for item in row)
        case SignatureBlocks(signers, code):
            yield from (text for s in signers for text in (s.organisation, s.role, s.name, s.function))
            yield code.code


def pages(pdf: bytes, *, body: bool = False) -> list[str]:
    """Return the text of every page; with ``body`` without head and foot."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        found = []
        for page in document:
            text = page.get_textpage()
            low, high = BODY if body else (0, 842)
            found.append(text.get_text_bounded(left=0, bottom=low, right=600, top=high))
            text.close()
            page.close()
        return found
    finally:
        document.close()


def squeezed(text: str) -> str:
    """Return a text without blanks, accents and the marks a reader adds at line ends, so that broken lines compare equal."""
    plain = unicodedata.normalize("NFKD", printable(text).replace("\ufffe", "-"))
    return re.sub(r"[\s•\-]", "", "".join(char for char in plain if not unicodedata.combining(char)))
