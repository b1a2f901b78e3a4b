from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from radplan_desktop.dossier import Dossier, RawKey, UnfinishedError, UnreadableError, guard
from radplan_desktop.plan.values import content_of, decode
from tests.dossier.tools import PASSPHRASE, answer_of, can_mount, child, edit, own_mounts

WRITE_UNTIL_KILLED = """
import itertools, sys
from radplan_desktop.dossier import Dossier, RawKey
from tests.dossier.tools import edit
with Dossier.open(sys.argv[1], RawKey.from_hex(sys.argv[2])) as dossier:
    for number in itertools.count(int(sys.argv[3])):
        edit(dossier, "teller", str(number))
        print(number, flush=True)
"""

DIE_HALFWAY = """
import os, signal, sys
from radplan_desktop.dossier import Dossier, RawKey
dossier = Dossier.open(sys.argv[1], RawKey.from_hex(sys.argv[2]))
raw = dossier._raw
raw.execute("PRAGMA cache_size = 5")
raw.execute("BEGIN")
for number in range(200):
    raw.execute("INSERT INTO form VALUES (?, ?)", (str(number), os.urandom(3000)))
os.kill(os.getpid(), signal.SIGKILL)
"""

REKEY = """
import sys
from radplan_desktop.dossier import Dossier, RawKey
with Dossier.open(sys.argv[1], RawKey.from_hex(sys.argv[2])) as dossier:
    print("begin", flush=True)
    dossier.change_passphrase(RawKey.from_hex(sys.argv[3]))
    print("klaar", flush=True)
"""

FILL_A_SMALL_DISK = """
mount -t tmpfs -o size=600k tmpfs "$2"
cp "$3" "$2/Plan.radplan"
exec "$1" -c '
import sys
from pathlib import Path
from radplan_desktop.dossier import DiskFullError, Dossier, RawKey
from tests.dossier.tools import edit
path, key = Path(sys.argv[1]), RawKey.from_hex(sys.argv[2])
saved = 0
with Dossier.open(path, key) as dossier:
    before = len(dossier.entries())
    for act in (lambda: edit(dossier, "naam", "lang " * 2000), lambda: dossier.backup(path.with_name("kopie")),
                lambda: dossier.put_blob(bytes(900_000), "a", "b")):
        try:
            while True:
                act()
                saved += 1
        except DiskFullError:
            print("vol")
with Dossier.open(path, key) as dossier:
    print(len(dossier.entries()) == before + saved, dossier.verify(), sorted(p.name for p in path.parent.iterdir()))
' "$2/Plan.radplan" "$4"
"""

REKEY_WITHOUT_ROOM = """
mount -t tmpfs -o size=1m tmpfs "$2"
cp "$3" "$2/Plan.radplan"
exec "$1" -c '
import sys
from radplan_desktop.dossier import DiskFullError, Dossier, RawKey
from tests.dossier.tools import edit
path, key = sys.argv[1], RawKey.from_hex(sys.argv[2])
with Dossier.open(path, key) as dossier:
    dossier.put_blob(bytes(500_000), "a", "b")
    try:
        dossier.change_passphrase(RawKey(bytes(32)))
    except DiskFullError:
        print("vol", dossier.raw_key == key, dossier.verify())
    edit(dossier, "naam", "gaat door")
with Dossier.open(path, key) as dossier:
    print(len(dossier.entries()), dossier.verify())
' "$2/Plan.radplan" "$4"
"""


def test_no_acknowledged_edit_is_lost_to_ten_kills(file: Path, key: RawKey) -> None:
    chance = random.Random(3)  # noqa: S311 - repeatable moments
    number = 0
    for _ in range(10):
        process = child(WRITE_UNTIL_KILLED, file, key.hex(), number + 1)
        assert process.stdout is not None
        acknowledged = [int(process.stdout.readline()) for _ in range(chance.randrange(1, 30))]
        process.kill()
        acknowledged += [int(line) for line in process.communicate()[0].split()]
        with Dossier.open(file, key) as dossier:
            assert dossier.verify() == []
            last = content_of(decode(dossier.entries()[-1].changes[0].value or ""))
        assert number + 1 <= acknowledged[-1] <= int(last) <= acknowledged[-1] + 1
        number = int(last)


def test_a_step_that_was_cut_off_is_undone_at_the_next_opening(file: Path, key: RawKey) -> None:
    child(DIE_HALFWAY, file, key.hex()).communicate()
    assert guard.journal_of(file).exists()
    with pytest.raises(UnfinishedError):
        Dossier.open(file, key, read_only=True)
    os.truncate(file, file.stat().st_size - 100)
    with Dossier.open(file, key) as dossier:
        assert list(dossier.forms()) == ["overlay.toml"]
        assert dossier.verify() == []


@pytest.mark.parametrize("moment", [0.0, 0.2, 0.5, 0.9])
def test_a_passphrase_change_that_was_cut_off_leaves_one_that_fits(file: Path, key: RawKey, moment: float) -> None:
    new = RawKey(b"n" * 32)
    with Dossier.open(file, key) as dossier:
        for number in range(30):
            dossier.put_blob(bytes([number]) * 500_000, "a", "b")
    process = child(REKEY, file, key.hex(), new.hex())
    assert process.stdout is not None
    assert process.stdout.readline() == "begin\n"
    size = file.stat().st_size
    while process.poll() is None and _journalled(file) < moment * size:
        pass
    process.kill()
    done = "klaar" in process.communicate()[0]
    fitting = [candidate for candidate in (key, new) if _opens(file, candidate)]
    assert fitting in ([key], [new])
    assert not done or fitting == [new]


def _journalled(file: Path) -> int:
    try:
        return guard.journal_of(file).stat().st_size
    except FileNotFoundError:
        return 0


def _opens(file: Path, key: RawKey) -> bool:
    try:
        with Dossier.open(file, key) as dossier:
            return dossier.verify() == []
    except UnreadableError:
        return False


@pytest.mark.skipif(not can_mount(), reason="this machine lets nobody mount")
def test_a_disk_that_fills_up_takes_nothing_away(file: Path, key: RawKey, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    done = own_mounts(FILL_A_SMALL_DISK, tmp_path / "stick", file, key.hex())
    assert done.stdout.splitlines() == ["vol", "vol", "vol", "True [] ['Plan.radplan']"], done.stderr + done.stdout


@pytest.mark.skipif(not can_mount(), reason="this machine lets nobody mount")
def test_a_passphrase_change_without_room_leaves_the_old_one(file: Path, key: RawKey, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    done = own_mounts(REKEY_WITHOUT_ROOM, tmp_path / "stick", file, key.hex())
    assert done.stdout.splitlines() == ["vol True []", "42 []"], done.stderr


def test_another_process_sees_every_acknowledged_edit_in_a_plain_copy(dossier: Dossier, tmp_path: Path) -> None:
    """The single file is complete after every commit, for that is what people copy to a stick."""
    edit(dossier, "naam", "net opgeslagen")
    copy = tmp_path / "stick.radplan"
    copy.write_bytes(bytes.fromhex(answer_of("import sys; print(open(sys.argv[1], 'rb').read().hex())", dossier.path)))
    with Dossier.open(copy, PASSPHRASE) as copied:
        assert copied.entries() == dossier.entries()
        assert copied.verify() == []
