from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from radplan_desktop.plan.compare import differences
from radplan_desktop.plan.fingerprint import canonical_form, changes_from, fingerprint, grouped
from radplan_desktop.plan.fold import fold, fold_rows
from radplan_desktop.plan.merge import union
from radplan_desktop.plan.order import key_between, keys_after
from radplan_desktop.plan.plan import Plan
from radplan_desktop.plan.undo import act_of, reverse
from radplan_desktop.plan.values import Answer, NotApplicable, Parked, Value, canonical, decode, encode
from tests.plan.worlds import Step, logs_of, steps

contents = st.recursive(
    st.text() | st.integers(-9, 9),
    lambda inner: st.lists(st.text(), max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
values: st.SearchStrategy[Value] = st.one_of(
    st.none(),
    st.builds(Answer, contents),
    st.builds(NotApplicable, st.text()),
    st.builds(Parked, st.dates().map(str), st.text(), st.none() | contents),
)


@given(values)
def test_a_value_reads_back_from_its_canonical_text(value: Value) -> None:
    text = encode(value)
    assert encode(decode(text)) == text
    assert canonical(json.loads(text)) == text
    text.encode()


@given(steps())
def test_the_canonical_form_round_trips(history: list[Step]) -> None:
    plan = fold(union(*logs_of(history)))
    form = canonical_form(plan, "plan")
    again = Plan().with_changes(changes_from(json.loads(canonical(form))))
    assert canonical_form(again, "plan") == form
    assert fingerprint(again, "plan") == fingerprint(plan, "plan")


@given(steps())
def test_folding_raw_rows_is_folding_entries(history: list[Step]) -> None:
    log = union(*logs_of(history))
    entry_rows = [
        (n, e.copy, e.seq, e.clock, e.at, e.author, str(e.kind), canonical(dict(e.seen)), canonical(dict(e.body)))
        for n, e in enumerate(log)
    ]
    change_rows = [(n, change.row, change.field, change.value) for n, e in enumerate(log) for change in e.changes]
    assert fold_rows(entry_rows, change_rows) == fold(log)


@given(st.lists(st.integers(0, 60), max_size=60))
def test_there_is_always_room_between_two_rows(places: list[int]) -> None:
    keys: list[str] = []
    for place in places:
        at = min(place, len(keys))
        keys.insert(at, key_between(keys[at - 1] if at else "", keys[at] if at < len(keys) else ""))
    assert keys == sorted(set(keys))
    assert keys_after(keys[-1] if keys else "", 3)[0] > (keys[-1] if keys else "")


cells = st.tuples(st.sampled_from(["plan", "a" * 32]), st.sampled_from(["naam", "doel", "@in"]))
texts = st.sampled_from(['{"v":"een"}', '{"v":"twee"}', "null"])


@given(st.dictionaries(cells, texts), st.dictionaries(cells, texts), st.dictionaries(cells, texts))
def test_undo_puts_back_what_nobody_touched_since(
    start: dict[tuple[str, str], str], act: dict[tuple[str, str], str], later: dict[tuple[str, str], str]
) -> None:
    before = Plan().with_changes(start.items())
    done = act_of("iets", before, act.items())
    now = before.with_changes(act.items()).with_changes(later.items())
    reversal = reverse(done, now)
    after = now.with_changes(reversal.changes)
    for cell, old, new in done.steps:
        untouched = now.text(*cell) == new
        assert after.text(*cell) == (old if untouched else now.text(*cell))
        assert (cell in reversal.skipped) is not untouched
    assert now.with_changes(reversal.changes).with_changes(reverse(reversal.act, after).changes) == now


@given(st.dictionaries(cells, texts), st.dictionaries(cells, texts))
def test_differences_lead_from_the_one_plan_to_the_other(
    start: dict[tuple[str, str], str], act: dict[tuple[str, str], str]
) -> None:
    earlier = Plan().with_changes(start.items())
    later = earlier.with_changes(act.items())
    found = differences(earlier, later)
    assert earlier.with_changes(((d.row, d.field), d.after) for d in found).rows == later.rows
    assert all(earlier.text(d.row, d.field) == d.before != d.after for d in found)
    assert not differences(later, later)


def test_a_fingerprint_is_printed_in_capitals_and_groups_of_four() -> None:
    assert grouped("7c1e90b42fa8d35e614b09c7ffff") == "7C1E 90B4 2FA8 D35E 614B 09C7"
