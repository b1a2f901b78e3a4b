from __future__ import annotations

import os
import shutil
import sqlite3
import unicodedata
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from radplan_desktop.dossier import (
    AlteredError,
    DamagedError,
    Dossier,
    ExistsError,
    InUseError,
    NewerVersionError,
    NoAccessError,
    NotADossierError,
    PassphraseRefusedError,
    RawKey,
    ReadOnlyError,
    UnreadableError,
)
from radplan_desktop.dossier.passphrase import key_for, normalised
from radplan_desktop.plan.values import Cell
from tests.dossier.tools import PASSPHRASE, answer_of, can_mount, edit, own_mounts, past_the_guards

TRY_TO_OPEN = """
import sys
from radplan_desktop.dossier import Dossier, DossierError, RawKey
try:
    Dossier.open(sys.argv[1], RawKey.from_hex(sys.argv[2]), holder="M. de Wit")
except DossierError as error:
    print(type(error).__name__, error.sentence)
else:
    print("open")
"""

READ_ONLY_MEDIUM = """
mount -t tmpfs -o size=4m tmpfs "$2"
cp "$3" "$2/Plan.radplan"
mount -o remount,ro "$2"
"$1" -c '
import sys
from radplan_desktop.dossier import Dossier, RawKey, ReadOnlyError
from radplan_desktop.plan.values import Cell
with Dossier.open(sys.argv[1], RawKey.from_hex(sys.argv[2])) as dossier:
    print(dossier.read_only, len(dossier.entries()), dossier.verify())
    try:
        dossier.put_draft(Cell("plan", "naam"), "null")
    except ReadOnlyError:
        print("refused")
' "$2/Plan.radplan" "$4"
"""


def test_the_passphrase_opens_in_any_unicode_form(tmp_path: Path) -> None:
    passphrase = "één kóé \"in\" 'de' wei; -- 🐄"
    Dossier.create(tmp_path / "Plan.radplan", unicodedata.normalize("NFD", passphrase)).close()
    Dossier.open(tmp_path / "Plan.radplan", passphrase).close()
    with dbapi2.connect(tmp_path / "Plan.radplan") as other:
        other.execute("PRAGMA key = '{}'".format(passphrase.replace("'", "''")))
        assert other.execute("SELECT count(*) FROM entry").fetchone() == (0,)
    other.close()


@pytest.mark.parametrize("passphrase", ["", "  ", "drie\0vier", "half \ud800 teken"])
def test_a_passphrase_that_no_client_can_take_is_refused(tmp_path: Path, passphrase: str) -> None:
    with pytest.raises(PassphraseRefusedError):
        Dossier.create(tmp_path / "Plan.radplan", passphrase)
    assert list(tmp_path.iterdir()) == []


def test_spaces_and_capitals_count(key: RawKey, file: Path) -> None:
    salt = file.read_bytes()[:16]
    assert key_for(PASSPHRASE, salt) == key
    assert normalised(PASSPHRASE + " ") != normalised(PASSPHRASE)
    assert key.hex() not in repr(key)
    assert RawKey.from_hex(key.hex()) == key
    for digits in ("", "ab" * 31, "xy" * 32):
        with pytest.raises(ValueError, match=r".+"):
            RawKey.from_hex(digits)


def test_a_wrong_passphrase_is_refused_and_the_file_unchanged(file: Path) -> None:
    before = file.read_bytes()
    with pytest.raises(UnreadableError):
        Dossier.open(file, "acht ganzen zwemmen langs de dijk")
    assert file.read_bytes() == before


@pytest.mark.parametrize("size", [0, 1, 15, 4095, 4097, 8191])
def test_a_file_of_an_impossible_size_is_no_dossier(file: Path, key: RawKey, size: int) -> None:
    os.truncate(file, size)
    with pytest.raises(NotADossierError):
        Dossier.open(file, key)


def test_a_plain_database_is_no_dossier(tmp_path: Path, key: RawKey) -> None:
    with sqlite3.connect(tmp_path / "plain.db") as plain:
        plain.execute("CREATE TABLE entry (id)")
    plain.close()
    with pytest.raises(NotADossierError):
        Dossier.open(tmp_path / "plain.db", key)


def test_random_bytes_cannot_be_told_from_a_wrong_passphrase(tmp_path: Path, key: RawKey) -> None:
    (tmp_path / "ruis").write_bytes(os.urandom(8 * 4096))
    with pytest.raises(UnreadableError):
        Dossier.open(tmp_path / "ruis", key)


def test_a_file_cut_off_at_a_page_is_damaged(file: Path, key: RawKey) -> None:
    os.truncate(file, file.stat().st_size - 4096)
    with pytest.raises(DamagedError):
        Dossier.open(file, key)


