"""How the width of a table is divided."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radplan_desktop.documents.pdf_columns import Span, fitted

SPANS = st.builds(
    lambda share, least, more: Span(share, least, least + more), st.integers(1, 9), st.floats(1, 200), st.floats(0, 400)
)


@given(st.lists(SPANS, min_size=1, max_size=9), st.floats(50, 900))
def test_columns_fill_the_width_and_keep_their_words_where_they_can(spans: list[Span], available: float) -> None:
    widths = fitted(spans, available)
    assert sum(widths) == pytest.approx(available)
    if sum(span.least for span in spans) <= available:
        assert all(size >= span.least - 1e-6 for size, span in zip(widths, spans, strict=True))


@pytest.mark.parametrize(
    ("spans", "widths"),
    [
        ([Span(1, 10, 500), Span(3, 10, 500)], [100, 300]),
        ([Span(1, 10, 40), Span(1, 10, 900)], [40, 360]),
        ([Span(1, 150, 500), Span(9, 10, 900)], [150, 250]),
        ([Span(1, 10, 50), Span(1, 10, 50)], [200, 200]),
        ([Span(1, 300, 300), Span(1, 500, 500)], [150, 250]),
    ],
)
def test_shares_count_between_the_widest_word_and_the_longest_line(spans: list[Span], widths: list[float]) -> None:
    assert fitted(spans, 400) == pytest.approx(widths)
