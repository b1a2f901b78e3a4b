"""The bundled font, loaded from ``resources/fonts``."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase

from radplan_desktop.host import assets

FILES = ("Regular", "Semibold", "Bold", "Medium", "It", "SemiboldIt")


def load_fonts() -> None:
    """Make Source Sans 3 available to the application. A file that cannot be read leaves the system's font in its place."""
    for name in FILES:
        QFontDatabase.addApplicationFont(str(assets.resource(f"fonts/SourceSans3-{name}.ttf")))