def test_a_folder_is_no_dossier(tmp_path: Path, key: RawKey) -> None:
    with pytest.raises(NotADossierError):
        Dossier.open(tmp_path, key)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(file: Path, key: RawKey) -> None:
    file.chmod(0)
    with pytest.raises(NoAccessError):
        Dossier.open(file, key)


def test_another_programs_encrypted_file_is_no_dossier(tmp_path: Path, key: RawKey) -> None:
    with past_the_guards(tmp_path / "ander.db", key) as raw:
        raw.execute("CREATE TABLE notes (text)")
    with pytest.raises(NotADossierError):
        Dossier.open(tmp_path / "ander.db", key)


def test_a_newer_version_is_refused_politely(file: Path, key: RawKey) -> None:
    with past_the_guards(file, key) as raw:
        raw.execute("PRAGMA user_version = 99")
    before = file.read_bytes()
    with pytest.raises(NewerVersionError, match="nieuwere versie"):
        Dossier.open(file, key)
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    "change",
    [
        "CREATE TRIGGER spy AFTER INSERT ON draft BEGIN INSERT OR REPLACE INTO meta VALUES ('spy', NEW.value); END",
        "DROP TRIGGER change_kept",
        "CREATE VIEW extra AS SELECT 1",
    ],
)
def test_a_changed_schema_is_refused(file: Path, key: RawKey, change: str) -> None:
    with past_the_guards(file, key) as raw:
        raw.execute(change)
    with pytest.raises(AlteredError):
        Dossier.open(file, key)


def test_a_new_file_replaces_nothing(file: Path) -> None:
    before = file.read_bytes()
    with pytest.raises(ExistsError):
        Dossier.create(file, PASSPHRASE)
    assert file.read_bytes() == before


def test_a_second_opener_is_refused_with_who_has_it(dossier: Dossier) -> None:
    told = answer_of(TRY_TO_OPEN, dossier.path, dossier.raw_key.hex())
    assert told.startswith("InUseError Dit planbestand is in gebruik door M. de Wit.")


def test_a_second_opening_in_this_process_does_not_drop_the_lock(dossier: Dossier) -> None:
    for read_only in (False, True):
        with pytest.raises(InUseError):
            Dossier.open(dossier.path, dossier.raw_key, read_only=read_only)
    assert answer_of(TRY_TO_OPEN, dossier.path, dossier.raw_key.hex()).startswith("InUseError")


def test_the_file_is_free_after_closing(dossier: Dossier) -> None:
    dossier.close()
    dossier.close()
    assert answer_of(TRY_TO_OPEN, dossier.path, dossier.raw_key.hex()) == "open"
    assert [path.name for path in dossier.path.parent.iterdir()] == ["Plan.radplan"]


def test_a_failed_opening_leaves_the_file_free(file: Path, key: RawKey) -> None:
    with pytest.raises(UnreadableError):
        Dossier.open(file, RawKey(bytes(32)))
    Dossier.open(file, key).close()


def test_nobody_writes_while_someone_reads(file: Path, key: RawKey) -> None:
    with Dossier.open(file, key, read_only=True) as reader:
        assert len(reader.entries()) == 41
        assert answer_of(TRY_TO_OPEN, file, key.hex()).startswith("InUseError")


def test_a_read_only_session_changes_nothing(file: Path, key: RawKey) -> None:
    before = file.read_bytes()
    with Dossier.open(file, key, read_only=True) as reader:
        with pytest.raises(ReadOnlyError):
            edit(reader, "naam", "x")
        with pytest.raises(ReadOnlyError):
            reader.put_draft(Cell("plan", "naam"), "null")
        with pytest.raises(ReadOnlyError):
            reader.rewrite(reader.entries())
        with pytest.raises(ReadOnlyError):
            reader.change_passphrase(RawKey(bytes(32)))
    assert file.read_bytes() == before


@pytest.mark.skipif(not can_mount(), reason="this machine lets nobody mount")
def test_a_read_only_medium_opens_read_only(file: Path, key: RawKey, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    done = own_mounts(READ_ONLY_MEDIUM, tmp_path / "stick", file, key.hex())
    assert done.stdout.splitlines() == ["True 41 []", "refused"], done.stderr


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_opens_read_only(file: Path, key: RawKey) -> None:
    file.parent.chmod(0o500)
    with Dossier.open(file, key) as reader:
        assert reader.read_only
    file.parent.chmod(0o700)


def test_a_link_leads_to_the_file_itself(file: Path, key: RawKey, tmp_path: Path) -> None:
    (tmp_path / "elders").mkdir()
    link = tmp_path / "elders" / "Plan.radplan"
    link.symlink_to(file)
    with Dossier.open(link, key) as dossier:
        dossier.rewrite(dossier.entries())
        assert dossier.path == file
    assert link.is_symlink()
    shutil.rmtree(link.parent)
