"""What a session tells its listeners: past-tense facts, on whatever thread they happen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from radplan_desktop.plan.values import Cell


@dataclass(frozen=True, slots=True)
class PlanChanged:
    """The answers are others now. ``cells`` says which; None means: look at everything again."""

    cells: frozenset[Cell] | None = None


@dataclass(frozen=True, slots=True)
class Saving:
    """Something waits to be written."""


@dataclass(frozen=True, slots=True)
class Saved:
    """Everything is in the file; ``at`` is local time."""

    at: datetime


@dataclass(frozen=True, slots=True)
class SaveFailed:
    """Writing failed and is retried; nothing is lost while the program runs. ``sentence`` is Dutch, for the user."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Restored:
    """Typing that had not been finished when the program last stopped came back ("hersteld")."""

    cells: frozenset[Cell]


SessionEvent = PlanChanged | Saving | Saved | SaveFailed | Restored
