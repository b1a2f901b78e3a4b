from __future__ import annotations

import os
import shutil
import stat
from pathlib import Path

import pytest

from radplan_desktop.dossier import (
    Dossier,
    ExistsError,
    ForkedError,
    MissingError,
    RawKey,
    UnverifiedError,
    Written,
    replace,
)
from radplan_desktop.plan.fold import fold
from radplan_desktop.plan.log import EntryKind
from radplan_desktop.plan.merge import ForkError, apply_erasures, superseded_places, union
from radplan_desktop.plan.values import Answer, Cell, encode
from tests.dossier.tools import AUTHOR, FORMS_VERSION, PASSPHRASE, decrypted, edit, past_the_guards

TRANSFER = RawKey(b"t" * 32)


@pytest.fixture
def colleague(dossier: Dossier, tmp_path: Path) -> Dossier:
    """A transfer copy that someone else worked in, open to read."""
    path = tmp_path / "Collega.radplan"
    dossier.write_copy(path, TRANSFER)
    with Dossier.open(path, TRANSFER) as theirs:
        edit(theirs, "naam", "van de collega")
        sha = theirs.put_blob(b"tekening", "t.png", "image/png")
        value = encode(Answer({"blob": sha, "name": "t.png", "type": "image/png"}))
        theirs.append(EntryKind.EDIT, AUTHOR, FORMS_VERSION, [(Cell("plan", "tekening"), value)])
    return Dossier.open(path, TRANSFER, read_only=True)


def test_a_merge_puts_the_union_in_place_of_the_log(dossier: Dossier, colleague: Dossier) -> None:
    edit(dossier, "doel", "van mij")
    dossier.put_draft(Cell("plan", "half"), '{"v":"half"}')
    copy, forms = dossier.copy_id, dossier.forms()
    whole = union(dossier.entries(), colleague.entries())
    dossier.rewrite(whole, colleague.blobs())
    colleague.close()
    assert dossier.entries() == whole
    assert (dossier.copy_id, dossier.forms()) == (copy, forms)
    assert dossier.drafts() == {Cell("plan", "half"): '{"v":"half"}'}
    assert {held.data for held in dossier.blobs()} >= {b"tekening"}
    assert dossier.verify() == []
    merged = dossier.append(EntryKind.MERGE, AUTHOR, FORMS_VERSION)
    assert merged.seq == 2
    assert merged.clock == max(entry.clock for entry in whole) + 1
    assert set(merged.seen) == {entry.copy for entry in whole} - {copy}


def test_after_a_merge_the_file_is_locked_again_and_the_rest_of_the_folder_clean(dossier: Dossier) -> None:
    edit(dossier, "doel", "van mij")
    dossier.rewrite(dossier.entries())
    edit(dossier, "doel", "nog een")
    dossier.close()
    assert [path.name for path in dossier.path.parent.iterdir()] == ["Plan.radplan"]
    with Dossier.open(dossier.path, dossier.raw_key, last_written=dossier.last_written) as again:
        assert again.copy_id == dossier.copy_id


def test_a_log_that_would_lose_something_is_refused(dossier: Dossier) -> None:
    before = dossier.path.read_bytes() if os.name != "posix" else b""
    log = dossier.entries()
    for shorter in (log[:-1], (), [*log[:-1], log[-2]]):
        with pytest.raises(ForkedError):
            dossier.rewrite(shorter)
    assert dossier.entries() == log
    assert dossier.verify() == []
    assert not before or dossier.path.read_bytes() == before


def test_a_file_worked_in_twice_under_one_copy_is_a_fork(file: Path, key: RawKey, tmp_path: Path) -> None:
    with Dossier.open(file, key) as dossier:
        edit(dossier, "naam", "een")
        remembered = dossier.last_written
    twin = Path(shutil.copy(file, tmp_path / "tweeling.radplan"))
    logs = []
    for path in (file, twin):
        with Dossier.open(path, key, last_written=remembered) as dossier:
            edit(dossier, "naam", path.name)
            logs.append(dossier.entries())
    with pytest.raises(ForkError) as fork:
        union(*logs)
    assert isinstance(remembered, Written)
    assert (fork.value.copy, fork.value.seq) == (remembered.copy, 2)
    with Dossier.open(file, key) as dossier, pytest.raises(ForkedError):
        dossier.rewrite(logs[1])


