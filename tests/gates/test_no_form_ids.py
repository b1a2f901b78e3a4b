"""The program knows no question by name: what it needs to know, it knows as a role (``forms/rollen.toml``)."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from radplan_desktop.guideline import ROLES, Guideline, load_guideline
from radplan_desktop.guideline.conditions import RESERVED

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src"
ALLOWED: dict[str, str] = {
    "deadline": "a key of the grammar of the forms",
    "document": "a key of the grammar of the forms",
    "gemeente": "the word before a municipality's name on paper",
    "klaar": "how far an item is, beside deels, leeg and later",
    "deels": "how far an item is, beside klaar, leeg and later",
    "links": "a kind of field: more than one link",
    "namens": "a word on the signature block",
    "onbekend": "a word in the sentence about who has the plan open",
    "ondertekend": "a word in the history",
    "privacy": "a kind of open point, beside check, conflict and link",
    "plan": "the row of the plan's own answers",
    "start": "a key of a derivation, the start page, an end of a line",
    "titel": "what the message of a check may mention",
    "vraag": "the singular in a sentence that counts questions",
    "waarde": "what the message of a check may mention",
}
"""Words of the program that happen to be an id in the forms as well, each with what it is instead.

Single letters (the classes, keys of JSON) and the words of the conditions are left out as a whole.
"""


def strings_of(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield every text in a module with its line, docstrings left out."""
    owners = (node for node in ast.walk(tree) if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef))
    docstrings = {node.value for owner in owners for node in owner.body if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in docstrings:
            yield node.lineno, node.value


def ids_of(guideline: Guideline) -> set[str]:
    """Return every id that a question, register, choice, preset row or paper has, columns also with their register."""
    ids = {*guideline.fields, *guideline.groups, *guideline.registers, *guideline.lists, *guideline.documents}
    for register in guideline.registers.values():
        for column in register.columns.values():
            ids |= {column.id, column.path}
        ids |= {part for preset in register.presets for part in (preset.key, f"{register.id}:{preset.key}")}
    for choices in guideline.lists.values():
        ids |= {part for choice in choices.choices for part in (choice.id, f"{choices.id}.{choice.id}")}
    return ids


def found_in(text: str, ids: set[str]) -> list[tuple[int, str]]:
    """Return the ids that stand in a module as a text."""
    return [(line, value) for line, value in strings_of(ast.parse(text)) if value in ids]


@pytest.fixture(scope="module")
def ids() -> set[str]:
    """Return the ids of the shipped forms that the program has no other use for."""
    found = ids_of(load_guideline(ROOT / "forms")) - ROLES.keys() - ALLOWED.keys() - RESERVED
    return {name for name in found if len(name) > 1}


@pytest.mark.parametrize("module", sorted(SRC.rglob("*.py")), ids=lambda path: str(path.relative_to(SRC)))
def test_no_id_of_the_forms_stands_in_the_program(module: Path, ids: set[str]) -> None:
    assert found_in(module.read_text(encoding="utf-8"), ids) == []


def test_the_test_finds_an_id_and_reads_past_docstrings(ids: set[str]) -> None:
    assert found_in('"""naam"""\nx = answers["hoofddoel"]\ny = f"{subdoelen.subdoel}"', ids) == [(2, "hoofddoel")]


def test_the_allowed_words_are_still_ids() -> None:
    assert ALLOWED.keys() <= ids_of(load_guideline(ROOT / "forms"))
