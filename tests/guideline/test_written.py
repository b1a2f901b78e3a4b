"""Answers written by hand become the content that a dossier holds."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radplan_desktop.guideline import Kind, Wrong, canonical_number, content_of

CHOICES = ("hoog", "laag")


def row_of(key: str) -> str:
    """Return the row id of a key, as the forms do."""
    if key == "weg":
        raise Wrong("De rij bestaat niet.", "Kies een andere.")
    return f"partijen:{key}"


@pytest.mark.parametrize(
    ("kind", "value", "content"),
    [
        (Kind.TEXT, "Cafe\u0301", "Café"),
        (Kind.LONGTEXT, "een\r\ntwee\rdrie", "een\ntwee\ndrie"),
        (Kind.CHOICE, "hoog", "hoog"),
        (Kind.CHOICES, ["laag", "hoog", "laag"], ["hoog", "laag"]),
        (Kind.YESNO, True, {"is": True, "why": ""}),
        (Kind.YESNO, {"is": False, "why": "Te duur."}, {"is": False, "why": "Te duur."}),
        (Kind.DATE, date(2027, 1, 31), "2027-01-31"),
        (Kind.DATE, "2027-01-31", "2027-01-31"),
        (Kind.MONTH, "2027-01", "2027-01"),
        (Kind.MONTH, date(2027, 1, 31), "2027-01"),
        (Kind.NUMBER, 12, "12"),
        (Kind.MONEY, "12.50", "12.5"),
        (Kind.PERCENT, Decimal("1E+1"), "10"),
        (Kind.SCALE, 3, 3),
        (Kind.CHECKLIST, {"laag": True}, {"laag": {"is": True, "note": ""}}),
        (Kind.CHECKLIST, {"hoog": {"is": False, "note": "Nog niet."}}, {"hoog": {"is": False, "note": "Nog niet."}}),
        (Kind.LINK, "school", "partijen:school"),
        (Kind.LINKS, ["school", "club"], ["partijen:club", "partijen:school"]),
    ],
)
def test_each_kind(kind: Kind, value: object, content: Any) -> None:
    assert content_of(kind, value, CHOICES, row_of) == content


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Kind.TEXT, 3),
        (Kind.CHOICE, "midden"),
        (Kind.CHOICE, ["hoog"]),
        (Kind.CHOICES, "hoog"),
        (Kind.YESNO, "ja"),
        (Kind.YESNO, {"is": True, "note": "x"}),
        (Kind.DATE, "31-01-2027"),
        (Kind.DATE, datetime(2027, 1, 31, tzinfo=UTC)),
        (Kind.MONTH, "2027-13"),
        (Kind.NUMBER, "veel"),
        (Kind.NUMBER, True),
        (Kind.MONEY, "NaN"),
        (Kind.PERCENT, 10**16),
        (Kind.SCALE, "3"),
        (Kind.CHECKLIST, ["hoog"]),
        (Kind.CHECKLIST, {"midden": True}),
        (Kind.LINK, 3),
        (Kind.LINK, "weg"),
        (Kind.ATTACHMENT, "brief.pdf"),
        (Kind.DERIVED, 3),
    ],
)
def test_what_does_not_suit_the_kind(kind: Kind, value: object) -> None:
    with pytest.raises(Wrong) as caught:
        content_of(kind, value, CHOICES, row_of)
    assert caught.value.remedy


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15))
def test_a_number_has_one_way_of_writing(number: Decimal) -> None:
    written = canonical_number(number)
    assert Decimal(written) == number
    assert canonical_number(Decimal(written)) == written
    padded = written + ("0" if "." in written else ".0")
    assert canonical_number(Decimal(padded)) == written
    assert "E" not in written
    assert written != "-0"
