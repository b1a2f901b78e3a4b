"""What a row already says, letter by letter (forms: ``[[helper]]``). It reads the answers; it never scores."""

from __future__ import annotations

import re
from dataclasses import dataclass

from radplan_desktop.guideline.model import Helper, HelperPart
from radplan_desktop.plan.answers import OPEN, Answers

_PLACEHOLDER = re.compile(r"\{([a-z0-9_]+)\}")
ROW = "rij"
"""What a title may mention besides fields: the number of the row, or its name when it has none."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter: whether it is there, one sentence that says so, and the column or path where what is open is answered."""

    letter: str
    label: str
    met: bool
    sentence: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Help:
    """What a helper says of one row."""

    title: str
    text: str
    letters: tuple[Letter, ...]


def helper_of(answers: Answers, row: str) -> Helper | None:
    """Return the helper that stands beside the rows of this row's register; None when there is none."""
    register = answers.register_of(row)
    return next((one for one in answers.guideline.helpers.values() if one.register == register), None)


def help_with(answers: Answers, helper: Helper, row: str) -> Help:
    """Return what a helper says of a row."""
    title = helper.title.replace(f"{{{ROW}}}", answers.number(row) or answers.title(row))
    return Help(_filled(answers, row, title), helper.text, tuple(_letter(answers, part, row) for part in helper.parts))


def _letter(answers: Answers, part: HelperPart, row: str) -> Letter:
    for lack in part.lacks:
        if answers.holds(lack.when, row):
            return Letter(part.letter, part.label, False, _filled(answers, row, lack.says), lack.field)
    return Letter(part.letter, part.label, True, _filled(answers, row, part.met))


def _filled(answers: Answers, row: str, sentence: str) -> str:
    """Return a sentence with every ``{column}`` or ``{field}`` replaced by what was answered there."""

    def said(match: re.Match[str]) -> str:
        try:
            text = answers.text(row, match[1], long_dates=True)
        except KeyError:
            return match[0]
        return text.replace("\n", " ").rstrip(".") or OPEN

    return _PLACEHOLDER.sub(said, sentence)
