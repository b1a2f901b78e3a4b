"""What is shipped must work where it is installed: the wheel carries forms and resources and finds them."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel and unpack it where nothing else of the project is."""
    out = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True, timeout=120)
    (wheel,) = out.glob("*.whl")
    site = out / "site"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    return site


def test_the_wheel_reads_its_own_forms_and_writes_its_own_example(installed: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    run = [sys.executable, "-m", "radplan_desktop"]
    found = subprocess.run(
        [*run, "guideline"], env=environment, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=True
    )
    assert found.stdout.endswith("84 van 84 eisen beantwoord.\n")
    listed = subprocess.run(
        [*run, "example"], env=environment, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=True
    )
    assert len(listed.stdout.splitlines()) == 2


def test_the_wheel_holds_fonts_icons_and_licences(installed: Path) -> None:
    data = installed / "radplan_desktop" / "_data"
    assert len(list((data / "resources" / "fonts").glob("*.ttf"))) == 6
    assert list((data / "resources" / "icons").glob("*.svg"))
    assert list((data / "resources" / "licences").iterdir())
    assert not list(data.rglob("*.radplan"))
