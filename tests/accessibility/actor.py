"""The window that is read: it shows one scene after another, says what it is on stdout, and goes on once a line comes on stdin.

Run as ``python -m tests.accessibility.actor``, on an X screen with the AT-SPI bus.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QEventLoop, QSocketNotifier

from tests.accessibility.scenes import ANNOUNCED, SCENES
from tests.pictures.studio import studio


def until_read() -> None:
    """Let the window live until it was read. Raises EOFError when nobody reads any more."""
    loop = QEventLoop()
    line = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    line.activated.connect(loop.quit)
    loop.exec()
    if not sys.stdin.readline():
        raise EOFError("nobody reads any more")


def main() -> None:
    """Show every scene."""
    with studio() as room:
        room.window.activateWindow()
        for scene in SCENES:
            scene.way(room)
            room.settle()
            sys.stdout.write(f"{'hear' if scene.name in ANNOUNCED else 'read'} {scene.name}\n")
            sys.stdout.flush()
            until_read()
            scene.after(room)


if __name__ == "__main__":
    main()
