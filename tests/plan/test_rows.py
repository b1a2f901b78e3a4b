from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.fingerprint import canonical_form, changes_from, fingerprint
from radplan_desktop.plan.order import is_key, key_between, numbered_key, preset_key
from radplan_desktop.plan.plan import NULL, Plan, rows_of
from radplan_desktop.plan.rows import FIRST, Changes, copied, moved, placed
from radplan_desktop.plan.values import IN, ORDER, Answer, NotApplicable, Parked, Value, canonical, encode
from tests.plan.small import TODAY, answers, small_guideline

A, B, C, D = "a" * 32, "b" * 32, "c" * 32, "d" * 32
PRESET = "partijen:gemeente"


def after(before: Answers, changes: Changes) -> Answers:
    made = [(cell, encode(value)) for cell, value in changes]
    return Answers(before.guideline, before.plan.with_changes(made), TODAY)


@pytest.mark.parametrize(
    ("where", "expected"),
    [(FIRST, (C, PRESET, A, B)), (PRESET, (PRESET, C, A, B)), (A, (PRESET, A, C, B)), (None, (PRESET, A, B, C))],
)
def test_a_row_comes_where_it_was_asked_presets_or_not(where: str | None, expected: tuple[str, ...]) -> None:
    found = answers(rows={"partijen": [A, B]})
    assert after(found, placed(found, "partijen", C, where)).rows("partijen") == expected


def test_a_preset_row_can_be_moved_too() -> None:
    found = answers(rows={"partijen": [A, B]})
    assert after(found, moved(found, "partijen", PRESET, A)).rows("partijen") == (A, PRESET, B)


def test_a_row_comes_between_rows_that_two_copies_gave_the_same_place() -> None:
    tied = {(row, ORDER): "i" for row in (A, B, C)}
    found = answers(tied, {"subdoelen": [A, B, C]})
    assert after(found, placed(found, "subdoelen", D, A)).rows("subdoelen") == (A, D, B, C)
    assert after(found, moved(found, "subdoelen", C, A)).rows("subdoelen") == (A, C, B)


@pytest.mark.parametrize("key", ["", "00", "Hoi!", 3])
def test_rows_with_a_place_that_is_none_are_numbered_anew(key: object) -> None:
    found = answers({(A, ORDER): key, (B, ORDER): "i"}, {"subdoelen": [A, B]})
    assert set(after(found, placed(found, "subdoelen", C, A)).rows("subdoelen")) == {A, B, C}
    rows = after(found, placed(found, "subdoelen", C, B)).rows("subdoelen")
    assert rows.index(C) == rows.index(B) + 1


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(-1, 6)), max_size=12))
def test_moving_rows_about_is_moving_them_in_a_list(moves: list[tuple[int, int]]) -> None:
    found = answers(rows={"partijen": [A, B, C, D]})
    expected = list(found.rows("partijen"))
    for number, behind in moves:
        row = expected[number % len(expected)]
        expected.remove(row)
        where = FIRST if behind < 0 else expected[behind % len(expected)]
        expected.insert(0 if where == FIRST else expected.index(where) + 1, row)
        found = after(found, moved(found, "partijen", row, where))
        assert list(found.rows("partijen")) == expected
    form = json.loads(canonical(canonical_form(found.plan, "plan")))
    again = Answers(found.guideline, Plan().with_changes(changes_from(form)), TODAY)
    assert list(again.rows("partijen")) == expected


def test_rows_read_back_from_an_export_still_come_after_the_presets() -> None:
    found = answers(rows={"partijen": [A, B]})
    again = Plan().with_changes(changes_from(canonical_form(found.plan, "plan")))
    assert Answers(small_guideline(), again, TODAY).rows("partijen") == (PRESET, A, B)


def test_a_preset_row_is_deleted_and_comes_back_as_if_it_had_never_gone() -> None:
    found = answers({(PRESET, "bedrag"): "5"})
    gone = found.plan.with_changes([((PRESET, IN), NULL)])
    assert found.plan.differing([((PRESET, IN), NULL)])
    assert Answers(small_guideline(), gone, TODAY).rows("partijen") == ()
    assert fingerprint(gone, "plan") != fingerprint(found.plan, "plan")
    back = gone.with_changes([((PRESET, IN), found.plan.text(PRESET, IN))])
    assert Answers(small_guideline(), back, TODAY).rows("partijen") == (PRESET,)
    assert fingerprint(back, "plan") == fingerprint(found.plan, "plan")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (Answer("School"), Answer("School")),
        (Parked("2027-01-01", "later", "School"), Parked("2027-01-01", "later", "School")),
        (NotApplicable("nooit"), NotApplicable("nooit")),
        (None, None),
    ],
)
def test_a_copy_holds_what_was_answered(said: Value, expected: Value) -> None:
    found = answers({(A, "subdoel"): said}, {"subdoelen": [A]})
    assert after(found, copied(found, A, B)).plan.value(B, "subdoel") == expected
    assert after(found, copied(found, A, B)).rows("subdoelen") == (A, B)


def test_a_copy_takes_what_a_preset_brought_but_nothing_derived_and_no_dead_link() -> None:
    found = answers()
    assert after(found, copied(found, PRESET, A)).title(A) == "Gemeente"
    linked = answers({(A, "partij"): D, (D, IN): None, (B, "subdoel"): A, (B, "waarde"): "5"}, {"subdoelen": [A]})
    changed = {cell.field for cell, _ in copied(linked, A, C)}
    assert changed == {IN, ORDER}


def test_order_keys_leave_room_on_all_sides() -> None:
    assert key_between("", preset_key(0)) < preset_key(0) < preset_key(1) < numbered_key(0) < numbered_key(1) < "i"
    assert all(map(is_key, (preset_key(0), preset_key(10), numbered_key(0), key_between("", preset_key(0)))))


@given(
    st.lists(
        st.tuples(st.sampled_from([A, B, C, PRESET]), st.sampled_from([IN, ORDER]), st.integers(0, 4)), max_size=20
    )
)
def test_rows_kept_up_change_by_change_are_the_rows_of_the_cells(steps: list[tuple[str, str, int]]) -> None:
    plan = Plan()
    for row, field, number in steps:
        text = encode(Answer("ij"[number % 2]) if number else None)
        plan = plan.with_changes([((row, field), text)])
        assert plan.rows == rows_of(plan.cells)
