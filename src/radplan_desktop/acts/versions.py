"""Versions: the plan frozen under a name, as an entry of the log."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from radplan_desktop.acts.refusals import NotNow
from radplan_desktop.dossier import Dossier
from radplan_desktop.plan.fold import fold_rows
from radplan_desktop.plan.log import EntryKind
from radplan_desktop.plan.plan import Event, Plan


@dataclass(frozen=True, slots=True)
class Version:
    """A named version: its label and reason, who made it when (ISO, UTC), and the fingerprint of the plan then."""

    label: str
    why: str
    author: str
    at: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class VersionAct:
    """A version about to be made."""

    label: str
    why: str
    fingerprint: str

    def append(self, dossier: Dossier, author: str, guideline: str, *, at: str | None = None) -> Plan:
        """Append the version to the log and return the plan with it."""
        body = {
            "id": secrets.token_hex(16),
            "label": self.label,
            "why": self.why,
            "fingerprint": self.fingerprint,
            "pin": {copy: head.seq for copy, head in dossier.heads.items()},
        }
        dossier.append(EntryKind.VERSION, author, guideline, (), body=body, at=at)
        return fold_rows(*dossier.rows())


def make_version(plan: Plan, label: str, why: str, code: str) -> VersionAct:
    """Return the version to append. Raises NotNow while answers stand against each other."""
    if plan.conflicts:
        raise NotNow("Er staan nog antwoorden naast elkaar. Kies eerst welk antwoord blijft; daarna maakt u de versie.")
    return VersionAct(label, why, code)


def versions_of(plan: Plan) -> tuple[Version, ...]:
    """Return the named versions, oldest first."""
    return tuple(_version(event) for event in plan.events if event.kind == EntryKind.VERSION)


def _version(event: Event) -> Version:
    label, why, code = (str(event.body.get(key, "")) for key in ("label", "why", "fingerprint"))
    return Version(label, why, event.author, event.at, code)
