"""Undo as a value: what an act changed, and the changes that put it back (DESIGN, "Typing, drafts, undo")."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from radplan_desktop.plan.cells import CellKey
from radplan_desktop.plan.plan import Plan


@dataclass(frozen=True, slots=True)
class Act:
    """What one act of this sitting did: per cell the canonical text before and after."""

    title: str
    steps: tuple[tuple[CellKey, str, str], ...]


@dataclass(frozen=True, slots=True)
class Reversal:
    """The changes that put an act back, the act that this is in turn, and the cells left alone because they changed since."""

    changes: tuple[tuple[CellKey, str], ...]
    act: Act
    skipped: tuple[CellKey, ...]


def act_of(title: str, plan: Plan, changes: Iterable[tuple[CellKey, str]]) -> Act:
    """Return the act that these changes to this Plan are; changes that change nothing are left out."""
    after = {(key[0], key[1]): text for key, text in changes}
    steps = ((cell, plan.text(*cell), text) for cell, text in after.items())
    return Act(title, tuple(step for step in steps if step[1] != step[2]))


def reverse(act: Act, plan: Plan) -> Reversal:
    """Return how to put an act back in this Plan.

    A cell that does not hold what the act left there was changed by another entry since. Comparing texts finds every such entry:
    acts are put back in the opposite order, so an entry of this sitting was put back before, and one of another ends the stack.
    """
    restore = [(cell, before, after) for cell, before, after in act.steps if plan.text(*cell) == after]
    skipped = tuple(cell for cell, _, after in act.steps if plan.text(*cell) != after)
    back = Act(act.title, tuple((cell, after, before) for cell, before, after in restore))
    return Reversal(tuple((cell, before) for cell, before, _ in restore), back, skipped)
