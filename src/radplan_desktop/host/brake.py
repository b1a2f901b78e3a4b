"""Giving work up: whoever asked for it pulls a brake, and whoever does it looks at that brake between two pieces of the work."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock


class GivenUp(Exception):  # noqa: N818 - what was asked for, not a fault
    """The work was given up. What was made of it until then is gone again."""


class Brake:
    """The brake of one piece of work. Any thread may pull it or look at it.

    ``passed`` is called once the work lets go of it, on the thread that works.
    """

    def __init__(self, passed: Callable[[], object] | None = None) -> None:
        self._lock = Lock()
        self._passed = passed
        self._pulled = self._gone = False
        self._stops: list[Callable[[], object]] = []

    @property
    def pulled(self) -> bool:
        """Whether the work was given up."""
        return self._pulled

    def pull(self) -> bool:
        """Give the work up. False when it is too late for that: the work goes through then."""
        with self._lock:
            self._pulled = self._pulled or not self._gone
            stops = tuple(self._stops) if self._pulled else ()
        for stop in stops:
            stop()
        return self._pulled

    def check(self) -> None:
        """Raise GivenUp when the work was given up."""
        if self._pulled:
            raise GivenUp

    def let_go(self) -> None:
        """From here on the work goes through. Raises GivenUp when it was given up before."""
        with self._lock:
            if self._pulled:
                raise GivenUp
            self._gone = True
        if self._passed is not None:
            self._passed()

    @contextmanager
    def stopping(self, stop: Callable[[], object]) -> Iterator[None]:
        """Call ``stop`` when the work is given up during the block, or was before."""
        with self._lock:
            self._stops.append(stop)
            pulled = self._pulled
        try:
            if pulled:
                stop()
            yield
        finally:
            with self._lock:
                self._stops.remove(stop)


NO_BRAKE = Brake()
"""For work that nobody gives up."""
