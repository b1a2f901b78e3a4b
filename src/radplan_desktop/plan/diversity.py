"""How many organisations of every kind and domain take part, also where there are none."""

from __future__ import annotations

from typing import NamedTuple

from radplan_desktop.guideline.parts import column, path
from radplan_desktop.guideline.questions import Roles
from radplan_desktop.plan.answers import Answers


class Share(NamedTuple):
    """One kind or domain: how many there are, and which."""

    label: str
    names: tuple[str, ...]

    @property
    def many(self) -> int:
        """How many."""
        return len(self.names)


class Diversity(NamedTuple):
    """The rows that are counted, by kind and by domain; ``unsaid`` are those whose kind nobody said."""

    total: int
    kinds: tuple[Share, ...]
    domains: tuple[Share, ...]
    unsaid: tuple[str, ...]


def diversity(answers: Answers, roles: Roles) -> Diversity:
    """Count the rows by ``kind`` and by ``domain``: every choice of both lists that is still offered or was given."""
    rows = answers.counted(path(roles, "rows"))
    kind = column(roles, "kind")
    unsaid = tuple(answers.title(row) for row in rows if not _chosen(answers, row, kind))
    return Diversity(len(rows), _shares(answers, roles, "kind"), _shares(answers, roles, "domain"), unsaid)


def _shares(answers: Answers, roles: Roles, part: str) -> tuple[Share, ...]:
    register, name = path(roles, "rows"), column(roles, part)
    found = answers.guideline.lists.get(answers.guideline.field(path(roles, part)).choices)
    named: dict[str, list[str]] = {}
    for row in answers.counted(register):
        for choice in _chosen(answers, row, name):
            named.setdefault(choice, []).append(answers.title(row))
    choices = [one for one in (found.choices if found is not None else ()) if not one.retired or one.id in named]
    return tuple(Share(one.label, tuple(named.get(one.id, ()))) for one in choices)


def _chosen(answers: Answers, row: str, name: str) -> tuple[str, ...]:
    content = answers.content(row, name) if answers.visible(row, name) else None
    return (content,) if isinstance(content, str) else tuple(content) if isinstance(content, list) else ()
