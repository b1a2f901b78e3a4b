"""``python -m tests.guideline.relock``: add new names to ``forms/ids.lock``; refuses when a released name is gone or changed."""

from __future__ import annotations

import sys
from pathlib import Path

from radplan_desktop.guideline import compare_lock, load_guideline, lock_text

FORMS = Path(__file__).resolve().parents[2] / "forms"


def main() -> int:
    """Write the lock anew; the exit code says whether it could be."""
    lock = FORMS / "ids.lock"
    guideline = load_guideline(FORMS)
    report = compare_lock(lock.read_text(encoding="utf-8") if lock.exists() else "", guideline)
    if not report.intact:
        sys.stderr.write(f"Verdwenen: {report.gone}\nVeranderd: {report.changed}\n")
        return 1
    lock.write_text(lock_text(guideline), encoding="utf-8")
    sys.stdout.write(f"{len(report.unlisted)} namen toegevoegd.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
