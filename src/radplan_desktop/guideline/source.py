"""From files to raw tables: which files belong to the forms, how large they may be, and TOML that is not TOML."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from radplan_desktop.guideline.errors import FormError, FormsError, Wrong

MAX_FILE = 1 << 20
MAX_TOTAL = 4 << 20
MAX_FILES = 64
MAX_DEPTH = 16
MAX_SHOWN_NAME = 80

_NAME = re.compile(r"(?:documents/)?[a-z0-9][a-z0-9_-]{0,63}\.toml")
# A dotted key of thousands of parts takes the parser quadratic time, so such a file is refused before it is parsed.
_DOTTED = re.compile(
    rf"(?<![\w-])(?:(?:[A-Za-z0-9_-]+|\"[^\"\n]*\"|'[^'\n]*')[ \t]*\.[ \t]*){{{MAX_DEPTH}}}(?=[\w\"'-])",
)
_SYNTAX = re.compile(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", re.DOTALL)


def read_forms(folder: Path) -> dict[str, bytes]:
    """Return the files of a forms folder by their name in it (``documents/x.toml``), sorted. Raises FormsError."""
    if not folder.is_dir():
        raise FormsError([FormError(str(folder), "", "Deze map bestaat niet.", "Kies een map met formulieren.")])
    try:
        paths = [p for pattern in ("*.toml", "documents/*.toml") for p in sorted(folder.glob(pattern)) if p.is_file()]
        return {path.relative_to(folder).as_posix(): _content(path) for path in paths[: MAX_FILES + 1]}
    except OSError as error:
        problem = "Deze map is niet te lezen."
        raise FormsError([FormError(str(error.filename), "", problem, "Controleer uw rechten op de map.")]) from error


def _content(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MAX_FILE + 1)


def parse_files(files: Mapping[str, bytes], errors: list[FormError], label: str = "") -> dict[str, dict[str, Any]]:
    """Return the parsed files by label and name, in the order of their names; what cannot be used is reported.

    A label marks files that are not trusted: nested or dotted too deep, they are refused before that can cost time. Too many
    files, or too much in them, raises FormsError at once: then nothing is parsed.
    """
    if len(files) > MAX_FILES:
        raise FormsError([FormError(label, "", f"Er zijn meer dan {MAX_FILES} bestanden.", "Voeg bestanden samen.")])
    if sum(map(len, files.values())) > MAX_TOTAL:
        raise FormsError([FormError(label, "", "De bestanden zijn samen groter dan 4 MB.", "Maak ze korter.")])
    parsed = {}
    for name in sorted(files):
        try:
            parsed[label + name] = _parse(name, files[name], trusted=not label)
        except Wrong as wrong:
            errors.append(FormError((label + name)[:MAX_SHOWN_NAME], "", wrong.problem, wrong.remedy))
    return parsed


def _parse(name: str, content: bytes, *, trusted: bool) -> dict[str, Any]:
    if not _NAME.fullmatch(name):
        raise Wrong(
            "Dit is geen naam van een formulierbestand.", "Gebruik kleine letters, cijfers en - met .toml erachter."
        )
    if len(content) > MAX_FILE:
        raise Wrong("Het bestand is groter dan 1 MB.", "Maak het bestand korter of verdeel het.")
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
        if not trusted and _dotted(text):
            raise Wrong(f"Een naam heeft meer dan {MAX_DEPTH} delen met punten ertussen.", "Maak die naam korter.")
        data = tomllib.loads(text, parse_float=Decimal)
    except UnicodeDecodeError as error:
        raise Wrong("Het bestand is geen gewone tekst.", "Sla het bestand op als tekst in UTF-8.") from error
    except RecursionError as error:
        raise Wrong(f"Het bestand is dieper genest dan {MAX_DEPTH}.", "Gebruik minder haken binnen haken.") from error
    except (ValueError, ArithmeticError) as error:
        raise Wrong(
            _syntax(str(error)), "Kijk of haken en aanhalingstekens kloppen, en of een naam dubbel is."
        ) from error
    if not (trusted or _shallow(data)):
        raise Wrong(f"Het bestand is dieper genest dan {MAX_DEPTH}.", "Gebruik minder haken binnen haken.")
    return data


def _syntax(message: str) -> str:
    match = _SYNTAX.fullmatch(message)
    if match is None or match[2] is None:
        return "Het bestand is niet te lezen als TOML."
    return f"Het bestand is niet te lezen als TOML: kijk bij regel {match[2]}, teken {match[3]}."


def _dotted(text: str) -> bool:
    """Whether a key may have too many parts; few lines have dots enough to be worth the closer look."""
    return any(line.count(".") >= MAX_DEPTH and _DOTTED.search(line) for line in text.split("\n"))


def _shallow(data: dict[str, Any]) -> bool:
    level: list[Any] = [data]
    for _ in range(MAX_DEPTH):
        level = [
            value
            for item in level
            for value in (item.values() if type(item) is dict else item)
            if type(value) is dict or type(value) is list
        ]
        if not level:
            return True
    return False
