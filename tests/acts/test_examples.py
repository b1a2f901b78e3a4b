"""The shipped examples are real plans: every register is used or n.v.t., with history, versions, and a day of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from radplan_desktop.acts import examples
from radplan_desktop.acts.opening import open_plan
from radplan_desktop.acts.refusals import CannotOpen, NotFound
from radplan_desktop.acts.session import Session
from radplan_desktop.guideline import Gate, Kind
from radplan_desktop.plan.deadlines import deadlines
from radplan_desktop.plan.progress import progress
from tests.acts.conftest import OFFICER

NAMES = ["lindeveld-in-gesprek", "aan-welke-kant-sta-jij"]
LONG_TEXT = 200


@pytest.fixture(scope="module", params=NAMES)
def example(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Session:
    """A shipped example, opened with its practice passphrase (and closed again: its answers stay readable)."""
    found = examples.find(request.param)
    path = examples.write_example(found.id, tmp_path_factory.mktemp("voorbeeld") / found.file)
    session = open_plan(path, found.passphrase, officer=OFFICER)
    assert session.problems() == ()
    session.close()
    return session


def test_the_examples_are_listed_with_what_a_user_needs_to_open_them() -> None:
    assert sorted(one.id for one in examples.examples()) == sorted(NAMES)
    for one in examples.examples():
        assert len(one.passphrase.split()) >= 5
        assert one.file.endswith(".radplan")
        assert one.summary


def test_every_register_is_used_or_said_not_to_apply(example: Session) -> None:
    answers = example.answers
    empty = [
        register.id
        for register in example.guideline.registers.values()
        if not answers.rows(register.id)
        and answers.register_value(register.id) is None
        and answers.shown(register.when)
    ]
    assert not empty


def test_every_question_of_the_plan_is_answered_parked_or_not_applicable(example: Session) -> None:
    answers = example.answers
    silent = [
        field.id
        for field in example.guideline.fields.values()
        if field.kind not in (Kind.DERIVED, Kind.ATTACHMENT)
        and answers.visible("plan", field.id)
        and answers.value("plan", field.id) is None
    ]
    assert len(silent) <= 2, silent


def test_the_texts_have_real_length(example: Session) -> None:
    long = [f.id for f in example.guideline.fields.values() if f.kind == Kind.LONGTEXT]
    texts = [text for name in long if (text := example.answers.content_text("plan", name))]
    assert sum(len(text) > LONG_TEXT for text in texts) > len(texts) / 2


def test_an_example_has_versions_and_lives_on_its_own_day(example: Session) -> None:
    assert example.versions
    assert example.today == next(one.today for one in examples.examples() if one.file == example.path.name)
    assert any(deadline.overdue or deadline.done for deadline in deadlines(example.answers))
    assert progress(example.answers).met[Gate.B]


def test_the_running_example_has_measurements_over_time() -> None:
    measured = [row for one in examples.sittings_of(examples.find(NAMES[1])) for row in one.rows.get("metingen", ())]
    assert len({row["datum"] for row in measured if "datum" in row}) > 1


def test_an_unknown_example_and_a_taken_place_are_refused(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="lindeveld-in-gesprek"):
        examples.write_example("onbekend", tmp_path / "x.radplan")
    taken = tmp_path / "bezet.radplan"
    taken.write_bytes(b"iets anders")
    with pytest.raises(CannotOpen):
        examples.write_example(NAMES[0], taken)
    assert taken.read_bytes() == b"iets anders"
