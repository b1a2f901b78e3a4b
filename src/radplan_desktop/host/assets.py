"""Where the files that come with the program lie: in a checkout, in an installed wheel, or in a frozen bundle."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def _places() -> tuple[Path, ...]:
    bundle = getattr(sys, "_MEIPASS", None)
    frozen = (Path(bundle), Path(bundle) / _PACKAGE.name / "_data") if bundle else ()
    return (*frozen, _PACKAGE / "_data", _PACKAGE.parent.parent)


@cache
def _root() -> Path:
    for place in _places():
        if (place / "forms").is_dir() and (place / "resources").is_dir():
            return place
    raise FileNotFoundError("forms/ and resources/ are missing from this installation")


def asset(relative: str) -> Path:
    """Return a shipped file or folder by its path in the project, such as ``forms`` or ``resources/tokens.json``.

    Raises FileNotFoundError when it is not there: the installation is then damaged.
    """
    path = _root() / relative
    if not path.exists():
        raise FileNotFoundError(f"{relative} is missing from this installation")
    return path


def resource(relative: str) -> Path:
    """Return a file below ``resources/``, such as ``icons/lock.svg``. Raises FileNotFoundError when it is not there."""
    return asset(f"resources/{relative}")


def resources_dir() -> Path:
    """Return the folder of fonts, icons, colours and the word list."""
    return asset("resources")


def forms_dir() -> Path:
    """Return the folder with the forms of the guideline."""
    return asset("forms")
