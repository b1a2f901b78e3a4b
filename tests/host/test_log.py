"""Nothing of a plan reaches the log, whoever logs it and however it fails."""

import logging
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from radplan_desktop.host import log

SECRET = "de buurvrouw van nummer twaalf"


@pytest.fixture
def logged(tmp_path: Path) -> Iterator[Path]:
    """Start the log in a folder of its own, and put everything back."""
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    raising, level = logging.raiseExceptions, logging.getLogger().level
    assert log.start(tmp_path)
    yield tmp_path / log.FILE
    log.stop()
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
    logging.raiseExceptions = raising
    logging.captureWarnings(False)
    logging.getLogger().setLevel(level)


def fail(text: str) -> None:
    try:
        int(text)
    except ValueError as error:
        raise ValueError(text) from error


def caught() -> ValueError:
    """Return a failure with content in its message, in its cause and in a local value."""
    with pytest.raises(ValueError, match="buurvrouw") as info:
        fail(SECRET)
    return info.value


def test_an_event_is_one_line_with_time_level_logger_and_name(logged: Path) -> None:
    logging.getLogger("radplan_desktop.acts").info(log.Event.OPENED)
    line = logged.read_text("utf-8")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ INFO radplan_desktop.acts opened\n", line)


def test_a_text_is_left_out_and_only_its_place_is_kept(logged: Path) -> None:
    logger = logging.getLogger("some.library")
    logger.info("answer %s", SECRET)
    logger.info(f"answer {SECRET}")  # noqa: G004 - the very mistake
    logger.info(SECRET)
    logger.info(log.Event.SAVED, extra={"text": SECRET})
    logger.info(log.Event.SAVED, SECRET)
    text = logged.read_text("utf-8")
    assert "buurvrouw" not in text
    assert text.count("test_log.py:") == 3
    assert text.count(" saved\n") == 2


def test_of_a_failure_only_types_and_lines_are_kept(logged: Path) -> None:
    logging.getLogger("radplan_desktop").info(log.Event.FAILED, exc_info=caught())
    line = logged.read_text("utf-8")
    assert SECRET not in line
    assert re.search(r" failed ValueError at .*test_log\.py:\d+ from ValueError at test_log\.py:\d+\n$", line)


def test_lines_in_the_program_are_named_by_their_room() -> None:
    with pytest.raises(ValueError, match="not one") as info:
        log.Event("not one")
    assert "enum.py:" in log.places(info.value)
    assert log._short(str(Path(log.__file__))) == "host/log.py"


def test_an_endless_chain_of_failures_ends() -> None:
    first, second = ValueError(), KeyError()
    first.__cause__, second.__cause__ = second, first
    assert log.places(first) == "ValueError at unknown from KeyError at unknown"


def test_an_uncaught_failure_shows_no_content_anywhere(tmp_path: Path) -> None:
    program = (
        "import sys, threading, warnings\nfrom pathlib import Path\nfrom radplan_desktop.host import log\n"
        f"log.start(Path(sys.argv[1]))\nwarnings.warn({SECRET!r})\ndef fail(): raise ValueError({SECRET!r})\n"
        "thread = threading.Thread(target=fail)\nthread.start()\nthread.join()\nfail()\n"
    )
    run = [sys.executable, "-c", program, str(tmp_path)]
    ended = subprocess.run(run, capture_output=True, text=True, check=False)
    text = (tmp_path / log.FILE).read_text("utf-8") + ended.stdout + ended.stderr
    assert ended.returncode == 1
    assert SECRET not in text
    assert text.count("WARNING py.warnings") == 1
    assert text.count("ERROR radplan_desktop failed ValueError at") == 2
    assert text.count("RadPlan: ValueError at") == 2


def test_where_nothing_can_be_written_the_program_runs_on() -> None:
    program = (
        "import logging\nfrom pathlib import Path\nfrom radplan_desktop.host import log\n"
        f"assert not log.start(Path('/proc/not-here'))\nlogging.getLogger('x').warning({SECRET!r})\n"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout + ended.stderr) == (0, "")


def test_the_log_stays_small(logged: Path) -> None:
    logger = logging.getLogger("radplan_desktop")
    for _ in range(12_000):
        logger.info(log.Event.SAVED)
    sizes = [path.stat().st_size for path in logged.parent.iterdir()]
    assert len(sizes) == 2
    assert max(sizes) <= log.LARGEST
