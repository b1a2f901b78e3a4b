"""Forms that someone else made: whatever is in them, reading them ends soon, with an answer in Dutch."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radplan_desktop.guideline import FormError, FormsError, load_guideline_files
from radplan_desktop.guideline.source import MAX_DEPTH, MAX_FILE, MAX_FILES, MAX_TOTAL
from tests.guideline.small import files
from tests.guideline.test_overlay import HEAD, OWN

GOOD = {"overlay.toml": HEAD.encode(), "0-start.toml": OWN.encode()}
LONG = MAX_FILE - 100

CONTENTS: dict[str, bytes] = {
    "no text": bytes(range(256)),
    "half a letter": b'[[field]]\nid = "\xc3',
    "no TOML": b"= = =",
    "too large": b"#" * (MAX_FILE + 1),
    "lists in lists": b"x = " + b"[" * LONG,
    "a deep list": b"x = " + b"[" * 40 + b"]" * 40,
    "tables in tables": b"x = " + b"{a = " * (LONG // 6),
    "a deep key": b"a." * (LONG // 2) + b"b = 1",
    "a deep key in spaces": b"a . " * (LONG // 4) + b"b = 1",
    "a deep quoted key": b'"a".' * (LONG // 4) + b"b = 1",
    "a deep key within": b"x = { " + b"a." * (LONG // 2) + b"b = 1 }",
    "a deep table": b"[" + b"a." * (LONG // 2) + b"b]",
    "a long number": b"x = " + b"9" * LONG,
    "a huge number": b"x = 1e999999999",
    "a long name": b'[[list]]\nid = "' + b"a" * LONG + b'"',
    "many quotes": b"x = " + b"'\"" * (LONG // 2),
    "a long condition": b'[[field]]\nid = "lv_a"\nkind = "text"\nlabel = "A"\nwhen = "' + b"not " * (LONG // 4) + b'"',
    "a wrong date": b"x = 2027-99-99",
}


def found_in(content: bytes) -> tuple[FormError, ...]:
    """Return the mistakes that are found when this stands in an own layer."""
    try:
        load_guideline_files(files(), {**GOOD, "eigen.toml": content})
    except FormsError as error:
        return error.errors
    return ()


@pytest.mark.parametrize("content", CONTENTS.values(), ids=CONTENTS)
def test_a_hostile_file_is_refused_soon(content: bytes) -> None:
    start = time.perf_counter()
    found = found_in(content)
    assert time.perf_counter() - start < 10
    assert all(len(str(error)) < 500 for error in found)
    assert {error.file for error in found} == {"eigen laag/eigen.toml"}


NAMES = ["../uit.toml", "/etc/x.toml", "a\\b.toml", "documents/../x.toml", "documents/a/b.toml", "X.toml", "a.txt", ""]


@pytest.mark.parametrize("name", [*NAMES, "a" * 99 + ".toml", "a\n.toml"])
def test_a_file_name_is_a_plain_name(name: str) -> None:
    with pytest.raises(FormsError) as caught:
        load_guideline_files(files(), {**GOOD, name: b""})
    assert [error.problem for error in caught.value.errors] == ["Dit is geen naam van een formulierbestand."]


def test_not_too_many_files() -> None:
    with pytest.raises(FormsError, match=f"meer dan {MAX_FILES} bestanden"):
        load_guideline_files(files(), {f"f{n}.toml": b"" for n in range(MAX_FILES + 1)})


def test_not_too_much_in_all() -> None:
    parts = {f"f{n}.toml": b"#" * MAX_FILE for n in range(MAX_TOTAL // MAX_FILE + 1)}
    with pytest.raises(FormsError, match="samen groter"):
        load_guideline_files(files(), parts)


def test_the_deepest_nesting_that_is_allowed_is_read_on() -> None:
    nested = "x = " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1)
    with pytest.raises(FormsError) as caught:
        load_guideline_files(files(), {**GOOD, "eigen.toml": nested.encode()})
    assert [error.problem for error in caught.value.errors] == ["Dit soort tabel bestaat hier niet."]


def test_a_long_chain_of_questions_is_read_in_steps() -> None:
    names = [f"lv_{n}" for n in range(3000)]
    fields = [
        f'[[field]]\nid = "{name}"\nkind = "text"\nlabel = "A"\nquestion = "A?"\nhelp = {{ why = "W" }}\n'
        + (f'when = "filled({names[n - 1]})"\n' if n else "")
        for n, name in enumerate(names)
    ]
    page = f'[[page]]\nextend = "begin"\nitems = [{", ".join(f"{name!r}" for name in names)}]\n'
    own = {"overlay.toml": HEAD.encode(), "eigen.toml": (page + "".join(fields)).encode()}
    assert names[-1] in load_guideline_files(files(), own).fields


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_answered(content: bytes) -> None:
    assert all(error.file == "eigen laag/eigen.toml" for error in found_in(content))
