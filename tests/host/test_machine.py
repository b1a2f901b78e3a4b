"""What keeps a computer from showing a window is said with the command that mends it; a risky folder is said too."""

import os
import shutil
import subprocess
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from radplan_desktop.host import machine
from radplan_desktop.host.folders import FolderKind, is_network_share, kind_of, mount_kind, named_cloud

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "packaging/system-packages.sh"

MOUNTS = """\
/dev/sda2 / ext4 rw,relatime 0 0
//server/afdeling /mnt/G cifs rw 0 0
server:/home /home nfs4 rw 0 0
/dev/sdb1 /media/marijke/OOV\\0402 exfat rw 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0
drive: /home/marijke/schijf fuse.rclone rw 0 0
tmpfs /home/marijke/tijdelijk tmpfs rw 0 0
half een
"""


def test_a_computer_without_a_display_hears_so() -> None:
    found = machine.obstacle({}, "linux")
    assert found is not None
    assert "scherm nodig" in found.sentence
    assert found.command == ""


@pytest.mark.parametrize(
    "environ", [{"DISPLAY": ":0"}, {"WAYLAND_DISPLAY": "wayland-0"}, {"QT_QPA_PLATFORM": "offscreen:x"}]
)
def test_with_a_display_and_the_libraries_nothing_stands_in_the_way(environ: dict[str, str]) -> None:
    assert machine.obstacle(environ, "linux") is None


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_windows_and_mac_always_have_a_display(system: str) -> None:
    assert machine.obstacle({}, system) is None


def test_a_missing_library_is_named_by_its_package() -> None:
    assert machine.missing_packages(lambda library: library != "libxcb-cursor.so.0") == ("libxcb-cursor0",)
    assert not machine._loads("libradplan-is-not-there.so.1")


@pytest.mark.skipif(shutil.which("apt-get") is None, reason="the command is that of Debian and Ubuntu")
def test_the_command_for_missing_libraries_is_exact() -> None:
    found = machine._missing_parts(("libegl1", "libxcb-cursor0"))
    assert found is not None
    assert found.command == "sudo apt-get install libegl1 libxcb-cursor0"


def test_without_apt_the_packages_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    found = machine._missing_parts(("libegl1", "libxcb-cursor0"))
    assert found is not None
    assert found.sentence.endswith("Vraag uw beheerder om: libegl1, libxcb-cursor0.")


def run_script(purpose: str, **environ: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], **environ}
    return subprocess.run(
        ["sh", str(SCRIPT), purpose], env=environment, capture_output=True, text=True, check=False, timeout=30
    )


def test_the_script_and_the_program_need_the_same_libraries(tmp_path: Path) -> None:
    said = run_script("run", DISPLAY=":0", RADPLAN_SYSTEM_ROOT=str(tmp_path))
    packages = said.stderr.partition("sudo apt-get install ")[2].split()
    assert packages == [package for _, package in machine.WINDOW_LIBRARIES]
    assert said.returncode == 0
    assert said.stderr.startswith("Voor het venster mist uw computer onderdelen.")


def test_the_script_looks_for_the_libraries_by_the_same_names(tmp_path: Path) -> None:
    folder = tmp_path / "usr/lib/x86_64-linux-gnu"
    folder.mkdir(parents=True)
    for library, _ in machine.WINDOW_LIBRARIES:
        (folder / library).touch()
    assert run_script("run", DISPLAY=":0", RADPLAN_SYSTEM_ROOT=str(tmp_path)).stderr == ""


def test_tests_cannot_run_without_their_tools(tmp_path: Path) -> None:
    said = run_script("test", RADPLAN_SYSTEM_ROOT=str(tmp_path))
    assert said.returncode == 1
    assert said.stderr.split()[-6:] == ["xvfb", "poppler-utils", "qpdf", "dbus", "at-spi2-core", "python3-gi"]


def test_without_a_display_running_needs_nothing_of_the_system(tmp_path: Path) -> None:
    said = run_script("run", RADPLAN_SYSTEM_ROOT=str(tmp_path))
    assert (said.returncode, said.stdout + said.stderr) == (0, "")
    assert run_script("anders").returncode == 2


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("/home2/marijke/plannen", FolderKind.LOCAL),
        ("/mnt/G/plannen", FolderKind.NETWORK),
        ("/home/marijke", FolderKind.NETWORK),
        ("/home/marijke/schijf/plannen", FolderKind.CLOUD),
        ("/home/marijke/tijdelijk", FolderKind.LOCAL),
        ("/media/marijke/OOV 2/plannen", FolderKind.REMOVABLE),
        ("/run/user/1000/gvfs/smb-share:server=x", FolderKind.NETWORK),
    ],
)
def test_the_longest_mount_point_decides(place: str, kind: FolderKind) -> None:
    assert mount_kind(PurePosixPath(place), MOUNTS) is kind


@pytest.mark.parametrize(
    ("name", "synchronised"),
    [
        ("OneDrive", True),
        ("OneDrive - Gemeente Lindeveld", True),
        ("Dropbox (Werk)", True),
        ("Nextcloud", True),
        ("Mobile Documents", True),
        ("Documenten", False),
        ("OneDriveplannen", False),
        ("Plan voor de dropbox", False),
    ],
)
def test_a_synchronised_folder_is_known_by_its_name(name: str, synchronised: bool) -> None:  # noqa: FBT001
    assert named_cloud(name) is synchronised


def test_a_synchronised_folder_is_known_by_its_mark_or_its_variable(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    assert kind_of(tmp_path / "a" / "b", {}) is FolderKind.LOCAL
    assert kind_of(tmp_path / "a" / "b", {"OneDriveCommercial": str(tmp_path / "a")}) is FolderKind.CLOUD
    (tmp_path / ".stfolder").mkdir()
    assert kind_of(tmp_path / "a" / "b" / "Netwerk.radplan", {}) is FolderKind.CLOUD


def test_only_a_risky_folder_has_a_warning() -> None:
    assert [kind for kind in FolderKind if kind.warning] == [FolderKind.CLOUD, FolderKind.NETWORK]
    assert "gesynchroniseerd met internet" in FolderKind.CLOUD.warning


def test_a_windows_share_is_told_from_a_drive() -> None:
    assert is_network_share(PureWindowsPath(r"\\server\afdeling\plannen"))
    assert not is_network_share(PureWindowsPath(r"C:\plannen"))
    assert not is_network_share(PureWindowsPath(r"\\?\C:\plannen"))
