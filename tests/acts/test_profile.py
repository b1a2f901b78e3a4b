"""The profile of a municipality: out of one plan, over this laptop, into the next. Only what may be public leaves the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from radplan_desktop.acts.attachments import attach, attached
from radplan_desktop.acts.profile import profile_of, take_over
from radplan_desktop.acts.session import Session
from radplan_desktop.host import municipality
from radplan_desktop.host.municipality import Profile
from radplan_desktop.plan.values import PLAN_ROW, Answer, Cell
from tests.acts.conftest import Opener

YES, NO = Answer({"is": True, "why": ""}), Answer({"is": False, "why": ""})
PNG = b"\x89PNG\r\n\x1a\n and the rest"


@pytest.fixture
def known(session: Session, tmp_path: Path) -> Session:
    """A plan of a municipality with a logo, and three organisations."""
    logo = tmp_path / "wapen.png"
    logo.write_bytes(PNG)
    texts = {"gemeente": "Lindeveld", "team": "Team Jeugd", "adres": "Raadhuisplein 1\n1234 AB Lindeveld"}
    session.change("begin", [(Cell(PLAN_ROW, name), Answer(text)) for name, text in texts.items()])
    attach(session, Cell(PLAN_ROW, "logo"), logo)
    person = session.add_row("functionarissen", {"naam": Answer("M. de Wit")})
    session.add_row("organisaties", {"naam": Answer("Bibliotheek"), "naam_noemen": YES, "kvk": Answer("12345678")})
    session.add_row("organisaties", {"naam": Answer("Moskee"), "naam_noemen": NO})
    session.add_row("organisaties", {"naam": Answer("Onbekend")})
    strict = {"naam": Answer("Geheim"), "naam_noemen": YES, "vertrouwelijkheid": Answer("v")}
    session.add_row("organisaties", strict)
    assert person
    return session


def test_only_what_may_be_public_leaves_the_plan(known: Session) -> None:
    profile = profile_of(known)
    assert profile.texts["team"] == "Team Jeugd"
    assert [one["naam"] for one in profile.organisations] == ["Bibliotheek"]
    assert (profile.logo, profile.logo_name) == (PNG, "wapen.png")


def test_nobody_and_nothing_else_stands_in_the_file(known: Session, tmp_path: Path) -> None:
    folder = tmp_path / "config"
    assert municipality.save(folder, profile_of(known)) == ""
    written = (folder / municipality.FILE).read_text(encoding="utf-8")
    assert "Bibliotheek" in written
    for secret in ("de Wit", "Moskee", "Onbekend", "Geheim"):
        assert secret not in written
    assert municipality.load(folder) == profile_of(known)


def test_a_next_plan_takes_it_over_in_one_act(known: Session, reopen: Opener) -> None:
    profile = profile_of(known)
    for row in known.answers.rows("organisaties"):
        known.delete_row(row)
    known.change("leeg", [(Cell(PLAN_ROW, name), None) for name in ("gemeente", "team", "adres", "logo")])
    take_over(known, profile)
    session = reopen()
    assert session.answers.text(PLAN_ROW, "gemeente") == "Lindeveld"
    assert attached(session, Cell(PLAN_ROW, "logo")) == PNG
    (row,) = session.answers.rows("organisaties")
    assert [session.answers.content(row, name) for name in ("naam", "kvk")] == ["Bibliotheek", "12345678"]


def test_taking_over_is_undone_at_once(session: Session) -> None:
    take_over(session, Profile({"team": "Team Jeugd"}, organisations=({"naam": "Bibliotheek"}, {"naam": "School"})))
    assert [session.answers.title(row) for row in session.answers.rows("organisaties")] == ["Bibliotheek", "School"]
    session.undo()
    assert session.answers.rows("organisaties") == ()
    assert session.answers.value(PLAN_ROW, "team") is None


def test_what_is_answered_already_stays(known: Session) -> None:
    take_over(known, Profile({"team": "Ander team"}, organisations=({"naam": "bibliotheek"},)))
    assert known.answers.text(PLAN_ROW, "team") == "Team Jeugd"
    assert len(known.answers.rows("organisaties")) == 4


def test_what_no_longer_fits_the_forms_is_left_out(session: Session) -> None:
    old = {"naam": "Bibliotheek", "soort": "bestaat_niet_meer", "verdwenen": "x", "kvk": ["geen tekst"]}
    take_over(session, Profile(organisations=(old, {"soort": "school"}, {"naam": 3})))
    (row,) = session.answers.rows("organisaties")
    assert session.answers.title(row) == "Bibliotheek"
    assert session.answers.content(row, "soort") is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b'{"texts": 3}',
        b'{"texts": {}, "logo": "!", "logo_name": "", "organisations": []}',
        b"\xff\xfe",
    ],
)
def test_a_profile_that_is_damaged_is_as_if_there_were_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / municipality.FILE).write_bytes(content)
    assert not municipality.load(tmp_path)


def test_a_profile_can_be_forgotten(tmp_path: Path) -> None:
    municipality.save(tmp_path, Profile({"team": "Team Jeugd"}))
    assert municipality.load(tmp_path)
    assert municipality.forget(tmp_path) == ""
    assert municipality.forget(tmp_path) == ""
    assert not municipality.load(tmp_path)


def test_where_nothing_can_be_written_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert "niet bewaard" in municipality.save(tmp_path / "file", Profile({"team": "x"}))
