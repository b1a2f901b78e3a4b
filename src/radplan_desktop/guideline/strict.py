"""The strict table reader: a table is described by its keys, each with a reader; what does not fit is reported, never guessed.

A reader takes the raw value and its Place and returns what the model holds, or raises Wrong. Reading goes on after a mistake.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Any, TypeVar

from radplan_desktop.guideline.conditions import RESERVED
from radplan_desktop.guideline.errors import FormError, Wrong, described, shown, suggestion
from radplan_desktop.guideline.names import Names

E = TypeVar("E", bound=Enum)

MAX_ID = 64
MAX_NUMBER = 10**15
_ID = re.compile(rf"[a-z][a-z0-9_]{{0,{MAX_ID - 1}}}")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


class Place:
    """Where in which file something stands, and what names mean there. ``register`` is the register whose row is meant."""

    __slots__ = ("errors", "file", "names", "path", "register")

    def __init__(self, file: str, path: str, names: Names, errors: list[FormError], register: str = "") -> None:
        self.file = file
        self.path = path
        self.names = names
        self.errors = errors
        self.register = register

    def under(self, step: str) -> Place:
        """Return the place one step deeper."""
        return Place(self.file, f"{self.path}.{step}" if self.path else step, self.names, self.errors, self.register)

    def within(self, register: str) -> Place:
        """Return this place, with names meaning the columns of a register first."""
        return Place(self.file, self.path, self.names, self.errors, register)

    def report(self, key: str, problem: str, remedy: str) -> None:
        """Add a mistake in a key of this place (or in the place itself when key is empty)."""
        path = ".".join(part for part in (self.path, key) if part)
        self.errors.append(FormError(self.file, path, problem, remedy))

    def attempt(self, key: str, read: Callable[..., Any], *args: object, otherwise: Any = None) -> Any:  # noqa: ANN401
        """Return what a reader returns; when it finds something wrong, report that and return ``otherwise``."""
        try:
            return read(*args)
        except Wrong as wrong:
            self.report(key, wrong.problem, wrong.remedy)
            return otherwise


Reader = Callable[[Any, Place], Any]


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys a table may have: key -> (name in the model, reader), and those it must have."""

    known: Mapping[str, tuple[str, Reader]]
    required: frozenset[str]

    @classmethod
    def of(cls, required: Iterable[str] = (), /, **known: Reader | tuple[str, Reader]) -> Keys:
        """Build the description; a bare reader keeps the key as the name. A trailing underscore keeps Python's words free."""
        pairs = {key.rstrip("_"): (value if isinstance(value, tuple) else (key, value)) for key, value in known.items()}
        return cls(pairs, frozenset(required))


def read_table(raw: object, keys: Keys, place: Place) -> dict[str, Any]:
    """Return the values of a table by their names in the model; mistakes are reported and left out."""
    if type(raw) is not dict:
        place.report("", f"Hier hoort een tabel, niet {described(raw)}.", "Zie forms/README.md voor de vorm.")
        return {}
    values = {}
    known = keys.known
    for key, value in raw.items():
        spec = known.get(key)
        if spec is None:
            place.report(key, "Deze sleutel bestaat hier niet.", suggestion(key, known))
            continue
        try:
            values[spec[0]] = spec[1](value, place)
        except Wrong as wrong:
            place.report(key, wrong.problem, wrong.remedy)
    if not keys.required <= raw.keys():
        for key in sorted(keys.required - raw.keys()):
            place.report(key, "Deze sleutel ontbreekt.", f'Voeg een regel toe: {key} = "…".')
    return values


def text(value: Any, _place: Place) -> str:  # noqa: ANN401
    """Read a text."""
    if type(value) is not str:
        raise Wrong(f"Hier hoort tekst, niet {described(value)}.", "Zet de tekst tussen aanhalingstekens.")
    if not value.isprintable() and _CONTROL.search(value):
        raise Wrong("De tekst bevat onzichtbare besturingstekens.", "Typ de tekst opnieuw.")
    return value


