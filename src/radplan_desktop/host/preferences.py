"""What this user chose on this laptop. It holds no content of any plan: of a plan only the file's name and place."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from radplan_desktop.host.files import write_atomically
from radplan_desktop.host.paths import private_folder

FILE = "preferences.json"
TEXT_SIZES = (100, 115, 130)
LOCK_AFTER = (5, 10, 30)
MOST_RECENT = 8
LARGEST = 1 << 20
LONGEST = 4096

UNREADABLE = "Uw voorkeuren waren niet te lezen. RadPlan gebruikt nu de standaardinstellingen. Aan uw plannen is niets veranderd."
PARTLY = "Een deel van uw voorkeuren was niet te lezen en staat weer op standaard. Aan uw plannen is niets veranderd."
NOT_SAVED = (
    "Uw voorkeuren zijn niet bewaard. RadPlan mag niet schrijven in uw eigen map op deze computer."
    " Ze gelden tot u RadPlan sluit. Uw plannen staan hier los van."
)


class Theme(StrEnum):
    """Light, dark, or as the operating system has it."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Officer(NamedTuple):
    """Who works on this laptop; stands in the history of the plans and in the lock beside an open plan."""

    name: str = ""
    function: str = ""
    organisation: str = ""


class Preferences(NamedTuple):
    """Everything that is remembered. ``text_size`` is a percentage of ``TEXT_SIZES``; ``recent`` has the latest file first.

    ``lock_after`` is how many minutes without input, of ``LOCK_AFTER``, lock an open plan.
    """

    theme: Theme = Theme.SYSTEM
    text_size: int = TEXT_SIZES[0]
    officer: Officer = Officer()
    forms_overlay: Path | None = None
    recent: tuple[Path, ...] = ()
    lock_after: int = LOCK_AFTER[1]

    def opened(self, plan: Path) -> Preferences:
        """Return preferences in which this file is the latest opened."""
        others = (path for path in self.recent if path != plan)
        return self._replace(recent=(plan, *others)[:MOST_RECENT])

    def forgotten(self, plan: Path | None = None) -> Preferences:
        """Return preferences without this file in the list, or with an empty list."""
        return self._replace(recent=tuple(path for path in self.recent if plan is not None and path != plan))


class Loaded(NamedTuple):
    """Preferences, and a Dutch sentence when something about them has to be said."""

    preferences: Preferences
    notice: str = ""


class _MalformedError(ValueError):
    """A value that this program would not have written."""


def load(folder: Path) -> Loaded:
    """Read the preferences of a config folder. Never raises: what cannot be read is the default, with a notice."""
    try:
        with (folder / FILE).open("rb") as file:
            data = json.loads(file.read(LARGEST))
    except FileNotFoundError:
        return Loaded(Preferences())
    except (OSError, ValueError, RecursionError):
        return Loaded(Preferences(), UNREADABLE)
    return _read(data) if isinstance(data, dict) else Loaded(Preferences(), UNREADABLE)


def save(folder: Path, preferences: Preferences) -> str:
    """Write the preferences into a config folder. Never raises: the answer is empty, or the Dutch notice that it failed."""
    content = json.dumps(_written(preferences), ensure_ascii=False, indent=1)
    try:
        write_atomically(private_folder(folder) / FILE, content.encode("utf-8", "surrogatepass"))
    except OSError:
        return NOT_SAVED
    return ""


def _written(preferences: Preferences) -> dict[str, object]:
    officer, overlay = preferences.officer, preferences.forms_overlay
    return {
        "theme": preferences.theme.value,
        "text_size": preferences.text_size,
        "officer": {"name": officer.name, "function": officer.function, "organisation": officer.organisation},
        "forms_overlay": str(overlay) if overlay else "",
        "lock_after": preferences.lock_after,
        "recent": [str(path) for path in preferences.recent],
    }


def _read(data: dict[str, Any]) -> Loaded:
    preferences, notice = Preferences(), ""
    for name, reader in _READERS.items():
        if name not in data:
            continue
        try:
            change: dict[str, Any] = {name: reader(data[name])}
            preferences = preferences._replace(**change)
        except ValueError:
            notice = PARTLY
    return Loaded(preferences, notice)


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > LONGEST or "\0" in value:
        raise _MalformedError
    return value


def _text_size(value: object) -> int:
    if not isinstance(value, int) or value not in TEXT_SIZES:
        raise _MalformedError
    return value


def _lock_after(value: object) -> int:
    if not isinstance(value, int) or value not in LOCK_AFTER:
        raise _MalformedError
    return value


def _officer(value: object) -> Officer:
    if not isinstance(value, dict):
        raise _MalformedError
    return Officer(*(_text(value.get(part, "")) for part in ("name", "function", "organisation")))


def _overlay(value: object) -> Path | None:
    text = _text(value)
    return Path(text) if text else None


def _recent(value: object) -> tuple[Path, ...]:
    if not isinstance(value, list):
        raise _MalformedError
    return tuple(Path(text) for text in map(_text, value[:MOST_RECENT]) if text)


_READERS = {
    "theme": lambda value: Theme(_text(value)),
    "text_size": _text_size,
    "officer": _officer,
    "forms_overlay": _overlay,
    "recent": _recent,
    "lock_after": _lock_after,
}
