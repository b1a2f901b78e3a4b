"""What can go wrong with a machine, done for real: a disk that is full, a stick that is pulled out."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def full_disk(size: int) -> Iterator[None]:
    """Let no file grow past a size, as on a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


def can_mount(at: Path) -> bool:
    """Whether this user may make file systems; where not, a limit on file sizes stands in for a small disk."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or shutil.which("mount") is None:
        return False
    at.mkdir(parents=True, exist_ok=True)
    if subprocess.run(["mount", "-t", "tmpfs", "none", str(at)], check=False, capture_output=True).returncode:
        return False
    subprocess.run(["umount", str(at)], check=True)
    return True


@contextmanager
def stick(at: Path, size: str = "2m") -> Iterator[Path]:
    """Mount a small real file system, as of a stick."""
    at.mkdir(parents=True, exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(at)], check=True)
    try:
        yield at
    finally:
        pull_out(at)


def pull_out(at: Path) -> None:
    """Pull a stick out while files on it are open; once it is out nothing happens."""
    if os.path.ismount(at):
        subprocess.run(["umount", "-l", str(at)], check=True)


def from_outside(code: str, *arguments: str | Path) -> None:
    """Run a few lines in another process: a handle that closes in this one would drop the lock of an open plan."""
    subprocess.run([sys.executable, "-c", code, *map(str, arguments)], check=True)