def words(value: Any, place: Place) -> str:  # noqa: ANN401
    """Read a text that may not be empty."""
    if type(value) is str and value.isprintable() and not value.isspace() and value:
        return value
    if not text(value, place).strip():
        raise Wrong("Deze tekst is leeg.", "Vul de tekst in.")
    return str(value)


def choice_identifier(value: Any, place: Place) -> str:  # noqa: ANN401
    """Read the name of a choice or of a preset row, which may also be a word of the conditions."""
    if not _ID.fullmatch(text(value, place)):
        raise Wrong(
            f"{shown(value)} is geen goede naam.", "Gebruik kleine letters, cijfers en _, en begin met een letter."
        )
    return str(value)


def identifier(value: Any, place: Place) -> str:  # noqa: ANN401
    """Read the name of something: small letters, digits and _, and no word of the conditions."""
    if choice_identifier(value, place) in RESERVED:
        raise Wrong(f"{shown(value)} is een woord uit de voorwaarden.", "Kies een andere naam.")
    return str(value)


def boolean(value: Any, _place: Place) -> bool:  # noqa: ANN401
    """Read true or false."""
    if type(value) is not bool:
        raise Wrong(
            f"Hier hoort true of false, niet {described(value)}.", "Schrijf true of false, zonder aanhalingstekens."
        )
    return value


def integer(value: Any, _place: Place) -> int:  # noqa: ANN401
    """Read a whole number."""
    if type(value) is not int or abs(value) > MAX_NUMBER:
        raise Wrong("Hier hoort een heel getal.", "Schrijf een heel getal, zonder aanhalingstekens.")
    return value


def positive(value: Any, place: Place) -> int:  # noqa: ANN401
    """Read a whole number of 1 or more."""
    if integer(value, place) < 1:
        raise Wrong("Hier hoort een getal van 1 of hoger.", "Schrijf 1 of meer, of haal de regel weg.")
    return int(value)


def decimal(value: Any, _place: Place) -> Decimal:  # noqa: ANN401
    """Read a number; a text such as "12.5" is one too, as it is in an answer."""
    if type(value) not in (int, Decimal, str):
        raise Wrong(f"Hier hoort een getal, niet {described(value)}.", "Schrijf een getal met een punt.")
    try:
        number = Decimal(value)
    except ArithmeticError as error:
        raise Wrong(f"{shown(value)} is geen getal.", "Schrijf een getal met een punt.") from error
    if not number.is_finite() or abs(number) > MAX_NUMBER:
        raise Wrong("Dit getal is te groot.", "Kies een kleiner getal.")
    return number


def texts(value: Any, place: Place) -> tuple[str, ...]:  # noqa: ANN401
    """Read a list of texts."""
    if type(value) is not list:
        raise Wrong(f"Hier hoort een lijst, niet {described(value)}.", 'Schrijf een lijst: ["…", "…"].')
    return tuple([words(item, place) for item in value])


def text_or_texts(value: Any, place: Place) -> tuple[str, ...]:  # noqa: ANN401
    """Read one text, or a list of texts."""
    return texts(value, place) if type(value) is list else (words(value, place),)


def tables(value: Any, _place: Place) -> list[Any]:  # noqa: ANN401
    """Read a list, whose items are read later."""
    if type(value) is not list:
        raise Wrong(f"Hier hoort een lijst van tabellen, niet {described(value)}.", "Zie forms/README.md voor de vorm.")
    return value


def member(kinds: type[E], *, by_name: bool = False) -> Reader:
    """Return a reader of one word out of an enumeration (by value, or by name)."""
    known: dict[str, E] = {item.name if by_name else str(item.value): item for item in kinds}

    def read(value: Any, place: Place) -> E:  # noqa: ANN401
        found = known.get(text(value, place))
        if found is None:
            raise Wrong(f"{shown(value)} bestaat hier niet.", f"Kies uit: {', '.join(known)}.")
        return found

    return read


def word_of(*known: str) -> Reader:
    """Return a reader of one word out of a few."""

    def read(value: Any, place: Place) -> str:  # noqa: ANN401
        if text(value, place) not in known:
            raise Wrong(f"{shown(value)} bestaat hier niet.", f"Kies uit: {', '.join(known)}.")
        return str(value)

    return read
