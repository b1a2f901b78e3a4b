"""What this laptop remembers of the files it wrote: the last entry of each, so that a copy made by hand is noticed (DESIGN 12)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from radplan_desktop.dossier import Written
from radplan_desktop.host.files import write_atomically
from radplan_desktop.host.paths import private_folder, standard

FILE = "written.json"
MOST = 200
LARGEST = 1 << 20


def last_written(path: Path) -> Written | None:
    """Return what was last written to this file here; None when that is not known."""
    known = _read().get(str(path))
    if not isinstance(known, dict):
        return None
    try:
        return Written(str(known["copy"]), int(known["seq"]), bytes.fromhex(known["hash"]))
    except (KeyError, ValueError, TypeError):
        return None


def forget(path: Path) -> None:
    """Remember nothing of this file while it is open for writing.

    After a crash nobody knows what was written last, and a backup put back then must not go on under the same copy.
    """
    known = _read()
    if str(path) in known:
        _write({name: value for name, value in known.items() if name != str(path)})


def remember(path: Path, written: Written | None) -> None:
    """Remember what was last written to this file. A laptop that cannot remember only begins a new copy next time."""
    if written is None:
        return
    known = {name: value for name, value in _read().items() if name != str(path)}
    kept = dict(list(known.items())[-MOST + 1 :])
    kept[str(path)] = {"copy": written.copy, "seq": written.seq, "hash": written.hash.hex()}
    _write(kept)


def _write(known: Mapping[str, Any]) -> None:
    with suppress(OSError):
        write_atomically(private_folder(standard().data) / FILE, json.dumps(known, indent=1).encode())


def _read() -> Mapping[str, Any]:
    try:
        with (standard().data / FILE).open("rb") as file:
            found = json.loads(file.read(LARGEST))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
