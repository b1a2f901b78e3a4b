"""The folders of this user on this machine. Nothing is made until it is needed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import platformdirs

NAME = "radplan"
PRIVATE = 0o700


@dataclass(frozen=True, slots=True)
class Paths:
    """Where preferences (config), what is kept between sittings (data), the log (state) and the user's own files go."""

    config: Path
    data: Path
    state: Path
    documents: Path


def standard() -> Paths:
    """Return the folders the operating system gives this user; on Linux the ``XDG_*`` variables decide."""
    dirs = platformdirs.PlatformDirs(NAME, appauthor=False, roaming=False)
    return Paths(dirs.user_config_path, dirs.user_data_path, dirs.user_state_path, dirs.user_documents_path)


def private_folder(path: Path) -> Path:
    """Make a folder (and those above it) that only this user can read, and return it. Raises OSError when that fails."""
    path.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
    return path
