"""Real plans in real encrypted files. A file made once is copied for each test, for making a key takes a quarter of a second."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from radplan_desktop.acts.opening import create_plan, open_plan
from radplan_desktop.acts.session import Session
from radplan_desktop.host.preferences import Officer

PASSPHRASE = "zeven ganzen zwemmen langs de dijk"
OFFICER = Officer("M. de Wit", "Coördinator", "Gemeente Lindeveld")

Opener = Callable[[], Session]


@pytest.fixture(scope="session")
def empty_plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("plan") / "Leeg.radplan"
    create_plan(path, PASSPHRASE, officer=OFFICER).close()
    return path


@pytest.fixture
def plan_file(empty_plan: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(empty_plan, tmp_path / "Plan.radplan"))


@pytest.fixture
def reopen(plan_file: Path) -> Iterator[Opener]:
    """Open the plan of this test; what is open before is closed first, and at the end."""
    opened: list[Session] = []

    def opener() -> Session:
        for session in opened:
            session.close()
        opened.clear()
        opened.append(open_plan(plan_file, PASSPHRASE, officer=OFFICER))
        return opened[0]

    yield opener
    for session in opened:
        session.close(abandon=True)


@pytest.fixture
def session(reopen: Opener) -> Session:
    return reopen()
