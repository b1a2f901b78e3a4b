"""An example that is written wrong is refused with its file, its place and the key."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from radplan_desktop.acts.example_files import ExampleError, Sitting, example_in, sittings_in
from radplan_desktop.acts.sittings import changes_of
from radplan_desktop.host.preferences import Officer
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.plan import Plan
from tests.plan.small import small_guideline

ABOUT = """
[example]
id = "proef"
title = "Proef"
summary = "Kort."
file = "Proef.radplan"
today = 2026-11-24
passphrase = "vijf woorden zijn al genoeg"
[[officer]]
id = "hoekstra"
name = "M. Hoekstra"
function = "Coördinator"
organisation = "Gemeente Lindeveld"
"""
SITTING = '[[sitting]]\nat = 2026-09-03T09:10:00Z\nofficer = "hoekstra"\n'
OFFICERS = {"hoekstra": Officer("M. Hoekstra")}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "proef"
    made.mkdir()
    return made


def about(folder: Path, text: str) -> None:
    (folder / "example.toml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("today = 2026-11-24", "", "example.toml, example: today ontbreekt"),
        ("today = 2026-11-24", 'today = "2026-11-24"', "today hoort een datum te zijn"),
        ('title = "Proef"', 'title = " "', "title is leeg"),
        ('id = "proef"', 'id = "anders"', "id hoort gelijk te zijn"),
        ('name = "M. Hoekstra"', "", "example.toml, officer 1: name ontbreekt"),
        ('name = "M. Hoekstra"', 'naam = "M. Hoekstra"\nname = "x"', "naam hoort hier niet"),
        ("[example]", "[example", "example.toml is niet te lezen"),
        ("[[officer]]", "[officer]", "officer hoort een lijst te zijn"),
    ],
)
def test_what_is_wrong_in_the_head_is_named(folder: Path, old: str, new: str, said: str) -> None:
    about(folder, ABOUT)
    assert example_in(folder).today == date(2026, 11, 24)
    about(folder, ABOUT.replace(old, new, 1))
    with pytest.raises(ExampleError, match=re.escape(said)):
        example_in(folder)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[zitting]]\n", "1-opzet.toml: sitting ontbreekt"),
        (SITTING.replace("Z", ""), "1-opzet.toml, sitting 1: at hoort een tijdzone"),
        (SITTING.replace('"hoekstra"', '"jansen"'), "officer jansen staat niet in example.toml"),
        (SITTING + SITTING.replace("09-03", "09-02"), "1-opzet.toml, sitting 2: at hoort"),
        (SITTING + 'version = { label = "0.1" }\n', "sitting 1 version: why ontbreekt"),
        (SITTING + "fiels = {}\n", "fiels hoort hier niet"),
        (SITTING + "[[sitting.rows.partijen]]\nnaam = 'x'\n", "sitting 1 rows partijen 1: key ontbreekt"),
    ],
)
def test_what_is_wrong_in_a_sitting_is_named(folder: Path, text: str, said: str) -> None:
    (folder / "1-opzet.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ExampleError, match=re.escape(said)):
        list(sittings_in(folder, OFFICERS))


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("[sitting.fields]\nbestaat_niet = 1", "1-opzet.toml, sitting 1: er is geen vraag bestaat_niet"),
        ("[sitting.fields]\nstart = 'morgen'", "sitting 1: start:"),
        ("[sitting.fields]\npartijen = 'geen'", "partijen is een register"),
        ("[sitting.fields]\nstart = { parked = 'ooit' }", "start: ooit is geen datum"),
        ("[[sitting.rows.dingen]]\nkey = 'x'", "er is geen register dingen"),
        ("[[sitting.rows.partijen]]\nkey = 'x'\nkolom = 1", "partijen/x heeft geen kolom kolom"),
        ("[[sitting.rows.partijen]]\nkey = 'x'\ndelete = true", "partijen/x bestaat niet"),
        ("[[sitting.rows.subdoelen]]\nkey = 'x'\npartij = 'y'", "subdoelen/x.partij"),
    ],
)
def test_what_does_not_fit_the_forms_is_named(folder: Path, toml: str, said: str) -> None:
    (folder / "1-opzet.toml").write_text(f"{SITTING}{toml}\n", encoding="utf-8")
    (sitting,) = sittings_in(folder, OFFICERS)
    with pytest.raises(ExampleError, match=re.escape(said)):
        changes(sitting)


def test_a_row_comes_after_those_of_an_earlier_sitting_and_may_link_ahead(folder: Path) -> None:
    rows = (
        "[[sitting.rows.subdoelen]]\nkey = 'a'\npartij = 'b'\n[[sitting.rows.partijen]]\nkey = 'b'\npartij = 'School'\n"
    )
    (folder / "1-opzet.toml").write_text(SITTING + rows, encoding="utf-8")
    (sitting,) = sittings_in(folder, OFFICERS)
    plan = Plan().with_changes([change for act in changes(sitting) for change in act])
    found = Answers(small_guideline(), plan, date(2026, 11, 24))
    assert [found.text(row, "partij") for row in found.rows("subdoelen")] == ["School"]
    assert found.rows("partijen")[0] == "partijen:gemeente"


def changes(sitting: Sitting) -> list[list[tuple[tuple[str, str], str]]]:
    guideline = small_guideline()
    acts = changes_of(sitting, guideline, "proef", {}, Answers(guideline, Plan(), date(2026, 11, 24)))
    return [[(cell, text) for cell, text in act] for act in acts]
