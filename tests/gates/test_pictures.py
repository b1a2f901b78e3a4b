"""The pictures in the documentation: each screen has its picture in both themes, and each picture has a place in the text."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "docs" / "pictures"
LARGEST = 6 * 1024 * 1024
_SHOWN = re.compile(r"!\[[^\]]+\]\(([^)]+\.png)\)")


def shown_in(text: Path) -> set[Path]:
    return {(text.parent / name).resolve() for name in _SHOWN.findall(text.read_text(encoding="utf-8"))}


def test_every_picture_is_shown_and_every_shown_picture_is_there() -> None:
    light = {path for path in PICTURES.glob("*.png") if not path.stem.endswith("-dark")}
    assert shown_in(ROOT / "docs" / "screens.md") == light
    assert all(path.exists() for path in shown_in(ROOT / "README.md"))


def test_every_picture_is_there_in_light_and_dark() -> None:
    names = {path.stem for path in PICTURES.glob("*.png")}
    assert {f"{name.removesuffix('-dark')}-dark" for name in names} <= names
    assert {name.removesuffix("-dark") for name in names} <= names


def test_the_pictures_stay_small() -> None:
    assert sum(path.stat().st_size for path in PICTURES.glob("*.png")) < LARGEST
