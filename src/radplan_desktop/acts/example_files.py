"""The files of an example plan, read strictly: what is wrong is said with the file, the place and the key."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

from radplan_desktop.acts.refusals import Refusal
from radplan_desktop.host.preferences import Officer

ABOUT = "example.toml"
_CALLED = {
    str: "tekst",
    dict: "een tabel",
    list: "een lijst",
    date: "een datum",
    datetime: "een datum met tijd en tijdzone",
}
_NOTHING: Mapping[str, Any] = MappingProxyType({})


class ExampleError(Refusal):
    """An example cannot be read, or does not fit the forms; ``str()`` says in which file, at which key."""


@dataclass(frozen=True, slots=True)
class ExampleInfo:
    """An example: its id, what it is about, the file name and practice passphrase, the day it lives in, and who works in it."""

    id: str
    title: str
    summary: str
    file: str
    passphrase: str
    today: date
    officers: Mapping[str, Officer]


@dataclass(frozen=True, slots=True)
class Sitting:
    """What one officer did at one time. ``fields`` and ``rows`` are as in the file; ``version`` is (label, why)."""

    source: str
    at: datetime
    officer: str
    fields: Mapping[str, Any]
    rows: Mapping[str, Sequence[Mapping[str, Any]]]
    version: tuple[str, str] | None


def example_in(folder: Path) -> ExampleInfo:
    """Return what the example in a folder is about. Raises ExampleError."""
    whole = _Table(ABOUT, "", _read(folder / ABOUT))
    about = whole.table("example")
    officers = {}
    for person in whole.tables("officer"):
        named = person.text("id")
        officers[named] = Officer(person.text("name"), person.text("function"), person.text("organisation"))
        person.end()
    info = ExampleInfo(
        id=about.text("id"),
        title=about.text("title"),
        summary=about.text("summary"),
        file=about.text("file"),
        passphrase=about.text("passphrase"),
        today=about.one("today", date),
        officers=officers,
    )
    about.end()
    whole.end()
    if info.id != folder.name:
        raise about.wrong("id", f"hoort gelijk te zijn aan de naam van de map, {folder.name}")
    return info


def sittings_in(folder: Path, officers: Mapping[str, Officer]) -> Iterator[Sitting]:
    """Yield the sittings of an example in the order of its files and in time. Raises ExampleError."""
    before: datetime | None = None
    for path in sorted(folder.glob("[0-9]*.toml")):
        whole = _Table(path.name, "", _read(path))
        for table in whole.tables("sitting"):
            sitting = _sitting(table)
            if sitting.officer not in officers:
                raise table.wrong("officer", f"{sitting.officer} staat niet in {ABOUT}")
            if sitting.at.tzinfo is None or (before is not None and sitting.at < before):
                raise table.wrong("at", "hoort een tijdzone te hebben en niet vóór de vorige zitting te liggen")
            before = sitting.at
            yield sitting
        whole.end()


def _sitting(table: _Table) -> Sitting:
    rows = table.table("rows", _NOTHING)
    version = table.table("version", _NOTHING)
    made = Sitting(
        source=table.name,
        at=table.one("at", datetime),
        officer=table.text("officer"),
        fields=table.table("fields", _NOTHING).data,
        rows={register: [row.data for row in rows.tables(register)] for register in rows.data},
        version=(version.text("label"), version.text("why")) if version.data else None,
    )
    for register in rows.data:
        for row in rows.tables(register):
            row.text("key")
    version.end()
    table.end()
    return made


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ExampleError(f"{path.name} is niet te lezen: {error}") from None


class _Table:
    """One table of a file. What is taken out of it is what it may hold; ``end`` refuses the rest."""

    def __init__(self, source: str, place: str, data: Mapping[str, Any]) -> None:
        self.source, self.place, self.data = source, place, data
        self._taken: set[str] = set()

    @property
    def name(self) -> str:
        """The file and the place in it."""
        return f"{self.source}, {self.place}" if self.place else self.source

    def wrong(self, key: str, what: str) -> ExampleError:
        """Return the error about a key."""
        return ExampleError(f"{self.name}: {key} {what}.")

    def one(self, key: str, kind: type) -> Any:  # noqa: ANN401 - of the kind that was asked for
        """Return the value of a key, of exactly this type."""
        self._taken.add(key)
        if key not in self.data:
            raise self.wrong(key, "ontbreekt")
        if type(self.data[key]) is not kind:
            raise self.wrong(key, f"hoort {_CALLED[kind]} te zijn")
        return self.data[key]

    def text(self, key: str) -> str:
        """Return a text that says something."""
        text: str = self.one(key, str)
        if not text.strip():
            raise self.wrong(key, "is leeg")
        return text

    def table(self, key: str, otherwise: Mapping[str, Any] | None = None) -> _Table:
        """Return the table at a key."""
        self._taken.add(key)
        if key not in self.data and otherwise is not None:
            return _Table(self.source, self.place, otherwise)
        return _Table(self.source, f"{self.place} {key}".strip(), self.one(key, dict))

    def tables(self, key: str) -> list[_Table]:
        """Return the tables of the list at a key, numbered from 1."""
        found = []
        for number, data in enumerate(self.one(key, list), 1):
            place = f"{self.place} {key} {number}".strip()
            if type(data) is not dict:
                raise self.wrong(f"{key} {number}", "hoort een tabel te zijn")
            found.append(_Table(self.source, place, data))
        return found

    def end(self) -> None:
        """Refuse keys that nobody asked for."""
        for key in self.data.keys() - self._taken:
            raise self.wrong(key, "hoort hier niet")
