"""Fractional keys: text that sorts rows, with always room for one more between two (cells ``@order``)."""

from __future__ import annotations

import re

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
BASE = len(DIGITS)
_KEY = re.compile(r"[0-9a-z]*[1-9a-z]")


def is_key(text: str) -> bool:
    """Whether a text is a key that always leaves room before it: digits and small letters, not ending in 0."""
    return _KEY.fullmatch(text) is not None


def preset_key(number: int) -> str:
    """Return the key of a preset row that nobody moved; ``number`` counts from 0 in the order of the forms."""
    return f"0{number:03d}i"


def key_between(low: str = "", high: str = "") -> str:
    """Return a key that sorts after ``low`` and before ``high``; an empty bound is open. Raises ValueError if low >= high."""
    if high and low >= high:
        raise ValueError("the lower key does not sort before the higher key")
    digits: list[str] = []
    position = 0
    bounded = bool(high)
    while True:
        floor = DIGITS.index(low[position]) if position < len(low) else 0
        ceiling = DIGITS.index(high[position]) if bounded and position < len(high) else BASE
        if ceiling - floor > 1:
            step = 1 if not bounded and position < len(low) else (ceiling - floor) // 2
            digits.append(DIGITS[floor + step])
            return "".join(digits)
        digits.append(DIGITS[floor])
        bounded = bounded and ceiling == floor
        position += 1


def keys_after(low: str, count: int) -> list[str]:
    """Return ``count`` keys in order, all after ``low``."""
    keys = []
    for _ in range(count):
        low = key_between(low)
        keys.append(low)
    return keys


def numbered_key(place: int) -> str:
    """Return the key of the row at a place (from 0) of a register that is numbered anew; all come after ``preset_key``."""
    return f"1{place:06d}i"
