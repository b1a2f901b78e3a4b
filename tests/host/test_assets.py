"""Shipped files are found in a checkout, in a wheel and in a frozen bundle, and they are whole."""

import json
import shutil
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

from radplan_desktop.host import assets

ROOT = Path(__file__).resolve().parents[2]
FONTS = {"Regular", "It", "Medium", "Semibold", "SemiboldIt", "Bold"}


@pytest.fixture(autouse=True)
def fresh_lookup() -> Iterator[None]:
    """Forget where the files were found, before and after."""
    assets._root.cache_clear()
    yield
    assets._root.cache_clear()


def test_a_checkout_uses_its_own_files() -> None:
    assert assets.forms_dir() == ROOT / "forms"
    assert assets.resources_dir() == ROOT / "resources"


def test_an_installed_wheel_uses_the_files_in_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "radplan_desktop"
    shutil.copytree(ROOT / "resources/icons", package / "_data/resources/icons")
    (package / "_data/forms").mkdir()
    monkeypatch.setattr(assets, "_PACKAGE", package)
    assert assets.resource("icons/lock.svg") == package / "_data/resources/icons/lock.svg"


def test_a_frozen_bundle_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("forms", "resources"):
        (tmp_path / folder).mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert assets.forms_dir() == tmp_path / "forms"


def test_what_is_missing_is_said_by_name() -> None:
    with pytest.raises(FileNotFoundError, match="resources/nothing"):
        assets.resource("nothing")


def test_an_installation_without_files_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets, "_PACKAGE", tmp_path / "a" / "radplan_desktop")
    with pytest.raises(FileNotFoundError, match="missing from this installation"):
        assets.forms_dir()


def test_the_fonts_are_the_six_that_are_used() -> None:
    names = {path.stem.removeprefix("SourceSans3-") for path in assets.resource("fonts").glob("*.ttf")}
    assert names == FONTS
    assert all(path.read_bytes()[:4] == b"\0\1\0\0" for path in assets.resource("fonts").glob("*.ttf"))


def test_every_icon_is_drawn_on_the_same_grid_and_takes_its_colour_from_the_theme() -> None:
    icons = sorted(assets.resource("icons").glob("*.svg"))
    assert len(icons) > 60
    for path in icons:
        root = ET.fromstring(path.read_text("utf-8"))  # noqa: S314 - our own files
        assert root.get("viewBox") == "0 0 24 24", path.name
        assert (root.get("stroke"), root.get("stroke-width")) == ("currentColor", "2"), path.name


def test_both_themes_have_the_same_colours() -> None:
    tokens = json.loads(assets.resource("tokens.json").read_text("utf-8"))
    assert tokens["light"].keys() == tokens["dark"].keys()


def test_every_licence_of_what_is_shipped_is_shipped() -> None:
    assert "SIL OPEN FONT LICENSE" in assets.resource("licences/OFL-1.1.txt").read_text("utf-8")
    assert "ISC License" in assets.resource("licences/ISC-lucide.txt").read_text("utf-8")
    assert "OpenTaal" in assets.resource("wordlist-nl.LICENSE.txt").read_text("utf-8")
    assert (ROOT / "LICENSE").read_text("utf-8").startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
