"""Who has a plan open: one at a time, said by name, and a crash never shuts the owner out."""

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from radplan_desktop.host.locks import Holder, PlanInUseError, acquire, break_lock, holder_of, lock_path
from radplan_desktop.host.processes import Process, this_process

TAKE = """
import sys
from pathlib import Path
from radplan_desktop.host.locks import acquire
acquire(Path(sys.argv[1]), "R. van Dalen")
print("taken", flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "Netwerk.radplan"
    path.write_bytes(b"")
    return path


def other_program(plan: Path) -> subprocess.Popen[str]:
    run = [sys.executable, "-c", TAKE, str(plan)]
    child = subprocess.Popen(run, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "taken\n"
    return child


def end(child: subprocess.Popen[str]) -> None:
    child.kill()
    child.communicate()


def write_lock(plan: Path, **changes: object) -> None:
    me = this_process()
    content = {
        "officer": "S. Benali",
        "process": me.number,
        "started": me.started,
        "computer": me.computer,
        "since": datetime.now(UTC).isoformat(),
        "token": "of-somebody",
    }
    lock_path(plan).write_text(json.dumps({**content, **changes}), "utf-8")


def test_the_lock_lies_beside_the_plan_while_it_is_open(plan: Path) -> None:
    with acquire(plan, "M. Hoekstra"):
        assert lock_path(plan).name == "Netwerk.radplan.lock"
        holder = holder_of(plan)
        assert holder is not None
        assert (holder.officer, holder.process) == ("M. Hoekstra", this_process())
    assert list(plan.parent.iterdir()) == [plan]
    assert holder_of(plan) is None


def test_a_second_window_hears_who_has_it(plan: Path) -> None:
    with acquire(plan, "M. Hoekstra"), pytest.raises(PlanInUseError) as refused:
        acquire(plan, "M. Hoekstra")
    assert re.fullmatch(
        r"Dit plan staat al open bij M\. Hoekstra op deze computer, sinds \d\d-\d\d-\d{4} \d\d:\d\d\."
        r" Sluit het daar eerst, of open het alleen om te lezen\.",
        str(refused.value),
    )


def test_another_program_hears_it_too_and_a_killed_one_is_taken_over(plan: Path) -> None:
    child = other_program(plan)
    try:
        with pytest.raises(PlanInUseError, match=r"R\. van Dalen"):
            acquire(plan, "M. Hoekstra")
    finally:
        end(child)
    assert lock_path(plan).exists()
    assert holder_of(plan) is None
    with acquire(plan, "M. Hoekstra"):
        holder = holder_of(plan)
        assert holder is not None
        assert holder.officer == "M. Hoekstra"


def test_a_lock_of_another_computer_stands_until_somebody_breaks_it(plan: Path) -> None:
    write_lock(plan, computer="LAPTOP-12", process=4_000_000)
    with pytest.raises(PlanInUseError, match=r"S\. Benali op computer LAPTOP-12") as refused:
        acquire(plan, "M. Hoekstra")
    break_lock(plan, refused.value.holder)
    acquire(plan, "M. Hoekstra").release()
    assert list(plan.parent.iterdir()) == [plan]


def test_breaking_a_lock_leaves_that_of_somebody_who_came_in_between(plan: Path) -> None:
    write_lock(plan, computer="LAPTOP-12")
    old = holder_of(plan)
    assert old is not None
    write_lock(plan, computer="LAPTOP-13", token="newer")
    break_lock(plan, old)
    holder = holder_of(plan)
    assert holder is not None
    assert holder.process.computer == "LAPTOP-13"
    assert len(list(plan.parent.iterdir())) == 2


def test_a_number_that_another_process_got_since_is_not_the_holder(plan: Path) -> None:
    write_lock(plan, process=os.getppid(), started="long-ago")
    assert holder_of(plan) is None


def test_a_lock_left_by_this_very_process_before_it_replaced_itself_is_taken_over(plan: Path) -> None:
    write_lock(plan)
    acquire(plan, "M. Hoekstra").release()


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"process": "x"}', b"\xff", b"[" * 4096])
def test_a_lock_that_says_nothing_stops_nobody(plan: Path, content: bytes) -> None:
    lock_path(plan).write_bytes(content)
    assert holder_of(plan) is None
    acquire(plan, "M. Hoekstra").release()
    assert list(plan.parent.iterdir()) == [plan]


def test_a_lock_that_cannot_be_read_is_held_by_somebody(plan: Path) -> None:
    lock_path(plan).mkdir()
    with pytest.raises(PlanInUseError, match="iemand op computer onbekend"):
        acquire(plan, "M. Hoekstra")


def test_releasing_twice_or_after_another_took_over_does_no_harm(plan: Path) -> None:
    lock = acquire(plan, "M. Hoekstra")
    write_lock(plan, computer="LAPTOP-12")
    lock.release()
    lock.release()
    holder = holder_of(plan)
    assert holder is not None
    assert holder.officer == "S. Benali"


def test_where_no_file_can_be_made_the_caller_hears_it(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        acquire(tmp_path / "weg" / "Netwerk.radplan", "M. Hoekstra")


def test_a_holder_without_a_time_is_still_a_sentence() -> None:
    holder = Holder("", Process(0, "", "LAPTOP-12"), None, "")
    assert holder.sentence().startswith("Dit plan staat al open bij iemand op computer LAPTOP-12. Sluit")


def test_a_process_that_never_was_does_not_run() -> None:
    me = this_process()
    assert me.may_run
    assert not replace(me, number=0).may_run
    assert not replace(me, number=2**22 + 1, started="").may_run
    assert replace(me, started="").may_run
