"""What the tests share: small acts, a way past the guards, and a reader made from ``docs/file-format.md`` alone."""

from __future__ import annotations

import hashlib
import hmac
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from sqlcipher3 import dbapi2

from radplan_desktop.dossier import Dossier, RawKey
from radplan_desktop.plan.log import Entry, EntryKind
from radplan_desktop.plan.values import Answer, Cell, encode

PASSPHRASE = "zeven ganzen zwemmen langs de dijk"
AUTHOR = "M. de Wit"
FORMS_VERSION = "0123456789abcdef"
PAGE, RESERVE, IV, SALT = 4096, 80, 16, 16


def edit(dossier: Dossier, field: str, text: str, row: str = "plan") -> Entry:
    """Answer one field."""
    return dossier.append(EntryKind.EDIT, AUTHOR, FORMS_VERSION, [(Cell(row, field), encode(Answer(text)))])


@contextmanager
def past_the_guards(path: Path, key: RawKey) -> Iterator[Any]:
    """A bare SQLCipher connection, as any other program would make it."""
    raw = dbapi2.connect(path, isolation_level=None)
    try:
        raw.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        yield raw
    finally:
        raw.close()


@contextmanager
def without_triggers(path: Path, key: RawKey) -> Iterator[Any]:
    """A bare connection with the triggers off, which come back afterwards: what a determined forger would do."""
    with past_the_guards(path, key) as raw:
        raw.execute("PRAGMA ignore_check_constraints = ON")
        kept = raw.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in kept:
            raw.execute(f"DROP TRIGGER {name}")
        yield raw
        for _, sql in kept:
            raw.execute(sql)


def decrypted(path: Path, key: RawKey) -> bytes:
    """Decrypt a file with AES and HMAC only, checking every page, exactly as the description of the format says."""
    data = path.read_bytes()
    salt = data[:SALT]
    mac_key = hashlib.pbkdf2_hmac("sha512", key.raw, bytes(byte ^ 0x3A for byte in salt), 2, 32)
    plain = [_page(data[start : start + PAGE], start // PAGE + 1, key, mac_key) for start in range(0, len(data), PAGE)]
    return b"".join(plain)


def _page(page: bytes, number: int, key: RawKey, mac_key: bytes) -> bytes:
    start = SALT if number == 1 else 0
    body, iv, mac = page[start:-RESERVE], page[-RESERVE : -RESERVE + IV], page[-RESERVE + IV :]
    assert hmac.digest(mac_key, body + iv + number.to_bytes(4, "little"), "sha512") == mac
    decryptor = Cipher(algorithms.AES256(key.raw), modes.CBC(iv)).decryptor()
    head = b"SQLite format 3\0" if number == 1 else b""
    return head + decryptor.update(body) + decryptor.finalize() + bytes(RESERVE)


def child(program: str, *arguments: object) -> subprocess.Popen[str]:
    """Start a Python program in a process of its own."""
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def answer_of(program: str, *arguments: object) -> str:
    """Run a Python program in a process of its own and return what it printed."""
    process = child(program, *arguments)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    return out.strip()


def own_mounts(script: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run a shell script in a mount namespace of its own, so that it may mount; ``$PYTHON`` is this interpreter."""
    command = ["unshare", "-rm", "sh", "-ec", script, "sh", sys.executable, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def can_mount() -> bool:
    """Whether this machine lets a test mount a tmpfs of its own."""
    try:
        return own_mounts('mount -t tmpfs tmpfs "$2"', "/tmp").returncode == 0  # noqa: S108 - only inside the namespace
    except OSError:
        return False
