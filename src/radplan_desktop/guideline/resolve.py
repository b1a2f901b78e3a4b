"""What can only be judged once everything stands: placing, order, circles, sentences, and parts of papers that stay empty."""

from __future__ import annotations

from collections.abc import Iterator

from radplan_desktop.guideline.editions import always_empty
from radplan_desktop.guideline.errors import FormError
from radplan_desktop.guideline.mentions import mentions
from radplan_desktop.guideline.model import Guideline
from radplan_desktop.guideline.order import circles, looking_ahead
from radplan_desktop.guideline.placing import layout_of, placing
from radplan_desktop.guideline.tables import Tables


def resolve(guideline: Guideline, tables: Tables) -> Iterator[FormError]:
    """Yield the mistakes that concern the whole of the forms."""
    entries = {item.id: item for kind in ("field", "group", "register") for item in tables[kind]}
    layout = layout_of(guideline)
    yield from placing(guideline, layout, entries)
    yield from looking_ahead(guideline, layout, entries)
    yield from circles(guideline, layout, entries)
    yield from mentions(guideline, tables, entries)
    yield from always_empty(guideline, tables)
