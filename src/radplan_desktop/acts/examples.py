"""The shipped example plans: which there are, and writing one as a real planbestand with its history."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path

from radplan_desktop.acts.example_files import ABOUT, ExampleInfo, Sitting, example_in, sittings_in
from radplan_desktop.acts.opening import guideline_for
from radplan_desktop.acts.refusals import CannotOpen, NotFound
from radplan_desktop.acts.session import signed
from radplan_desktop.acts.sittings import changes_of
from radplan_desktop.acts.versions import make_version
from radplan_desktop.dossier import Dossier, DossierError
from radplan_desktop.guideline import Guideline
from radplan_desktop.host.assets import forms_dir
from radplan_desktop.host.brake import NO_BRAKE, Brake
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.cells import CellKey
from radplan_desktop.plan.fingerprint import fingerprint
from radplan_desktop.plan.log import EntryKind
from radplan_desktop.plan.plan import Plan
from radplan_desktop.plan.values import PLAN_ROW, TODAY, Answer, Cell, encode

__all__ = ["ExampleInfo", "examples", "find", "sittings_of", "write_example"]

FOLDER = "examples"
BETWEEN_ACTS = timedelta(seconds=40)


@dataclass(frozen=True, slots=True)
class _Act:
    """One entry to be: the sitting it is of, when, and its changes; without changes it is the version of that sitting."""

    sitting: Sitting
    at: datetime
    changes: Sequence[tuple[CellKey, str]]


@lru_cache(maxsize=1)
def examples() -> tuple[ExampleInfo, ...]:
    """Return the shipped examples, by id. Raises ExampleError."""
    return tuple(example_in(path.parent) for path in sorted((forms_dir() / FOLDER).glob(f"*/{ABOUT}")))


def find(name: str) -> ExampleInfo:
    """Return the example of that id. Raises NotFound, ExampleError."""
    for one in examples():
        if one.id == name:
            return one
    known = ", ".join(one.id for one in examples())
    raise NotFound(f"Er is geen voorbeeld ‘{name}’. Kies uit: {known}.")


def write_example(name: str, path: Path, brake: Brake = NO_BRAKE) -> Path:
    """Write an example as a planbestand at a path where nothing is yet, and return it.

    Raises NotFound, ExampleError, CannotOpen and GivenUp; then there is no file.
    """
    example, guideline = find(name), guideline_for()
    acts = list(_acts(example, guideline, brake))
    try:
        dossier = Dossier.create(path, example.passphrase, brake=brake)
    except DossierError as error:
        raise CannotOpen(error.sentence) from None
    try:
        with dossier:
            _write(dossier, guideline, example, acts, brake)
        brake.let_go()
    except BaseException as error:
        with suppress(OSError):
            path.unlink()
        if isinstance(error, DossierError):
            raise CannotOpen(error.sentence) from None
        raise
    return path


def sittings_of(example: ExampleInfo) -> Iterator[Sitting]:
    """Yield the sittings of an example in the order of its files. Raises ExampleError."""
    return sittings_in(forms_dir() / FOLDER / example.id, example.officers)


def _acts(example: ExampleInfo, guideline: Guideline, brake: Brake) -> Iterator[_Act]:
    """Yield the acts of all sittings, each as far as it changes something."""
    plan = Plan()
    known: dict[str, set[str]] = {}
    for number, sitting in enumerate(sittings_of(example)):
        brake.check()
        at = sitting.at
        acts = changes_of(sitting, guideline, example.id, known, Answers(guideline, plan, example.today))
        if not number:
            acts = [[(Cell(PLAN_ROW, TODAY), encode(Answer(example.today.isoformat())))], *acts]
        for act in acts:
            made = plan.differing(act)
            if made:
                yield _Act(sitting, at, made)
                plan, at = plan.with_changes(made), at + BETWEEN_ACTS
        if sitting.version is not None:
            yield _Act(sitting, at, ())


def _write(dossier: Dossier, guideline: Guideline, example: ExampleInfo, acts: Sequence[_Act], brake: Brake) -> None:
    plan = Plan()
    for act in acts:
        brake.check()
        author, at = signed(example.officers[act.sitting.officer]), _iso(act.at)
        if act.changes:
            made = [(Cell(*cell), text) for cell, text in act.changes]
            dossier.append(EntryKind.EDIT, author, guideline.version, made, at=at)
            plan = plan.with_changes(act.changes)
        elif act.sitting.version is not None:
            version = make_version(plan, *act.sitting.version, fingerprint(plan, dossier.plan_id))
            version.append(dossier, author, guideline.version, at=at)


def _iso(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
