"""What comes up, seen from today."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from radplan_desktop.plan.coming import coming, in_week
from radplan_desktop.plan.deadlines import Deadline

TODAY = date(2026, 11, 12)
"""A Thursday."""


def due(days: int, *, done: bool = False) -> Deadline:
    """Return a deadline so many days from today."""
    day = TODAY + timedelta(days=days)
    return Deadline(day, "Actie af", f"Over {days}", "r", "f", done, day < TODAY and not done)


def test_what_is_done_does_not_come_up() -> None:
    assert coming([due(-3, done=True), due(2, done=True)], TODAY).all == ()


def test_a_week_ends_on_sunday() -> None:
    assert [days for days in range(-1, 6) if in_week(TODAY + timedelta(days), TODAY)] == [0, 1, 2, 3]
    assert coming([due(-1), due(0), due(1), due(7), due(20)], TODAY).this_week == 2


def test_past_ones_do_not_drown_what_comes() -> None:
    found = coming([*(due(-n) for n in range(9, 0, -1)), due(1), due(8), due(9)], TODAY)
    assert [one.title for one in found.first(4)] == ["Over -2", "Over -1", "Over 1", "Over 8"]


def test_where_nothing_comes_the_past_ones_stand() -> None:
    found = coming([due(-9), due(-5), due(-2), due(-1)], TODAY)
    assert [one.title for one in found.first(3)] == ["Over -5", "Over -2", "Over -1"]
    assert coming([], TODAY).first(4) == ()


@given(st.lists(st.integers(-400, 400), max_size=12).map(sorted), st.integers(1, 8))
def test_the_first_ones_are_as_many_as_there_is_room_for(days: list[int], most: int) -> None:
    found = coming([due(one) for one in days], TODAY)
    shown = found.first(most)
    assert len(shown) == min(most, len(days))
    assert list(shown) == sorted(shown, key=lambda one: one.day)
    assert not found.ahead or found.ahead[0] in shown or most <= 2
