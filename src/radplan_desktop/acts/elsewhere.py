"""Keeping a plan elsewhere when its own file takes nothing any more: a whole copy, with what could not be saved in it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from radplan_desktop.acts.refusals import CannotSave
from radplan_desktop.acts.session import Session
from radplan_desktop.acts.working import signed
from radplan_desktop.dossier import DiskFullError, Dossier, DossierError, ExistsError, ReadOnlyError
from radplan_desktop.host.brake import NO_BRAKE, Brake
from radplan_desktop.plan.fingerprint import canonical_form, changes_from
from radplan_desktop.plan.log import EntryKind
from radplan_desktop.plan.values import Cell


class Kept(NamedTuple):
    """A copy of a plan. ``whole``: with its history and attachments, else only its answers."""

    path: Path
    whole: bool


def keep_elsewhere(session: Session, target: Path, brake: Brake = NO_BRAKE) -> Kept:
    """Write a copy of a plan to a place where no file is yet, under the same passphrase, with all that its own file would not take.

    Where its own file cannot even be read (a stick that was pulled out) the copy holds every answer, but no history and no
    attachments. Raises CannotSave, GivenUp; there is no copy then.
    """
    target = target.resolve()
    queued = session.unwritten

    def keep(dossier: Dossier) -> Kept:
        if target.exists():
            raise ExistsError
        try:
            try:
                _copy(dossier, target, queued, brake)
            except (DiskFullError, ReadOnlyError):
                raise
            except DossierError:
                _begin_anew(session, dossier, target, brake)
                brake.let_go()
                return Kept(target, whole=False)
            brake.let_go()
        except BaseException:
            with suppress(OSError):
                target.unlink(missing_ok=True)
            raise
        return Kept(target, whole=True)

    return session.ask(keep, CannotSave, brake=brake)


def _copy(dossier: Dossier, target: Path, queued: tuple[Callable[[Dossier], object], ...], brake: Brake) -> None:
    dossier.backup(target, brake)
    with Dossier.open(target, dossier.raw_key) as copy:
        for write in queued:
            brake.check()
            write(copy)


def _begin_anew(session: Session, dossier: Dossier, target: Path, brake: Brake) -> None:
    """Write the answers as they stand on the screen, as one entry of a new file that the same passphrase opens."""
    target.unlink(missing_ok=True)
    answers = [(Cell(*key), text) for key, text in changes_from(canonical_form(session.plan, session.plan_id))]
    made = Dossier.create(
        target, dossier.raw_key, forms=session.own_forms, plan_id=session.plan_id, salt=dossier.salt, brake=brake
    )
    with made:
        made.append(EntryKind.EDIT, signed(session.officer), session.guideline.version, answers)
