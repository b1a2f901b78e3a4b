"""The folders are those of platformdirs, which does not load before the first frame."""

import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest

from radplan_desktop.host import paths

VARIABLES = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")


@pytest.mark.parametrize("given", [None, "", "  ", "/srv/eigen map", "onder/weg", "~/elders"])
def test_the_folders_are_those_of_platformdirs(given: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in VARIABLES:
        if given is None:
            monkeypatch.delenv(variable, raising=False)
        else:
            monkeypatch.setenv(variable, given)
    known = platformdirs.PlatformDirs("radplan", appauthor=False, roaming=False)
    ours = paths.standard()
    assert (ours.config, ours.data, ours.state, ours.documents) == (
        known.user_config_path,
        known.user_data_path,
        known.user_state_path,
        known.user_documents_path,
    )


def test_elsewhere_platformdirs_knows_the_folders() -> None:
    theirs, ours = paths.standard("win32"), paths.standard()
    assert (theirs.config, theirs.data, theirs.state) == (ours.config, ours.data, ours.state)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere it is needed at once")
def test_the_folders_are_found_without_platformdirs() -> None:
    code = "import sys; from radplan_desktop.host import paths; paths.standard(); print('platformdirs' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=30)
    assert done.stdout.strip() == "False"


def test_a_private_folder_is_made_with_those_above_it(tmp_path: Path) -> None:
    made = paths.private_folder(tmp_path / "a" / "b")
    assert made.is_dir()
    assert paths.private_folder(made) == made
