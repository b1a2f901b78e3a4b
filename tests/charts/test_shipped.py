"""The charts on the pages and in the documents of the shipped forms."""

from __future__ import annotations

from pathlib import Path

import pytest

from radplan_desktop.charts.drawing import draw
from radplan_desktop.charts.scene import Scene
from radplan_desktop.guideline import Chart, Guideline, load_guideline
from tests.charts.looking import legible, said
from tests.plan.small import answers

FORMS = Path(__file__).resolve().parents[2] / "forms"
SAID = {
    ("s", "partij"): "o",
    ("o", "naam"): "Moskee An-Noor",
    ("s", "houding"): "neutraal",
    ("s", "houding_was"): "kritisch",
    ("s", "invloed"): "hoog",
    ("l", "proces"): "klacht",
    ("l", "wat"): "Klacht aannemen",
    ("l", "wie"): "Teamleider",
    ("a", "activiteit"): "Werven",
    ("a", "start"): "2026-10-01",
    ("a", "eind"): "2027-02-01",
    ("k", "orgaan"): "raad",
    ("k", "datum"): "2027-03-01",
}
ROWS = {"organisaties": ["o"], "stakeholders": ["s"], "proceslijnen": ["l"], "activiteiten": ["a"], "kalender": ["k"]}


@pytest.fixture(scope="module")
def guideline() -> Guideline:
    """Return the shipped forms."""
    return load_guideline(FORMS)


def charts(guideline: Guideline) -> list[Chart]:
    """Return every chart on a page or in a document."""
    blocks = [b for document in guideline.documents.values() for chapter in document.chapters for b in chapter.blocks]
    pages = [item for section in guideline.sections for item in section.items() if isinstance(item, Chart)]
    return [*pages, *(block.chart for block in blocks if block.chart is not None)]


def drawn(guideline: Guideline, name: str) -> list[Scene]:
    """Return the drawings of a chart wherever it stands."""
    of = answers(SAID, ROWS, guideline)
    scenes = [draw(of, chart, 470.5) for chart in charts(guideline) if chart.chart == name]
    return [scene for scene in scenes if scene is not None]


def test_an_empty_plan_draws_what_stands_ready_and_nothing_fails(guideline: Guideline) -> None:
    scenes = {chart.label: draw(answers(guideline=guideline), chart, 470.5) for chart in charts(guideline)}
    ready = [scene for scene in scenes.values() if scene is not None]
    for scene in ready:
        legible(scene)
    assert any("Bel 112" in words for scene in ready for words in said(scene))


@pytest.mark.parametrize(
    ("name", "places", "words"),
    [
        ("stakeholder_map", 1, "Moskee An-Noor"),
        ("process_line", 2, "Klacht aannemen"),
        ("timeline", 3, "Werven"),
    ],
)
def test_a_chart_says_what_was_answered_wherever_it_stands(
    *, guideline: Guideline, name: str, places: int, words: str
) -> None:
    scenes = drawn(guideline, name)
    assert len(scenes) == places
    for scene in scenes:
        legible(scene)
    assert any(words in " ".join(said(scene)) for scene in scenes)


def test_the_map_has_the_attitude_nobody_knows_apart_at_the_right(guideline: Guideline) -> None:
    (scene,) = drawn(guideline, "stakeholder_map")
    labels = [
        text for text in said(scene) if text in {"Tegenstander", "Kritisch", "Neutraal", "Voorstander", "Onbekend"}
    ]
    assert labels == ["Tegenstander", "Kritisch", "Neutraal", "Voorstander", "Onbekend"]
    assert "Moskee An-Noor ging van kritisch naar neutraal" in scene.description
