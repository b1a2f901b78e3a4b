"""``docs/file-format.md`` as its own test: a reader made from that page alone, and its SQL beside the program's."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import apsw
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from radplan_desktop.dossier import Dossier, RawKey, migrations, tables
from radplan_desktop.plan.fold import fold
from tests.dossier.tools import PASSPHRASE, decrypted

PAGE = Path(__file__).parents[2] / "docs" / "file-format.md"


@pytest.fixture
def plain(file: Path, key: RawKey, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """The plan, decrypted by hand, in the standard library's SQLite."""
    path = tmp_path / "plain.db"
    path.write_bytes(decrypted(file, key))
    with closing(sqlite3.connect(path)) as connection:
        yield connection


def answers(rows: Any) -> dict[tuple[str, str], str]:
    return {(row, field): value for row, field, value in rows}


def test_the_page_shows_the_sql_that_is_used() -> None:
    shown = re.search(r"```sql\n(.*?)\n```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert shown is not None
    statements = re.split(r";\n\n(?=CREATE)", shown[1].removesuffix(";"))
    assert tables.normalised(statements) == tables.normalised(tables.statements())
    assert migrations.VERSION == 1, "the page describes one version: describe the next one too"


def test_the_key_is_what_the_page_says(file: Path, key: RawKey) -> None:
    salt = file.read_bytes()[:16]
    assert hashlib.pbkdf2_hmac("sha512", PASSPHRASE.encode(), salt, 256_000, 32) == key.raw


def test_the_decrypted_pages_are_an_ordinary_database(file: Path, key: RawKey, plain: sqlite3.Connection) -> None:
    with Dossier.open(file, key) as dossier:
        expected = fold(dossier.entries()).cells
    assert answers(plain.execute('SELECT "row", field, value FROM answer')) == expected
    assert plain.execute("PRAGMA application_id").fetchone() == (1380009040,)
    assert plain.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_the_chain_can_be_checked_by_hand(plain: sqlite3.Connection) -> None:
    heads: dict[str, bytes] = {}
    for number, copy, seq, *rest, seen, body, prev, digest, _ in plain.execute("SELECT * FROM entry ORDER BY id"):
        changes = plain.execute(
            'SELECT salt, "row", field, value, "commit" FROM change WHERE entry = ? ORDER BY n', (number,)
        )
        commits = b""
        for *parts, commit in changes:
            raw = [part if isinstance(part, bytes) else part.encode() for part in parts]
            assert hashlib.sha256(b"".join(len(p).to_bytes(4, "big") + p for p in raw)).digest() == commit
            commits += commit
        head = [copy, seq, *rest, json.loads(seen), json.loads(body)]
        text = json.dumps(head, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
        assert prev == heads.get(copy, bytes(32))
        assert hashlib.sha256(prev + len(text).to_bytes(4, "big") + text + commits).digest() == digest
        heads[copy] = digest
    assert len(heads) == 1


def test_the_signatures_can_be_checked_by_hand(plain: sqlite3.Connection) -> None:
    signed = plain.execute("SELECT copy, body, hash, sig FROM entry WHERE kind = 'version'").fetchall()
    assert len(signed) == 1
    for copy, body, digest, sig in signed:
        public = bytes.fromhex(json.loads(body)["public_key"])
        Ed25519PublicKey.from_public_bytes(public).verify(sig, digest)
        assert hashlib.sha256(public).digest()[:16].hex() == copy


def test_a_second_library_opens_the_file_with_the_passphrase(file: Path, key: RawKey) -> None:
    with closing(apsw.Connection(str(file), flags=apsw.SQLITE_OPEN_READONLY)) as other:
        other.pragma("cipher", "sqlcipher")
        other.pragma("legacy", 4)
        other.pragma("key", PASSPHRASE)
        shown = answers(other.execute('SELECT "row", field, value FROM answer'))
    with Dossier.open(file, key) as dossier:
        assert shown == fold(dossier.entries()).cells
