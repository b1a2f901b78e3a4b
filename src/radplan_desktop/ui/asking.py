"""How screens ask for files without knowing the dialogs of the operating system. Every answer is None when the user gave up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

AskPath = Callable[[str], Path | None]
"""Asks where to save a file of this name."""
AskFile = Callable[[], Path | None]
"""Asks which file to add."""


class Asks(NamedTuple):
    """Both ways of asking."""

    path: AskPath
    file: AskFile
