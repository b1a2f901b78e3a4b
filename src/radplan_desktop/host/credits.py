"""What the program owes to others: works, makers, licences and their texts. The facts stand in ``resources/third-party.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePath

from radplan_desktop.host.assets import resource

FACTS = "third-party.toml"
OWN = "licences/EUPL-1.2.txt"
_LICENCE_NAMES = ("LICENSE", "LICENCE", "COPYING", "NOTICE", "AUTHORS")


@dataclass(frozen=True, slots=True)
class Credit:
    """One work of others. ``texts`` are files below ``resources/``; ``packages`` are Python packages that carry their own texts."""

    name: str
    by: str
    licence: str
    use: str
    texts: tuple[str, ...] = ()
    packages: tuple[str, ...] = ()


@cache
def credits_of() -> tuple[Credit, ...]:
    """Return every work of others that is shipped."""
    facts = tomllib.loads(resource(FACTS).read_text("utf-8"))
    return tuple(
        Credit(
            one["name"],
            one["by"],
            one["licence"],
            one["use"],
            tuple(one.get("texts", ())),
            tuple(one.get("packages", ())),
        )
        for one in facts["work"]
    )


def own_licence() -> str:
    """Return the text of the licence of the program itself."""
    return resource(OWN).read_text("utf-8")


def text_of(credit: Credit) -> str:
    """Return the licence texts of a work, one after another; empty when a package carries none and we ship none."""
    shipped = [resource(name).read_text("utf-8") for name in credit.texts]
    carried = [text for package in credit.packages for text in _carried(package)]
    return "\n\n\n".join(text.strip() for text in (*shipped, *carried))


def version_of(package: str) -> str:
    """Return the version of an installed package; empty when the installation does not say."""
    from importlib import metadata  # noqa: PLC0415 - loads slowly, and only the page about the program asks

    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""


def _carried(package: str) -> list[str]:
    """Return the licence texts that a package brings along."""
    from importlib import metadata  # noqa: PLC0415 - as above

    try:
        files = metadata.distribution(package).files or ()
    except metadata.PackageNotFoundError:
        return []
    licences = [Path(str(file.locate())) for file in files if _is_licence(file)]
    return [path.read_bytes().decode("utf-8", "replace") for path in licences if path.is_file()]


def _is_licence(file: PurePath) -> bool:
    """Whether a file of a package is a licence: in its own metadata, by its name or folder."""
    inside = any(part.endswith(".dist-info") for part in file.parts)
    return inside and (file.name.upper().startswith(_LICENCE_NAMES) or "licenses" in file.parts)
