"""Whose work is shipped: the same facts in the window, in the documentation and in what is installed."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from radplan_desktop.host.credits import Credit, credits_of, own_licence, text_of, version_of

ROOT = Path(__file__).resolve().parents[2]


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_package_that_the_program_needs_is_credited() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = {plain(re.split(r"[<>=!~\[; ]", one)[0]) for one in project["dependencies"]}
    assert needed <= {plain(package) for credit in credits_of() for package in credit.packages}


def test_what_the_window_says_stands_in_the_documentation() -> None:
    page = (ROOT / "docs" / "third-party.md").read_text("utf-8")
    wanted = [word for credit in credits_of() for word in (*credit.packages, *credit.texts)]
    assert [word for word in wanted if word.rpartition("/")[2] not in page] == []


@pytest.mark.parametrize("credit", credits_of(), ids=lambda credit: credit.name)
def test_every_licence_can_be_read_and_every_package_says_its_version(credit: Credit) -> None:
    assert len(text_of(credit)) > 500
    assert all(version_of(package) for package in credit.packages)


def test_a_package_that_is_not_there_has_no_version_and_no_text() -> None:
    nobody = Credit("Niemand", "niemand", "geen", "niets", packages=("bestaat-niet-radplan",))
    assert (version_of("bestaat-niet-radplan"), text_of(nobody)) == ("", "")


def test_the_licence_of_the_program_is_the_one_in_the_project() -> None:
    assert own_licence() == (ROOT / "LICENSE").read_text("utf-8")
