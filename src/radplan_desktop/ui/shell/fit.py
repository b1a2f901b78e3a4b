"""How the regions fit the window (tokens, "Window behaviour")."""

from __future__ import annotations

from dataclasses import dataclass

WIDE = 1100
HIGH = 740
LARGE = 115
RAIL_SHARE = 24
"""The rail takes at most so many percent of the window."""


@dataclass(frozen=True, slots=True)
class Fit:
    """``narrow``: below 1100 wide. ``low``: below 740 high, as on a real 1366 x 768 laptop."""

    narrow: bool
    low: bool
    cramped: bool = False
    """The text is large and the window not wide: the explanation makes room."""
    share: int = 0
    """What the rail may take of the window."""

    @property
    def rail(self) -> int:
        """The least width of the rail; in a narrow window large words need some of what the explanation leaves."""
        return (224 if self.cramped else 208) if self.narrow else 244

    @property
    def rail_most(self) -> int:
        """The width up to which the rail grows with its names; a narrow window has no room beside an open explanation."""
        return self.rail if self.narrow and not self.cramped else max(self.rail, self.share)

    @property
    def edge(self) -> int:
        """From the edge of the rail to what stands in it."""
        return 14 if self.narrow else 18

    @property
    def margin(self) -> int:
        """From the rail to what stands on the page."""
        return 18 if self.narrow else 24

    @property
    def guidance(self) -> int:
        """The width of the explanation."""
        return 252 if self.narrow else 304

    @property
    def helper(self) -> int:
        """The width of a helper in the place of the explanation."""
        return min(self.guidance, 268)

    @property
    def header(self) -> int:
        """The height of the header."""
        return 60 if self.low else 77

    @property
    def bottom(self) -> int:
        """The height of the bar below."""
        return 52 if self.low else 60

    @property
    def step(self) -> int:
        """The height of a step in the rail."""
        return 38 if self.low else 42

    @property
    def link(self) -> int:
        """The height of a link in the rail."""
        return 34 if self.low else 36


def fit_of(width: int, height: int, percent: int) -> Fit:
    """Return how the regions fit a window of this size, with the text at this percentage."""
    large = percent > LARGE or (width < WIDE and percent == LARGE)
    cramped = width * 100 < WIDE * percent and large
    return Fit(narrow=width < WIDE, low=height < HIGH, cramped=cramped, share=width * RAIL_SHARE // 100)
