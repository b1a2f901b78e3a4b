"""Write forms/ids.lock anew: every id and kind that was ever released. It refuses to drop or change one."""

from __future__ import annotations

import sys

from radplan_desktop.acts.opening import guideline_for
from radplan_desktop.guideline import compare_lock, lock_text
from radplan_desktop.host.assets import forms_dir

LOCK = forms_dir() / "ids.lock"


def main() -> int:
    """Write the lock; 1 when a released id is gone or has another kind."""
    guideline = guideline_for()
    if LOCK.exists():
        report = compare_lock(LOCK.read_text(encoding="utf-8"), guideline)
        for line in report.gone:
            print(f"verdwenen: {line} (gebruik retired = true)")
        for before, after in report.changed:
            print(f"veranderd: {before} -> {after} (geef de nieuwe vraag een nieuwe naam)")
        if not report.intact:
            return 1
        for line in report.unlisted:
            print(f"nieuw: {line}")
    LOCK.write_text(lock_text(guideline), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
