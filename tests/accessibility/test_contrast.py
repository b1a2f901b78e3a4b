"""Text and signs stand out from their ground, in both themes, and the focus is always seen."""

from __future__ import annotations

import json
import re
from itertools import product

import pytest

from radplan_desktop.host.assets import resource

TEXT, SIGN = 4.5, 3.0
"""The least contrast of EN 301 549, 11.1.4.3 and 11.1.4.11."""
GROUNDS = ("canvas", "surface", "surface2", "rail", "guide")
TINTS = ("primaryTint", "warnTint", "otherTint")
WORDS = (
    *product(("ink", "ink2", "ink3", "primary"), GROUNDS),
    *product(("warn", "danger", "ok", "other"), ("canvas", "surface", "surface2", "rail")),
    *product(("ink", "ink2"), TINTS),
    *((token, f"{token}Tint") for token in ("primary", "warn", "danger", "ok", "other")),
    *(("onPrimary", ground) for ground in ("primary", "primaryHover", "primaryPress")),
    ("onbrand", "brand"),
    ("onbrand2", "brand"),
    ("onbrand", "brand2"),
    ("ink", "sel"),
)
SIGNS = (
    *product(("lineStrong", "primary"), ("canvas", "surface", "surface2")),
    *product(("focus",), (*GROUNDS, "primaryTint", "warnTint")),
    *product(("warnMark",), ("surface", "canvas")),
    *product(("danger", "ok", "other"), ("surface", "canvas")),
    ("primary", "ringTrack"),
    ("primary", "ringTrackOnSurface"),
)
RULE = re.compile(r"(?m)^([^/{}]+)\{([^}]*)\}")
NOT_CHOSEN = re.compile(r":disabled|:!enabled")


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.fixture(params=["light", "dark"])
def tokens(request: pytest.FixtureRequest) -> dict[str, str]:
    found: dict[str, str] = json.loads(resource("tokens.json").read_text(encoding="utf-8"))[request.param]
    return found


def too_faint(tokens: dict[str, str], pairs: tuple[tuple[str, str], ...], least: float) -> list[str]:
    found = [(front, ground, contrast(tokens[front], tokens[ground])) for front, ground in pairs]
    return [f"{front} on {ground}: {ratio:.2f}" for front, ground, ratio in found if ratio < least]


def stylesheet() -> str:
    return "\n".join(resource(name).read_text(encoding="utf-8") for name in ("first.qss", "window.qss"))


def test_contrast_is_reckoned_as_wcag_does() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


def test_all_text_stands_out(tokens: dict[str, str]) -> None:
    assert not too_faint(tokens, WORDS, TEXT)


def test_all_signs_edges_and_the_focus_stand_out(tokens: dict[str, str]) -> None:
    assert not too_faint(tokens, SIGNS, SIGN)


def test_what_the_stylesheet_puts_together_stands_out(tokens: dict[str, str]) -> None:
    pairs = []
    for name, body in RULE.findall(stylesheet()):
        front = re.search(r"(?<![-\w])color: \$(\w+)", body)
        ground = re.search(r"(?<![-\w])background(?:-color)?: \$(\w+)", body)
        if front and ground and not NOT_CHOSEN.search(name):
            pairs.append((front[1], ground[1]))
    assert len(pairs) > 10
    assert not too_faint(tokens, tuple(pairs), TEXT)


def test_no_control_of_the_stylesheet_hides_the_focus() -> None:
    rules = RULE.findall(stylesheet())
    focused = " ".join(name for name, body in rules if "$focus" in body)
    for control in ("QLineEdit", "QTextEdit", "QComboBox", "QPushButton"):
        assert re.search(rf"{control}(\[[^\]]*\])*(:focus|\[keyboard)|{control}\[keyboard", focused), control
