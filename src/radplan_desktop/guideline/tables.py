"""All tables of all files, sorted by kind: what stands where, before anything is known about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from radplan_desktop.guideline.errors import FormError, suggestion

MAX_NAME = 64
LISTED = ("page", "field", "group", "register", "list", "check", "gate", "requirement", "track", "helper")
SINGLE = ("section", "roles")
DOCUMENT = ("document", "chapter")
OVERLAY = "eigen laag/"
"""Stands before the file names of a municipality's own layer."""


class Entry(NamedTuple):
    """One raw table: ``path`` names it in messages, ``id`` is empty when it has none that is a text.

    ``home`` is the file it belongs to when it was amended in another one.
    """

    file: str
    path: str
    id: str
    data: dict[str, Any]
    home: str = ""

    def wrong(self, key: str, problem: str, remedy: str) -> FormError:
        """Return a mistake in a key of this table, or in the table itself when key is empty."""
        return FormError(self.file, f"{self.path}.{key}" if key else self.path, problem, remedy)


@dataclass(slots=True)
class Tables:
    """The raw tables by kind, in the order of the files."""

    of: dict[str, list[Entry]] = field(default_factory=lambda: {kind: [] for kind in (*SINGLE, *LISTED, "document")})

    def __getitem__(self, kind: str) -> list[Entry]:
        return self.of[kind]


def name_of(data: Mapping[str, Any], key: str = "id") -> str:
    """Return the name of a raw table, good or not; nothing when it is no text."""
    name = data.get(key)
    return name[:MAX_NAME] if isinstance(name, str) else ""


def entry(file: str, kind: str, number: int, data: dict[str, Any], key: str = "id") -> Entry:
    """Return a raw table with the name it has in messages: by its id, or else by its place in the file."""
    name = name_of(data, key)
    return Entry(file, f"{kind}.{name}" if name else f"{kind}[{number}]", name, data)


def sort(parsed: Mapping[str, Mapping[str, Any]], errors: list[FormError]) -> Tables:
    """Return the tables of the parsed files by kind; report what no file may hold."""
    found = Tables()
    for file, data in parsed.items():
        is_document = file.removeprefix(OVERLAY).startswith("documents/")
        allowed = DOCUMENT if is_document else SINGLE + LISTED
        errors.extend(
            FormError(file, key, "Dit soort tabel bestaat hier niet.", suggestion(key, allowed))
            for key in data.keys() - set(allowed)
        )
        for kind, items in _of_file(file, data, DOCUMENT if is_document else SINGLE, errors):
            found[kind].extend(items)
    return found


def _of_file(
    file: str,
    data: Mapping[str, Any],
    single: tuple[str, ...],
    errors: list[FormError],
) -> Iterator[tuple[str, list[Entry]]]:
    if single is DOCUMENT:
        head = data.get("document")
        if type(head) is not dict:
            errors.append(
                FormError(file, "document", "De tabel [document] ontbreekt.", "Begin het bestand met [document].")
            )
            return
        yield "document", [entry(file, "document", 1, {**head, "chapter": data.get("chapter", [])})]
        return
    for kind in single:
        if kind not in data:
            continue
        if type(data[kind]) is dict:
            yield kind, [Entry(file, kind, name_of(data[kind]), data[kind])]
        else:
            errors.append(
                FormError(file, kind, "Deze tabel mag er één keer staan.", f"Schrijf [{kind}], met enkele haken.")
            )
    for kind in LISTED:
        items = data.get(kind, [])
        if type(items) is list and all(type(item) is dict for item in items):
            yield kind, [entry(file, kind, n, item) for n, item in enumerate(items, 1)]
        else:
            errors.append(
                FormError(file, kind, "Hier hoort een reeks tabellen.", f"Schrijf [[{kind}]], met dubbele haken.")
            )
