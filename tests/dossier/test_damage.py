from __future__ import annotations

import random
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from radplan_desktop.dossier import DamagedError, Dossier, DossierError, Fault, MediumLostError, RawKey, blame
from radplan_desktop.dossier.verify import Problem
from tests.dossier.tools import decrypted, edit, past_the_guards

PAGE = 4096


def everything(path: Path, key: RawKey) -> object:
    with Dossier.open(path, key, read_only=True) as dossier:
        found = dossier.verify()
        return found or (dossier.entries(), dossier.drafts(), list(dossier.blobs()), dossier.forms())


def refused(path: Path, key: RawKey) -> bool:
    """Whether the file is refused, or its check names the damage; never is it read as other data."""
    try:
        found = everything(path, key)
    except DossierError:
        return True
    return isinstance(found, list) and all(isinstance(problem, Problem) for problem in found)


def test_one_flipped_bit_in_any_page_is_refused(file: Path, key: RawKey) -> None:
    whole = file.read_bytes()
    chance = random.Random(1)  # noqa: S311 - repeatable places
    for page in range(len(whole) // PAGE):
        place = page * PAGE + chance.randrange(PAGE)
        bent = bytearray(whole)
        bent[place] ^= 1 << chance.randrange(8)
        file.write_bytes(bent)
        assert refused(file, key), f"bit flipped at {place}"
    file.write_bytes(whole)
    assert not refused(file, key)


def test_swapped_repeated_and_added_pages_are_refused(file: Path, key: RawKey) -> None:
    whole = file.read_bytes()
    pages = [whole[start : start + PAGE] for start in range(0, len(whole), PAGE)]
    chance = random.Random(2)  # noqa: S311 - repeatable places
    for _ in range(20):
        one, other = chance.sample(range(len(pages)), 2)
        swapped = list(pages)
        swapped[one], swapped[other] = pages[other], pages[one]
        file.write_bytes(b"".join(swapped))
        assert refused(file, key), f"pages {one} and {other} swapped"
    file.write_bytes(whole + pages[-1])
    assert refused(file, key)


def test_damage_further_on_is_named_and_the_rest_stays_readable(file: Path, key: RawKey) -> None:
    whole = bytearray(file.read_bytes())
    place = decrypted(file, key).index(b"%PDF") // PAGE * PAGE + 2000
    whole[place] ^= 1
    file.write_bytes(whole)
    with Dossier.open(file, key) as dossier:
        found = dossier.verify()
        assert [problem.fault for problem in found] == [Fault.PAGE]
        assert found[0].place.endswith(f"page {place // PAGE + 1}")
        with pytest.raises(DamagedError):
            list(dossier.blobs())
        edit(dossier, "naam", "gaat door")
        assert len(dossier.entries()) == 42


def test_damage_is_not_encrypted_anew(file: Path, key: RawKey) -> None:
    whole = bytearray(file.read_bytes())
    whole[decrypted(file, key).index(b"%PDF") // PAGE * PAGE + 2000] ^= 1
    file.write_bytes(whole)
    with Dossier.open(file, key) as dossier:
        with pytest.raises(DamagedError):
            dossier.change_passphrase(RawKey(bytes(32)))
        with pytest.raises(DamagedError):
            dossier.backup(file.with_name("kopie.radplan"))
        with pytest.raises(DamagedError):
            dossier.rewrite(dossier.entries())
        edit(dossier, "naam", "gaat door")
    assert [path.name for path in file.parent.iterdir()] == ["Plan.radplan"]
    Dossier.open(file, key).close()


def test_text_that_is_no_text_is_damage_and_is_not_quoted(file: Path, key: RawKey) -> None:
    with past_the_guards(file, key) as raw:
        raw.execute("PRAGMA ignore_check_constraints = ON")
        raw.execute("INSERT INTO draft VALUES ('plan', 'naam', CAST(x'fffe' || 'geheim' AS TEXT), '')")
    with Dossier.open(file, key) as dossier, pytest.raises(DamagedError) as caught:
        dossier.drafts()
    assert "geheim" not in str(caught.value)


def test_a_lost_medium_is_told_from_a_defect_of_ours(tmp_path: Path) -> None:
    with pytest.raises(MediumLostError), blame.blamed():
        raise OSError(107, "Transport endpoint is not connected")
    with pytest.raises(dbapi2.OperationalError), blame.blamed():
        dbapi2.connect(tmp_path / "x").execute("SELECT nothing FROM nowhere")
