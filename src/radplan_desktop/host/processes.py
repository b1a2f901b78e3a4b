"""Which process is this, and does another one still run? The only place that asks the operating system about processes."""

from __future__ import annotations

import ctypes
import os
import sys
from dataclasses import dataclass
from pathlib import Path

_QUERY_LIMITED = 0x1000
_STILL_ACTIVE = 259
_START_FIELD = 19  # of /proc/<id>/stat, counted after the name in brackets


@dataclass(frozen=True, slots=True)
class Process:
    """One process on one computer. ``started`` tells it from a later one with the same number; empty when unknown."""

    number: int
    started: str
    computer: str

    @property
    def is_here(self) -> bool:
        """Whether it ran on this computer."""
        return self.computer == _computer()

    @property
    def may_run(self) -> bool:
        """Whether it may still run. Of a process on another computer that cannot be known, so it may."""
        if not self.is_here:
            return True
        if not _exists(self.number):
            return False
        started = _started(self.number)
        return not (self.started and started) or self.started == started


def this_process() -> Process:
    """Return the process that asks."""
    return Process(os.getpid(), _started(os.getpid()), _computer())


if sys.platform == "win32":

    def _computer() -> str:
        return os.environ.get("COMPUTERNAME", "")

    def _open(number: int) -> int:
        return int(ctypes.windll.kernel32.OpenProcess(_QUERY_LIMITED, False, number))

    def _exists(number: int) -> bool:
        handle = _open(number)
        if not handle:
            return False
        code = ctypes.c_ulong()
        known = ctypes.windll.kernel32.GetExitCodeProcess(handle, ctypes.byref(code))
        ctypes.windll.kernel32.CloseHandle(handle)
        return not known or code.value == _STILL_ACTIVE

    def _started(number: int) -> str:
        handle = _open(number)
        if not handle:
            return ""
        times = [ctypes.c_ulonglong() for _ in range(4)]
        known = ctypes.windll.kernel32.GetProcessTimes(handle, *(ctypes.byref(time) for time in times))
        ctypes.windll.kernel32.CloseHandle(handle)
        return str(times[0].value) if known else ""

else:

    def _computer() -> str:
        return os.uname().nodename

    def _exists(number: int) -> bool:
        if number <= 0:
            return False
        try:
            os.kill(number, 0)
        except ProcessLookupError:
            return False
        except (PermissionError, OverflowError):
            return True
        return True

    def _started(number: int) -> str:
        try:
            stat = Path(f"/proc/{number}/stat").read_text("utf-8", "replace")
            boot = Path("/proc/sys/kernel/random/boot_id").read_text("ascii")
        except OSError:
            return ""
        return f"{boot[:8]}-{stat.rpartition(')')[2].split()[_START_FIELD]}"
