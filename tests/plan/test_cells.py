from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radplan_desktop.plan import cells as module
from radplan_desktop.plan.cells import Cells

keys = st.tuples(st.sampled_from("ab"), st.sampled_from("xyz"))
layers = st.lists(st.dictionaries(keys, st.none() | st.sampled_from(["1", "2"]), max_size=4), max_size=8)


@given(st.dictionaries(keys, st.sampled_from(["1", "2"])), layers, st.integers(0, 5))
def test_layers_of_changes_are_one_mapping(
    ground: dict[tuple[str, str], str], changes: list[dict[tuple[str, str], str | None]], most: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "MOST", most)
        cells, expected = Cells(ground), dict(ground)
        for layer in changes:
            before, kept = cells, dict(cells)
            cells = cells.changed(layer)
            expected = {key: text for key, text in {**expected, **layer}.items() if text is not None}
            assert dict(before) == kept
            assert cells == expected
            assert len(cells) == len(expected) == len(list(cells))
            assert all((key in cells) == (key in expected) for key in [*ground, *layer])
            assert all(cells.get(key, "-") == expected.get(key, "-") for key in [*ground, *layer])


def test_a_cell_that_is_not_there_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        Cells({("a", "x"): "1"}, {("a", "x"): None})[("a", "x")]
