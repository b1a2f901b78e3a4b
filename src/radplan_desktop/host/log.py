"""A log without content: level, logger, a named event, and for a failure its type and line numbers.

Texts, arguments, exception messages and local values never reach it, whoever logs them: what is written is chosen here, not there.
"""

from __future__ import annotations

import logging
import sys
import threading
from datetime import UTC, datetime
from enum import StrEnum
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from radplan_desktop.host.paths import private_folder

FILE = "radplan.log"
LARGEST = 256 * 1024
DEEPEST = 30
_PACKAGE = Path(__file__).resolve().parent.parent


class Event(StrEnum):
    """The events a log may name. Log one as the message: ``logger.info(Event.OPENED)``; any other message is left out."""

    STARTED = "started"
    STOPPED = "stopped"
    CREATED = "created"
    OPENED = "opened"
    OPENED_READ_ONLY = "opened-read-only"
    REFUSED = "refused"
    CLOSED = "closed"
    LOCKED = "locked"
    SAVED = "saved"
    NOT_SAVED = "not-saved"
    BACKED_UP = "backed-up"
    PRINTED = "printed"
    EXPORTED = "exported"
    IMPORTED = "imported"
    SIGNED = "signed"
    VERIFIED = "verified"
    HANDED_OVER = "handed-over"
    RECEIVED = "received"
    MERGED = "merged"
    ERASED = "erased"
    FAILED = "failed"


def places(error: BaseException) -> str:
    """Return the type of an exception and of those that led to it, with file and line of each call; never a message or a value."""
    parts: list[str] = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen and len(seen) < DEEPEST:
        seen.add(id(current))
        parts.append(f"{type(current).__name__} at {_lines(current.__traceback__) or 'unknown'}")
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return " from ".join(parts)


def _lines(trace: TracebackType | None) -> str:
    calls: list[str] = []
    while trace is not None:
        calls.append(f"{_short(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}")
        trace = trace.tb_next
    return " > ".join(calls[-DEEPEST:])


def _short(filename: str) -> str:
    path = Path(filename)
    return path.relative_to(_PACKAGE).as_posix() if path.is_relative_to(_PACKAGE) else path.name


class ContentlessFormatter(logging.Formatter):
    """Writes one line of a record: time, level, logger, event, and the places of an exception."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line. The record's own message and arguments are only used when the message is an ``Event``."""
        event = record.msg.value if isinstance(record.msg, Event) else f"{_short(record.pathname)}:{record.lineno}"
        line = (
            f"{datetime.fromtimestamp(record.created, UTC):%Y-%m-%dT%H:%M:%SZ} {record.levelname} {record.name} {event}"
        )
        error = record.exc_info[1] if record.exc_info else None
        return f"{line} {places(error)}" if error is not None else line


class _QuietHandler(RotatingFileHandler):
    """A full disk or a stick that is gone must not print a traceback with the message in it."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the name logging calls
        """Say nothing: there is no place to say it."""


class _Nowhere(logging.NullHandler):
    """Stands in for the file when there can be none; without any handler, logging would print messages."""


def stop() -> None:
    """Close the log that ``start`` opened."""
    root = logging.getLogger()
    for handler in [handler for handler in root.handlers if isinstance(handler, _QuietHandler | _Nowhere)]:
        root.removeHandler(handler)
        handler.close()


def start(folder: Path, level: int = logging.INFO) -> bool:
    """Send all logging of this process to ``radplan.log`` in a folder, and report uncaught failures there.

    False when the folder cannot be written; logging then goes nowhere and the program runs on.
    """
    root = logging.getLogger()
    logging.raiseExceptions = False
    logging.captureWarnings(True)
    try:
        path = private_folder(folder) / FILE
        handler: logging.Handler = _QuietHandler(path, maxBytes=LARGEST, backupCount=1, encoding="utf-8")
    except OSError:
        handler = _Nowhere()
    handler.setFormatter(ContentlessFormatter())
    stop()
    root.addHandler(handler)
    root.setLevel(level)
    _report_uncaught()
    return isinstance(handler, _QuietHandler)


def _report_uncaught() -> None:
    logger = logging.getLogger("radplan_desktop")

    def report(error: BaseException | None) -> None:
        if isinstance(error, Exception):
            logger.error(Event.FAILED, exc_info=error)
            if sys.stderr is not None:
                sys.stderr.write(f"RadPlan: {places(error)}\n")

    sys.excepthook = lambda _kind, error, _trace: report(error)
    threading.excepthook = lambda failure: report(failure.exc_value)
    sys.unraisablehook = lambda failure: report(failure.exc_value)
