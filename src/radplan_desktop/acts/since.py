"""What changed since the last named version."""

from __future__ import annotations

from typing import cast

from radplan_desktop.acts.refusals import CannotRead, CannotSave
from radplan_desktop.acts.session import Session
from radplan_desktop.plan.compare import changed_rows, differences
from radplan_desktop.plan.fold import fold
from radplan_desktop.plan.log import EntryKind
from radplan_desktop.plan.plan import Plan
from radplan_desktop.plan.values import TODAY


def changes_since(session: Session, plan: Plan) -> int:
    """Return how many answers of a plan differ from its last version; a row that came or went counts once.

    0 without a version, or when the log cannot be read now. It may run on any thread but STORE.
    """
    event = next((event for event in reversed(plan.events) if event.kind == EntryKind.VERSION), None)
    if event is None:
        return 0
    pin = cast("dict[str, int]", event.body.get("pin", {}))
    try:
        entries = session.ask(lambda dossier: dossier.entries(), CannotRead)
    except (CannotRead, CannotSave):
        return 0
    frozen = fold(entry for entry in entries if entry.seq <= pin.get(entry.copy, 0))
    found = tuple(one for one in differences(frozen, plan) if one.field != TODAY)
    rows = set.union(*changed_rows(found))
    return len(rows) + sum(1 for one in found if one.row not in rows and not plan.is_deleted(one.row))
