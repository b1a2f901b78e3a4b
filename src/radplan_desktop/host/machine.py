"""Can this computer show a window? If not: what is missing, and the exact command that mends it."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass

# What the window needs of the system, as (library, Debian package); packaging/system-packages.sh has the same list (tested).
WINDOW_LIBRARIES = (
    ("libEGL.so.1", "libegl1"),
    ("libGL.so.1", "libgl1"),
    ("libX11-xcb.so.1", "libx11-xcb1"),
    ("libX11.so.6", "libx11-6"),
    ("libdbus-1.so.3", "libdbus-1-3"),
    ("libfontconfig.so.1", "libfontconfig1"),
    ("libfreetype.so.6", "libfreetype6"),
    ("libglib-2.0.so.0", "libglib2.0-0"),
    ("libxcb-cursor.so.0", "libxcb-cursor0"),
    ("libxcb-glx.so.0", "libxcb-glx0"),
    ("libxcb-icccm.so.4", "libxcb-icccm4"),
    ("libxcb-image.so.0", "libxcb-image0"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    ("libxcb-randr.so.0", "libxcb-randr0"),
    ("libxcb-render-util.so.0", "libxcb-render-util0"),
    ("libxcb-render.so.0", "libxcb-render0"),
    ("libxcb-shape.so.0", "libxcb-shape0"),
    ("libxcb-shm.so.0", "libxcb-shm0"),
    ("libxcb-sync.so.1", "libxcb-sync1"),
    ("libxcb-xfixes.so.0", "libxcb-xfixes0"),
    ("libxcb-xkb.so.1", "libxcb-xkb1"),
    ("libxcb.so.1", "libxcb1"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    ("libxkbcommon.so.0", "libxkbcommon0"),
)
WITHOUT_DISPLAY = frozenset({"offscreen", "minimal"})
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY")


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why no window can be shown: a Dutch sentence, and the command that mends it (empty when no command can)."""

    sentence: str
    command: str = ""


def obstacle(environ: Mapping[str, str] = os.environ, system: str = sys.platform) -> Obstacle | None:
    """Return what keeps this computer from showing a window, or None. Only Linux can lack a display or a library."""
    if not system.startswith("linux"):
        return None
    headless = environ.get("QT_QPA_PLATFORM", "").partition(":")[0] in WITHOUT_DISPLAY
    if not headless and not any(environ.get(name) for name in DISPLAYS):
        return Obstacle(
            "RadPlan heeft een scherm nodig en vindt er geen. Meld u aan op een bureaublad en start RadPlan daar."
        )
    return _missing_parts(missing_packages())


def missing_packages(loads: Callable[[str], bool] | None = None) -> tuple[str, ...]:
    """Return the Debian packages of the window's libraries that this system lacks. ``loads`` says whether a library loads."""
    present = loads or _loads
    return tuple(package for library, package in WINDOW_LIBRARIES if not present(library))


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _missing_parts(packages: tuple[str, ...]) -> Obstacle | None:
    if not packages:
        return None
    names = ", ".join(packages)
    if shutil.which("apt-get") is None:
        return Obstacle(f"RadPlan kan geen venster tonen. Uw computer mist onderdelen. Vraag uw beheerder om: {names}.")
    return Obstacle(
        "RadPlan kan geen venster tonen. Uw computer mist onderdelen. Uw beheerder zet ze erop met deze opdracht:",
        f"sudo apt-get install {' '.join(packages)}",
    )
