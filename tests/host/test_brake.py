from __future__ import annotations

from pathlib import Path

import pytest

from radplan_desktop.host.brake import Brake, GivenUp
from radplan_desktop.host.files import PIECE, write_atomically
from tests.braking import given_up


def test_work_is_given_up_until_it_lets_go_and_not_after_that() -> None:
    early, late, told = Brake(), Brake(lambda: told.append("voorbij")), list[str]()
    assert early.pull()
    for look in (early.check, early.let_go):
        with pytest.raises(GivenUp):
            look()
    late.check()
    late.let_go()
    assert told == ["voorbij"]
    assert not late.pull()
    assert not late.pulled
    late.check()


def test_what_waits_is_stopped_while_it_waits_and_also_when_the_brake_was_pulled_before() -> None:
    brake, stopped = Brake(), list[str]()
    with brake.stopping(lambda: stopped.append("eerder")):
        assert stopped == []
    with brake.stopping(lambda: stopped.append("tijdens")):
        brake.pull()
    with brake.stopping(lambda: stopped.append("erna")):
        assert stopped == ["tijdens", "erna"]


def test_a_file_that_is_given_up_leaves_the_old_one_and_nothing_beside_it(tmp_path: Path) -> None:
    target, new = tmp_path / "stuk.pdf", bytes(3 * PIECE + 1)
    target.write_bytes(b"oud")
    looks = []
    for look in given_up(lambda brake: write_atomically(target, new, brake)):
        looks.append(look)
        assert target.read_bytes() == b"oud"
        assert list(tmp_path.iterdir()) == [target]
    assert len(looks) == 5
    assert target.read_bytes() == new
