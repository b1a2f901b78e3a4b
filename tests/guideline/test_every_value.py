"""Nothing in the forms goes unread: every value, replaced by nonsense, and every table, given a key too many, is found."""

from __future__ import annotations

import copy
import tomllib
from collections.abc import Iterator
from datetime import time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radplan_desktop.guideline import FormError, FormsError
from radplan_desktop.guideline.load import build
from tests.guideline.small import FORMS

Steps = tuple[str | int, ...]
PARSED: dict[str, dict[str, Any]] = {
    name: tomllib.loads(text, parse_float=Decimal) for name, text in sorted(FORMS.items())
}
FREE = {"opzet", "values", "preset", "roles"}
"""Tables whose keys are names of something else; a key too many is a dangling name there."""


def walk(value: Any, steps: Steps = ()) -> Iterator[tuple[Steps, Any]]:
    """Yield every value with the steps that lead to it, tables and lists included."""
    if steps:
        yield steps, value
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, part in parts:
        yield from walk(part, (*steps, step))


def found_after(file: str, steps: Steps, value: object) -> tuple[FormError, ...]:
    """Return the mistakes that are found when one value is replaced."""
    changed = copy.deepcopy(PARSED)
    target: Any = changed[file]
    for step in steps[:-1]:
        target = target[step]
    target[steps[-1]] = value
    return found_in(changed)


def found_in(parsed: dict[str, dict[str, Any]]) -> tuple[FormError, ...]:
    """Return the mistakes in parsed files."""
    try:
        build(parsed, None, "")
    except FormsError as error:
        return error.errors
    return ()


@pytest.mark.parametrize("file", PARSED)
def test_every_value_is_read(file: str) -> None:
    for steps, _ in walk(PARSED[file]):
        found = found_after(file, steps, time(12, 30))
        assert any(error.file == file for error in found), f"nonsense at {steps} is not found: {found}"


@pytest.mark.parametrize("file", PARSED)
def test_no_table_takes_a_key_too_many(file: str) -> None:
    for steps, value in walk(PARSED[file]):
        if isinstance(value, dict) and not FREE.intersection(steps):
            found = found_after(file, (*steps, "kwispel"), "x")
            assert any(error.path.endswith("kwispel") for error in found), f"a key too many in {steps}: {found}"


@pytest.mark.parametrize("nonsense", ["", "Één", "1", "a b", "x" * 65, "of", "vandaag"])
def test_no_id_is_nonsense(nonsense: str) -> None:
    for file, data in PARSED.items():
        for steps, _ in walk(data):
            if steps[-1] == "id" and "choices" not in steps and steps[0] not in {"gate", "requirement"}:
                assert found_after(file, steps, nonsense), steps


PLACES = [(file, steps) for file, data in PARSED.items() for steps, _ in walk(data)]
ODD = st.sampled_from(
    ["", "doelen", "doelen.", ".", -1, 10**400, True, [], {}, [[]], [{}], Decimal("NaN"), "{x}", "not"]
)


@given(st.lists(st.tuples(st.sampled_from(PLACES), ODD), min_size=1, max_size=4))
def test_whatever_stands_there_is_judged_and_never_trips_the_reader(odds: list[tuple[tuple[str, Steps], Any]]) -> None:
    changed = copy.deepcopy(PARSED)
    for (file, steps), odd in odds:
        target: Any = changed[file]
        try:
            for step in steps[:-1]:
                target = target[step]
            target[steps[-1]] = odd
        except (KeyError, IndexError, TypeError):
            continue  # an earlier oddity took the place away
    assert all(error.problem and error.remedy for error in found_in(changed))
