"""What people type, and what may be stored: shape and range by kind of field."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radplan_desktop.guideline import Kind
from radplan_desktop.plan.content import ContentError, check, parse, parse_date, parse_month, parse_number
from radplan_desktop.plan.shape import sound
from radplan_desktop.plan.values import Answer, NotApplicable, Parked, Value, decode, encode
from tests.plan.small import answers, small_guideline


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("1.250", "1250"), ("1.250,50", "1250.5"), ("12.5", "12.5"), ("€ 5", "5"), ("55 %", "55"), ("-0,0", "0"),
     ("0.500", "0.5"), ("1 250", "1250"), ("007", "7"), ("€ 12.500,-", "12500"), ("12.500,--", "12500"),
     ("12.500 euro", "12500"), ("EUR 300", "300"), ("55 procent", "55"), ("€ -5", "-5")],
)  # fmt: skip
def test_numbers_read_as_they_are_written_here(typed: str, expected: str) -> None:
    assert parse_number(typed) == expected


@pytest.mark.parametrize(
    "typed",
    ["1,250.50", "1.2.3", "12,", "NaN", "Infinity", "1e5", "9" * 16, "0,1234567", "٣", "--1", "", "12-", "€", "euro"],
)
def test_what_is_no_number_here_is_refused_and_not_guessed(typed: str) -> None:
    with pytest.raises(ContentError, match=r"\.$"):
        parse_number(typed)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("1-3-2026", "2026-03-01"), ("1-3-26", "2026-03-01"), ("1/3/2026", "2026-03-01"), ("1.3.2026", "2026-03-01"),
     ("1 maart 2026", "2026-03-01"), ("1e maart 2026", "2026-03-01"), ("zondag 1 maart 2026", "2026-03-01"),
     ("zo. 1 mrt. 2026", "2026-03-01"), ("2-sep-2026", "2026-09-02"), ("2026-03-01", "2026-03-01")],
)  # fmt: skip
def test_days_read_as_they_are_written_here(typed: str, expected: str) -> None:
    assert parse_date(typed) == expected


@pytest.mark.parametrize(
    ("typed", "says"),
    [("1 maart", "ontbreekt het jaar"), ("1-3", "ontbreekt het jaar"), ("maart 2026", "ontbreekt de dag"),
     ("3-2026", "ontbreekt de dag"), ("31-2-2026", "geen bestaande datum"), ("begin maart", "geen bestaande datum"),
     ("1-13-2026", "geen bestaande datum"), ("1-3-226", "geen bestaande datum")],
)  # fmt: skip
def test_half_a_day_is_not_guessed_but_it_is_said_what_lacks(typed: str, says: str) -> None:
    with pytest.raises(ContentError, match=says):
        parse_date(typed)


def test_of_a_day_the_month_is_taken_and_a_month_without_its_year_is_asked_for() -> None:
    assert parse_month("1 maart 2026") == parse_month("mrt 2026") == parse_month("3-2026") == "2026-03"
    with pytest.raises(ContentError, match="ontbreekt het jaar"):
        parse_month("maart")


@pytest.mark.parametrize(
    "content", ["NaN", "Infinity", "1e3", "01", "1.0", " 1", "9" * 16, 5, True, None, [], {"is": True}]
)
def test_what_is_no_number_is_not_stored_as_one(content: object) -> None:
    guideline = small_guideline()
    with pytest.raises(ContentError):
        check(guideline.field("partijen.bedrag"), content, guideline)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("ja", {"is": True, "why": ""}), ("Ja, want het is 10:30", {"is": True, "why": "want het is 10:30"}),
     ("nee: niet, of toch", {"is": False, "why": "niet, of toch"}), ("j", {"is": True, "why": ""})],
)  # fmt: skip
def test_yes_and_no_take_a_reason_with_any_mark_in_it(typed: str, expected: object) -> None:
    guideline = small_guideline()
    assert parse(guideline.field("partijen.extern"), typed, guideline) == expected


def test_a_retired_choice_cannot_be_chosen_any_more_but_stays_where_it_was() -> None:
    guideline = small_guideline()
    with pytest.raises(ContentError, match="kennis, gedrag"):
        parse(guideline.field("soort"), "Oud", guideline)
    check(guideline.field("soort"), ["oud"], guideline)


def test_months_and_dates_go_by_their_dutch_names() -> None:
    assert parse_date("2 mrt 2027") == parse_date("2 maart 2027") == parse_date("02/03/2027") == "2027-03-02"
    assert parse_month("mrt 2027") == parse_month("3-2027") == "2027-03"
    for typed in ("31-2-2027", "2 m 2027", "0-1-2027", "2-1-0000"):
        with pytest.raises(ContentError):
            parse_date(typed)


json_like = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=5)
    | st.sampled_from(["2026-11-12", "2026-11", "12.5", "o"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["is", "why", "note", "blob", "x"]), inner)
    ),
    max_leaves=6,
)


@given(st.sampled_from(list(Kind)), json_like)
def test_whatever_a_file_holds_can_be_read_and_shown(kind: Kind, content: object) -> None:
    guideline = small_guideline()
    field = replace(guideline.fields["naam"], kind=kind, choices="soorten", target="partijen", minimum=None)
    hostile = replace(guideline, fields={**guideline.fields, "naam": field})
    found = answers({("plan", "naam"): Answer(content)}, guideline=hostile)
    assert isinstance(found.text("plan", "naam"), str)
    kept = found.value("plan", "naam")
    assert kept is None or kept == Answer(content)
    try:
        check(field, content, hostile)
    except ContentError:
        return
    assert sound(field, Answer(content)) in (None, Answer(content))


@pytest.mark.parametrize(
    ("value", "expected"),
    [(Answer("gisteren"), None), (Answer("2027-01-01"), Answer("2027-01-01")),
     (Parked("2027-01-01", "x", 3), Parked("2027-01-01", "x")),
     (NotApplicable("x"), NotApplicable("x")), (Answer(""), None), (None, None)],
)  # fmt: skip
def test_a_stored_value_reads_as_far_as_it_fits_its_question(value: Value, expected: Value) -> None:
    assert sound(small_guideline().fields["start"], value) == expected


@pytest.mark.parametrize(
    "text", ["{}", "[]", "3", '{"na":3}', '{"parked":3}', '{"parked":"x","why":3}', "[" * 5000, "x"]
)
def test_what_is_no_value_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"value|Expecting"):
        decode(text)


def test_a_value_that_was_read_is_nobody_elses_to_change() -> None:
    text = encode(Answer(["a", "b"]))
    first = decode(text)
    assert isinstance(first, Answer)
    first.content.append("c")
    assert decode(text) == Answer(["a", "b"])
