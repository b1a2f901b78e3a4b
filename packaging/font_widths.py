"""Write ``charts/font_widths.json``: the advance of every character of the bundled font, so that charts need no font engine.

Run ``python packaging/font_widths.py`` after changing the fonts; a test compares the file with the fonts.
"""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

from reportlab.pdfbase.ttfonts import TTFontFile

ROOT = Path(__file__).resolve().parent.parent
FONTS = ROOT / "resources" / "fonts"
TARGET = ROOT / "src" / "radplan_desktop" / "charts" / "font_widths.json"
WEIGHTS = {
    "regular": "SourceSans3-Regular.ttf",
    "semibold": "SourceSans3-Semibold.ttf",
    "bold": "SourceSans3-Bold.ttf",
    "italic": "SourceSans3-It.ttf",
}


def advances(font: Path) -> dict[str, str]:
    """Return advance (in thousandths of the font size, as text) -> the characters that have it, both in order."""
    by_advance: dict[int, list[str]] = defaultdict(list)
    for code, advance in sorted(TTFontFile(str(font)).charWidths.items()):
        by_advance[round(advance)].append(chr(code))
    return {str(advance): "".join(chars) for advance, chars in sorted(by_advance.items())}


def content() -> str:
    """Return the text of the file."""
    return json.dumps({weight: advances(FONTS / name) for weight, name in WEIGHTS.items()}, indent=0) + "\n"


if __name__ == "__main__":
    TARGET.write_text(content(), encoding="utf-8")
