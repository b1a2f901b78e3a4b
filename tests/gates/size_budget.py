"""The size budget of the project: the tail is capped, so that nothing grows into a god file."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MODULE, FUNCTION, CLASS, TEST_FUNCTION = 300, 40, 200, 25


def over_budget(path: Path, *, function: int) -> Iterator[str]:
    """Yield one line for everything in a module that is over the budget."""
    text = path.read_text(encoding="utf-8")
    name = path.relative_to(ROOT)
    lines = sum(1 for line in text.splitlines() if line.strip())
    if lines > MODULE:
        yield f"{name}: {lines} lines that are not blank (budget {MODULE})"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            size = (node.end_lineno or node.lineno) - node.lineno + 1
            budget = CLASS if isinstance(node, ast.ClassDef) else function
            if size > budget:
                yield f"{name}:{node.lineno} {node.name}: {size} lines (budget {budget})"


def main() -> int:
    """Print what is over the budget; the exit code says whether anything is."""
    found = [row for path in sorted((ROOT / "src").rglob("*.py")) for row in over_budget(path, function=FUNCTION)]
    found += [
        row for path in sorted((ROOT / "tests").rglob("*.py")) for row in over_budget(path, function=TEST_FUNCTION)
    ]
    for row in found:
        sys.stdout.write(f"size budget: {row}\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
