from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlcipher3 import dbapi2

from radplan_desktop.dossier import Dossier, MissingError, RawKey, UnfitError, engine, guard, tables
from radplan_desktop.dossier.engine import Session
from tests.dossier.tools import PASSPHRASE

READ_BACK = {
    "cipher_log_level": "NONE",
    "locking_mode": "exclusive",
    "journal_mode": "delete",
    "synchronous": 3,
    "temp_store": 2,
    "secure_delete": 1,
    "foreign_keys": 1,
    "recursive_triggers": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "application_id": 0x52414450,
    "user_version": 1,
    "kdf_iter": "256000",
    "cipher_page_size": "4096",
    "cipher_hmac_algorithm": "HMAC_SHA512",
    "cipher_kdf_algorithm": "PBKDF2_HMAC_SHA512",
    "cipher_use_hmac": "1",
    "cipher_plaintext_header_size": "0",
}


@pytest.mark.parametrize("pragma", READ_BACK)
def test_every_pragma_reads_back(dossier: Dossier, pragma: str) -> None:
    assert dossier._raw.execute(f"PRAGMA {pragma}").fetchone()[0] == READ_BACK[pragma]


@pytest.mark.parametrize("pragma", [name for name, _, expected in engine.PRAGMAS if expected is not None])
def test_a_pragma_that_does_not_read_back_stops_the_opening(
    file: Path, key: RawKey, pragma: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = tuple((name, value, "else" if name == pragma else expected) for name, value, expected in engine.PRAGMAS)
    monkeypatch.setattr(engine, "PRAGMAS", wanted)
    with pytest.raises(UnfitError):
        Dossier.open(file, key)


def test_other_cipher_settings_stop_the_opening(file: Path, key: RawKey, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "CIPHER_SETTINGS", frozenset({"PRAGMA kdf_iter = 4000;"}))
    with pytest.raises(UnfitError):
        Dossier.open(file, key)


def test_a_library_without_encryption_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "dbapi2", sqlite3)
    with pytest.raises(UnfitError):
        Dossier.create(tmp_path / "Plan.radplan", RawKey(bytes(32)))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("statement", ["ATTACH '{}' AS uit KEY ''", "VACUUM INTO '{}'"])
def test_nothing_can_be_attached_or_copied_out(dossier: Dossier, tmp_path: Path, statement: str) -> None:
    with pytest.raises(dbapi2.DatabaseError, match=r"not authorized|authorization denied"):
        dossier._raw.execute(statement.format(tmp_path / "uit.db"))
    assert not (tmp_path / "uit.db").exists()


def test_a_missing_file_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(MissingError):
        Dossier.open(tmp_path / "Weg.radplan", PASSPHRASE)
    assert list(tmp_path.iterdir()) == []


def test_the_first_bytes_are_the_salt_and_never_the_plain_magic(file: Path) -> None:
    assert not file.read_bytes().startswith(b"SQLite")
    assert guard.read_salt(file) == file.read_bytes()[:16]


def test_errors_of_the_database_name_no_values(file: Path, key: RawKey) -> None:
    with closing(Session(file, key, file.read_bytes()[:16], read_only=False)) as session:
        row = {"row": "plan", "field": "naam", "value": "BSN 123456782", "at": "nu"}
        with pytest.raises(sa.exc.IntegrityError) as caught, session.transaction() as connection:
            connection.execute(sa.insert(tables.draft), row)
        assert "hidden" in str(caught.value)
        assert "123456782" not in str(caught.value) + repr(caught.value)


def test_a_transaction_that_fails_leaves_nothing(file: Path, key: RawKey) -> None:
    with closing(Session(file, key, file.read_bytes()[:16], read_only=False)) as session:
        twice = [{"path": "x", "data": b"x"}, {"path": "x", "data": b"y"}]
        with pytest.raises(sa.exc.IntegrityError), session.transaction() as connection:
            connection.execute(sa.insert(tables.form), twice)
        assert session.raw.execute("SELECT count(*) FROM form WHERE path = 'x'").fetchone() == (0,)
