"""The profile of a municipality on this laptop, to begin a next plan with.

It is not encrypted, so it holds only what may be public.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from radplan_desktop.host.files import write_atomically
from radplan_desktop.host.paths import private_folder

FILE = "municipality.json"
LARGEST = 8 << 20
MOST_ORGANISATIONS = 500
NOT_SAVED = "Het profiel is niet bewaard: RadPlan mag niet schrijven in uw eigen map op deze computer. Uw plan staat hier los van."
NOT_GONE = "Het profiel is niet te wissen: RadPlan mag niet schrijven in uw eigen map op deze computer."

Organisation = Mapping[str, Any]
"""Column -> content, as in a plan."""


class Profile(NamedTuple):
    """``texts`` holds what plays which role (municipality, team, postal address); ``logo`` is an image with its file name."""

    texts: Mapping[str, str] = {}
    logo: bytes = b""
    logo_name: str = ""
    organisations: tuple[Organisation, ...] = ()

    def __bool__(self) -> bool:
        """Whether it holds anything."""
        return bool(self.texts or self.logo or self.organisations)


NO_PROFILE = Profile()


def load(folder: Path) -> Profile:
    """Read the profile of a config folder. Never raises: what cannot be read is as if there were none."""
    try:
        with (folder / FILE).open("rb") as file:
            data = json.loads(file.read(LARGEST))
        return Profile(
            {str(role): str(text) for role, text in data["texts"].items() if text},
            base64.b64decode(data["logo"], validate=True),
            str(data["logo_name"]),
            tuple(dict(one) for one in data["organisations"][:MOST_ORGANISATIONS]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError, binascii.Error):
        return NO_PROFILE


def save(folder: Path, profile: Profile) -> str:
    """Write the profile into a config folder. Never raises: the answer is empty, or the Dutch sentence that it failed."""
    written = {
        "texts": dict(profile.texts),
        "logo": base64.b64encode(profile.logo).decode("ascii"),
        "logo_name": profile.logo_name,
        "organisations": [dict(one) for one in profile.organisations],
    }
    content = json.dumps(written, ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass")
    if len(content) >= LARGEST:
        return NOT_SAVED
    try:
        write_atomically(private_folder(folder) / FILE, content)
    except OSError:
        return NOT_SAVED
    return ""


def forget(folder: Path) -> str:
    """Remove the profile. Never raises: the answer is empty, or the Dutch sentence that it failed."""
    try:
        (folder / FILE).unlink(missing_ok=True)
    except OSError:
        return NOT_GONE
    return ""
