"""The figures of ``docs/benchmarks.md``: what a piece of work costs beside the bare work it is built on, on this machine."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure. ``ratio`` is value / reference; ``limit`` is the highest ratio (or value, without a reference).

    ``value`` and ``reference`` are in ``unit``; a figure without a reference has ``reference`` and ``ratio`` None.
    """

    name: str
    value: float
    reference: float | None
    ratio: float | None
    limit: float | None
    unit: str

    @property
    def within(self) -> bool:
        """Whether the figure keeps its limit."""
        measured = self.value if self.ratio is None else self.ratio
        return self.limit is None or measured <= self.limit


def interleave(run: Callable[[], object], reference: Callable[[], object], rounds: int = 15) -> tuple[float, float]:
    """Return the median seconds of both, measured in turns, so that a busy machine slows both alike."""
    run(), reference()
    ours, theirs = [], []
    for _ in range(rounds):
        theirs.append(seconds(reference))
        ours.append(seconds(run))
    return median(ours), median(theirs)


def seconds(work: Callable[[], object]) -> float:
    """Return how long a piece of work takes, after what lies around was cleaned up."""
    gc.collect()
    start = perf_counter()
    work()
    return perf_counter() - start


def compared(
    name: str, run: Callable[[], object], reference: Callable[[], object], limit: float, rounds: int = 15
) -> Figure:
    """Return the figure of a piece of work beside its reference, in milliseconds."""
    ours, theirs = interleave(run, reference, rounds)
    return Figure(name, ours * 1000, theirs * 1000, ours / theirs, limit, "ms")
