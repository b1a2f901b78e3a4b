"""Which answers of the plan itself steer what other questions look like."""

from __future__ import annotations

import re
from collections.abc import Iterator

from radplan_desktop.guideline.conditions import Condition, names_of
from radplan_desktop.guideline.model import Guideline

_PLACEHOLDER = re.compile(r"\{([a-z0-9_]+)\}")


def steering(guideline: Guideline) -> frozenset[str]:
    """Return the plan fields that the condition of a question or of rows names, or that stand as ``{field}`` in a question.

    An answer to any other field changes nothing but its own question. Names of registers and columns may be among them.
    """
    named = {path.rpartition(".")[2] for condition in _conditions(guideline) for path in names_of(condition)}
    filled = {name for text in _texts(guideline) for name in _PLACEHOLDER.findall(text)}
    return frozenset(named | filled)


def _conditions(guideline: Guideline) -> Iterator[Condition]:
    columns = [column for register in guideline.registers.values() for column in register.columns.values()]
    items = [item for section in guideline.sections for item in section.items()]
    for one in (
        *guideline.fields.values(),
        *columns,
        *guideline.registers.values(),
        *items,
        *guideline.tracks.values(),
    ):
        needed = [need.where for need in getattr(one, "needs", ())]
        for condition in (getattr(one, "when", None), getattr(one, "where", None), *needed):
            if condition is not None:
                yield condition


def _texts(guideline: Guideline) -> Iterator[str]:
    asking = [*guideline.fields.values(), *guideline.registers.values()]
    for one in (*asking, *(item for section in guideline.sections for item in section.items())):
        yield getattr(one, "question", "")
        yield getattr(one, "hint", "")
