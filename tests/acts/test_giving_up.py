"""What lasts can be given up at every place where it looks, and leaves everything as it was."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from radplan_desktop.acts import attachments, examples, printing, safekeeping
from radplan_desktop.acts.elsewhere import keep_elsewhere
from radplan_desktop.acts.opening import create_plan, open_plan
from radplan_desktop.acts.refusals import CannotRead
from radplan_desktop.acts.session import Session
from radplan_desktop.host.brake import Brake, GivenUp
from radplan_desktop.plan.values import Answer, Cell
from tests.acts.conftest import OFFICER, PASSPHRASE
from tests.braking import PulledAt, given_up

GOAL, LOGO = Cell("plan", "hoofddoel"), Cell("plan", "logo")
OTHER = "een heel andere zin van zes woorden"


@pytest.fixture
def logo(tmp_path: Path) -> Path:
    """A file of some megabytes that can be a logo."""
    path = tmp_path / "wapen.png"
    path.write_bytes(attachments.PNG + bytes(range(256)) * 12_000)
    return path


def held(session: Session) -> int:
    """How many attachments the file holds."""
    return session.ask(lambda dossier: len(list(dossier.blobs())), CannotRead)


def test_an_attachment_that_is_given_up_is_not_in_the_file(session: Session, logo: Path) -> None:
    looks = [
        (look, held(session), session.answers.content(*LOGO))
        for look in given_up(lambda brake: attachments.taken_in(session, LOGO, logo, brake))
    ]
    assert looks == [(look, 0, None) for look in range(len(looks))]
    assert len(looks) >= 4, "it looked at every piece, before the file takes it, and after"
    assert held(session) == 1
    assert session.problems() == ()


def test_an_attachment_that_stands_elsewhere_too_stays_when_it_is_given_up(session: Session, logo: Path) -> None:
    attachments.attach(session, LOGO, logo)
    for _ in given_up(lambda brake: attachments.taken_in(session, LOGO, logo, brake)):
        assert attachments.attached(session, LOGO) == logo.read_bytes()


def test_a_copy_of_an_attachment_that_is_given_up_leaves_nothing(session: Session, logo: Path, tmp_path: Path) -> None:
    attachments.attach(session, LOGO, logo)
    target = tmp_path / "uit" / "kopie.png"
    target.parent.mkdir()
    for _ in given_up(lambda brake: attachments.save_copy(session, LOGO, target, brake)):
        assert list(target.parent.iterdir()) == []
    assert target.read_bytes() == logo.read_bytes()


def test_a_whole_copy_that_is_given_up_leaves_nothing(session: Session, logo: Path, tmp_path: Path) -> None:
    attachments.attach(session, LOGO, logo)
    target = tmp_path / "elders" / "kopie.radplan"
    target.parent.mkdir()
    looks = 0
    for _ in given_up(lambda brake: keep_elsewhere(session, target, brake)):
        looks += 1
        assert list(target.parent.iterdir()) == []
    assert looks >= 5, "it looked between the pieces, before proving and after"
    open_plan(target, PASSPHRASE, officer=OFFICER, read_only=True).close()


def test_the_passphrase_stays_until_the_file_is_encrypted_anew(session: Session, plan_file: Path) -> None:
    session.set(GOAL, Answer("doel"))
    looks = 0
    for _ in given_up(lambda brake: safekeeping.change_passphrase(session, PASSPHRASE, OTHER, brake)):
        looks += 1
        assert session.ask(lambda dossier: (dossier.opens_with(PASSPHRASE), dossier.generation), CannotRead) == (
            True,
            0,
        )
        assert safekeeping.backups_of(session) == ()
    assert looks == 3, "after the old passphrase, after the pages, and before the first write"
    session.close()
    open_plan(plan_file, OTHER, officer=OFFICER, read_only=True).close()


def test_a_new_plan_that_is_given_up_leaves_no_file(tmp_path: Path) -> None:
    path = tmp_path / "nieuw" / "Plan.radplan"
    path.parent.mkdir()
    made: list[Session] = []

    def make(brake: Brake) -> None:
        made.append(create_plan(path, PASSPHRASE, officer=OFFICER, brake=brake))

    for _ in given_up(make):
        assert list(path.parent.iterdir()) == []
    made[0].close()
    assert path.exists()


def test_opening_that_is_given_up_closes_the_file_again(plan_file: Path) -> None:
    with pytest.raises(GivenUp):
        open_plan(plan_file, PASSPHRASE, officer=OFFICER, brake=PulledAt(0))
    brake = Brake()
    brake.pull()
    with pytest.raises(GivenUp):
        open_plan(plan_file, PASSPHRASE, officer=OFFICER, brake=brake)
    open_plan(plan_file, PASSPHRASE, officer=OFFICER).close()


def test_an_example_that_is_given_up_leaves_no_file(tmp_path: Path) -> None:
    name = examples.examples()[0].id
    for look in (0, 5, 12, 40):
        with pytest.raises(GivenUp):
            examples.write_example(name, tmp_path / "v.radplan", PulledAt(look))
        assert list(tmp_path.iterdir()) == []


def test_a_document_stops_between_chapters_blocks_and_pages_and_the_next_is_whole(session: Session) -> None:
    document = printing.documents(session.guideline)[0].id
    before = printing.print_document(session, document)
    looks = list(given_up(lambda brake: printing.printed(session, document, brake=brake), step=25))
    assert len(looks) > 2
    assert printing.print_document(session, document) == before


def test_who_waits_for_the_file_waits_no_longer_once_it_is_given_up(session: Session) -> None:
    busy, go_on, brake, outcome = threading.Event(), threading.Event(), Brake(), list[object]()

    def occupy(_: object) -> None:
        busy.set()
        go_on.wait(60)

    def wait() -> None:
        try:
            session.ask(outcome.append, CannotRead, brake=brake)
        except GivenUp as stopped:
            outcome.append(stopped)

    first, second = threading.Thread(target=session.ask, args=(occupy, CannotRead)), threading.Thread(target=wait)
    first.start()
    assert busy.wait(60)
    second.start()
    brake.pull()
    second.join(60)
    go_on.set()
    first.join(60)
    held(session)
    assert [type(one) for one in outcome] == [GivenUp]
