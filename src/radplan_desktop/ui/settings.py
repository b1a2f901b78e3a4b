"""The preferences as the window uses them: read once, written whenever something is chosen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from radplan_desktop.host import preferences
from radplan_desktop.host.preferences import Preferences


class Settings:
    """Holds the preferences of now. ``notice`` is a sentence for the user when reading or writing them failed.

    ``told`` says whether the user has seen it.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        loaded = preferences.load(folder)
        self.now: Preferences = loaded.preferences
        self.notice = loaded.notice
        self.told = False

    def change(self, how: Callable[[Preferences], Preferences]) -> None:
        """Change the preferences and write them."""
        self.now = how(self.now)
        self.notice = preferences.save(self.folder, self.now)
        self.told = False
