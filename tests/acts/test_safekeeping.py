from __future__ import annotations

import os
from pathlib import Path

import pytest

from radplan_desktop.acts import attachments, safekeeping
from radplan_desktop.acts.opening import open_plan
from radplan_desktop.acts.refusals import CannotOpen, NotFound, NotThePassphrase
from radplan_desktop.acts.session import Session
from radplan_desktop.plan.values import Answer, Cell
from tests.acts.conftest import OFFICER, PASSPHRASE, Opener

GOAL = Cell("plan", "hoofddoel")
LOGO = Cell("plan", "logo")
A_DAY = 24 * 3600


def test_closing_after_work_leaves_a_backup_that_opens_with_the_same_passphrase(reopen: Opener) -> None:
    session = reopen()
    session.set(GOAL, Answer("doel"))
    again = reopen()
    (backup,) = safekeeping.backups_of(again)
    copy = open_plan(backup, PASSPHRASE, officer=OFFICER, read_only=True)
    assert copy.answers.text(*GOAL) == "doel"
    copy.close()


def test_merely_reading_makes_no_backup(reopen: Opener) -> None:
    reopen()
    assert safekeeping.backups_of(reopen()) == ()


def test_one_backup_a_day_is_kept_for_the_last_days(reopen: Opener) -> None:
    for number in range(4):
        reopen().set(GOAL, Answer(f"doel {number}"))
        session = reopen()
        for path in safekeeping.backups_of(session)[:1] if number % 2 else ():
            os.utime(path, (path.stat().st_atime, path.stat().st_mtime - A_DAY))
    assert len(safekeeping.backups_of(reopen())) == 2


def test_another_passphrase_locks_the_plan_and_its_backups_anew(reopen: Opener, plan_file: Path) -> None:
    session = reopen()
    session.set(GOAL, Answer("doel"))
    session = reopen()
    (old,) = safekeeping.backups_of(session)
    safekeeping.change_passphrase(session, PASSPHRASE, "een heel andere zin van zes woorden")
    (new,) = safekeeping.backups_of(session)
    session.close()
    assert not old.exists()
    for path in (plan_file, new):
        with pytest.raises(CannotOpen):
            open_plan(path, PASSPHRASE, officer=OFFICER, read_only=True)
        open_plan(path, "een heel andere zin van zes woorden", officer=OFFICER, read_only=True).close()


def test_who_does_not_know_the_passphrase_cannot_change_it(session: Session, plan_file: Path) -> None:
    with pytest.raises(NotThePassphrase, match="niet het wachtwoord van nu"):
        safekeeping.change_passphrase(session, "niet dit wachtwoord", "een heel andere zin van zes woorden")
    session.close()
    open_plan(plan_file, PASSPHRASE, officer=OFFICER).close()


def test_an_attachment_comes_back_byte_for_byte(reopen: Opener, tmp_path: Path) -> None:
    source, target = tmp_path / "wapen van Lindeveld.png", tmp_path / "kopie.png"
    source.write_bytes(attachments.PNG + os.urandom(50_000))
    attachments.attach(reopen(), LOGO, source)
    session = reopen()
    assert session.answers.text(*LOGO) == source.name
    attachments.save_copy(session, LOGO, target)
    assert target.read_bytes() == source.read_bytes()


def test_a_file_that_is_too_large_or_not_there_is_refused(session: Session, tmp_path: Path) -> None:
    large = tmp_path / "groot.bin"
    with large.open("wb") as file:
        file.truncate(attachments.LARGEST + 1)
    with pytest.raises(CannotOpen, match="25 MB"):
        attachments.attach(session, LOGO, large)
    with pytest.raises(CannotOpen, match="nergens"):
        attachments.attach(session, LOGO, tmp_path / "nergens.png")
    with pytest.raises(NotFound):
        attachments.attached(session, LOGO)


def test_no_room_for_a_backup_costs_the_plan_nothing(reopen: Opener) -> None:
    session = reopen()
    session.set(GOAL, Answer("doel"))
    folder = safekeeping.backup_folder()
    folder.rmdir()
    folder.write_bytes(b"geen map")
    assert reopen().answers.text(*GOAL) == "doel"
