"""When a command can be given, and what it does: what the first screen has to know of ``ui.commands``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

Actions = Mapping[str, Callable[[], object]]
"""What each action name does, as far as a screen knows it."""


class When(StrEnum):
    """When a command can be given."""

    ALWAYS = "always"
    START = "start"
    PLAN = "plan"
