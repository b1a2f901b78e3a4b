"""Start-up: a command of the command line, or the window."""

from __future__ import annotations

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


def main(arguments: Sequence[str] | None = None) -> int:
    """Run RadPlan and return its exit code: 0, 1 (open points or findings), 2 (usage), 3 (cannot open)."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    first = given[2:3] if given[:1] == ["--forms"] else given[:1]
    if any(word in COMMANDS or word in ("-h", "--help", "--version") for word in first):
        from radplan_desktop import cli  # noqa: PLC0415 - the window starts without the command line

        return cli.run(given)
    from radplan_desktop import readying  # noqa: PLC0415 - the command line starts without Qt

    readying.make_ready()
    from radplan_desktop import app  # noqa: PLC0415 - loads Qt

    return app.run(given)


if __name__ == "__main__":
    sys.exit(main())
