"""Who listens to a session."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Lock

from radplan_desktop.acts.events import SessionEvent
from radplan_desktop.host.log import Event

Listener = Callable[[SessionEvent], None]
_log = logging.getLogger(__name__)


class Listeners:
    """Told one after another, in the order they came, on the thread where it happens. One that fails does not hold up the rest.

    Coming, going and telling may happen on several threads at once; who leaves while something is told may still hear that.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._all: dict[object, Listener] = {}

    def add(self, listener: Listener) -> Callable[[], None]:
        """Tell this listener too, from now on; return what ends that (twice is once)."""
        key = object()
        with self._lock:
            self._all[key] = listener

        def leave() -> None:
            with self._lock:
                self._all.pop(key, None)

        return leave

    def tell(self, event: SessionEvent) -> None:
        """Tell everyone."""
        with self._lock:
            listeners = tuple(self._all.values())
        for listener in listeners:
            try:
                listener(event)
            except Exception as error:  # noqa: BLE001 - an edit, or the thread that saves, may not fail for who looks on
                _log.error(Event.FAILED, exc_info=error)
