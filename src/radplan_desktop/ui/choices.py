"""What the user chooses for this laptop: it takes effect at once and is written at once. Shared by the menu and the preferences."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from radplan_desktop.host.preferences import Officer, Preferences, Theme
from radplan_desktop.ui.look.theme import Look
from radplan_desktop.ui.settings import Settings


class Choices(QObject):
    """``now`` is what was chosen; ``changed`` says that it is other than before."""

    changed = Signal()
    resized = Signal()
    """The text has another size."""

    def __init__(self, look: Look, settings: Settings, ask_folder: Callable[[Path | None], Path | None]) -> None:
        super().__init__()
        self._look, self._settings = look, settings
        self.ask_folder = ask_folder

    @property
    def now(self) -> Preferences:
        """What was chosen."""
        return self._settings.now

    @property
    def notice(self) -> str:
        """A Dutch sentence when the choice could not be written; empty when it was."""
        return self._settings.notice

    @property
    def folder(self) -> Path:
        """Where what is chosen is kept on this laptop."""
        return self._settings.folder

    def choose_theme(self, theme: Theme) -> None:
        """Wear these colours."""
        self._look.choose(theme)
        self._change(self.now._replace(theme=theme))

    def choose_text_size(self, percent: int) -> None:
        """Use this text size; one of ``TEXT_SIZES``."""
        self._look.resize(percent)
        self._change(self.now._replace(text_size=percent))
        self.resized.emit()

    def step_text_size(self, steps: int) -> None:
        """Go up or down in the text sizes."""
        self._look.larger(steps)
        self.choose_text_size(self._look.percent)

    def choose_lock_after(self, minutes: int) -> None:
        """Lock after so many minutes without input; one of ``LOCK_AFTER``."""
        self._change(self.now._replace(lock_after=minutes))

    def name_officer(self, officer: Officer) -> None:
        """Remember who works here."""
        self._change(self.now._replace(officer=officer))

    def use_forms(self, folder: Path | None) -> None:
        """Lay the forms of a municipality over the shipped ones in plans made from now on."""
        self._change(self.now._replace(forms_overlay=folder))

    def _change(self, wanted: Preferences) -> None:
        self._settings.change(lambda _: wanted)
        self.changed.emit()
