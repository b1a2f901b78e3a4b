"""A small file beside an open plan that says who has it open.

It is for people: SQLite's own lock is what keeps two programs from writing. It holds a name and a computer, never content, and is
removed at closing. A lock that a crash left behind is recognised and taken over.
"""

from __future__ import annotations

import json
import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from radplan_desktop.host.files import create_exclusively
from radplan_desktop.host.processes import Process, this_process

SUFFIX = ".lock"
LARGEST = 4096
_TRIES = 3
_made_here: set[str] = set()


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a plan open: the officer's name (may be empty), the process, and since when (UTC; None when not readable)."""

    officer: str
    process: Process
    since: datetime | None
    token: str

    @property
    def is_left_over(self) -> bool:
        """Whether nobody has the plan open any more: the program stopped without closing it."""
        if self == _SCRIBBLE:
            return True
        if self.process == this_process():
            return self.token not in _made_here
        return not self.process.may_run

    def sentence(self) -> str:
        """Return the Dutch sentence that says who has the plan open."""
        who = self.officer or "iemand"
        where = "op deze computer" if self.process.is_here else f"op computer {self.process.computer or 'onbekend'}"
        since = f", sinds {self.since.astimezone():%d-%m-%Y %H:%M}" if self.since else ""
        return f"Dit plan staat al open bij {who} {where}{since}. Sluit het daar eerst, of open het alleen om te lezen."


_UNKNOWN = Holder("", Process(0, "", ""), None, "")
_SCRIBBLE = Holder("", Process(0, "", ""), None, "-")


class PlanInUseError(Exception):
    """Somebody else has the plan open; ``holder`` says who, and ``str()`` is the sentence for the user."""

    def __init__(self, holder: Holder) -> None:
        super().__init__(holder.sentence())
        self.holder = holder


class Lock:
    """A lock that this program holds; give it back with ``release()`` or by leaving the ``with`` block."""

    def __init__(self, path: Path, token: str) -> None:
        self.path = path
        self._token = token

    def release(self) -> None:
        """Remove the lock. Twice is once; a lock that is no longer ours stays; a stick that is gone is no error."""
        if self._token not in _made_here:
            return
        _made_here.discard(self._token)
        holder = _read(self.path)
        if holder is not None and holder.token == self._token:
            with suppress(OSError):
                self.path.unlink()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def lock_path(plan: Path) -> Path:
    """Return where the lock of a plan lies."""
    return plan.with_name(plan.name + SUFFIX)


def acquire(plan: Path, officer: str) -> Lock:
    """Say that this officer has the plan open, taking over a lock that was left behind.

    Raises PlanInUseError when somebody has it open, and OSError when no file can be made there (a read-only stick: the plan can
    still be opened to read).
    """
    path, token, process = lock_path(plan), secrets.token_hex(16), this_process()
    content = json.dumps(
        {
            "officer": officer,
            "process": process.number,
            "started": process.started,
            "computer": process.computer,
            "since": datetime.now(UTC).isoformat(timespec="seconds"),
            "token": token,
        },
        ensure_ascii=False,
    )
    for _ in range(_TRIES):
        with suppress(FileExistsError):
            create_exclusively(path, content.encode())
            _made_here.add(token)
            return Lock(path, token)
        holder = _read(path)
        if holder is not None and not holder.is_left_over:
            raise PlanInUseError(holder)
        if holder is not None:
            break_lock(plan, holder)
    raise PlanInUseError(_read(path) or _UNKNOWN)


def holder_of(plan: Path) -> Holder | None:
    """Return who has the plan open, or None when nobody has. A lock that was left behind counts as nobody."""
    holder = _read(lock_path(plan))
    return None if holder is None or holder.is_left_over else holder


def break_lock(plan: Path, holder: Holder) -> None:
    """Remove the lock of this holder, and of no other: it is moved aside, looked at, and put back when another came in between.

    Raises OSError when the folder refuses.
    """
    path = lock_path(plan)
    aside = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    try:
        path.rename(aside)
    except FileNotFoundError:
        return
    found = _read(aside)
    if found is not None and found.token != holder.token and not path.exists():
        aside.rename(path)
    else:
        aside.unlink()


def _read(path: Path) -> Holder | None:
    """Return what a lock says. One that cannot be opened is held by somebody unknown; one that says nothing is left over."""
    try:
        with path.open("rb") as file:
            data = json.loads(file.read(LARGEST))
        process = Process(int(data["process"]), str(data["started"]), str(data["computer"]))
        since = datetime.fromisoformat(data["since"])
        return Holder(str(data["officer"]), process, since, str(data["token"]))
    except FileNotFoundError:
        return None
    except OSError:
        return _UNKNOWN
    except (ValueError, TypeError, KeyError, RecursionError):
        return _SCRIBBLE
