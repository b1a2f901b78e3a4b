"""What stands before a match, for the finders of personal data."""

from __future__ import annotations

import re

Span = tuple[int, int]

_SENTENCE_END = re.compile(r"(?<!\bgeb)(?<!\btel)(?<!\bnr)(?<!\bd\.d)[.!?;\n]\s", re.IGNORECASE)


def before(text: str, start: int, width: int) -> str:
    """Return at most ``width`` characters before a position, no further back than the start of the sentence, in lower case."""
    stretch = text[max(0, start - width) : start]
    ends = [match.end() for match in _SENTENCE_END.finditer(stretch)]
    return stretch[ends[-1] if ends else 0 :].lower()


def after(text: str, end: int, width: int) -> str:
    """Return at most ``width`` characters after a position."""
    return text[end : end + width]