def test_a_transfer_copy_without_history_holds_no_old_answers(file: Path, key: RawKey, tmp_path: Path) -> None:
    with Dossier.open(file, key) as dossier:
        edit(dossier, "naam", "zo heette het eerst")
        edit(dossier, "naam", "zo heet het nu")
        log, pin = dossier.entries(), {copy: head.seq for copy, head in dossier.heads.items()}
        erase = dossier.append(EntryKind.ERASE, AUTHOR, FORMS_VERSION, body={"erased": superseded_places(log, pin)})
        dossier.write_copy(tmp_path / "Over.radplan", TRANSFER, list(apply_erasures([*log, erase])))
        assert fold(dossier.entries()).cells["plan", "naam"] == '{"v":"zo heet het nu"}'
    plain = decrypted(tmp_path / "Over.radplan", TRANSFER)
    assert b"zo heet het nu" in plain
    assert b"zo heette het eerst" not in plain
    with Dossier.open(tmp_path / "Over.radplan", TRANSFER) as theirs:
        assert theirs.verify() == []
        assert theirs.plan_id == dossier.plan_id


def test_a_transfer_copy_takes_forms_and_named_attachments_but_no_drafts(dossier: Dossier, tmp_path: Path) -> None:
    kept = dossier.put_blob(b"nodig", "a.pdf", "application/pdf")
    value = encode(Answer({"blob": kept, "name": "a.pdf", "type": "application/pdf"}))
    dossier.append(EntryKind.EDIT, AUTHOR, FORMS_VERSION, [(Cell("plan", "bijlage"), value)])
    stored = dossier.put_blob(b"ondertekend", "plan.pdf", "application/pdf")
    dossier.append(EntryKind.SIGNATURE, AUTHOR, FORMS_VERSION, body={"pdf": stored})
    dossier.put_draft(Cell("plan", "half"), '{"v":"half"}')
    dossier.write_copy(tmp_path / "Over.radplan", PASSPHRASE)
    with Dossier.open(tmp_path / "Over.radplan", PASSPHRASE, read_only=True) as theirs:
        assert theirs.entries() == dossier.entries()
        assert {held.sha for held in theirs.blobs()} == {kept, stored}
        assert (theirs.forms(), theirs.drafts()) == (dossier.forms(), {})
        assert theirs.raw_key != dossier.raw_key


def test_a_transfer_copy_replaces_no_other_file(dossier: Dossier, tmp_path: Path) -> None:
    (tmp_path / "Over.radplan").write_text("iets anders")
    for target in (tmp_path / "Over.radplan", dossier.path):
        with pytest.raises(ExistsError):
            dossier.write_copy(target, TRANSFER)
    assert (tmp_path / "Over.radplan").read_text() == "iets anders"
    with pytest.raises(MissingError):
        dossier.write_copy(tmp_path / "geen map" / "Over.radplan", TRANSFER)


def write_half(part: Path) -> None:
    part.write_text("half")
    raise RuntimeError


def test_a_block_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "Plan.radplan"
    target.write_text("oud")
    target.chmod(0o640)
    (tmp_path / ".Plan.radplan.0badcafe.deel").write_text("van een eerdere keer")
    with pytest.raises(RuntimeError), replace.replacing(target) as part:
        write_half(part)
    assert [path.name for path in tmp_path.iterdir()] == ["Plan.radplan"]
    assert target.read_text() == "oud"
    with replace.replacing(target) as part:
        part.write_text("nieuw")
    assert target.read_text() == "nieuw"
    assert os.name != "posix" or stat.S_IMODE(target.stat().st_mode) == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["Plan.radplan"]


@pytest.mark.skipif(os.name != "posix", reason="permissions of this kind are POSIX")
def test_a_new_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    Dossier.create(tmp_path / "Nieuw.radplan", TRANSFER).close()
    assert stat.S_IMODE((tmp_path / "Nieuw.radplan").stat().st_mode) == 0o600


def test_a_new_file_that_does_not_read_back_is_not_accepted(file: Path, key: RawKey) -> None:
    salt = file.read_bytes()[:16]
    with Dossier.open(file, key, read_only=True) as dossier:
        heads = {copy: head.hash for copy, head in dossier.heads.items()}
    replace.prove(file, key, salt, heads)
    for bad_salt, bad_heads in ((bytes(16), heads), (salt, {}), (salt, dict.fromkeys(heads, bytes(32)))):
        with pytest.raises(UnverifiedError):
            replace.prove(file, key, bad_salt, bad_heads)
    with past_the_guards(file, key) as raw:
        raw.execute("UPDATE blob SET data = x'00'")
    with pytest.raises(UnverifiedError):
        replace.prove(file, key, salt, heads)


def test_destroying_overwrites_first(tmp_path: Path) -> None:
    secret = tmp_path / "oud.radplan"
    secret.write_bytes(os.urandom(10_000))
    os.link(secret, tmp_path / "zelfde blokken")
    replace.destroy(secret)
    assert not secret.exists()
    assert not any((tmp_path / "zelfde blokken").read_bytes())
