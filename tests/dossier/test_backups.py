from __future__ import annotations

import os
from pathlib import Path

import pytest

from radplan_desktop.dossier import DamagedError, Dossier, RawKey, UnreadableError, backups
from tests.dossier.tools import PASSPHRASE, decrypted, edit


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "reservekopieën"
    made.mkdir()
    return made


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_backup_is_the_plan_as_it_was(dossier: Dossier, folder: Path) -> None:
    edit(dossier, "naam", "voor de kopie")
    entries, forms, blobs = dossier.entries(), dossier.forms(), list(dossier.blobs())
    path = backups.refresh(dossier, folder)
    edit(dossier, "naam", "na de kopie")
    with Dossier.open(path, PASSPHRASE, last_written=dossier.last_written) as restored:
        assert (restored.entries(), restored.forms(), list(restored.blobs())) == (entries, forms, blobs)
        assert restored.verify() == []
        assert restored.copy_id not in dossier.heads
        edit(restored, "naam", "verder vanaf de kopie")
        assert restored.verify() == []


def test_only_the_newest_few_are_kept(dossier: Dossier, folder: Path) -> None:
    made = [backups.refresh(dossier, folder, keep=3) for _ in range(5)]
    assert [known.path for known in backups.of_plan(folder, dossier.plan_id)] == made[-3:]
    assert [known.number for known in backups.of_plan(folder, dossier.plan_id)] == [3, 4, 5]
    assert len(set(names(folder))) == 3


def test_other_files_in_the_folder_are_left_alone(dossier: Dossier, folder: Path) -> None:
    others = ["reservekopie-0123456789ab-0000-000001.radplan", "reservekopie-oud.radplan", "Vakantie.jpg"]
    for name in others:
        (folder / name).write_text("van iets anders")
    for _ in range(3):
        backups.refresh(dossier, folder, keep=1)
    assert len(names(folder)) == 4
    assert set(others) < set(names(folder))


def test_a_name_tells_nothing_but_the_plan_and_a_number(dossier: Dossier, folder: Path) -> None:
    assert backups.refresh(dossier, folder).name == f"reservekopie-{dossier.plan_id[:12]}-0000-000001.radplan"


def test_after_erasing_no_backup_holds_the_answer(dossier: Dossier, folder: Path) -> None:
    made = edit(dossier, "naam", "dit moet weg " * 3)
    old = [backups.refresh(dossier, folder) for _ in range(2)]
    assert b"dit moet weg" in decrypted(old[0], dossier.raw_key)
    os.link(old[0], folder.parent / "zelfde blokken")
    dossier.erase([(made.copy, made.seq, 0)], "M. de Wit", "")
    new = backups.refresh(dossier, folder)
    assert names(folder) == [new.name]
    assert b"dit moet weg" not in decrypted(new, dossier.raw_key)
    assert not any((folder.parent / "zelfde blokken").read_bytes())


def test_after_another_passphrase_no_backup_opens_with_the_old_one(dossier: Dossier, folder: Path) -> None:
    old = backups.refresh(dossier, folder)
    old_key = dossier.raw_key
    dossier.change_passphrase("een heel ander zinnetje van zes woorden")
    new = backups.refresh(dossier, folder)
    assert not old.exists()
    assert "-0001-" in new.name
    for path in (new, dossier.path):
        dossier.close()
        with pytest.raises(UnreadableError):
            Dossier.open(path, old_key)
        Dossier.open(path, "een heel ander zinnetje van zes woorden").close()


def test_the_old_ones_stay_when_the_new_one_cannot_be_made(file: Path, key: RawKey, folder: Path) -> None:
    with Dossier.open(file, key) as dossier:
        old = backups.refresh(dossier, folder)
        dossier.erase([], "M. de Wit", "")
    bent = bytearray(file.read_bytes())
    bent[decrypted(file, key).index(b"prefix") // 4096 * 4096 + 2000] ^= 1
    file.write_bytes(bent)
    with Dossier.open(file, key) as dossier:
        with pytest.raises(DamagedError):
            backups.refresh(dossier, folder)
        assert names(folder) == [old.name]
        edit(dossier, "naam", "gaat door")
        assert len(dossier.entries()) == 43
