from __future__ import annotations

from datetime import UTC, date, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from radplan_desktop.acts.chronicle import PAUSE, Chronicle, Wanted, is_version, sittings
from radplan_desktop.acts.history import HistoryLine
from radplan_desktop.acts.session import Session
from radplan_desktop.plan.log import EntryKind
from radplan_desktop.plan.values import Answer, Cell

GOAL = Cell("plan", "hoofddoel")


def line(at: str, author: str = "M. de Wit", text: str = "", **more: object) -> HistoryLine:
    return HistoryLine(at, author, "gewijzigd", "plan", "doel", "Doel", text, **more)  # type: ignore[arg-type]


def test_a_sitting_ends_with_a_long_pause_with_the_day_and_with_another_person() -> None:
    newest_first = [
        line("2026-11-13T09:00:00Z"),
        line("2026-11-12T16:30:00Z", "R. van Dalen"),
        line("2026-11-12T16:00:00Z"),
        line("2026-11-12T15:10:00Z"),
        line("2026-11-12T09:00:00Z"),
    ]
    found = sittings(newest_first, UTC)
    assert [
        (one.day.day, one.author[0], f"{one.begin:%H:%M}", f"{one.end:%H:%M}", len(one.lines)) for one in found
    ] == [
        (13, "M", "09:00", "09:00", 1),
        (12, "R", "16:30", "16:30", 1),
        (12, "M", "15:10", "16:00", 2),
        (12, "M", "09:00", "09:00", 1),
    ]


def test_the_day_is_that_of_the_clock_on_the_wall() -> None:
    (one,) = sittings([line("2026-11-12T23:30:00Z")], timezone(timedelta(hours=1)))
    assert one.day == date(2026, 11, 13)


def test_lines_are_narrowed_by_person_section_words_cell_and_events() -> None:
    lines = [
        line("2026-11-13T09:00:00Z", section="een", text="Ouders in de wijk"),
        line("2026-11-12T09:00:00Z", "R. van Dalen", "De coördinator", section="twee"),
        HistoryLine("2026-11-11T09:00:00Z", "R. van Dalen", "versie gemaakt", "", "", "1.0", "", EntryKind.VERSION),
    ]
    chronicle = Chronicle.of(lines)
    assert chronicle.people == ("M. de Wit", "R. van Dalen")
    assert chronicle.narrowed(Wanted()) == tuple(lines)
    assert chronicle.narrowed(Wanted(person="R. van Dalen")) == tuple(lines[1:])
    assert chronicle.narrowed(Wanted(section="een")) == tuple(lines[:1])
    assert chronicle.narrowed(Wanted(text="COORDINATOR doel")) == (lines[1],)
    assert chronicle.narrowed(Wanted(text="versie")) == (lines[2],)
    assert chronicle.narrowed(Wanted(cell=("plan", "doel"))) == tuple(lines[:2])
    assert chronicle.narrowed(Wanted(events=True)) == (lines[2],)
    assert [is_version(one) for one in lines] == [False, False, True]


@given(st.lists(st.tuples(st.integers(0, 5000), st.sampled_from("AB"))))
def test_sittings_hold_every_line_once_in_order(minutes: list[tuple[int, str]]) -> None:
    base = date(2026, 11, 12)
    ordered = sorted(minutes, reverse=True)
    lines = [
        line(f"{base + timedelta(days=m // 1440)}T{m % 1440 // 60:02d}:{m % 60:02d}:00Z", author)
        for m, author in ordered
    ]
    found = sittings(lines, UTC)
    assert [one for group in found for one in group.lines] == lines
    for group in found:
        assert group.end - group.begin <= PAUSE * max(1, len(group.lines) - 1)
        assert {one.author for one in group.lines} == {group.author}


def test_a_line_knows_where_its_question_is_asked_what_it_set_and_what_a_version_is_called(session: Session) -> None:
    row = session.add_row("subdoelen", {"subdoel": Answer("doel")})
    session.set(GOAL, Answer("Veilig"))
    session.version("1.0", "voor de start")
    session.delete_row(row)
    gone, version, goal, *_ = session.history()
    assert (version.kind, version.name, version.label) == (EntryKind.VERSION, "1.0", "1.0 voor de start")
    assert (goal.value, goal.register, goal.item) == ('{"v":"Veilig"}', "", "hoofddoel")
    assert (gone.register, gone.section, gone.item) == ("subdoelen", goal.section, "subdoelen")
