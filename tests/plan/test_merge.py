from __future__ import annotations

import itertools
import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radplan_desktop.plan.fingerprint import fingerprint
from radplan_desktop.plan.fold import fold
from radplan_desktop.plan.log import Entry, EntryKind
from radplan_desktop.plan.merge import ForkError, erased_places, union
from radplan_desktop.plan.values import IN, canonical
from tests.plan.worlds import COPIES, REGISTER, ROWS, Step, World, logs_of, steps


@given(steps(), st.randoms(use_true_random=False))
def test_fold_is_the_same_in_whatever_order_the_entries_come(history: list[Step], chance: random.Random) -> None:
    log = list(union(*logs_of(history)))
    shuffled = log[:]
    chance.shuffle(shuffled)
    assert fold(shuffled) == fold(log)


@given(steps())
def test_union_is_commutative_associative_and_idempotent(history: list[Step]) -> None:
    a, b, c, d = logs_of(history)
    whole = union(a, b, c, d)
    assert union(d, c, b, a) == whole
    assert union(union(a, b), union(c, d)) == whole
    assert union(a, union(b, union(c, d))) == whole
    assert union(whole, whole) == whole
    assert union(whole, a) == whole


@given(steps())
def test_both_sides_of_a_finished_merge_have_one_fingerprint(history: list[Step]) -> None:
    a, b, c, d = logs_of(history)
    one, other = fold(union(union(a, b), union(c, d))), fold(union(d, b, c, a))
    assert fingerprint(one, "plan") == fingerprint(other, "plan")


@given(steps())
def test_what_was_erased_stays_erased(history: list[Step]) -> None:
    logs = logs_of(history)
    covered = set().union(*(erased_places(log) for log in logs))
    merged = {(e.copy, e.seq, n): change for e in union(*logs) for n, change in enumerate(e.changes)}
    assert all(merged[place].value is None and merged[place].salt is None for place in covered)
    assert all(change.value is not None for place, change in merged.items() if place not in covered)


@given(steps())
def test_erasing_and_compacting_leave_the_chain_of_hashes_whole(history: list[Step]) -> None:
    for copy in COPIES:
        chain = [entry for entry in union(*logs_of(history)) if entry.copy == copy]
        assert [entry.seq for entry in chain] == list(range(1, len(chain) + 1))
        assert all(later.prev == earlier.hash for earlier, later in itertools.pairwise(chain))


def test_a_value_fills_a_gap_that_no_erase_entry_covers() -> None:
    world = World()
    world.do(("edit", 0, ROWS[0], "naam", 1))
    (entry,) = world.logs[COPIES[0]]
    emptied = _without_values(entry)
    assert union([emptied], [entry]) == (entry,)


def test_the_same_place_with_another_hash_is_a_fork_named_by_copy_and_number() -> None:
    one, other = World(), World()
    one.do(("edit", 0, ROWS[0], "naam", 1))
    other.do(("edit", 0, ROWS[0], "naam", 2))
    with pytest.raises(ForkError) as caught:
        union(one.logs[COPIES[0]], other.logs[COPIES[0]])
    assert (caught.value.copy, caught.value.seq) == (COPIES[0], 1)


def _shared(*before: Step) -> World:
    """Two copies that both hold what happened before."""
    world = World()
    for step in before:
        world.do(step)
    world.do(("merge", 1, "", "", 0))
    return world


def test_two_different_answers_are_a_conflict_until_someone_answers_again() -> None:
    world = _shared(("edit", 0, ROWS[0], "naam", 1))
    world.do(("edit", 0, ROWS[0], "naam", 2))
    world.do(("edit", 1, ROWS[0], "naam", 3))
    world.do(("merge", 0, "", "", 1))
    conflict = fold(world.logs[COPIES[0]]).conflicts[(ROWS[0], "naam")]
    assert {candidate.value for candidate in conflict} == {canonical({"v": "2"}), canonical({"v": "3"})}
    world.do(("edit", 0, ROWS[0], "naam", 4))
    world.do(("merge", 1, "", "", 0))
    assert not fold(world.logs[COPIES[1]]).conflicts
    assert fold(world.logs[COPIES[1]]).content(ROWS[0], "naam") == "4"


def test_the_same_answer_twice_is_no_conflict() -> None:
    world = _shared(("edit", 0, ROWS[0], "naam", 1))
    world.do(("edit", 0, ROWS[0], "naam", 2))
    world.do(("edit", 1, ROWS[0], "naam", 2))
    assert not fold(union(*world.logs.values())).conflicts


