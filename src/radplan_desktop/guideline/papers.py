"""What is checked and printed: checks and documents, each an immutable value. Import them from ``model``."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from radplan_desktop.guideline.questions import Chart, Confidentiality, Gate

if TYPE_CHECKING:
    from radplan_desktop.guideline.conditions import Condition


@dataclass(frozen=True, slots=True)
class Operand:
    """A value in a check: a path (``agg`` picks from many), ``vandaag``, or a number."""

    path: str = ""
    number: Decimal | None = None
    agg: str = ""
    where: Condition | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """A rule between answers, as data; it warns and never blocks. ``kind`` is one of the five of ``forms/README.md``."""

    id: str
    kind: str
    label: str
    message: str
    field: str
    gate: Gate | None = None
    when: Condition | None = None
    requirements: tuple[str, ...] = ()
    source: str = ""
    register: str = ""
    where: Condition | None = None
    by: str = ""
    by_where: Condition | None = None
    link: str = ""
    minimum: int = 1
    first: Operand | None = None
    second: Operand | None = None
    margin: int = 0
    margin_field: str = ""
    margin_unit: str = "days"
    left: Operand | None = None
    right: Operand | None = None
    op: str = ""
    factor: Decimal | None = None
    factor_field: str = ""
    list: str = ""
    values: tuple[str, ...] = ()
    filled: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One part of a chapter. ``kind`` is text, answer, facts, table, rows, chart, signatures or requirements.

    ``source`` is the field or register it prints; ``text`` the fixed sentence; ``chart`` the drawing. ``option`` names what can
    be left out when the document is printed; empty where it is always there.
    """

    kind: str
    label: str = ""
    option: str = ""
    text: str = ""
    source: str = ""
    fields: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    widths: tuple[int, ...] = ()
    where: Condition | None = None
    chart: Chart | None = None


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of a document."""

    title: str
    blocks: tuple[Block, ...]
    numbered: bool = True
    when: Condition | None = None
    requirements: tuple[str, ...] = ()
    option: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A line on the cover: a label and the fields that answer it."""

    label: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DocumentSpec:
    """A paper that can be printed from the plan; ``edition`` is the strictest class it prints by default."""

    id: str
    title: str
    edition: Confidentiality
    subtitle: str
    cover: tuple[Fact, ...]
    chapters: tuple[Chapter, ...]

    @property
    def options(self) -> tuple[str, ...]:
        """What can be left out, in the order of the paper."""
        named = [
            name for chapter in self.chapters for name in (chapter.option, *(one.option for one in chapter.blocks))
        ]
        return tuple(dict.fromkeys(name for name in named if name))

    def without(self, options: frozenset[str]) -> DocumentSpec:
        """Return the paper without these options."""
        if not options:
            return self
        kept = [
            replace(chapter, blocks=tuple(block for block in chapter.blocks if block.option not in options))
            for chapter in self.chapters
            if chapter.option not in options
        ]
        return replace(self, chapters=tuple(kept))
