"""The folders of this user on this machine. Nothing is made until it is needed.

Where the XDG rules hold they are read here, and platformdirs loads only for the folder of documents: it would take a twentieth of
the time to the first frame. Elsewhere platformdirs knows all folders.
"""

from __future__ import annotations

import os
import sys
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from platformdirs import PlatformDirs

NAME = "radplan"
PRIVATE = 0o700


class Paths:
    """Where preferences (config), what is kept between sittings (data), the log (state) and the user's own files go."""

    def __init__(self, config: Path, data: Path, state: Path) -> None:
        self.config, self.data, self.state = config, data, state

    @cached_property
    def documents(self) -> Path:
        """The user's own files."""
        return _platform().user_documents_path


def standard(system: str = sys.platform) -> Paths:
    """Return the folders the operating system gives this user; on Linux the ``XDG_*`` variables decide."""
    if system.startswith("linux"):
        return Paths(
            _xdg("XDG_CONFIG_HOME", "~/.config"),
            _xdg("XDG_DATA_HOME", "~/.local/share"),
            _xdg("XDG_STATE_HOME", "~/.local/state"),
        )
    dirs = _platform()
    return Paths(dirs.user_config_path, dirs.user_data_path, dirs.user_state_path)


def private_folder(path: Path) -> Path:
    """Make a folder (and those above it) that only this user can read, and return it. Raises OSError when that fails."""
    path.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
    return path


def _xdg(variable: str, otherwise: str) -> Path:
    """Return our folder below the one of a variable; one that is not absolute counts as not given, says the rule."""
    given = os.environ.get(variable, "")
    return Path(given if os.path.isabs(given) else os.path.expanduser(otherwise)) / NAME  # noqa: PTH111, PTH117 - "" too


def _platform() -> PlatformDirs:
    import platformdirs  # noqa: PLC0415 - not for the first frame

    return platformdirs.PlatformDirs(NAME, appauthor=False, roaming=False)
