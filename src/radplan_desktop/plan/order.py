"""Fractional keys: text that sorts rows, with always room for one more between two (cells ``@order``)."""

from __future__ import annotations

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
BASE = len(DIGITS)


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
