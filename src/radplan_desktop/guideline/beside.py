"""What helps beside the questions, as values: tracks (the same cards in another order) and helpers (what a row already says)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from radplan_desktop.guideline.conditions import Condition


@dataclass(frozen=True, slots=True)
class TrackItem:
    """One card on a track; ``label`` is what it is called there, empty for its own name."""

    item: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class TrackStep:
    """A few cards that belong together; as ``conditions`` each of them is met, not met, or has an alternative."""

    title: str
    text: str
    items: tuple[TrackItem, ...]
    conditions: bool = False


@dataclass(frozen=True, slots=True)
class Track:
    """Another order through the cards, offered while ``when`` holds."""

    id: str
    label: str
    subtitle: str
    text: str
    steps: tuple[TrackStep, ...]
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that is not there yet in a row: ``says`` what to do, in the column or at the path ``field``."""

    when: Condition
    says: str
    field: str


@dataclass(frozen=True, slots=True)
class HelperPart:
    """One letter: the first lack that holds is said, and when there is none, ``met``."""

    letter: str
    label: str
    met: str
    lacks: tuple[Lack, ...]


@dataclass(frozen=True, slots=True)
class Helper:
    """What a row of a register already says, letter by letter. It never scores."""

    id: str
    register: str
    title: str
    text: str
    parts: tuple[HelperPart, ...]
