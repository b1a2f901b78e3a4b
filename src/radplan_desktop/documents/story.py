"""A document as values: what is printed, in reading order, and nothing of how. Renderers (PDF now) take it from here."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from radplan_desktop.charts.scene import Scene


@dataclass(frozen=True, slots=True)
class Stamp:
    """What every page says of this print. ``fingerprint`` is 64 hex digits; ``concept`` holds until the plan is adopted.

    ``logo`` is an image file for the cover, as it was added to the plan; what is no usable image is left out.
    """

    version: str
    date: dt.date
    fingerprint: str
    concept: bool
    plan_id: str
    logo: bytes = field(default=b"", repr=False)


class Tone(StrEnum):
    """How a text is meant. QUIET is something still open, or a remark of the program; NOTE belongs to the table above it."""

    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Item:
    """Text in a table or a list of facts. Lines that start with ``- `` are list items."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Fact:
    """A label with what was answered."""

    label: str
    value: Item


@dataclass(frozen=True, slots=True)
class CodeBox:
    """The fingerprint to compare, with a QR code of ``content`` (plain text, no web address)."""

    lead: str
    code: str
    note: str
    content: str
    framed: bool


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page. ``marking`` is who may read this edition; ``emblem`` an image file to print instead of our own emblem."""

    organisation: str
    team: str
    marking: str
    concept: bool
    kind: str
    title: str
    subtitle: str
    facts: tuple[Fact, ...]
    code: CodeBox
    emblem: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of chapters with their pages; it follows from the headings."""

    title: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is a chapter, 2 a part of it, 3 one row of a register. ``number`` may be empty."""

    level: int
    text: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text, one paragraph; a line end in it is kept."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class BulletList:
    """Items of a list, each one paragraph."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FactList:
    """Lines of a label and an answer."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, its share of the width, and whether it holds numbers (then it is right aligned)."""

    title: str
    width: int
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table; every row has one item per column."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Item, ...], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing; its description and its table twin stand in the scene."""

    scene: Scene


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs, for which organisation, and as what; an empty text becomes a line to write on."""

    organisation: str
    role: str
    name: str
    function: str


@dataclass(frozen=True, slots=True)
class SignatureBlocks:
    """The blocks to sign, and the code of what is signed; a block never splits, and the code stands with the last ones."""

    signers: tuple[Signer, ...]
    code: CodeBox


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Block = (
    Cover | Contents | Heading | Paragraph | BulletList | FactList | TableBlock | Figure | SignatureBlocks | PageBreak
)


@dataclass(frozen=True, slots=True)
class Story:
    """A whole document. ``kind`` is the name of the document, ``title`` that of the plan; both stand on every page.

    ``open`` is how many answers stand in it as still open.
    """

    kind: str
    title: str
    organisation: str
    marking: str
    stamp: Stamp
    blocks: tuple[Block, ...]
    open: int = 0

    @property
    def name(self) -> str:
        """Return the name of the document with that of the plan."""
        return f"{self.kind} {self.title}"
