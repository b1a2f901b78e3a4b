"""The shipped example plans: which there are, and writing one as a real planbestand with its history."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from radplan_desktop.acts.opening import guideline_for
from radplan_desktop.acts.refusals import CannotOpen, NotFound
from radplan_desktop.acts.session import TODAY, signed
from radplan_desktop.acts.sittings import Sitting, changes_of
from radplan_desktop.acts.versions import make_version
from radplan_desktop.dossier import Dossier, DossierError
from radplan_desktop.guideline import Guideline
from radplan_desktop.host.assets import forms_dir
from radplan_desktop.host.preferences import Officer
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.fingerprint import fingerprint
from radplan_desktop.plan.log import EntryKind
from radplan_desktop.plan.plan import NULL, Plan
from radplan_desktop.plan.values import PLAN_ROW, Answer, Cell, encode

FOLDER = "examples"
BETWEEN_ACTS = timedelta(seconds=40)


@dataclass(frozen=True, slots=True)
class ExampleInfo:
    """A shipped example: its id, what it is about, the file name and practice passphrase, and the day it lives in."""

    id: str
    title: str
    summary: str
    file: str
    passphrase: str
    today: date
    officers: Mapping[str, Officer]


@lru_cache(maxsize=1)
def examples() -> tuple[ExampleInfo, ...]:
    """Return the shipped examples, by id."""
    return tuple(_info(path) for path in sorted((forms_dir() / FOLDER).glob("*/example.toml")))


def find(name: str) -> ExampleInfo:
    """Return the example of that id. Raises NotFound."""
    for one in examples():
        if one.id == name:
            return one
    known = ", ".join(one.id for one in examples())
    raise NotFound(f"Er is geen voorbeeld ‘{name}’. Kies uit: {known}.")


def write_example(name: str, path: Path) -> Path:
    """Write an example as a planbestand at a path where nothing is yet, and return it. Raises NotFound, CannotOpen."""
    example, guideline = find(name), guideline_for()
    try:
        dossier = Dossier.create(path, example.passphrase)
        try:
            _write(dossier, guideline, example)
        finally:
            dossier.close()
    except DossierError as error:
        raise CannotOpen(error.sentence) from None
    return path


def sittings_of(example: ExampleInfo) -> Iterator[Sitting]:
    """Yield the sittings of an example in the order of its files."""
    for path in sorted((forms_dir() / FOLDER / example.id).glob("[0-9]*.toml")):
        for sitting in tomllib.loads(path.read_text(encoding="utf-8"))["sitting"]:
            version = sitting.get("version", {})
            yield Sitting(
                source=path.name,
                at=sitting["at"],
                officer=sitting["officer"],
                fields=sitting.get("fields", {}),
                rows=sitting.get("rows", {}),
                version=(version["label"], version["why"]) if version else None,
            )


def _write(dossier: Dossier, guideline: Guideline, example: ExampleInfo) -> None:
    plan = Plan()
    known: dict[str, set[str]] = {}
    for number, sitting in enumerate(sittings_of(example)):
        author, at = signed(example.officers[sitting.officer]), sitting.at
        acts = changes_of(sitting, guideline, example.id, known, Answers(guideline, plan, example.today))
        if not number:
            acts = [[(Cell(PLAN_ROW, TODAY), encode(Answer(example.today.isoformat())))], *acts]
        for act in acts:
            made = [(cell, text) for cell, text in act if plan.text(*cell) != text or text == NULL]
            if made:
                dossier.append(EntryKind.EDIT, author, guideline.version, made, at=_iso(at))
                plan, at = plan.with_changes(made), at + BETWEEN_ACTS
        if sitting.version is not None:
            version = make_version(plan, *sitting.version, fingerprint(plan, dossier.plan_id))
            version.append(dossier, author, guideline.version, at=_iso(at))


def _iso(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds")


def _info(path: Path) -> ExampleInfo:
    data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    about = data["example"]
    officers = {one["id"]: Officer(one["name"], one["function"], one["organisation"]) for one in data["officer"]}
    return ExampleInfo(
        about["id"], about["title"], about["summary"], about["file"], about["passphrase"], about["today"], officers
    )
