"""A plan whose file takes nothing any more is kept whole in another place."""

from __future__ import annotations

import shutil
import threading
from contextlib import closing
from pathlib import Path

import pytest

from radplan_desktop.acts import attachments
from radplan_desktop.acts.elsewhere import keep_elsewhere
from radplan_desktop.acts.events import SaveFailed
from radplan_desktop.acts.opening import open_plan
from radplan_desktop.acts.refusals import CannotSave
from radplan_desktop.acts.session import Session
from radplan_desktop.plan.values import Answer, Cell
from tests.acts.conftest import OFFICER, PASSPHRASE, Opener
from tests.machine import can_mount, from_outside, full_disk, pull_out, stick

GOAL, NAME, LOGO = Cell("plan", "hoofddoel"), Cell("plan", "naam"), Cell("plan", "logo")
LONG = "doel " * 20_000


def failing(session: Session) -> threading.Event:
    failed = threading.Event()
    session.subscribe(lambda event: failed.set() if isinstance(event, SaveFailed) else None)
    return failed


def unplugged(plan: Path) -> Path:
    """Take the folder of a plan away, as when a stick is pulled out; return where it is now."""
    away = plan.parent.with_name("uit de computer")
    plan.parent.rename(away)
    return away


def test_the_copy_holds_what_a_full_disk_would_not_take(reopen: Opener, plan_file: Path, tmp_path: Path) -> None:
    session, target = reopen(), tmp_path / "elders" / "Kopie van 50 % ‘plan’ #1?.radplan"
    target.parent.mkdir()
    logo = tmp_path / "wapen.png"
    logo.write_bytes(attachments.PNG + bytes(100))
    attachments.attach(session, LOGO, logo)
    session.set(NAME, Answer("Lindeveld"))
    session.history()
    failed = failing(session)
    with full_disk(plan_file.stat().st_size // 2):
        session.set(GOAL, Answer(LONG))
        session.draft(NAME, "Lindeveld in")
        assert failed.wait(10)
        assert session.unsaved == ("Hoofddoel", "Naam")
    kept = keep_elsewhere(session, target)
    assert kept == (target, True)
    copy = open_plan(target, PASSPHRASE, officer=OFFICER)
    assert copy.answers.content(*GOAL) == LONG
    assert copy.answers.text(*NAME) == "Lindeveld in"
    assert attachments.attached(copy, LOGO) is not None
    assert copy.problems() == ()
    copy.close()


def test_a_stick_that_was_pulled_out_is_written_again_once_it_is_back(reopen: Opener, plan_file: Path) -> None:
    session = reopen()
    failed = failing(session)
    away = unplugged(plan_file)
    session.set(GOAL, Answer("na het uittrekken"))
    assert failed.wait(10)
    with pytest.raises(CannotSave, match="niet meer op zijn plek"):
        session.close()
    assert session.answers.text(*GOAL) == "na het uittrekken"
    away.rename(plan_file.parent)
    session.close()
    assert reopen().answers.text(*GOAL) == "na het uittrekken"


def test_another_file_in_its_place_is_never_written(reopen: Opener, plan_file: Path, empty_plan: Path) -> None:
    session = reopen()
    session.set(NAME, Answer("Lindeveld"))
    session.history()
    plan_file.rename(plan_file.with_name("Weggezet.radplan"))
    shutil.copy(empty_plan, plan_file)
    before = plan_file.read_bytes()
    session.set(GOAL, Answer("doel"))
    with pytest.raises(CannotSave, match="er staat nu een ander bestand"):
        session.close()
    assert plan_file.read_bytes() == before
    plan_file.with_name("Weggezet.radplan").replace(plan_file)
    session.close()
    assert reopen().answers.text(*GOAL) == "doel"


def test_a_deleted_file_lives_on_in_a_copy(reopen: Opener, plan_file: Path, tmp_path: Path) -> None:
    session, target = reopen(), tmp_path / "Kopie.radplan"
    session.set(NAME, Answer("Lindeveld"))
    session.history()
    plan_file.unlink()
    session.set(GOAL, Answer("doel"))
    assert keep_elsewhere(session, target).whole
    session.close(abandon=True)
    copy = open_plan(target, PASSPHRASE, officer=OFFICER)
    assert (copy.answers.text(*GOAL), copy.answers.text(*NAME)) == ("doel", "Lindeveld")
    copy.close()


def test_of_a_file_that_cannot_be_read_any_more_every_answer_is_kept(
    reopen: Opener, plan_file: Path, tmp_path: Path
) -> None:
    session, target = reopen(), tmp_path / "Kopie.radplan"
    row = session.add_row("subdoelen", {"subdoel": Answer("Ouders weten de weg")})
    session.history()
    from_outside("import sys; open(sys.argv[1], 'r+b').truncate(0)", plan_file)
    session.set(GOAL, Answer("doel"))
    assert keep_elsewhere(session, target) == (target, False)
    session.close(abandon=True)
    copy = open_plan(target, PASSPHRASE, officer=OFFICER)
    assert copy.answers.text(*GOAL) == "doel"
    assert [(r, copy.answers.title(r)) for r in copy.answers.rows("subdoelen")] == [(row, "Ouders weten de weg")]
    assert copy.plan_id == session.plan_id
    copy.close()


def test_a_copy_replaces_nothing(session: Session, tmp_path: Path) -> None:
    target = tmp_path / "Kopie.radplan"
    target.write_text("iets van een ander")
    with pytest.raises(CannotSave, match="overschrijft niets"):
        keep_elsewhere(session, target)
    assert target.read_text() == "iets van een ander"


def test_where_a_copy_does_not_fit_nothing_is_left(session: Session, plan_file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "vol"
    folder.mkdir()
    with full_disk(plan_file.stat().st_size // 2), pytest.raises(CannotSave):
        keep_elsewhere(session, folder / "Kopie.radplan")
    assert list(folder.iterdir()) == []


def test_a_real_stick_that_is_full_pulled_out_and_put_back(plan_file: Path, tmp_path: Path) -> None:
    if not can_mount(tmp_path / "stick"):
        pytest.skip("only root can mount a file system; the tests above do the same with a limit and a rename")
    with stick(tmp_path / "stick") as at:
        path = Path(shutil.copy(plan_file, at / "Plan op stick.radplan"))
        session = open_plan(path, PASSPHRASE, officer=OFFICER)
        filler = at / "vakantiefotos"
        with pytest.raises(OSError, match="No space"):
            filler.write_bytes(bytes(8 << 20))
        session.set(GOAL, Answer(LONG))
        with pytest.raises(CannotSave, match="vol"):
            session.close()
        filler.unlink()
        session.try_again()
        session.version("0.1", "op de stick")
        kept = Path(shutil.copy(path, tmp_path))
        pull_out(at)
        session.set(NAME, Answer("zonder stick"))
        with pytest.raises(CannotSave, match="stick"):
            session.close()
        with stick(at):
            shutil.copy(kept, path)
            session.close()
            with closing(open_plan(path, PASSPHRASE, officer=OFFICER)) as again:
                assert (again.answers.text(*NAME), again.problems()) == ("zonder stick", ())
