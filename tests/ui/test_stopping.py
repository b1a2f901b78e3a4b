"""The system asks the program to stop: it leaves with everything saved."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from radplan_desktop.acts.opening import open_plan
from radplan_desktop.host import locks
from tests.ui.conftest import OFFICER, PASSPHRASE

ROOT = Path(__file__).parents[2]
SENTENCE = "nog niet klaar met deze zin"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells the end of a session to the window")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_a_signal_to_stop_leaves_with_the_last_key_saved_and_the_file_closed(plan_file: Path, name: str) -> None:
    command = [sys.executable, "-m", "tests.ui.typist", str(plan_file), PASSPHRASE, "hoofddoel", "plan", SENTENCE]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env={**os.environ}) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if json.loads(line)[1] == SENTENCE:
                break
        process.send_signal(getattr(signal, name))
        process.stdout.read()
        assert process.wait(60) == 0
    assert not locks.lock_path(plan_file).exists()
    assert sorted(path.name for path in plan_file.parent.iterdir()) == [plan_file.name]
    again = open_plan(plan_file, PASSPHRASE, officer=OFFICER)
    assert again.answers.content("plan", "hoofddoel") == SENTENCE
    assert again.history()[0].text == SENTENCE
    assert not again.restored
    again.close()
