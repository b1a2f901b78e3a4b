"""``python -m benchmarks``: measure every figure, print them, and write them to ``docs/benchmarks.md``."""

from __future__ import annotations

import platform
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from benchmarks import Figure

HERE = Path(__file__).parent
PAGE = HERE.parent / "docs" / "benchmarks.md"
HEAD = """# Benchmarks

Measured by `make bench`. Every figure is a median; where there is a reference, both were measured in turns, in the same run.
The ratio is what counts: it is about the same on a fast and on a slow machine. A figure over its limit says so, and
`make bench` fails.

"""


def main() -> int:
    """Measure and write; the exit code says whether any figure is over its limit."""
    figures = {name: import_module(f"benchmarks.{name}").measure() for name in modules()}
    page = HEAD + machine() + "".join(section(name, rows) for name, rows in figures.items())
    PAGE.write_text(page, encoding="utf-8")
    print(page)
    return 0 if all(figure.within for rows in figures.values() for figure in rows) else 1


def modules() -> list[str]:
    """Return the modules that measure something."""
    return sorted(module.name for module in iter_modules([str(HERE)]) if module.name != "__main__" and not module.ispkg)


def machine() -> str:
    """Return on what machine was measured."""
    return f"Python {platform.python_version()}, {platform.system()} {platform.machine()}.\n"


def section(name: str, figures: list[Figure]) -> str:
    """Return the table of one module."""
    rows = "".join(f"| {' | '.join(cells(figure))} |\n" for figure in figures)
    return f"\n## {name}\n\n| what | measured | reference | ratio | limit |\n|---|---|---|---|---|\n{rows}"


def cells(figure: Figure) -> list[str]:
    """Return a figure as the cells of a row."""
    reference = "" if figure.reference is None else f"{amount(figure.reference)} {figure.unit}"
    ratio = "" if figure.ratio is None else f"{figure.ratio:.2f}"
    limit = "" if figure.limit is None else f"{figure.limit:g}"
    mark = "" if figure.within else " (over)"
    return [figure.name, f"{amount(figure.value)} {figure.unit}", reference, ratio, limit + mark]


def amount(number: float) -> str:
    """Return a number with three significant digits."""
    return f"{number:.3g}" if abs(number) < 1000 else f"{number:.0f}"  # noqa: PLR2004


if __name__ == "__main__":
    sys.exit(main())
