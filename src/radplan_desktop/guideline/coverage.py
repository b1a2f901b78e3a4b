"""Which questions, registers, checks, chapters and behaviours answer each requirement of the lessons learned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from radplan_desktop.guideline.model import DocumentSpec, Guideline, Register, Requirement


@dataclass(frozen=True, slots=True)
class Answering:
    """Something that answers a requirement. ``kind`` is field, group, register, column, check, chapter or behaviour.

    ``path`` is the id, ``register.column`` or ``document[chapter]``; ``label`` is what a reader knows it by.
    """

    kind: str
    path: str
    label: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """One requirement and everything that answers it."""

    requirement: Requirement
    by: tuple[Answering, ...]

    @property
    def answered(self) -> bool:
        """Whether anything answers it."""
        return bool(self.by)


def coverage(guideline: Guideline) -> tuple[Coverage, ...]:
    """Return, for every requirement in order, what answers it."""
    found: dict[str, list[Answering]] = {name: [] for name in guideline.requirements}
    for names, answering in _all(guideline):
        for name in names:
            found[name].append(answering)
    return tuple(Coverage(guideline.requirements[name], tuple(by)) for name, by in found.items())


def coverage_table(guideline: Guideline) -> tuple[tuple[str, str, str], ...]:
    """Return the same as rows of text: the requirement's id, its sentence, and what answers it."""
    return tuple(
        (row.requirement.id, row.requirement.text, "; ".join(f"{by.label} ({by.path or by.kind})" for by in row.by))
        for row in coverage(guideline)
    )


def _all(guideline: Guideline) -> Iterator[tuple[tuple[str, ...], Answering]]:
    for requirement in guideline.requirements.values():
        if requirement.behaviour:
            yield (requirement.id,), Answering("behaviour", "", requirement.behaviour)
    for field in guideline.fields.values():
        if not field.retired:
            yield field.requirements, Answering("field", field.id, field.label)
    for group in guideline.groups.values():
        yield group.requirements, Answering("group", group.id, group.label)
    for register in guideline.registers.values():
        if not register.retired:
            yield from _of_register(register)
    for check in guideline.checks:
        yield check.requirements, Answering("check", check.id, check.label)
    for document in guideline.documents.values():
        yield from _of_document(document)


def _of_register(register: Register) -> Iterator[tuple[tuple[str, ...], Answering]]:
    yield register.requirements, Answering("register", register.id, register.label)
    for column in register.columns.values():
        if not column.retired:
            yield column.requirements, Answering("column", column.path, f"{register.label}: {column.label}")


def _of_document(document: DocumentSpec) -> Iterator[tuple[tuple[str, ...], Answering]]:
    for n, chapter in enumerate(document.chapters, 1):
        label = f"{document.title}: {chapter.title}"
        yield chapter.requirements, Answering("chapter", f"{document.id}[{n}]", label)
