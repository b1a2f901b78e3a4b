"""The end of a session as Qt tells it: its own signal with its own manager, called where Qt calls it.

Python cannot emit these signals (they hand over a reference), so the function of Qt itself is called.
"""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QSessionManager
from shiboken6 import getCppPointer


def manager() -> QSessionManager:
    """The session manager that Qt made."""
    app = QCoreApplication.instance()
    assert app is not None
    return next(child for child in app.children() if isinstance(child, QSessionManager))


def tell(signal: str) -> None:
    """Let Qt tell ``commitDataRequest`` (everything must be saved now) or ``saveStateRequest``."""
    if not sys.platform.startswith("linux"):
        pytest.skip("the name of Qt's function is that of Linux")
    library = ctypes.CDLL(str(Path(PySide6.__file__).with_name("Qt") / "lib" / "libQt6Gui.so.6"))
    function = getattr(library, f"_ZN15QGuiApplication{len(signal)}{signal}ER15QSessionManager")
    function.argtypes, function.restype = (ctypes.c_void_p, ctypes.c_void_p), None
    app = QCoreApplication.instance()
    assert app is not None
    function(getCppPointer(app)[0], getCppPointer(manager())[0])
