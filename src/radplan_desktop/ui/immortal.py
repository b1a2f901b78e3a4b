"""Keeps ``True`` alive: a guard against a fault of PySide6 6.12 under Python 3.11.

There ``Signal.emit`` returns ``True`` without owning it, so every emit takes one reference from it; after some thousands Python
ends with "deallocating True or False". From Python 3.12 on ``True`` cannot be deallocated. Here it gets references enough.
"""

from __future__ import annotations

import ctypes
import sys

MANY = 1 << 40
_SAFE = (3, 12)


def keep_true_alive() -> None:
    """Give ``True`` more references than a program can ever emit signals. Twice is as good as once."""
    if sys.version_info < _SAFE and sys.getrefcount(True) < MANY // 2:
        ctypes.c_ssize_t.from_address(id(True)).value += MANY
