"""Which file stands at a path."""

from __future__ import annotations

from pathlib import Path

import pytest

from radplan_desktop.host.identity import identity


def test_it_is_what_the_system_says(tmp_path: Path) -> None:
    file = tmp_path / "plän.radplan"
    file.write_bytes(b"x")
    assert identity(file) == (file.stat().st_dev, file.stat().st_ino)


def test_another_file_in_its_place_is_another(tmp_path: Path) -> None:
    file, other = tmp_path / "a", tmp_path / "b"
    file.write_bytes(b"x")
    other.write_bytes(b"x")
    before = identity(file)
    other.replace(file)
    assert identity(file) != before


def test_where_nothing_stands_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        identity(tmp_path / "niets")
