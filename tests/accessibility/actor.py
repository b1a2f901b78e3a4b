"""The window that is read: it shows one scene after another, says what it is on stdout, and goes on once a line comes on stdin.

Run as ``python -m tests.accessibility.actor``, on an X screen with the AT-SPI bus.
"""

from __future__ import annotations

import sys
from threading import Thread

from PySide6.QtCore import QEventLoop, QTimer

from tests.accessibility.scenes import ANNOUNCED, SCENES
from tests.pictures.studio import Studio, studio

BREATH = 60
"""Milliseconds in which a page settles and the explanation follows the focus."""


def rest(milliseconds: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def settle(room: Studio) -> None:
    """Wait until WORK has nothing left to do and the window has heard of it."""
    for _ in range(2):
        done: list[None] = []
        room.worker.run(room.window, lambda: None, done.append)
        room.until(lambda done=done: bool(done))  # type: ignore[misc]
        rest(BREATH)


def until_read() -> None:
    """Let the window live until it was read."""
    read: list[str] = []
    listener = Thread(target=lambda: read.append(sys.stdin.readline()), daemon=True)
    listener.start()
    while not read:
        rest(5)


def main() -> None:
    """Show every scene."""
    with studio() as room:
        room.window.activateWindow()
        for scene in SCENES:
            scene.way(room)
            settle(room)
            sys.stdout.write(f"{'hear' if scene.name in ANNOUNCED else 'read'} {scene.name}\n")
            sys.stdout.flush()
            until_read()
            scene.after(room)


if __name__ == "__main__":
    main()
