"""Wherever the keyboard is, one sees it: on every screen, on every kind of control."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.accessibility.scenes import SHOWN

ROOT = Path(__file__).parents[2]


def test_what_has_the_focus_shows_it(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(tmp_path), "HOME": str(tmp_path)}
    command = [sys.executable, "-m", "tests.accessibility.focusing"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 0, done.stderr
    hidden = json.loads(done.stdout)
    assert set(hidden) == set(SHOWN)
    assert not {name: found for name, found in hidden.items() if found}
