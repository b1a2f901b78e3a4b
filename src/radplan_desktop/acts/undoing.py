"""The undo stack of one sitting: acts of this copy that can be put back, and put forward again."""

from __future__ import annotations

from dataclasses import dataclass

from radplan_desktop.plan.plan import Plan
from radplan_desktop.plan.undo import Act, Reversal, reverse
from radplan_desktop.plan.values import Cell


@dataclass(frozen=True, slots=True)
class UndoOutcome:
    """What undo or redo did: the title of the act, the cells it set, and those left alone because they changed since."""

    title: str
    cells: tuple[Cell, ...]
    skipped: tuple[Cell, ...]


class UndoStack:
    """Two stacks of acts. It decides what to put back; carrying it out is the session's."""

    def __init__(self) -> None:
        self._done: list[Act] = []
        self._undone: list[Act] = []

    @property
    def undo_title(self) -> str:
        """The title of the act that undo would put back; empty when there is none."""
        return self._done[-1].title if self._done else ""

    @property
    def can_undo(self) -> bool:
        """Whether there is an act to put back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether an undone act can be done again."""
        return bool(self._undone)

    def did(self, act: Act) -> None:
        """Take note of a new act; what was undone can no longer be done again."""
        if act.steps:
            self._done.append(act)
            self._undone.clear()

    def clear(self) -> None:
        """Forget everything: a version, merge, erasure or lock ends the stack."""
        self._done.clear()
        self._undone.clear()

    def back(self, plan: Plan) -> Reversal | None:
        """Take the last act and return how to put it back in this plan."""
        return self._move(self._done, self._undone, plan)

    def forward(self, plan: Plan) -> Reversal | None:
        """Take the last undone act and return how to do it again."""
        return self._move(self._undone, self._done, plan)

    def _move(self, source: list[Act], target: list[Act], plan: Plan) -> Reversal | None:
        if not source:
            return None
        reversal = reverse(source.pop(), plan)
        if reversal.act.steps:
            target.append(reversal.act)
        return reversal
