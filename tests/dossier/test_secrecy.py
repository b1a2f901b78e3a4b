from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from radplan_desktop.dossier import Dossier, RawKey
from radplan_desktop.plan.log import EntryKind
from radplan_desktop.plan.values import Answer, Cell, encode
from tests.dossier.tools import AUTHOR, FORMS_VERSION, answer_of, decrypted, edit

SENTINEL = "Zeldzaam-woord-dat-nergens-anders-staat"
MARKS = [SENTINEL.encode(), SENTINEL.encode("utf-16-le"), SENTINEL.encode().hex().encode()]


def leaks(folder: Path) -> list[str]:
    """Return the files under a folder that hold the sentinel in clear."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if any(mark in path.read_bytes() for mark in MARKS)]


def elsewhere(folder: Path) -> list[str]:
    """As ``leaks``, asked of another process: nobody in this one may open the path of an open dossier."""
    program = "import sys; from pathlib import Path; from tests.dossier.test_secrecy import leaks; print(*leaks(Path(sys.argv[1])))"
    return answer_of(program, folder).split()


def fill(dossier: Dossier) -> None:
    """Leave the sentinel in every table that holds content."""
    cell = Cell("plan", SENTINEL)
    for number in range(30):
        dossier.put_draft(cell, encode(Answer(f"{SENTINEL} {number} " * 50)))
        dossier.append(EntryKind.EDIT, SENTINEL, FORMS_VERSION, [(cell, encode(Answer(f"{SENTINEL} {number} " * 50)))])
    dossier.append(EntryKind.VERSION, AUTHOR, FORMS_VERSION, body={"why": SENTINEL})
    dossier.put_blob(SENTINEL.encode() * 40_000, SENTINEL, "text/plain")
    dossier.put_forms({SENTINEL: SENTINEL.encode() * 1000})


def test_nothing_readable_reaches_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TMPDIR", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(tmp_path))
    with Dossier.create(tmp_path / "Plan.radplan", RawKey(b"k" * 32)) as dossier:
        fill(dossier)
        raw = dossier._raw
        raw.execute("PRAGMA cache_size = 5")
        raw.execute("BEGIN")
        raw.execute("UPDATE form SET data = CAST(data || data AS BLOB)")
        list(raw.execute('SELECT value FROM change ORDER BY value, "commit"'))
        assert elsewhere(tmp_path) == []
        raw.execute("ROLLBACK")
        dossier.backup(tmp_path / "kopie.radplan")
        dossier.write_copy(tmp_path / "over.radplan", RawKey(b"t" * 32))
        dossier.rewrite(dossier.entries())
        dossier.change_passphrase(RawKey(b"n" * 32))
        assert elsewhere(tmp_path) == []
    assert leaks(tmp_path) == []


def test_the_search_finds_what_is_in_clear(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "plain.db") as plain:
        plain.execute("CREATE TABLE t (a)")
        plain.execute("INSERT INTO t VALUES (?)", (SENTINEL,))
    plain.close()
    assert leaks(tmp_path) == elsewhere(tmp_path) == ["plain.db"]


def test_what_was_typed_and_settled_leaves_no_trace_in_the_file(file: Path, key: RawKey) -> None:
    cell = Cell("plan", "naam")
    with Dossier.open(file, key) as dossier:
        dossier.put_draft(cell, encode(Answer(SENTINEL * 200)))
    assert SENTINEL.encode() in decrypted(file, key)
    with Dossier.open(file, key) as dossier:
        dossier.put_draft(cell, encode(Answer("kort")))
        edit(dossier, "naam", "kort")
    assert SENTINEL.encode() not in decrypted(file, key)


def test_what_was_erased_leaves_no_trace_in_the_file(file: Path, key: RawKey) -> None:
    with Dossier.open(file, key) as dossier:
        sha = dossier.put_blob(SENTINEL.encode() * 3000, "a.pdf", "application/pdf")
        value = encode(Answer({"blob": sha, "name": SENTINEL, "type": "application/pdf"}))
        made = dossier.append(EntryKind.EDIT, AUTHOR, FORMS_VERSION, [(Cell("plan", "bijlage"), value)])
        kept = edit(dossier, "naam", "dit blijft")
        dossier.erase([(made.copy, made.seq, 0)], AUTHOR, FORMS_VERSION)
        assert dossier.blob(sha) is None
        assert dossier.entries()[-2] == kept
        assert dossier.generation == 1
    plain = decrypted(file, key)
    assert SENTINEL.encode() not in plain
    assert b"dit blijft" in plain
    assert not file.with_name(file.name + "-journal").exists()


def test_attachments_that_a_draft_or_a_version_still_names_are_kept(dossier: Dossier) -> None:
    named = {}
    for where in ("draft", "body", "nowhere"):
        named[where] = dossier.put_blob(where.encode(), where, "text/plain")
    dossier.put_draft(Cell("plan", "bijlage"), encode(Answer({"blob": named["draft"], "name": "", "type": ""})))
    dossier.append(EntryKind.SIGNATURE, AUTHOR, FORMS_VERSION, body={"pdf": named["body"]})
    dossier.erase([], AUTHOR, FORMS_VERSION)
    assert {held.sha for held in dossier.blobs()} == {named["draft"], named["body"]}
