"""Indicator bars: where the dot stands, and the words for what cannot be placed."""

from __future__ import annotations

import pytest

from radplan_desktop.charts.drawing import draw
from radplan_desktop.charts.measure import width
from radplan_desktop.charts.scene import Anchor, Circle, Line, Scene, Text, Tone
from radplan_desktop.guideline import Chart, Confidentiality
from radplan_desktop.plan.values import Cell, NotApplicable, Parked
from tests.documents.reading import world

COLUMNS = {
    "label": "indicator",
    "unit": "eenheid",
    "baseline": "begin",
    "target": "doel",
    "direction": "richting",
    "standing": "stand",
}
MEASURED = {"link": "indicator", "value": "waarde", "date": "datum"}
ROLES = {role: f"indicatoren.{name}" for role, name in COLUMNS.items()} | {
    "rows": "indicatoren",
    "measurements": "metingen",
}
BARS = Chart("indicator_bars", "Voortgang", ROLES | {role: f"metingen.{name}" for role, name in MEASURED.items()})


def bars(measured: list[tuple[str, str]], **said: object) -> Scene:
    """Return the drawing of one indicator with measurements (date, value)."""
    cells: dict[tuple[str, str], object] = {
        ("i", "indicator"): "Actief netwerk",
        **{("i", name): x for name, x in said.items()},
    }
    rows = [f"m{n}" for n in range(len(measured))]
    for row, (day, value) in zip(rows, measured, strict=True):
        cells |= {(row, "indicator"): "i", (row, "datum"): day, (row, "waarde"): value, (row, "n"): "20"}
    scene = draw(world(cells, {"indicatoren": ["i"], "metingen": rows}), BARS, 470.5)
    assert scene is not None
    return scene


def words(scene: Scene) -> list[str]:
    """Return the texts of a drawing."""
    return [shape.text for shape in scene.shapes if isinstance(shape, Text)]


def share(scene: Scene) -> float:
    """Return where the filled dot stands between the ends of the bar."""
    track = next(s for s in scene.shapes if isinstance(s, Line) and s.tone == Tone.TRACK)
    dot = next(s for s in scene.shapes if isinstance(s, Circle) and s.fill in {Tone.PRIMARY, Tone.WARN})
    return (dot.x - track.x1) / (track.x2 - track.x1)


@pytest.mark.parametrize(
    ("begin", "now", "target", "place"),
    [
        ("0", "9", "18", 0.5),
        ("40", "40", "80", 0.0),
        ("80", "60", "40", 0.5),
        ("6.1", "7.5", "7.5", 1.0),
        ("1", "99", "3", 1.0),
    ],
)
def test_the_dot_stands_between_baseline_and_target(begin: str, now: str, target: str, place: float) -> None:
    assert share(bars([("2026-10-01", now)], begin=begin, doel=target)) == pytest.approx(place)


@pytest.mark.parametrize(("begin", "target"), [("40", "80"), ("40", "10")])
def test_a_value_worse_than_the_baseline_stands_outside_the_bar_and_says_so(begin: str, target: str) -> None:
    now = "39" if target == "80" else "41"
    scene = bars([("2026-10-01", now)], begin=begin, doel=target)
    assert share(scene) < 0
    assert f"{now}, slechter dan bij de start" in words(scene)


def test_only_the_newest_measurement_counts() -> None:
    scene = bars([("2026-10-01", "12"), ("2026-03-01", "99")], begin="0", doel="24")
    assert share(scene) == pytest.approx(0.5)
    assert "12" in words(scene)
    assert "99" not in words(scene)
    assert scene.table.rows == (("I1", "Actief netwerk", "0", "12", "24", "12"),)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"begin": "0", "doel": "24"}, "nog niet gemeten"),
        ({"begin": "0", "doel": "24", "stand": "anders"}, "nog niet gemeten, stand: anders"),
    ],
)
def test_what_was_not_measured_is_said(said: dict[str, object], sentence: str) -> None:
    scene = bars([], **said)
    assert sentence in words(scene)
    assert not [s for s in scene.shapes if isinstance(s, Circle) and s.fill != Tone.SURFACE]


def test_a_value_that_cannot_be_placed_is_said_in_words() -> None:
    limit = bars([("2026-10-01", "16")], begin="14", doel="14", richting="gedrag")
    assert "nu 16, gedrag" in words(limit)
    unknown = bars([("2026-10-01", "16")], doel="20")
    assert {"nu 16", "?"} <= set(words(unknown))
    gists = words(bars([], begin=NotApplicable("x"), doel=Parked("2027-01-01")))
    assert {"n.v.t.", "volgt"} <= set(gists)


def test_reaching_the_target_and_a_standing_are_said_with_the_unit() -> None:
    reached = bars([("2026-10-01", "24")], begin="0", doel="24", eenheid="mensen")
    assert "24 mensen, streefwaarde gehaald" in words(reached)
    half = bars([("2026-10-01", "12")], begin="0", doel="24", eenheid="mensen", stand="anders")
    assert "12 mensen, stand: anders" in words(half)


def test_a_value_of_very_few_people_is_not_drawn() -> None:
    said = {("i", "indicator"): "Cijfer", ("i", "begin"): "0", ("i", "doel"): "10", ("m", "indicator"): "i"}
    of = world({**said, ("m", "waarde"): "8", ("m", "n"): "3"}, {"indicatoren": ["i"], "metingen": ["m"]})
    scene = draw(of, BARS, 470.5, Confidentiality.O)
    assert scene is not None
    assert not [text for text in [*words(scene), *scene.table.rows[0], scene.description] if "8" in text]
    assert "nu te weinig antwoorden (minder dan 5)" in words(scene)


def test_words_stay_inside_the_drawing_and_shapes_lead_to_their_cells() -> None:
    scene = bars([("2026-10-01", "1" * 12)], begin="0", doel="9" * 12, indicator="woord " * 60)
    for shape in scene.shapes:
        if isinstance(shape, Text):
            size = width(shape.text, shape.size, shape.weight)
            left = shape.x - size * {Anchor.START: 0, Anchor.MIDDLE: 0.5, Anchor.END: 1}[shape.anchor]
            assert left >= -1
            assert left + size <= scene.width + 1
    cells = {shape.cell for shape in scene.shapes} - {None}
    assert cells == {Cell("i", "indicator"), Cell("i", "begin"), Cell("i", "doel"), Cell("m0", "waarde")}


def test_nothing_is_drawn_without_indicators() -> None:
    assert draw(world(), BARS, 470.5) is None
