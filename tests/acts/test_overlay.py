"""A municipality's own layer goes with the plan: it opens the same on every laptop."""

from __future__ import annotations

from pathlib import Path

import pytest

from radplan_desktop.__main__ import main
from radplan_desktop.acts.opening import create_plan, open_plan
from radplan_desktop.guideline import FormsError
from radplan_desktop.plan.values import Answer, Cell
from tests.acts.conftest import OFFICER, PASSPHRASE

MOTTO = Cell("plan", "lv_motto")
LAYER = """
[[page]]
extend = "doel"
items = ["lv_motto"]

[[field]]
id = "lv_motto"
kind = "text"
label = "Motto"
question = "Wat is het motto in {gemeente}?"
class = "O"
requirements = ["VB2"]
help = { why = "Een motto blijft hangen.", tip = "Kort.", example = "Samen vooruit.", check = ["Past het op een poster?"] }
"""


@pytest.fixture
def layer(tmp_path: Path) -> Path:
    folder = tmp_path / "laag"
    folder.mkdir()
    (folder / "overlay.toml").write_text('prefix = "lv_"\ntitle = "Gemeente Lindeveld"\n', encoding="utf-8")
    (folder / "extra.toml").write_text(LAYER, encoding="utf-8")
    return folder


def test_a_plan_made_with_a_layer_keeps_its_questions_without_the_folder(layer: Path, tmp_path: Path) -> None:
    path = tmp_path / "Plan.radplan"
    session = create_plan(path, PASSPHRASE, officer=OFFICER, forms=layer)
    session.set(MOTTO, Answer("Samen vooruit"))
    session.close()
    again = open_plan(path, PASSPHRASE, officer=OFFICER)
    assert again.answers.text(*MOTTO) == "Samen vooruit"
    assert again.guideline.overlay == "Gemeente Lindeveld"
    again.close()


def test_a_layer_with_mistakes_makes_no_plan_and_names_them_all(layer: Path, tmp_path: Path) -> None:
    broken = LAYER.replace('"text"', '"tekst"').replace('"doel"', '"doelen"')
    (layer / "extra.toml").write_text(broken, encoding="utf-8")
    with pytest.raises(FormsError) as caught:
        create_plan(tmp_path / "Plan.radplan", PASSPHRASE, officer=OFFICER, forms=layer)
    assert {error.path.split(".")[0] for error in caught.value.errors} >= {"field", "page"}
    assert not (tmp_path / "Plan.radplan").exists()


def test_the_command_line_lays_a_folder_over_the_forms(layer: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--forms", str(layer), "guideline"]) == 0
    assert "lv_motto" in capsys.readouterr().out
