"""A file is replaced as a whole or not at all."""

from pathlib import Path

import pytest

from radplan_desktop.host import files, paths


def test_a_file_is_replaced_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "voorkeuren"
    files.write_atomically(target, b"oud")
    files.write_atomically(target, b"nieuw")
    assert target.read_bytes() == b"nieuw"
    assert list(tmp_path.iterdir()) == [target]


def test_a_new_file_is_for_its_owner_only(tmp_path: Path) -> None:
    target = tmp_path / "voorkeuren"
    files.write_atomically(target, b"x")
    assert target.stat().st_mode & 0o077 == 0


def test_a_failed_replacement_leaves_the_old_one_and_no_rubbish(tmp_path: Path) -> None:
    target = tmp_path / "map"
    target.mkdir()
    (target / "inhoud").write_text("blijft", "utf-8")
    with pytest.raises(OSError, match="map"):
        files.write_atomically(target, b"nieuw")
    assert (target / "inhoud").read_text("utf-8") == "blijft"
    assert list(tmp_path.iterdir()) == [target]


def test_an_existing_file_is_never_written_over_by_accident(tmp_path: Path) -> None:
    target = tmp_path / "er"
    target.write_bytes(b"blijft")
    with pytest.raises(FileExistsError):
        files.create_exclusively(target, b"nieuw")
    assert target.read_bytes() == b"blijft"


def test_a_link_in_the_place_of_a_new_file_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elders").write_bytes(b"blijft")
    (tmp_path / "nieuw").symlink_to(tmp_path / "elders")
    with pytest.raises(FileExistsError):
        files.create_exclusively(tmp_path / "nieuw", b"x")
    assert (tmp_path / "elders").read_bytes() == b"blijft"


def test_flushing_a_file_and_a_folder_changes_nothing(tmp_path: Path) -> None:
    target = tmp_path / "plan"
    target.write_bytes(b"x")
    files.flush_file(target)
    files.flush_folder(tmp_path)
    files.flush_folder(tmp_path / "weg")
    assert target.read_bytes() == b"x"


def test_the_folders_are_those_of_this_user(own_home: Path) -> None:
    found = paths.standard()
    for folder in (found.config, found.data, found.state):
        assert folder.is_relative_to(own_home)
        assert folder.name == "radplan"
    assert not found.config.exists()


def test_a_private_folder_is_made_for_its_owner_only(own_home: Path) -> None:
    folder = paths.private_folder(own_home / "a" / "b")
    assert folder.stat().st_mode & 0o077 == 0
    assert paths.private_folder(folder) == folder
