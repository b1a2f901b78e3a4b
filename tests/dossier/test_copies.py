from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from radplan_desktop.dossier import Dossier, RawKey, Written
from radplan_desktop.dossier.keys import Identity, copy_of, is_signed_by
from tests.dossier.tools import edit, past_the_guards


@contextmanager
def laptop(file: Path, key: RawKey, remembered: Written | None) -> Iterator[Dossier]:
    """Open as an installation that remembers this of the plan."""
    with Dossier.open(file, key, last_written=remembered) as dossier:
        yield dossier


def worked(file: Path, key: RawKey, remembered: Written | None, text: str = "x") -> Written:
    """Do one edit and return what the installation remembers afterwards."""
    with laptop(file, key, remembered) as dossier:
        edit(dossier, "naam", text)
        assert dossier.last_written is not None
        return dossier.last_written


def test_the_same_laptop_goes_on_as_the_same_copy(file: Path, key: RawKey) -> None:
    first = worked(file, key, None)
    second = worked(file, key, first)
    assert (second.copy, second.seq) == (first.copy, 2)


def test_after_a_crash_the_copy_goes_on_though_the_memory_is_behind(file: Path, key: RawKey) -> None:
    first = worked(file, key, None)
    second = worked(file, key, first)
    third = worked(file, key, first)
    assert (third.copy, third.seq) == (second.copy, 3)


@pytest.mark.parametrize("case", ["nothing remembered", "another copy", "another hash"])
def test_another_laptop_begins_a_new_copy(file: Path, key: RawKey, case: str) -> None:
    first = worked(file, key, None)
    remembered = {
        "nothing remembered": None,
        "another copy": Written("ab" * 16, 1, first.hash),
        "another hash": first._replace(hash=bytes(32)),
    }[case]
    second = worked(file, key, remembered)
    assert second.copy != first.copy
    assert second.seq == 1


def test_a_restored_older_file_begins_a_new_copy(file: Path, key: RawKey, tmp_path: Path) -> None:
    first = worked(file, key, None)
    older = Path(shutil.copy(file, tmp_path / "ouder.radplan"))
    second = worked(file, key, first)
    assert worked(older, key, second).copy != first.copy


def test_the_own_chain_in_a_file_that_another_copy_went_on_with_is_not_enough(file: Path, key: RawKey) -> None:
    mine = worked(file, key, None)
    theirs = worked(file, key, None)
    assert worked(file, key, mine).copy not in (mine.copy, theirs.copy)


def test_looking_does_not_touch_the_file(file: Path, key: RawKey) -> None:
    before = file.read_bytes()
    with laptop(file, key, None) as dossier:
        assert dossier.copy_id not in dossier.heads
        assert dossier.last_written is None
        dossier.entries(), dossier.rows(), dossier.verify()
    assert file.read_bytes() == before


def test_a_new_file_goes_on_as_the_copy_it_was_made_with(tmp_path: Path, key: RawKey) -> None:
    with Dossier.create(tmp_path / "Nieuw.radplan", key, plan_id="cd" * 16) as dossier:
        made = edit(dossier, "naam", "x")
        assert (made.copy, made.seq, made.seen) == (dossier.copy_id, 1, {})
        assert dossier.plan_id == "cd" * 16
    assert worked(tmp_path / "Nieuw.radplan", key, Written(made.copy, 1, made.hash)).copy == made.copy


def test_a_transfer_copy_holds_nobodys_key_and_the_receiver_is_new(dossier: Dossier, tmp_path: Path) -> None:
    edit(dossier, "naam", "x")
    dossier.write_copy(tmp_path / "Overdracht.radplan", RawKey(b"t" * 32))
    with past_the_guards(tmp_path / "Overdracht.radplan", RawKey(b"t" * 32)) as raw:
        assert sorted(name for (name,) in raw.execute("SELECT name FROM meta")) == ["generation", "plan"]
    received = worked(tmp_path / "Overdracht.radplan", RawKey(b"t" * 32), dossier.last_written)
    assert received.copy not in dossier.heads


def test_a_remembered_head_tells_an_older_file(file: Path, key: RawKey) -> None:
    first = worked(file, key, None)
    second = worked(file, key, first)
    with laptop(file, key, second) as dossier:
        assert dossier.holds(first)
        assert dossier.holds(second)
        assert not dossier.holds(second._replace(seq=3))
        assert not dossier.holds(second._replace(hash=first.hash))


def test_a_copy_id_belongs_to_one_key() -> None:
    one, other = Identity.new(), Identity.new()
    digest = bytes(range(32))
    assert one.copy == copy_of(one.public)
    assert len(one.copy) == 32
    assert one.private.hex() not in repr(one)
    assert is_signed_by(one.copy, one.public.hex(), digest, one.sign(digest))
    assert not is_signed_by(one.copy, other.public.hex(), digest, other.sign(digest))
    assert not is_signed_by(one.copy, one.public.hex(), digest, other.sign(digest))
    assert not is_signed_by(one.copy, one.public.hex(), bytes(32), one.sign(digest))
    assert not is_signed_by(one.copy, "geen hex", digest, one.sign(digest))
    assert not is_signed_by(one.copy, None, digest, None)
