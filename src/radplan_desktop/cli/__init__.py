"""The command line: the same acts as the window, for automation, support and tests."""

from radplan_desktop.cli.run import run

__all__ = ["run"]
