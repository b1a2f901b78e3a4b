"""The log of contacts: what was said to whom and what comes of it, the newest first."""

from __future__ import annotations

from typing import NamedTuple

from radplan_desktop.guideline.parts import column, path
from radplan_desktop.guideline.questions import Roles
from radplan_desktop.plan.answers import Answers, link_targets
from radplan_desktop.plan.display import DELETED, day_of


class Contact(NamedTuple):
    """One contact in words; what is open is empty. ``day`` is ISO, ``party`` a row, ``form`` the id of the chosen form.

    ``planned`` says that it still comes: nothing came out of it yet, and its day is not past.
    """

    row: str
    day: str
    party: str
    form: str
    kind: str
    by: str
    who: str
    about: str
    result: str
    attitude: str
    next: tuple[str, ...]
    planned: bool


def contacts(answers: Answers, roles: Roles, party: str = "") -> tuple[Contact, ...]:
    """Return the contacts with a party (all without one), the newest day first; those without a day come before them."""
    link = column(roles, "party")
    rows = answers.counted(path(roles, "rows"))
    mine = (row for row in rows if not party or party in link_targets(answers.content(row, link)))
    found = [_contact(answers, roles, row) for row in reversed(tuple(mine))]
    return tuple(sorted(found, key=lambda contact: contact.day or "9999", reverse=True))


def _contact(answers: Answers, roles: Roles, row: str) -> Contact:
    day = str(answers.content(row, column(roles, "date")) or "")
    result = _words(answers, roles, row, "result")
    found = day_of(day)
    targets = link_targets(answers.content(row, column(roles, "party")))
    return Contact(
        row=row,
        day=day if found is not None else "",
        party=next((target for target in targets if answers.exists(target)), ""),
        form=str(answers.content(row, column(roles, "kind")) or "") if column(roles, "kind") else "",
        kind=_words(answers, roles, row, "kind"),
        by=_words(answers, roles, row, "by"),
        who=_words(answers, roles, row, "who"),
        about=_words(answers, roles, row, "about"),
        result=result,
        attitude=_words(answers, roles, row, "attitude"),
        next=_next(answers, roles, row),
        planned=not result and (found is None or found >= answers.today),
    )


def _words(answers: Answers, roles: Roles, row: str, part: str) -> str:
    name = column(roles, part)
    return answers.text(row, name) if name and answers.visible(row, name) else ""


def _next(answers: Answers, roles: Roles, row: str) -> tuple[str, ...]:
    """Return what was agreed to do next: a text, or the titles of the rows it links to."""
    name = column(roles, "next")
    if not name or not answers.visible(row, name):
        return ()
    if not answers.field(row, name).target:
        return tuple(text for text in (answers.text(row, name),) if text)
    targets = link_targets(answers.content(row, name))
    return tuple(answers.title(target) if answers.exists(target) else DELETED for target in targets)
