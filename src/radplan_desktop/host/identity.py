"""Which file it is that stands at a path, asked in the way that costs the next save nothing.

Since Linux 6.13 a file whose times somebody asked for gets finer times at its next write, which makes that write durable only with
a second write to the journal of the file system: a third more time for each save. ``os.stat`` always asks for the times; ``statx``
need not. Where there is no ``statx``, ``os.stat`` is asked.
"""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

Identity = tuple[int, int]
"""Device and number of a file."""

_HERE, _NUMBER, _ROOM = -100, 0x100, 256
"""AT_FDCWD, STATX_INO and the size of ``struct statx``, of linux/stat.h."""
_INO, _MAJOR, _MINOR = 32, 136, 140
"""Where in it the number stands, and the two parts of the device."""


def identity(path: Path) -> Identity:
    """Return which file stands at a path. Raises OSError when there is none."""
    if _statx is None:
        found = path.stat()
        return found.st_dev, found.st_ino
    room = ctypes.create_string_buffer(_ROOM)
    if _statx(_HERE, os.fsencode(path), 0, _NUMBER, room) != 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code), str(path))
    major, minor = _number(room, _MAJOR, 4), _number(room, _MINOR, 4)
    return os.makedev(major, minor), _number(room, _INO, 8)


def _number(room: ctypes.Array[ctypes.c_char], at: int, size: int) -> int:
    return int.from_bytes(room.raw[at : at + size], sys.byteorder)


_statx = getattr(ctypes.CDLL(None, use_errno=True), "statx", None) if sys.platform.startswith("linux") else None
