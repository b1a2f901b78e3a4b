"""Reading and checking the forms, beside a bare TOML parse of the same files."""

from __future__ import annotations

import tomllib
from pathlib import Path

from benchmarks import Figure, compared
from radplan_desktop.guideline import load_guideline_files, read_forms

FORMS = Path(__file__).resolve().parents[1] / "forms"
LIMIT = 1.6


def measure() -> list[Figure]:
    """Return what reading and checking all forms costs."""
    files = read_forms(FORMS)

    def bare() -> None:
        for content in files.values():
            tomllib.loads(content.decode())

    size = sum(map(len, files.values())) // 1024
    name = f"Read and check the forms ({len(files)} files, {size} kB), beside a bare TOML parse"
    return [compared(name, lambda: load_guideline_files(files), bare, LIMIT)]
