"""Keeps ``True`` and ``None`` alive: a guard against a fault of PySide6 6.12 under Python 3.11.

There ``Signal.emit`` returns ``True`` without owning it, and every slot and overridden method that Qt calls gives back a ``None``
it did not take. Each time one reference is gone; after some thousands Python ends with "deallocating None". From Python 3.12 on
neither can be deallocated. Here they get references enough.
"""

from __future__ import annotations

import ctypes
import sys

MANY = 1 << 40
_SAFE = (3, 12)


def keep_true_alive() -> None:
    """Give ``True`` and ``None`` more references than a program can ever use up. Twice is as good as once."""
    for shared in (True, None) if sys.version_info < _SAFE else ():
        if sys.getrefcount(shared) < MANY // 2:
            ctypes.c_ssize_t.from_address(id(shared)).value += MANY
