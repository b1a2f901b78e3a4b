"""Running one command: what it refuses becomes one Dutch line and an exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from radplan_desktop.acts.refusals import CannotOpen, Refusal
from radplan_desktop.cli.usage import USAGE_ERROR, parser
from radplan_desktop.guideline import FormsError
from radplan_desktop.plan.content import ContentError

CANNOT_OPEN = 3


def run(arguments: Sequence[str]) -> int:
    """Run the command that the arguments name and return its exit code."""
    try:
        given = parser().parse_args(list(arguments))
        code: int = given.act(given)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else USAGE_ERROR
    except (CannotOpen, FormsError) as refusal:
        return _say(str(refusal), CANNOT_OPEN)
    except (Refusal, ContentError) as refusal:
        return _say(str(refusal), USAGE_ERROR)
    except OSError as error:
        name = f" ‘{error.filename}’" if error.filename else ""
        return _say(f"Het bestand{name} is niet te lezen of te schrijven. Er is niets veranderd.", CANNOT_OPEN)
    except KeyboardInterrupt:
        return _say("Gestopt. Wat al was opgeslagen, blijft bewaard.", USAGE_ERROR)
    return code


def _say(sentence: str, code: int) -> int:
    sys.stderr.write(f"radplan: {sentence}\n")
    return code
