"""The colours of charts are names: of tokens for the screen, and each with a colour of ink for paper."""

from __future__ import annotations

import json

from radplan_desktop.charts.scene import Tone
from radplan_desktop.documents.pdf_look import TONES
from radplan_desktop.host.assets import resource


def test_every_colour_is_a_token_in_both_themes_and_has_an_ink() -> None:
    tokens = json.loads(resource("tokens.json").read_text(encoding="utf-8"))
    for tone in Tone:
        assert tone in TONES
        assert all(tone.value in tokens[theme] for theme in ("light", "dark"))
