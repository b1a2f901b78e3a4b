"""Start-up: a command of the command line, or the window."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

COMMANDS = frozenset(
    (
        "example",
        "new",
        "status",
        "set",
        "add",
        "export",
        "import",
        "print",
        "documents",
        "history",
        "check",
        "guideline",
    )
)

SHOWN_ON = ("DISPLAY", "WAYLAND_DISPLAY")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run RadPlan and return its exit code: 0, 1 (open points or findings), 2 (usage), 3 (cannot open)."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    first = given[2:3] if given[:1] == ["--forms"] else given[:1]
    if any(word in COMMANDS or word in ("-h", "--help", "--version") for word in first):
        from radplan_desktop import cli  # noqa: PLC0415 - the window starts without the command line

        return cli.run(given)
    make_ready()
    from radplan_desktop import app  # noqa: PLC0415 - the command line starts without Qt

    return app.run(given)


def make_ready() -> None:
    """Get ready for loading Qt. Exits with code 3 where there is no display: Qt would abort, and say so in English."""
    if sys.platform.startswith("linux") and not any(map(os.environ.get, SHOWN_ON)):
        _say_without_display()
    gc.disable()  # what the start makes stays, so looking for garbage only costs time; app turns it on again


def _say_without_display() -> None:
    from radplan_desktop.host import machine  # noqa: PLC0415 - an ordinary start does not need it

    found = machine.obstacle()
    if found is not None:
        sys.stderr.write("".join(f"{line}\n" for line in (found.sentence, found.command) if line))
        sys.exit(3)


if __name__ == "__main__":
    sys.exit(main())
