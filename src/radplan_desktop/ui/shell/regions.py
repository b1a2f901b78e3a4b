"""The regions of the window by keyboard: Tab walks through them, F6 jumps from one to the next and back to where one was."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from radplan_desktop.ui.shell.order import following, stops

FORWARD, BACK = Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason


class Regions:
    """The regions in the order of Tab; after the last comes the first."""

    def __init__(self, regions: Sequence[QWidget]) -> None:
        self._regions = tuple(regions)
        self._left: dict[int, QWidget] = {}
        """What had the focus when one jumped away, per region."""

    def walk(self, now: QWidget | None, *, forward: bool) -> bool:
        """Give the focus to the stop after or before the one of now; False when there is none."""
        here = self._of(now)
        inside = stops(self._regions[here], now)
        if now is not None and now in inside:
            place = inside.index(now)
            inside = inside[place + 1 :] if forward else inside[:place]
        if _give(inside, forward=forward):
            return True
        return any(_give(stops(region), forward=forward) for region in self._others(here, forward=forward))

    def go_on(self, now: QWidget, *, whole: bool = False) -> None:
        """Go to the next thing to fill in or to press; after the last of this region, to the next region.

        ``whole`` says that the question is done, even where it has more lines.
        """
        here = self._of(now)
        target = following(stops(self._regions[here], now), now, whole=whole)
        if target is not None:
            target.setFocus(FORWARD)
        else:
            any(_give(stops(region), forward=True) for region in self._others(here, forward=True))

    def jump(self, now: QWidget | None, *, forward: bool) -> None:
        """Go to the next region that has a stop, or to the one before."""
        here = self._of(now)
        for region in self._others(here, forward=forward):
            if self.enter(region, now):
                return

    def enter(self, region: QWidget, now: QWidget | None) -> bool:
        """Go into a region, to where one was the last time; False when it has no stop."""
        inside = stops(region)
        if not inside:
            return False
        if now is not None:
            self._left[self._of(now)] = now
        before = self._left.get(self._regions.index(region))
        target = before if before is not None and isValid(before) and before in inside else inside[0]
        target.setFocus(FORWARD)
        return True

    def _of(self, widget: QWidget | None) -> int:
        found = (n for n, region in enumerate(self._regions) if widget is not None and region.isAncestorOf(widget))
        return next(found, 0)

    def _others(self, here: int, *, forward: bool) -> Sequence[QWidget]:
        around = (*self._regions[here + 1 :], *self._regions[: here + 1])
        return around if forward else (*reversed(self._regions[:here]), *reversed(self._regions[here:]))


def _give(inside: Sequence[QWidget], *, forward: bool) -> bool:
    if inside:
        inside[0 if forward else -1].setFocus(FORWARD if forward else BACK)
    return bool(inside)
