"""Real encrypted files. One is made with a passphrase and copied for each test, for making a key takes a quarter of a second."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from radplan_desktop.dossier import Dossier, RawKey
from radplan_desktop.plan.log import EntryKind
from tests.dossier.tools import AUTHOR, FORMS_VERSION, PASSPHRASE, edit


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, RawKey]:
    """A plan with forty edits, one version, an attachment and form files, and its raw key."""
    path = tmp_path_factory.mktemp("made") / "Plan.radplan"
    with Dossier.create(path, PASSPHRASE, forms={"overlay.toml": b'prefix = "lv_"'}) as dossier:
        for number in range(40):
            edit(dossier, f"veld{number % 7}", f"antwoord {number} " * 12)
        dossier.put_blob(b"%PDF-1.7 bijlage" * 900, "bijlage.pdf", "application/pdf")
        dossier.append(EntryKind.VERSION, AUTHOR, FORMS_VERSION, body={"label": "1.0"})
        return path, dossier.raw_key


@pytest.fixture
def key(made: tuple[Path, RawKey]) -> RawKey:
    return made[1]


@pytest.fixture
def file(made: tuple[Path, RawKey], tmp_path: Path) -> Path:
    """A copy of the plan, closed."""
    return Path(shutil.copy(made[0], tmp_path / "Plan.radplan"))


@pytest.fixture
def dossier(file: Path, key: RawKey) -> Iterator[Dossier]:
    """A copy of the plan, open."""
    with Dossier.open(file, key) as opened:
        yield opened
