"""What kind of folder is this? A plan belongs on the laptop or a stick: synchronised and network folders spoil an open file.

It is a guess from names, marks and mounts. A wrong guess costs one warning, never access.
"""

from __future__ import annotations

import ctypes
import os
import re
import sys
from collections.abc import Mapping
from enum import Enum
from pathlib import Path, PurePath, PureWindowsPath

CLOUD_NAMES = re.compile(
    r"(onedrive|dropbox|google ?drive|mijn drive|my drive|icloud ?drive|mobile documents|cloudstorage|nextcloud|owncloud|filr"
    r"|sharepoint|box sync|pcloud ?drive|proton ?drive|megasync|surfdrive|researchdrive|stackstorage|creative cloud files"
    r"|synologydrive|tresorit|citrix files)( ?[-(].*)?",
    re.IGNORECASE,
)
CLOUD_MARKS = (".dropbox", ".dropbox.cache", ".stfolder", ".owncloudsync.log", ".nextcloudsync.log", ".tmp.driveupload")
CLOUD_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
NETWORK_SYSTEMS = re.compile(
    r"(nfs\d?|cifs|smb\d?|smbfs|afs|ceph|glusterfs|davfs|ncpfs|9p|vboxsf|prl_fs"
    r"|fuse\.(sshfs|rclone|gvfsd-fuse|davfs2?|s3fs|glusterfs|onedriver|google-drive-ocamlfuse|vmhgfs-fuse))"
)
CLOUD_SYSTEMS = re.compile(r"fuse\.(rclone|onedriver|google-drive-ocamlfuse)")
REMOVABLE_PARENTS = ("/media/", "/run/media/", "/Volumes/")
_DRIVE_REMOVABLE, _DRIVE_REMOTE = 2, 4
_MOUNT_PARTS = 3


class FolderKind(Enum):
    """Where a folder really is."""

    LOCAL = "local"
    REMOVABLE = "removable"
    CLOUD = "cloud"
    NETWORK = "network"

    @property
    def warning(self) -> str:
        """The Dutch warning for somebody who wants to keep a plan here; empty when there is nothing to warn of."""
        return WARNINGS.get(self, "")


WARNINGS = {
    FolderKind.CLOUD: (
        "Deze map wordt gesynchroniseerd met internet. Dan verlaat uw plan deze computer, al is het versleuteld."
        " Ook kan het bestand beschadigen terwijl u werkt. Kies liever een map op deze computer, zoals Documenten."
    ),
    FolderKind.NETWORK: (
        "Deze map staat op een netwerkschijf. Valt het netwerk weg terwijl u werkt, dan kan het bestand beschadigen."
        " Kies liever een map op deze computer en zet daarna een kopie op de netwerkschijf."
    ),
}


def kind_of(folder: Path, environ: Mapping[str, str] = os.environ) -> FolderKind:
    """Return the kind of a folder (or of a file's place). Never raises and asks no network; an unknown folder is local."""
    place = Path(os.path.abspath(folder))  # noqa: PTH100 - resolve() would wait for a network that is away
    return FolderKind.CLOUD if _is_synchronised(place, environ) else _system_kind(place)


def _is_synchronised(place: Path, environ: Mapping[str, str]) -> bool:
    if any(named_cloud(part) for part in place.parts):
        return True
    roots = [environ[name] for name in CLOUD_VARIABLES if environ.get(name)]
    if any(place.is_relative_to(root) for root in roots):
        return True
    return any(_has_mark(parent) for parent in (place, *place.parents))


def named_cloud(part: str) -> bool:
    """Return whether one part of a path is the name that a synchronising program gives its folder."""
    return CLOUD_NAMES.fullmatch(part) is not None


def _has_mark(folder: Path) -> bool:
    try:
        return any((folder / mark).exists() for mark in CLOUD_MARKS)
    except OSError:
        return False


def mount_kind(place: PurePath, mounts: str) -> FolderKind:
    """Return the kind of a place from the text of ``/proc/self/mounts``: the longest mount point that holds it decides."""
    found, system = "", ""
    for line in mounts.splitlines():
        parts = line.split(" ")
        if len(parts) < _MOUNT_PARTS:
            continue
        point = re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), parts[1])
        if len(point) >= len(found) and place.is_relative_to(point):
            found, system = point, parts[2]
    if CLOUD_SYSTEMS.fullmatch(system):
        return FolderKind.CLOUD
    if NETWORK_SYSTEMS.fullmatch(system) or "/gvfs/" in f"{place}/":
        return FolderKind.NETWORK
    return FolderKind.REMOVABLE if found.startswith(REMOVABLE_PARENTS) else FolderKind.LOCAL


def is_network_share(place: PureWindowsPath) -> bool:
    r"""Return whether a Windows path names a share (``\\server\share``)."""
    return place.drive.startswith("\\\\") and not place.drive.startswith(("\\\\?\\", "\\\\.\\"))


if sys.platform == "win32":

    def _system_kind(place: Path) -> FolderKind:
        if is_network_share(PureWindowsPath(place)):
            return FolderKind.NETWORK
        drive = int(ctypes.windll.kernel32.GetDriveTypeW(place.anchor))
        return {_DRIVE_REMOTE: FolderKind.NETWORK, _DRIVE_REMOVABLE: FolderKind.REMOVABLE}.get(drive, FolderKind.LOCAL)

else:

    def _system_kind(place: Path) -> FolderKind:
        try:
            mounts = Path("/proc/self/mounts").read_text("utf-8", "surrogateescape")
        except OSError:
            mounts = ""
        return mount_kind(place, mounts)
