"""``ids.lock``: every id and kind that was ever released. They never disappear and never change; new ones are added."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from radplan_desktop.guideline.model import Field, Guideline

_HEAD = "# Alle namen die ooit zijn uitgegeven. Een naam verdwijnt nooit en verandert nooit van soort; zet liever retired = true.\n"


@dataclass(frozen=True, slots=True)
class LockReport:
    """How the forms differ from the lock: names that are gone, names whose kind changed (old, new), names not yet in it."""

    gone: tuple[str, ...]
    changed: tuple[tuple[str, str], ...]
    unlisted: tuple[str, ...]

    @property
    def intact(self) -> bool:
        """Whether every released name still means what it meant."""
        return not self.gone and not self.changed

    @property
    def matches(self) -> bool:
        """Whether the lock is intact and complete."""
        return self.intact and not self.unlisted


def lock_lines(guideline: Guideline) -> tuple[str, ...]:
    """Return a line for every id that a dossier can hold, sorted."""
    return tuple(sorted(_lines(guideline)))


def lock_text(guideline: Guideline) -> str:
    """Return the contents of ``ids.lock``."""
    return _HEAD + "".join(f"{line}\n" for line in lock_lines(guideline))


def compare_lock(lock: str, guideline: Guideline) -> LockReport:
    """Return how the forms differ from the contents of ``ids.lock``."""
    old = {_name(line): line for line in lock.splitlines() if line and not line.startswith("#")}
    new = {_name(line): line for line in lock_lines(guideline)}
    return LockReport(
        gone=tuple(old[name] for name in sorted(old.keys() - new.keys())),
        changed=tuple((old[name], new[name]) for name in sorted(old.keys() & new.keys()) if old[name] != new[name]),
        unlisted=tuple(new[name] for name in sorted(new.keys() - old.keys())),
    )


def _name(line: str) -> tuple[str, ...]:
    return tuple(line.split()[:2])


def _lines(guideline: Guideline) -> Iterator[str]:
    for field in guideline.fields.values():
        yield f"field {field.id} {_kind(field)}"
    for group in guideline.groups:
        yield f"group {group}"
    for register in guideline.registers.values():
        yield f"register {register.id}"
        for column in register.columns.values():
            yield f"column {column.path} {_kind(column)}"
        for preset in register.presets:
            yield f"preset {register.id}:{preset.key}"
    for choices in guideline.lists.values():
        yield f"list {choices.id}"
        for choice in choices.choices:
            yield f"choice {choices.id}.{choice.id}"
    for document in guideline.documents:
        yield f"document {document}"


def _kind(field: Field) -> str:
    """Return the kind, with what it chooses from or points at: an answer means nothing without that."""
    return " ".join(part for part in (field.kind.value, field.choices, field.target) if part)
