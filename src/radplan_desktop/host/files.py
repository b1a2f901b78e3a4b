"""Writing files so that a power cut leaves the old one or the new one, never half of it."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from radplan_desktop.host.brake import NO_BRAKE, Brake

OWNER_ONLY = 0o600
PIECE = 1 << 20
"""Bytes read, written or copied in one go, between two looks at the brake."""
CREATE_NEW = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)


def create_exclusively(path: Path, content: bytes, brake: Brake = NO_BRAKE) -> None:
    """Write a new file and flush it to the disk. Raises FileExistsError when it is there already, else OSError.

    Raises GivenUp between two pieces; what was written until then stands there.
    """
    handle = os.open(path, CREATE_NEW, OWNER_ONLY)
    with os.fdopen(handle, "wb") as file:
        for start in range(0, len(content), PIECE):
            brake.check()
            file.write(content[start : start + PIECE])
        file.flush()
        os.fsync(file.fileno())


def write_atomically(path: Path, content: bytes, brake: Brake = NO_BRAKE) -> None:
    """Replace a file as a whole: a new one beside it, flushed, then renamed over it.

    Raises OSError or GivenUp; the old file then stands, and nothing stands beside it.
    """
    part = path.with_name(f"{path.name}.{os.urandom(4).hex()}.part")
    try:
        create_exclusively(part, content, brake)
        brake.let_go()
        replace(part, path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise


def replace(source: Path, target: Path) -> None:
    """Rename a file over another in the same folder, and make the rename last. Raises OSError."""
    source.replace(target)
    flush_folder(target.parent)


def flush_file(path: Path) -> None:
    """Flush the contents of a file to the disk. Raises OSError."""
    handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def flush_folder(folder: Path) -> None:
    """Flush the names in a folder to the disk. Where folders cannot be flushed (Windows, some sticks) nothing happens."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        with suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)
