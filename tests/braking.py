"""A brake that is pulled the moment the work looks at it for the nth time: wherever work can be given up."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from radplan_desktop.host.brake import Brake, GivenUp


class PulledAt(Brake):
    """Is pulled at a look, counted from 0."""

    def __init__(self, look: int) -> None:
        super().__init__()
        self._left = look

    def check(self) -> None:
        """Look at the brake; it is pulled when it is the turn of this look."""
        self._look()
        super().check()

    def let_go(self) -> None:
        """Let go of the brake; it is pulled just before when it is the turn of this look."""
        self._look()
        super().let_go()

    def _look(self) -> None:
        if not self._left:
            self.pull()
        self._left -= 1


def given_up(work: Callable[[Brake], object], step: int = 1) -> Iterator[int]:
    """Yield after each time the work was given up, each time at a later look (by ``step``), until it comes to its end."""
    look = 0
    while True:
        try:
            work(PulledAt(look))
        except GivenUp:
            yield look
            look += step
        else:
            return
