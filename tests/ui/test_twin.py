"""The list beside a chart: its columns share the width so that short words stay whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radplan_desktop.ui.charts.twin import shared

COLUMNS = st.lists(st.tuples(st.integers(24, 300), st.integers(0, 300)), min_size=1, max_size=8)


@given(st.integers(50, 2000), COLUMNS)
def test_columns_fill_the_width_and_none_is_lost(width: int, columns: list[tuple[int, int]]) -> None:
    least = [one for one, _ in columns]
    found = shared(width, least, [one + more for one, more in columns])
    assert len(found) == len(columns)
    assert width - len(columns) <= sum(found) <= width


@pytest.mark.parametrize(
    ("width", "least", "wanted", "found"),
    [
        (300, [40, 60], [40, 60], [120, 180]),
        (200, [40, 60], [80, 160], [70, 130 - 1]),
        (150, [40, 300, 50], [40, 400, 60], [40, 60, 50]),
    ],
)
def test_short_columns_stay_whole_and_long_ones_give_in(
    width: int, least: list[int], wanted: list[int], found: list[int]
) -> None:
    assert shared(width, least, wanted) == pytest.approx(found, abs=2)
