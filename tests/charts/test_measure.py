"""Text is measured by the bundled font, and breaks where a reader expects it."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radplan_desktop.charts.measure import break_lines, covers, shorten, widest_piece, width, wrap
from radplan_desktop.charts.scene import Weight

GENERATOR = Path(__file__).resolve().parents[2] / "packaging" / "font_widths.py"
TEXTS = st.text(st.sampled_from("abc défgh-/ \t\nijk□€12"), max_size=200)


def test_the_widths_are_those_of_the_fonts_we_ship() -> None:
    spec = importlib.util.spec_from_file_location("font_widths", GENERATOR)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.TARGET.read_text(encoding="utf-8") == module.content()


def test_every_weight_has_the_same_characters() -> None:
    sample = "aé€☑≥→□ŶĲ½"
    assert all(covers(char) for char in sample)
    assert not covers("漢")
    assert all(width(sample, 10, weight) > 0 for weight in Weight)
    assert width("ab", 10, Weight.BOLD) > width("ab", 10)


@given(TEXTS, st.floats(20, 300))
def test_no_line_is_too_wide_and_nothing_is_lost(text: str, limit: float) -> None:
    lines = break_lines(text, limit, 10)
    assert all(width(line.rstrip(" "), 10) <= limit + 1e-6 for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "limit", "lines"),
    [
        ("zwart-witdenken", 50, ["zwart-", "witdenken"]),
        ("en/of niet", 20, ["en/", "of", "niet"]),
        ("op 12-11-2026 om tien uur", 66, ["op 12-11-2026", "om tien uur"]),
        ("veel   spaties", 100, ["veel spaties"]),
        ("", 50, [""]),
        ("een\n\ntwee", 50, ["een", "", "twee"]),
        ("aaaaaaaaaaaa", 26, ["aaaaa", "aaaaa", "aa"]),
    ],
)
def test_lines_break_at_spaces_and_inside_compounds(text: str, limit: float, lines: list[str]) -> None:
    assert wrap(text, limit, 10) == lines


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    assert shorten("Gemeente Lindeveld", 60, 10).endswith("…")
    assert width(shorten("Gemeente Lindeveld", 60, 10), 10) <= 60
    assert shorten("kort", 60, 10) == "kort"
    lines = wrap("een zin die in geen geval op twee regels past", 60, 10, most=2)
    assert len(lines) == 2
    assert lines[1].endswith("…")


def test_the_widest_piece_is_what_cannot_break() -> None:
    assert widest_piece("een lang-woord\nkort", 10) == width("woord", 10)
    assert widest_piece("", 10) == 0
