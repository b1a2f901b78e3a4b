"""Keeping a plan safe: backup copies on this laptop, and another passphrase."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from radplan_desktop.acts.refusals import CannotSave, NotThePassphrase
from radplan_desktop.acts.session import Session
from radplan_desktop.dossier import Dossier, DossierError, backups
from radplan_desktop.host.brake import NO_BRAKE, Brake
from radplan_desktop.host.paths import private_folder, standard

FOLDER = "reservekopieen"
NOT_OLD = "Dit is niet het wachtwoord van nu. Kijk of Caps Lock aanstaat en typ het opnieuw. Er is niets veranderd."


def backup_folder() -> Path:
    """Return the folder with the backup copies on this laptop, made if need be. Raises OSError."""
    return private_folder(standard().data / FOLDER)


def back_up(dossier: Dossier) -> Path | None:
    """Make a backup copy and keep the newest few; None when there is no room for one, which never costs the plan itself."""
    try:
        return backups.refresh(dossier, backup_folder())
    except (DossierError, OSError):
        return None


def back_up_daily(dossier: Dossier, today: date) -> Path | None:
    """Make a backup copy unless one was made today already, so that the few that are kept go back days and not minutes."""
    try:
        kept = backups.of_plan(backup_folder(), dossier.plan_id)
        newest = max((found.path.stat().st_mtime for found in kept), default=0.0)
    except (DossierError, OSError):
        return None
    if kept and date.fromtimestamp(newest) >= today:  # noqa: DTZ012 - the local day
        return None
    return back_up(dossier)


def backups_of(session: Session) -> tuple[Path, ...]:
    """Return the backup copies of a plan on this laptop, newest first."""
    try:
        return tuple(found.path for found in reversed(backups.of_plan(backup_folder(), session.plan_id)))
    except (DossierError, OSError):
        return ()


def change_passphrase(session: Session, old: str, passphrase: str, brake: Brake = NO_BRAKE) -> None:
    """Lock the plan with another passphrase, remake the backup copies and destroy those of the old one.

    Raises NotThePassphrase when ``old`` is not the passphrase of now, else CannotSave; GivenUp before the file is encrypted anew.
    """

    def change(dossier: Dossier) -> None:
        if not dossier.opens_with(old):
            raise NotThePassphrase(NOT_OLD)
        brake.check()
        dossier.change_passphrase(passphrase, brake)
        back_up(dossier)

    session.ask(change, CannotSave, after_saves=True, brake=brake)
