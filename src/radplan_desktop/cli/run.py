"""Running one command: what it refuses becomes one Dutch line and an exit code."""

from __future__ import annotations

import codecs
import io
import sys
from collections.abc import Sequence
from typing import TextIO

from radplan_desktop.acts.refusals import CannotOpen, Refusal
from radplan_desktop.cli.usage import USAGE_ERROR, parser
from radplan_desktop.guideline import FormsError
from radplan_desktop.plan.content import ContentError

CANNOT_OPEN = 3


def run(arguments: Sequence[str]) -> int:
    """Run the command that the arguments name and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        _make_speak(stream)
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


def _make_speak(stream: TextIO) -> None:
    """Let a stream take every Dutch word and every file name, also where the system is set to plain ASCII."""
    if isinstance(stream, io.TextIOWrapper):
        plain = codecs.lookup(stream.encoding).name in ("ascii", "iso8859-1")
        stream.reconfigure(encoding="utf-8" if plain else None, errors="backslashreplace")


def _say(sentence: str, code: int) -> int:
    sys.stderr.write(f"radplan: {sentence}\n")
    return code
