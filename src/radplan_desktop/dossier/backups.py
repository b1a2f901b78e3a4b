"""Backup copies in a folder: the newest few are kept, and those that an erasure or another passphrase overtook are destroyed.

A name tells the plan, the generation and a running number, nothing else; times are left to the file system, so a clock that was
put back does no harm. Backups are ordinary dossiers and open with the passphrase of their generation.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from radplan_desktop.dossier.blame import blamed
from radplan_desktop.dossier.dossier import Dossier
from radplan_desktop.dossier.replace import destroy

SUFFIX = ".radplan"
KEEP = 5
PLAN_DIGITS = 12
NAME = re.compile(r"reservekopie-(?P<plan>[0-9a-f]{12})-(?P<generation>\d{4,})-(?P<number>\d{6,})\.radplan")


class Backup(NamedTuple):
    """A backup file; later ones compare greater."""

    generation: int
    number: int
    path: Path


def of_plan(folder: Path, plan_id: str) -> list[Backup]:
    """Return the backups of a plan in a folder, oldest first; other files are left out."""
    with blamed():
        matches = [(NAME.fullmatch(path.name), path) for path in folder.glob(f"reservekopie-*{SUFFIX}")]
    return sorted(
        Backup(int(match["generation"]), int(match["number"]), path)
        for match, path in matches
        if match and match["plan"] == plan_id[:PLAN_DIGITS]
    )


def refresh(dossier: Dossier, folder: Path, *, keep: int = KEEP) -> Path:
    """Make a backup, then destroy those of earlier generations and remove all but the newest ``keep``; return the new one.

    Nothing goes before the new one is proven. Raises a DossierError by blame, among them UnverifiedError.
    """
    before = of_plan(folder, dossier.plan_id)
    number = max((known.number for known in before), default=0) + 1
    made = folder / f"reservekopie-{dossier.plan_id[:PLAN_DIGITS]}-{dossier.generation:04d}-{number:06d}{SUFFIX}"
    dossier.backup(made)
    current = [known.path for known in before if known.generation == dossier.generation]
    for known in before:
        if known.generation != dossier.generation:
            destroy(known.path)
    for path in current[: max(0, len(current) + 1 - keep)]:
        with blamed():
            path.unlink()
    return made
