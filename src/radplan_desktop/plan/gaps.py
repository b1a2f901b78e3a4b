"""The gaps of a draft text: where the user writes on in what the forms began. As long as there is one, it is no answer yet."""

from __future__ import annotations

from radplan_desktop.guideline.model import Field
from radplan_desktop.plan.values import Content

GAP = "…"
"""What stands in a draft text where the user writes on."""


def gaps(field: Field, content: Content) -> int:
    """Return how many gaps a text still has; none where the forms have no draft text to begin with."""
    return content.count(GAP) if field.opzet and isinstance(content, str) else 0


def to_fill(count: int) -> str:
    """Return how many places are to be filled, as it reads: ``2 plekken met … in te vullen``."""
    return f"1 plek met {GAP} in te vullen" if count == 1 else f"{count} plekken met {GAP} in te vullen"
