"""The bundled font, loaded from ``resources/fonts``."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase

from radplan_desktop.host import assets

FIRST = ("Regular", "Semibold")
"""What the start screen is set in."""
OTHERS = ("Bold", "Medium", "It", "SemiboldIt")


def load_fonts(names: tuple[str, ...] = FIRST) -> None:
    """Make faces of Source Sans 3 available. A file that cannot be read leaves the system's font in its place."""
    for name in names:
        QFontDatabase.addApplicationFont(str(assets.resource(f"fonts/SourceSans3-{name}.ttf")))
