"""Preferences survive a round trip, and nothing that stands in the file can stop the program."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from radplan_desktop.host.preferences import (
    FILE,
    LOCK_AFTER,
    MOST_RECENT,
    NOT_SAVED,
    PARTLY,
    TEXT_SIZES,
    UNREADABLE,
    Officer,
    Preferences,
    Theme,
    load,
    save,
)

UNWRITABLE = Path("/proc/radplan-is-not-here")

some_text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
some_path = some_text.filter(bool).map(lambda text: Path("/plannen") / text)
some_preferences = st.builds(
    Preferences,
    theme=st.sampled_from(Theme),
    text_size=st.sampled_from(TEXT_SIZES),
    officer=st.builds(Officer, some_text, some_text, some_text),
    forms_overlay=st.none() | some_path,
    recent=st.lists(some_path, max_size=MOST_RECENT).map(tuple),
    lock_after=st.sampled_from(LOCK_AFTER),
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | some_text,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(some_text, inner, max_size=4),
)


@given(some_preferences)
def test_what_is_saved_comes_back(tmp_path_factory: pytest.TempPathFactory, preferences: Preferences) -> None:
    folder = tmp_path_factory.mktemp("config")
    assert save(folder, preferences) == ""
    assert load(folder).preferences == preferences
    assert load(folder).notice == ""


@given(
    st.dictionaries(
        st.sampled_from(["theme", "text_size", "officer", "forms_overlay", "recent", "lock_after", "anders"]), anything
    )
)
def test_whatever_stands_in_the_file_the_program_starts(tmp_path_factory: pytest.TempPathFactory, data: object) -> None:
    folder = tmp_path_factory.mktemp("config")
    (folder / FILE).write_text(json.dumps(data), "utf-8")
    loaded = load(folder)
    assert loaded.notice in {"", PARTLY}
    assert save(folder, loaded.preferences) == ""
    assert load(folder).preferences == loaded.preferences


def test_a_first_start_has_defaults_and_says_nothing(tmp_path: Path) -> None:
    loaded = load(tmp_path / "nog-niet")
    assert loaded.preferences == Preferences(Theme.SYSTEM, 100, Officer(), None, ())
    assert loaded.notice == ""


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[1]", b"null", b"[" * 200_000])
def test_an_unreadable_file_gives_defaults_and_a_notice(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    assert load(tmp_path).preferences == Preferences()
    assert load(tmp_path).notice == UNREADABLE


def test_a_folder_in_the_place_of_the_file_gives_defaults_and_a_notice(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    assert load(tmp_path).notice == UNREADABLE
    assert save(tmp_path, Preferences()) == NOT_SAVED


def test_one_bad_value_does_not_take_the_others_along(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('{"theme": "paars", "text_size": 130, "officer": {"name": "M. Hoekstra"}}', "utf-8")
    loaded = load(tmp_path)
    assert loaded.notice == PARTLY
    assert loaded.preferences == Preferences(text_size=130, officer=Officer("M. Hoekstra"))


def test_a_read_only_home_runs_on_with_a_notice() -> None:
    assert save(UNWRITABLE, Preferences()) == NOT_SAVED


def test_the_latest_opened_comes_first_and_only_once() -> None:
    preferences = Preferences().opened(Path("a")).opened(Path("b")).opened(Path("a"))
    assert preferences.recent == (Path("a"), Path("b"))


def test_the_list_is_short_and_can_be_cleared() -> None:
    preferences = Preferences()
    for number in range(MOST_RECENT + 3):
        preferences = preferences.opened(Path(str(number)))
    assert len(preferences.recent) == MOST_RECENT
    assert preferences.forgotten(Path("9")).recent == tuple(path for path in preferences.recent if path != Path("9"))
    assert preferences.forgotten() == preferences._replace(recent=())


def test_only_name_and_place_of_a_plan_are_kept(tmp_path: Path) -> None:
    save(tmp_path, Preferences().opened(Path("/plannen/Netwerk.radplan")))
    assert json.loads((tmp_path / FILE).read_text("utf-8"))["recent"] == ["/plannen/Netwerk.radplan"]
