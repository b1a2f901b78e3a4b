"""A small but complete set of forms (``small_forms/``): every kind of thing stands in it once, so that each can be broken."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

FOLDER = Path(__file__).with_name("small_forms")
FORMS: Mapping[str, str] = {
    path.relative_to(FOLDER).as_posix(): path.read_text(encoding="utf-8") for path in sorted(FOLDER.rglob("*.toml"))
}


def files(*changes: tuple[str, str, str]) -> dict[str, bytes]:
    """Return the small forms as bytes, each change (file, old, new) made in the one place where old stands first."""
    texts = dict(FORMS)
    for file, old, new in changes:
        assert old in texts[file], f"{old!r} does not stand in {file}"
        texts[file] = texts[file].replace(old, new, 1)
    return {name: text.encode() for name, text in texts.items()}
