"""The language of conditions: what it can say, what it refuses, and that printing and parsing are each other's inverse."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radplan_desktop.guideline.conditions import (
    MAX_DEPTH,
    RESERVED,
    TODAY,
    And,
    Compare,
    Condition,
    ConditionError,
    Filled,
    Not,
    Or,
    Quantified,
    names_of,
    parse_condition,
)

NAMES = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True).filter(lambda name: name not in RESERVED)
NUMBERS = st.decimals(min_value=-(10**6), max_value=10**6, places=2)
SINGLES = st.one_of(NAMES, NUMBERS, st.booleans(), st.just(TODAY), st.dates(min_value=date(1000, 1, 1)))
COMPARISONS = st.one_of(
    st.builds(Compare, NAMES, st.sampled_from(["=", "!=", "<", ">", "<=", ">="]), SINGLES),
    st.builds(Compare, NAMES, st.just("in"), st.lists(SINGLES, min_size=1, max_size=3).map(tuple)),
    st.builds(Filled, NAMES),
)


def nested(inner: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    """Return conditions built from conditions."""
    parts = st.lists(inner, min_size=2, max_size=3).map(tuple)
    counts = st.builds(
        Quantified, st.just("count"), NAMES, st.none() | inner, st.sampled_from(["=", ">="]), st.integers(0, 99)
    )
    quantified = st.builds(Quantified, st.just("all"), NAMES, inner) | st.builds(
        Quantified, st.just("any"), NAMES, st.none() | inner
    )
    return st.one_of(st.builds(And, parts), st.builds(Or, parts), st.builds(Not, inner), counts, quantified)


CONDITIONS = st.recursive(COMPARISONS, nested, max_leaves=5)


@given(CONDITIONS)
def test_what_is_printed_parses_to_the_same(condition: Condition) -> None:
    assert parse_condition(str(condition)) == condition


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("extern = ja", Compare("extern", "=", literal=True)),
        ("extern != nee", Compare("extern", "!=", literal=False)),
        ("datum < vandaag", Compare("datum", "<", TODAY)),
        ("datum >= 2027-01-31", Compare("datum", ">=", date(2027, 1, 31))),
        ("bedrag <= -12.5", Compare("bedrag", "<=", Decimal("-12.5"))),
        ("rol in [advies, onderzoeker]", Compare("rol", "in", ("advies", "onderzoeker"))),
        ("filled(naam)", Filled("naam")),
        ("any(doelen)", Quantified("any", "doelen")),
        ("all(doelen, klaar = ja)", Quantified("all", "doelen", Compare("klaar", "=", literal=True))),
        ("count(doelen) >= 2", Quantified("count", "doelen", None, ">=", 2)),
        ("  not filled(a)\n", Not(Filled("a"))),
        ("klaar = niet", Compare("klaar", "=", "niet")),
    ],
)
def test_each_form(text: str, condition: Condition) -> None:
    assert parse_condition(text) == condition


def test_and_binds_closer_than_or_and_brackets_win() -> None:
    a, b, c = Filled("a"), Filled("b"), Filled("c")
    assert parse_condition("filled(a) or filled(b) and filled(c)") == Or((a, And((b, c))))
    assert parse_condition("(filled(a) or filled(b)) and filled(c)") == And((Or((a, b)), c))
    assert parse_condition("not filled(a) and filled(b)") == And((Not(a), b))


def test_the_dutch_words_mean_the_same() -> None:
    assert parse_condition("niet filled(a) en b = ja of c = nee") == parse_condition(
        "not filled(a) and b = ja or c = nee"
    )


@pytest.mark.parametrize(
    ("text", "position", "problem"),
    [
        ("", 1, "veld"),
        ("extern", 7, "vergelijking"),
        ("extern = ", 10, "waarde"),
        ("extern = ja nee", 13, "te veel"),
        ("extern == ja", 9, "waarde"),
        ("(extern = ja", 13, "')'"),
        ("rol in advies", 8, "'['"),
        ("rol in []", 9, "waarde"),
        ("filled(a", 9, "')'"),
        ("all(doelen)", 11, "komma"),
        ("count(doelen)", 14, "heel getal"),
        ("count(doelen) >= 1.5", 21, "heel getal"),
        ("datum = 2027-02-30", 9, "bestaat niet"),
        ("a.b = 1", 2, "hoort hier niet"),
        ("a = 'b'", 5, "hoort hier niet"),
        ("and = ja", 1, "naam van een veld"),
        ("any(filled)", 5, "naam van een register"),
        ("a = 1234567890123456", 5, "te lang"),
        ("a = \u0661", 5, "hoort hier niet"),
        ("__import__ = ja", 1, "hoort hier niet"),
    ],
)
def test_a_mistake_is_found_where_it_stands(text: str, position: int, problem: str) -> None:
    with pytest.raises(ConditionError) as caught:
        parse_condition(text)
    assert caught.value.position == position
    assert problem in caught.value.problem


@pytest.mark.parametrize(
    "text", ["not " * 500 + "a = 1", "(" * 500 + "a = 1" + ")" * 500, "a = 1 and " * 500 + "a = 1"]
)
def test_endless_nesting_is_refused(text: str) -> None:
    with pytest.raises(ConditionError):
        parse_condition(text)


def test_the_deepest_nesting_that_is_allowed() -> None:
    assert parse_condition("(" * (MAX_DEPTH - 1) + "a = 1" + ")" * (MAX_DEPTH - 1)) == Compare("a", "=", Decimal(1))


def test_names_of() -> None:
    condition = parse_condition("a = 1 and not filled(b) or any(r, c = ja and count(s, d = 1) > 1) or all(t, e = ja)")
    assert names_of(condition) == {"a", "b", "r", "r.c", "s", "s.d", "t", "t.e"}
    assert names_of(parse_condition("a = 1 and any(r)"), "q") == {"q.a", "r"}
