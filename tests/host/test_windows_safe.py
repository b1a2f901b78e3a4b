"""Outside ``host`` no module may call what only Linux and macOS have; nothing here runs on Windows, so the source is read."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src/radplan_desktop"

MODULES = frozenset(
    {"fcntl", "grp", "nis", "posix", "pty", "pwd", "readline", "resource", "spwd", "syslog", "termios", "tty"}
)
_OF_OS = """
O_CLOEXEC O_DIRECTORY O_NOFOLLOW O_NONBLOCK O_SYNC WEXITSTATUS WIFEXITED chown chroot confstr ctermid fchdir fchmod
fchown fork forkpty fpathconf fstatvfs getegid geteuid getgid getgroups getloadavg getpgid getpgrp getpriority
getresuid getsid getuid initgroups killpg lchown lockf major makedev memfd_create minor mkfifo mknod nice openpty
pathconf pipe2 posix_fadvise posix_fallocate posix_spawn pread preadv pwrite sched_getaffinity sched_setaffinity
sched_yield sendfile setegid seteuid setgid setgroups setpgid setpriority setsid setuid splice statvfs sync sysconf
tcgetpgrp ttyname uname wait wait3 wait4 waitid
"""
OF_OS = frozenset(_OF_OS.split())
OF_SIGNAL = frozenset(
    {"SIGKILL", "SIGHUP", "SIGALRM", "SIGUSR1", "SIGUSR2", "SIGPIPE", "SIGCHLD", "alarm", "pause", "setitimer"}
)
OF_SOCKET = frozenset({"AF_UNIX", "socketpair"})
NAMES = {"os": OF_OS, "signal": OF_SIGNAL, "socket": OF_SOCKET}


def posix_only(code: str) -> Iterator[str]:
    """Yield what a module uses that Windows lacks."""
    for node in ast.walk(ast.parse(code)):
        match node:
            case ast.Import(names):
                yield from (f"{node.lineno}: {name.name}" for name in names if name.name in MODULES)
            case ast.ImportFrom(module=str(module), names=names):
                lacking = NAMES.get(module, frozenset())
                yield from (f"{node.lineno}: {module}" for _ in [0] if module in MODULES)
                yield from (f"{node.lineno}: {module}.{name.name}" for name in names if name.name in lacking)
            case ast.Attribute(value=ast.Name(id=owner), attr=name) if name in NAMES.get(owner, frozenset()):
                yield f"{node.lineno}: {owner}.{name}"


def test_outside_host_nothing_is_used_that_windows_lacks() -> None:
    modules = [path for path in SOURCE.rglob("*.py") if path.relative_to(SOURCE).parts[0] != "host"]
    assert modules
    assert {
        path.relative_to(SOURCE): found for path in modules if (found := list(posix_only(path.read_text("utf-8"))))
    } == {}


@pytest.mark.parametrize(
    "code",
    [
        "import fcntl",
        "from resource import setrlimit",
        "import os\nos.fork()",
        "from os import getuid",
        "import signal\nprint(signal.SIGKILL)",
        "def f():\n    import pwd",
        "import os\nos.fchmod(1, 2)",
    ],
)
def test_the_scan_sees_what_it_looks_for(code: str) -> None:
    assert len(list(posix_only(code))) == 1


def test_the_scan_leaves_alone_what_windows_has() -> None:
    code = "import os, signal\nfrom os import replace\nos.open\nos.getpid()\nos.fsync(1)\nsignal.SIGTERM\nself.os.fork"
    assert list(posix_only(code)) == []
