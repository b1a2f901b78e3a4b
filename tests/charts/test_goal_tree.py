"""The goal tree: boxes that hold their text, connectors that reach them, and the same in words."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radplan_desktop.charts.drawing import draw
from radplan_desktop.charts.measure import width
from radplan_desktop.charts.scene import Anchor, Line, Rect, Scene, Text
from radplan_desktop.guideline import Chart, Confidentiality
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.values import Cell, Parked
from tests.documents.reading import world

ROLES = {"goal": "doel", "nodes": "subdoelen", "owner": "subdoelen.wie"}
TREE = Chart("goal_tree", "Doelenboom", ROLES)


def tree(of: Answers, size: float = 470.5, edition: Confidentiality = Confidentiality.V) -> Scene:
    """Return the drawing."""
    scene = draw(of, TREE, size, edition)
    assert scene is not None
    return scene


def goals(count: int, title: str = "Meer vertrouwen", **more: object) -> Answers:
    """Return answers with so many sub-goals."""
    rows = [f"s{n}" for n in range(count)]
    said: dict[tuple[str, str], object] = {(row, "subdoel"): title for row in rows}
    said |= {
        ("plan", "doel"): "Samen.",
        ("w", "naam"): "Welzijn",
        **{("s0", name): value for name, value in more.items()},
    }
    return world(said, {"subdoelen": rows, "mensen": ["w"]})


def boxes(scene: Scene) -> list[Rect]:
    """Return the boxes, the main goal first."""
    return [shape for shape in scene.shapes if isinstance(shape, Rect)]


@pytest.mark.parametrize("count", [1, 4, 5, 6, 7, 11, 20])
def test_boxes_stand_apart_inside_the_drawing_and_each_is_reached(count: int) -> None:
    scene = tree(goals(count))
    found = boxes(scene)
    assert len(found) == count + 1
    assert all(
        box.x >= 0 and box.x + box.width <= scene.width + 1e-6 and box.y + box.height <= scene.height for box in found
    )
    assert all(
        a.x + a.width <= b.x or b.x + b.width <= a.x or a.y + a.height <= b.y or b.y + b.height <= a.y
        for a, b in combinations(found, 2)
    )
    arrows = [line for line in scene.shapes if isinstance(line, Line) and line.x1 == line.x2]
    for box in found[1:]:
        assert any(abs(line.x1 - box.x - box.width / 2) < 1 and 0 < box.y - line.y2 < 8 for line in arrows)


@pytest.mark.parametrize(("count", "lengths"), [(4, [4]), (5, [5]), (6, [3, 3]), (7, [4, 3]), (11, [4, 4, 3])])
def test_many_goals_wrap_to_rows_of_about_the_same_length(count: int, lengths: list[int]) -> None:
    assert list(Counter(box.y for box in boxes(tree(goals(count)))[1:]).values()) == lengths


@given(st.text(max_size=400), st.integers(150, 900))
def test_text_stays_inside_the_drawing(title: str, size: int) -> None:
    scene = tree(goals(3, title), size)
    for shape in scene.shapes:
        if isinstance(shape, Text):
            assert shape.anchor == Anchor.MIDDLE
            half = width(shape.text, shape.size, shape.weight) / 2
            assert shape.x - half >= -1
            assert shape.x + half <= scene.width + 1
            assert shape.y < scene.height


def test_a_goal_is_dashed_until_all_of_it_is_there() -> None:
    assert [box.dashed for box in boxes(tree(goals(2, wie="w")))] == [False, False, True]
    later = goals(1, wie=Parked("2027-01-01"))
    assert boxes(tree(later))[1].dashed
    assert "nog te bepalen" in [shape.text for shape in tree(goals(1)).shapes if isinstance(shape, Text)]


def test_every_box_leads_to_its_cell() -> None:
    assert [box.cell for box in boxes(tree(goals(1)))] == [Cell("plan", "doel"), Cell("s0", "subdoel")]


def test_the_drawing_says_the_same_in_words() -> None:
    scene = tree(goals(2, wie="w"))
    assert scene.description == (
        "Doelenboom. Bovenaan staat het hoofddoel: Samen. Daaronder staan 2 subdoelen, waarvan 1 nog niet compleet."
    )
    assert scene.table.columns == ("Nr", "Subdoel", "Wie")
    assert scene.table.rows == (("S1", "Meer vertrouwen", "Welzijn"), ("S2", "Meer vertrouwen", "nog te bepalen"))


def test_an_edition_does_not_show_who_it_may_not_name() -> None:
    scene = tree(goals(1, wie="w"), edition=Confidentiality.O)
    assert "Welzijn" not in [shape.text for shape in scene.shapes if isinstance(shape, Text)]
    assert "Welzijn" not in str(scene.table)


def test_there_is_nothing_to_draw_without_goals_or_for_an_unknown_chart() -> None:
    assert draw(world(), TREE, 470) is None
    assert draw(goals(1), Chart("wolken", "Wolken", ROLES), 470) is None
