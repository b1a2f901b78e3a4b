from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from radplan_desktop.dossier import AttachmentTooLargeError, DiskFullError, Dossier, RawKey
from radplan_desktop.dossier.blobs import LARGEST
from radplan_desktop.plan.fold import fold, fold_rows
from radplan_desktop.plan.log import GENESIS, EntryKind
from radplan_desktop.plan.values import Answer, Cell, encode
from tests.dossier.tools import AUTHOR, FORMS_VERSION, edit

NAME, GOAL = Cell("plan", "naam"), Cell("plan", "doel")
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


def test_an_entry_reads_back_as_it_was_made(file: Path, key: RawKey) -> None:
    changes = [(NAME, encode(Answer("Plan"))), (GOAL, encode(Answer(["a", "b"]))), (NAME, "null")]
    with Dossier.open(file, key) as dossier:
        made = dossier.append(
            EntryKind.EDIT, AUTHOR, FORMS_VERSION, changes, {"x": (1, "é")}, at="2026-11-12T13:14:15Z"
        )
    with Dossier.open(file, key) as dossier:
        assert dossier.entries()[-1] == made
        assert (made.at, made.author, made.guideline) == ("2026-11-12T13:14:15Z", AUTHOR, FORMS_VERSION)
        assert dossier.verify() == []


def test_entries_are_numbered_clocked_and_chained(dossier: Dossier) -> None:
    first, second = edit(dossier, "naam", "een"), edit(dossier, "naam", "twee")
    old = next(copy for copy in dossier.heads if copy != dossier.copy_id)
    assert (first.seq, first.prev, first.seen) == (1, GENESIS, {old: 41})
    assert (second.seq, second.prev, second.clock) == (2, first.hash, first.clock + 1)
    assert dossier.heads[dossier.copy_id] == (2, second.hash)
    assert dossier.last_written == (dossier.copy_id, 2, second.hash)
    assert second.changes[0].salt != first.changes[0].salt


def test_the_rows_fold_to_the_same_plan_as_the_entries(dossier: Dossier) -> None:
    edit(dossier, "naam", "een")
    assert fold_rows(*dossier.rows()) == fold(dossier.entries())


def test_a_change_takes_its_draft_along(dossier: Dossier) -> None:
    dossier.put_draft(NAME, encode(Answer("Pl")))
    dossier.put_draft(NAME, encode(Answer("Plan")))
    dossier.put_draft(GOAL, encode(Answer("Doel")))
    assert dossier.drafts() == {GOAL: '{"v":"Doel"}', NAME: '{"v":"Plan"}'}
    edit(dossier, "naam", "Plan")
    assert dossier.drafts() == {GOAL: '{"v":"Doel"}'}
    dossier.append(EntryKind.EDIT, AUTHOR, FORMS_VERSION, [(NAME, "null")], drop_drafts=[])
    assert list(dossier.drafts()) == [GOAL]
    dossier.append(EntryKind.EDIT, AUTHOR, FORMS_VERSION, drop_drafts=[GOAL, NAME])
    assert dossier.drafts() == {}


def test_drafts_outlive_the_program_and_can_be_dropped(file: Path, key: RawKey) -> None:
    with Dossier.open(file, key) as dossier:
        dossier.put_draft(NAME, '{"v":"half"}')
    with Dossier.open(file, key) as dossier:
        assert dossier.drafts() == {NAME: '{"v":"half"}'}
        dossier.drop_drafts([NAME, GOAL])
        assert dossier.drafts() == {}


def test_a_full_disk_loses_nothing_and_the_same_act_can_be_tried_again(file: Path, key: RawKey) -> None:
    with Dossier.open(file, key) as dossier:
        dossier.put_draft(NAME, '{"v":"half"}')
        before, heads = dossier.entries(), dict(dossier.heads)
        dossier._raw.execute("PRAGMA max_page_count = 1")
        with pytest.raises(DiskFullError):
            edit(dossier, "naam", "lang " * 4000)
        assert (dossier.entries(), dict(dossier.heads), dossier.drafts()) == (before, heads, {NAME: '{"v":"half"}'})
        dossier._raw.execute("PRAGMA max_page_count = 1000000")
        made = edit(dossier, "naam", "lang " * 4000)
        assert dossier.entries() == (*before, made)
        assert dossier.drafts() == {}
        assert dossier.verify() == []


def test_a_commit_that_reached_the_disk_after_all_is_not_written_over(dossier: Dossier) -> None:
    """As when the stick is pulled at the very end: the act failed for the caller, and yet the file has it."""
    edit(dossier, "naam", "een")
    heads, clock = dict(dossier._heads), dossier._clock
    edit(dossier, "naam", "twee")
    dossier._heads, dossier._clock, dossier._unsure = heads, clock, True
    assert edit(dossier, "naam", "drie").seq == 3
    assert dossier.verify() == []


@pytest.mark.parametrize("value", ["", "geen json", '"los"', '{"w":1}', "[1]"])
def test_what_is_no_value_never_gets_in(dossier: Dossier, value: str) -> None:
    before = dossier.entries()
    with pytest.raises(ValueError, match=r".*"):
        dossier.append(EntryKind.EDIT, AUTHOR, FORMS_VERSION, [(NAME, value)])
    assert dossier.entries() == before


def test_an_attachment_is_kept_once_up_to_its_limit(dossier: Dossier) -> None:
    sha = dossier.put_blob(b"abc", "a.pdf", "application/pdf")
    assert dossier.put_blob(b"abc", "b.pdf", "application/pdf") == sha
    kept = dossier.blob(sha)
    assert kept == (sha, "a.pdf", "application/pdf", b"abc")
    assert dossier.blob("0" * 64) is None
    assert len(list(dossier.blobs())) == 2
    assert list(dossier.blobs([sha, "0" * 64])) == [kept]
    with pytest.raises(AttachmentTooLargeError, match="25 MB"):
        dossier.put_blob(bytes(LARGEST + 1), "groot.pdf", "application/pdf")


def test_form_files_are_replaced_as_a_whole(dossier: Dossier) -> None:
    assert dossier.forms() == {"overlay.toml": b'prefix = "lv_"'}
    dossier.put_forms({"a.toml": b"\x00a", "b.toml": b""})
    assert dossier.forms() == {"a.toml": b"\x00a", "b.toml": b""}
    dossier.put_forms({})
    assert dossier.forms() == {}


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(row=texts, name=texts, text=texts, author=texts)
def test_any_text_goes_in_and_comes_out(dossier: Dossier, row: str, name: str, text: str, author: str) -> None:
    made = dossier.append(EntryKind.EDIT, author, "", [(Cell(row, name), encode(Answer(text)))], {"t": text})
    assert dossier.entries()[-1] == made
