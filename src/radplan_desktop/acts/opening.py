"""Opening and making a plan: from a path and a passphrase to a session, or one Dutch sentence why not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import date
from functools import lru_cache
from pathlib import Path

from radplan_desktop.acts import edits, memory
from radplan_desktop.acts.events import SessionEvent
from radplan_desktop.acts.refusals import CannotOpen
from radplan_desktop.acts.safekeeping import back_up_daily
from radplan_desktop.acts.session import Opened, Session
from radplan_desktop.acts.store import Store
from radplan_desktop.dossier import Dossier, DossierError, Written
from radplan_desktop.guideline import FormsError, Guideline, load_guideline_files, read_forms
from radplan_desktop.host import locks
from radplan_desktop.host.assets import forms_dir
from radplan_desktop.host.brake import NO_BRAKE, Brake, GivenUp
from radplan_desktop.host.preferences import Officer
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.fold import fold_rows
from radplan_desktop.plan.plan import Plan
from radplan_desktop.plan.values import Cell, Value

SUFFIX = ".radplan"


def guideline_for(folder: Path | None = None) -> Guideline:
    """Return the shipped guideline, with a municipality's own folder laid over it. Raises FormsError."""
    return _guideline(tuple(sorted(_overlay_files(folder).items())))


@lru_cache(maxsize=4)
def _guideline(overlay: tuple[tuple[str, bytes], ...]) -> Guideline:
    return load_guideline_files(read_forms(forms_dir()), dict(overlay) if overlay else None)


def _overlay_files(folder: Path | None) -> Mapping[str, bytes]:
    return {} if folder is None else read_forms(folder)


def create_plan(
    path: Path,
    passphrase: str,
    *,
    officer: Officer,
    answers: Iterable[tuple[Cell, Value]] = (),
    forms: Path | None = None,
    today: date | None = None,
    brake: Brake = NO_BRAKE,
) -> Session:
    """Make a new planbestand with these answers and return it open.

    Raises CannotOpen, FormsError, ContentError and GivenUp; there is no file then.
    """
    overlay = _overlay_files(forms)
    first = edits.vetted(Answers(guideline_for(forms), Plan(), today or date.today()), answers)  # noqa: DTZ011 - local day
    path = path.resolve()
    if not path.parent.is_dir():
        raise CannotOpen(f"De map {path.parent} is er niet. Kies een andere plek. Er is niets verloren.")

    def opener() -> Dossier:
        dossier = Dossier.create(path, passphrase, forms=overlay, brake=brake)
        try:
            brake.let_go()
        except GivenUp:
            dossier.close()
            path.unlink(missing_ok=True)
            raise
        return dossier

    session = _session(path, officer, opener, today)
    session.apply("nieuw plan", first, undoable=False)
    return session


def open_plan(
    path: Path,
    passphrase: str,
    *,
    officer: Officer,
    forms: Path | None = None,
    read_only: bool = False,
    today: date | None = None,
    brake: Brake = NO_BRAKE,
) -> Session:
    """Open a planbestand. Raises CannotOpen with the sentence for the user, and GivenUp; the file is closed then.

    ``forms`` is used only when the file carries no forms of a municipality itself: those go with the plan.
    """
    path = path.resolve()

    def opener() -> Dossier:
        dossier = Dossier.open(path, passphrase, read_only=read_only, last_written=memory.last_written(path))
        try:
            brake.check()
        except GivenUp:
            dossier.close()
            raise
        if not dossier.read_only:
            memory.forget(path)
        return dossier

    return _session(path, officer, opener, today, forms=forms, read_only=read_only)


def _session(
    path: Path,
    officer: Officer,
    opener: Callable[[], Dossier],
    today: date | None,
    *,
    forms: Path | None = None,
    read_only: bool = False,
) -> Session:
    lock = None if read_only else _claim(path, officer)
    listeners: list[Session] = []

    def notify(event: SessionEvent) -> None:
        for session in listeners:
            session.heard(event)

    began: list[Written | None] = []

    def begin() -> Dossier:
        dossier = opener()
        began.append(dossier.last_written)
        return dossier

    store = Store(begin, notify, lambda dossier: _leave(path, dossier, lock, began[0]), Dossier.look_again)
    try:
        store.open()
        opened = store.call(lambda dossier: _read(dossier, store, path, forms))
    except DossierError as error:
        _give_up(store, lock)
        raise CannotOpen(error.sentence) from None
    except BaseException:
        _give_up(store, lock)
        raise
    session = Session(opened, officer, today)
    listeners.append(session)
    return session


def _read(dossier: Dossier, store: Store, path: Path, forms: Path | None) -> Opened:
    own = dossier.forms() or _overlay_files(forms)
    try:
        guideline = _guideline(tuple(sorted(own.items())))
    except FormsError as errors:
        raise CannotOpen(
            f"De eigen formulieren van dit plan zijn niet te lezen. Uw antwoorden zijn niet weg. {errors}"
        ) from None
    plan = fold_rows(*dossier.rows())
    return Opened(store, guideline, plan, dossier.drafts(), dossier.plan_id, path, dossier.read_only, own)


def _claim(path: Path, officer: Officer) -> locks.Lock | None:
    """Say in a file beside the plan that this officer has it open; a medium that takes no file is opened to read."""
    try:
        return locks.acquire(path, officer.name)
    except locks.PlanInUseError as error:
        raise CannotOpen(str(error)) from None
    except OSError:
        return None


def _leave(path: Path, dossier: Dossier, lock: locks.Lock | None, began: Written | None) -> None:
    """Close the file, on STORE, with a backup after work. What was acknowledged is on the disk by now, whatever closing says."""
    try:
        if not dossier.read_only:
            memory.remember(path, dossier.last_written)
        if dossier.last_written != began:
            back_up_daily(dossier, date.today())  # noqa: DTZ011 - the local day
        with suppress(DossierError):
            dossier.close()
    finally:
        if lock is not None:
            lock.release()


def _give_up(store: Store, lock: locks.Lock | None) -> None:
    store.close(abandon=True)
    if lock is not None:
        lock.release()
