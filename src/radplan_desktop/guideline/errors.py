"""What is wrong in the forms, said so that the municipality can repair it: which file, where in it, what, and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches

MAX_SHOWN = 40
FEW = 12
_DUTCH = {
    str: "tekst",
    bool: "true of false",
    int: "een getal",
    Decimal: "een getal",
    list: "een lijst",
    dict: "een tabel",
}


@dataclass(frozen=True, slots=True, order=True)
class FormError:
    """One mistake in the forms. ``path`` is the place in the file, such as ``field.vraagstuk.choices``; the rest is Dutch."""

    file: str
    path: str
    problem: str
    remedy: str

    def __str__(self) -> str:
        place = f"{self.file}: {self.path}" if self.path else self.file
        return f"{place}: {self.problem} {self.remedy}"


class FormsError(Exception):
    """The forms cannot be used. ``errors`` holds every mistake that was found, in the order of the files."""

    def __init__(self, errors: Iterable[FormError]) -> None:
        self.errors = tuple(errors)
        super().__init__("\n".join(map(str, self.errors)))


class Wrong(Exception):  # noqa: N818 - not an error of the program: a finding, caught where the table is read
    """One value is wrong; whoever reads the table adds the file and the path."""

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.remedy = remedy


def described(value: object) -> str:
    """Return in Dutch what kind of value this is."""
    return _DUTCH.get(type(value), "een datum of tijd")


def shown(text: str) -> str:
    """Return a text as it is quoted in a message: short."""
    return f"'{text if len(text) <= MAX_SHOWN else text[: MAX_SHOWN - 1] + '…'}'"


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return the remedy for a word that is unknown: the nearest ones, or all when there are few."""
    words = sorted(known)
    near = get_close_matches(word[:MAX_SHOWN], words, n=3, cutoff=0.6)
    if near:
        return f"Bedoelt u {' of '.join(near)}? Pas het aan of haal het weg."
    if words and len(words) <= FEW:
        return f"Kies uit: {', '.join(words)}, of haal het weg."
    return "Controleer de naam, of haal dit weg."
