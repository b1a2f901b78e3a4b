"""An X screen, a bus and a screen reader of their own, for as long as it takes to read all scenes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

SYSTEM_PYTHON = Path("/usr/bin/python3")
READER = Path(__file__).with_name("reader.py")
ROOT = Path(__file__).parents[2]
BINDINGS = "import gi; gi.require_version('Gio', '2.0'); from gi.repository import Gio"
SCREEN = "1366x768x24"
PATIENCE, MOST_SAID = 240, 2000


class Node(NamedTuple):
    """An object as a screen reader has it. ``path`` names what is around it."""

    role: str
    name: str
    description: str
    states: frozenset[str]
    labels: tuple[str, ...]
    size: tuple[int, ...]
    path: tuple[str, ...]

    @property
    def where(self) -> str:
        """The object and what is around it, for a message."""
        return " > ".join((*self.path[-3:], f"{self.role} {self.name!r}"))


class Seen(NamedTuple):
    """What was on the screen, from the window down, and what was announced."""

    nodes: tuple[Node, ...]
    heard: tuple[str, ...]


def lacking() -> str:
    """Return what this machine lacks to read the tree; nothing when it can be read."""
    if not sys.platform.startswith("linux"):
        return "AT-SPI is there under Linux only"
    tools = [tool for tool in ("Xvfb", "dbus-run-session") if shutil.which(tool) is None]
    if not Path("/usr/libexec/at-spi-bus-launcher").exists():
        tools.append("at-spi2-core")
    done = subprocess.run([SYSTEM_PYTHON, "-c", BINDINGS], capture_output=True, check=False)
    if done.returncode:
        tools.append("python3-gi")
    return f"missing: {', '.join(tools)}; see packaging/system-packages.sh test" if tools else ""


@contextmanager
def x_screen() -> Iterator[str]:
    """Start an X screen on a free number; yield its name."""
    reads, writes = os.pipe()
    command = ["Xvfb", "-displayfd", str(writes), "-screen", "0", SCREEN, "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writes], stderr=subprocess.DEVNULL) as server:
        os.close(writes)
        try:
            with os.fdopen(reads) as number:
                yield f":{number.readline().strip()}"
        finally:
            server.terminate()


def read_all() -> dict[str, Seen]:
    """Show every scene and read it. Raises RuntimeError, with what it said, when the window did not end well."""
    home = tempfile.mkdtemp(prefix="radplan-read-")
    out = Path(home, "seen.jsonl")
    try:
        with x_screen() as display:
            _run(out, display, home)
        lines = map(json.loads, out.read_text(encoding="utf-8").splitlines())
        return {line["scene"]: Seen(tuple(_nodes(line["windows"], ())), tuple(line["heard"])) for line in lines}
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _run(out: Path, display: str, home: str) -> None:
    reader = ["dbus-run-session", "--", str(SYSTEM_PYTHON), str(READER), str(out)]
    window = [sys.executable, "-m", "tests.accessibility.actor"]
    told = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "QT_ACCESSIBILITY": "1"}
    told["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
    told |= dict.fromkeys(("HOME", "TMPDIR", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME"), home)
    environment = {**os.environ, **told}
    done = subprocess.run(
        [*reader, *window], cwd=ROOT, env=environment, timeout=PATIENCE, check=False, capture_output=True, text=True
    )
    if done.returncode:
        raise RuntimeError(done.stderr[-MOST_SAID:])


def _nodes(found: list[dict[str, object]], path: tuple[str, ...]) -> Iterator[Node]:
    for one in found:
        role, name = str(one["role"]), str(one["name"])
        states, labels, size, below = (one[key] for key in ("states", "labels", "size", "children"))
        assert isinstance(states, list)
        assert isinstance(labels, list)
        assert isinstance(size, list)
        assert isinstance(below, list)
        yield Node(role, name, str(one["description"]), frozenset(states), tuple(labels), tuple(size), path)
        yield from _nodes(below, (*path, f"{role} {name!r}" if name else role))
