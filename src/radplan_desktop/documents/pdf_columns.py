"""How the width of a table is divided over its columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """What a column asks for: its share of the width, and the narrowest and widest it should be, in points."""

    share: int
    least: float
    most: float


def fitted(spans: Sequence[Span], available: float) -> list[float]:
    """Return widths that fill ``available``: by share, but between least and most where that is possible."""
    least, most = sum(span.least for span in spans), sum(span.most for span in spans)
    if least >= available:
        return [available * span.least / least for span in spans]
    if most <= available:
        shares = sum(span.share for span in spans)
        return [span.most + (available - most) * span.share / shares for span in spans]
    fixed: dict[int, float] = {}
    while True:
        widths = _shared(spans, fixed, available)
        short = {n: span.least for n, span in enumerate(spans) if widths[n] < span.least - 1e-9}
        wide = {n: span.most for n, span in enumerate(spans) if widths[n] > span.most + 1e-9}
        lack = sum(size - widths[n] for n, size in short.items())
        excess = sum(widths[n] - size for n, size in wide.items())
        if not short and not wide:
            return widths
        fixed |= short if lack >= excess else wide


def _shared(spans: Sequence[Span], fixed: dict[int, float], available: float) -> list[float]:
    """Return the widths when some are fixed and the others share what is left."""
    left = available - sum(fixed.values())
    shares = sum(span.share for n, span in enumerate(spans) if n not in fixed)
    return [fixed[n] if n in fixed else left * span.share / shares for n, span in enumerate(spans)]
