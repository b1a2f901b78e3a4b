"""The signals by which a system asks a program to stop: they become bytes on a pipe, which an event loop can wait for.

Windows has no such signals for a program with a window: there the end of a session reaches it as a message of the window system.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from types import FrameType

STOPPING = ("SIGTERM", "SIGINT", "SIGHUP")


class StopSignals:
    """Catches the signals until it is closed. ``handle`` is the file descriptor that becomes readable; None where there is none."""

    def __init__(self) -> None:
        self.handle: int | None = None
        self._kept: list[tuple[int, object]] = []
        if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
            return
        self.handle, self._write = os.pipe()
        for end in (self.handle, self._write):
            os.set_blocking(end, False)
        self._woken = signal.set_wakeup_fd(self._write, warn_on_full_buffer=False)
        for name in STOPPING:
            number = getattr(signal, name)
            if signal.getsignal(number) is not signal.SIG_IGN:  # nohup stays nohup
                self._kept.append((number, signal.signal(number, _note)))

    def read(self) -> bool:
        """Return whether a signal came since the last time."""
        if self.handle is None:
            return False
        try:
            return bool(os.read(self.handle, 64))
        except BlockingIOError:
            return False

    def close(self) -> None:
        """Let the signals do again what they did before. Twice is once."""
        if self.handle is None:
            return
        for number, before in self._kept:
            signal.signal(number, before)  # type: ignore[arg-type]
        signal.set_wakeup_fd(self._woken)
        os.close(self.handle)
        os.close(self._write)
        self.handle, self._kept = None, []


def _note(number: int, frame: FrameType | None) -> None:
    """Take note, so that the process is not ended at once; the byte on the pipe is what counts."""
    del number, frame
