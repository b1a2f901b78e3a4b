"""The drafts of a session: what is being typed, over the answers in the log."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from radplan_desktop.plan.plan import Plan
from radplan_desktop.plan.values import Cell, decode


class Drafts:
    """Cell -> canonical text of what was typed so far. What a file holds that is no value is left out."""

    def __init__(self, kept: Mapping[Cell, str]) -> None:
        self._texts: dict[Cell, str] = {cell: text for cell, text in kept.items() if _is_value(text)}

    def __contains__(self, cell: object) -> bool:
        return cell in self._texts

    def items(self) -> Iterator[tuple[Cell, str]]:
        """Yield the drafts in the order in which typing began."""
        yield from tuple(self._texts.items())

    def put(self, cell: Cell, text: str) -> None:
        """Keep the latest text of a cell."""
        self._texts[cell] = text

    def drop(self, cells: Iterable[Cell]) -> tuple[Cell, ...]:
        """Forget these drafts; return the cells that had one."""
        return tuple(cell for cell in cells if self._texts.pop(cell, None) is not None)

    def over(self, plan: Plan) -> Plan:
        """Return the plan as it shows: with the drafts in place."""
        return plan.with_changes(self._texts.items()) if self._texts else plan

    def differing(self, plan: Plan) -> tuple[Cell, ...]:
        """Return the cells in which something else was typed than the plan says, in the order in which typing began."""
        return tuple(cell for cell, text in self._texts.items() if plan.text(*cell) != text)


def _is_value(text: str) -> bool:
    try:
        decode(text)
    except ValueError:
        return False
    return True