@pytest.mark.parametrize("work", [("edit", 1, ROWS[0], "naam", 2), ("link", 1, ROWS[0], "doel", 0)])
def test_deleting_a_row_against_work_the_deleter_had_not_seen_is_a_conflict_and_the_row_stays(work: Step) -> None:
    world = _shared(("place", 0, ROWS[0], "naam", 0), ("edit", 0, ROWS[0], "naam", 1))
    world.do(("delete", 0, ROWS[0], "naam", 0))
    world.do(work)
    world.do(("merge", 0, "", "", 1))
    plan = fold(world.logs[COPIES[0]])
    assert (ROWS[0], IN) in plan.conflicts
    assert plan.rows[REGISTER] == (ROWS[0],)
    world.do(("delete", 0, ROWS[0], "naam", 0))
    settled = fold(world.logs[COPIES[0]])
    assert not settled.conflicts
    assert not settled.rows


def test_deleting_a_row_after_seeing_the_work_in_it_just_deletes() -> None:
    world = _shared(("place", 0, ROWS[0], "naam", 0))
    world.do(("edit", 1, ROWS[0], "naam", 2))
    world.do(("merge", 0, "", "", 1))
    world.do(("delete", 0, ROWS[0], "naam", 0))
    plan = fold(world.logs[COPIES[0]])
    assert not plan.rows
    assert not plan.conflicts
    assert plan.is_deleted(ROWS[0])


def test_working_in_a_row_one_knew_was_deleted_does_not_bring_it_back() -> None:
    world = _shared(("place", 0, ROWS[0], "naam", 0))
    world.do(("delete", 0, ROWS[0], "naam", 0))
    world.do(("merge", 1, "", "", 0))
    world.do(("edit", 1, ROWS[0], "naam", 2))
    plan = fold(world.logs[COPIES[1]])
    assert not plan.rows
    assert not plan.conflicts


def test_a_row_deleted_here_and_put_back_there_stays_until_someone_chooses() -> None:
    world = _shared(("place", 0, ROWS[0], "naam", 0))
    world.do(("place", 1, ROWS[0], "naam", 0))
    world.do(("edit", 0, ROWS[1], "naam", 0))
    world.do(("delete", 0, ROWS[0], "naam", 0))
    plan = fold(union(*world.logs.values()))
    assert (ROWS[0], IN) in plan.conflicts
    assert plan.rows[REGISTER] == (ROWS[0],)


def test_a_deleted_preset_row_in_which_someone_else_worked_stays_where_it_was() -> None:
    preset = f"{REGISTER}:vast"
    world = _shared(("edit", 0, ROWS[0], "naam", 1))
    world.do(("delete", 0, preset, "naam", 0))
    world.do(("edit", 1, preset, "naam", 2))
    plan = fold(union(*world.logs.values()))
    assert (preset, IN) in plan.conflicts
    assert plan.register_of(preset) == REGISTER
    assert not plan.rows.get(REGISTER)


def test_compacting_keeps_where_a_deleted_row_stood_so_that_it_can_still_stay() -> None:
    world = _shared(("place", 0, ROWS[0], "naam", 0), ("edit", 0, ROWS[0], "naam", 1))
    world.do(("delete", 0, ROWS[0], "naam", 0))
    world.do(("compact", 0, "", "", 0))
    world.do(("edit", 1, ROWS[0], "naam", 2))
    plan = fold(union(*world.logs.values()))
    assert plan.rows == {REGISTER: (ROWS[0],)}


def test_a_row_of_which_nobody_knows_where_it_stood_stays_away() -> None:
    world = _shared(("place", 0, ROWS[0], "naam", 0))
    world.do(("delete", 0, ROWS[0], "naam", 0))
    world.erase(COPIES[0], [(COPIES[0], 1, 0)])
    world.do(("edit", 1, ROWS[0], "naam", 2))
    plan = fold(union(*world.logs.values()))
    assert not plan.rows
    assert not plan.conflicts


def test_a_signature_that_one_log_lost_comes_from_the_other() -> None:
    world = World()
    world.do(("edit", 0, ROWS[0], "naam", 1))
    (entry,) = world.logs[COPIES[0]]
    signed = replace(entry, sig=b"s" * 64)
    assert union([entry], [signed]) == union([signed], [entry]) == (signed,)


def _without_values(entry: Entry) -> Entry:
    changes = tuple(change._replace(value=None, salt=None) for change in entry.changes)
    return Entry(
        entry.copy, entry.seq, entry.clock, entry.at, entry.author, EntryKind.EDIT, entry.guideline,
        entry.prev, entry.hash, entry.seen, entry.body, changes,
    )  # fmt: skip
