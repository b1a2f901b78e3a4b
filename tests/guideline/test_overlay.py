"""A municipality's own layer: it adds and rewords, and leaves names, kinds and confidentiality as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from radplan_desktop.guideline import (
    Confidentiality,
    FormError,
    FormsError,
    Guideline,
    load_guideline,
    load_guideline_files,
)
from tests.guideline.small import FORMS, files

HEAD = 'prefix = "lv_"\ntitle = "Gemeente Lindeveld"\n'
OWN = """\
[[page]]
id = "lv_eigen"
title = "Onze vragen"
items = ["lv_wijk"]

[[page]]
extend = "begin"
title = "Begin in Lindeveld"
items = ["lv_buurt"]

[[field]]
id = "lv_wijk"
kind = "choice"
label = "Wijk"
question = "In welke wijk?"
choices = "lv_wijken"
[field.help]
why = "Wij werken per wijk."

[[field]]
id = "lv_buurt"
kind = "text"
label = "Buurt"
question = "In welke buurt?"
[field.help]
why = "Wij werken per buurt."

[[list]]
id = "lv_wijken"
choices = [{ id = "noord", label = "Noord" }]

[[list]]
extend = "vorm"
choices = [{ id = "lv_lokaal", label = "Lokaal" }, { id = "links", label = "Linksom" }]

[[field]]
extend = "gemeente"
question = "Schrijf Lindeveld."
class = "K"
[field.help]
tip = "Met een hoofdletter."

[[group]]
extend = "looptijd"
hint = "In Lindeveld hooguit vier jaar."

[[register]]
extend = "doelen"
label = "Onze doelen"
[[register.column]]
id = "lv_wie"
kind = "text"
label = "Wie in de wijk?"
[[register.column]]
extend = "doel"
label = "Ons doel"
"""
PAPER = """\
[document]
id = "lv_brief"
title = "Brief van {gemeente}"
edition = "O"
[[chapter]]
title = "Wijk"
blocks = [{ text = "Beste bewoners." }]
"""


def layered(**changed: str) -> Guideline:
    """Return the small forms with the own layer over them; keys are file names with _ for . and -."""
    texts = {"overlay.toml": HEAD, "0-start.toml": OWN, "documents/brief.toml": PAPER} | changed
    return load_guideline_files(files(), {name: text.encode() for name, text in texts.items()})


def refused(text: str, head: str = HEAD) -> tuple[FormError, ...]:
    """Return what is found in an own layer of one file."""
    with pytest.raises(FormsError) as caught:
        load_guideline_files(files(), {"overlay.toml": head.encode(), "eigen.toml": text.encode()})
    return caught.value.errors


def test_what_is_added_is_there() -> None:
    guideline = layered()
    assert guideline.overlay == "Gemeente Lindeveld"
    start = guideline.sections[0]
    assert [page.id for page in start.pages] == ["begin", "lv_eigen"]
    assert getattr(start.pages[0].items[-1], "id", "") == "lv_buurt"
    assert guideline.fields["lv_wijk"].choices == "lv_wijken"
    assert list(guideline.registers["doelen"].columns)[-1] == "lv_wie"
    assert guideline.documents["lv_brief"].edition is Confidentiality.O


def test_what_is_reworded_keeps_the_rest() -> None:
    before, after = load_guideline_files(files()), layered()
    old, new = before.fields["gemeente"], after.fields["gemeente"]
    assert (new.question, new.label, new.kind) == ("Schrijf Lindeveld.", old.label, old.kind)
    assert (new.help and new.help.tip, new.help and new.help.why) == ("Met een hoofdletter.", old.help and old.help.why)
    assert new.confidentiality is Confidentiality.K
    assert after.lists["vorm"].label_of("links") == "Linksom"
    assert [choice.id for choice in after.lists["vorm"].choices] == ["rechts", "links", "lv_lokaal"]
    assert after.registers["doelen"].columns["doel"].label == "Ons doel"
    assert after.groups["looptijd"].hint
    assert after.sections[0].pages[0].title == "Begin in Lindeveld"


def test_the_version_tells_the_layers_apart() -> None:
    assert load_guideline_files(files()).version != layered().version
    assert layered().version != layered(**{"overlay.toml": HEAD.replace("Gemeente", "Stad")}).version


def test_a_document_can_be_replaced() -> None:
    own = FORMS["documents/plan.toml"].replace("Doelen in", "Onze doelen in")
    guideline = layered(**{"documents/plan.toml": own})
    assert guideline.documents["plan"].chapters[0].title == "Onze doelen in {gemeente}"
    assert list(guideline.documents) == ["plan", "lv_brief"]


def test_a_folder_over_a_folder(tmp_path: Path) -> None:
    for name, text in {**FORMS, "over/overlay.toml": HEAD, "over/0-start.toml": OWN}.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert "lv_wijk" in load_guideline(tmp_path, tmp_path / "over").fields


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ('[[list]]\nid = "wijken"\nchoices = [{ id = "a", label = "A" }]', "list.wijken.id"),
        ('[[list]]\nextend = "wijken"\nchoices = []', "list.wijken.extend"),
        ('[[list]]\nextend = "vorm"\nchoices = [{ id = "nieuw", label = "N" }]', "list.vorm.choices[1].id"),
        ('[[list]]\nextend = "vorm"\nchoices = [{ id = "links", label = "N", retired = true }]', "list.vorm.choices[1].retired"),
        ('[[field]]\nextend = "gemeente"\nkind = "date"', "field.gemeente.kind"),
        ('[[field]]\nextend = "begin_op"\nclass = "O"', "field.begin_op.class"),
        ('[[field]]\nextend = "extern"\nclass = "O"', "field.extern.class"),
        ('[[field]]\nextend = "gemeente"\nlabel = 3', "field.gemeente.label"),
        ('[[field]]\nextend = "gemeente"\nretired = true', "field.gemeente.retired"),
        ('[[register]]\nextend = "doelen"\ntitle = "soort"', "register.doelen.title"),
        ('[[register]]\nextend = "doelen"\ncolumn = [{ id = "wie", kind = "text", label = "W" }]', "register.doelen.column[1].id"),
        ('[[register]]\nextend = "doelen"\ncolumn = [{ extend = "wie", label = "W" }]', "register.doelen.column[1].extend"),
        ('[[register]]\nextend = "doelen"\ncolumn = [{ extend = "kosten", class = "K" }]', "register.doelen.column[1].class"),
        ('[[page]]\nid = "lv_p"\ntitle = "P"\nitems = []', "page.lv_p"),
        ('[roles]\nteam = "gemeente"', "roles"),
        ('[[check]]\nid = "lv_c"', "check.lv_c"),
        ('[[requirement]]\nid = "lv_r"', "requirement.lv_r"),
        ('[[gate]]\nid = "S"', "gate.S"),
        ('[section]\nid = "lv_s"', "section"),
    ],
)  # fmt: skip
def test_what_an_own_layer_may_not_do(text: str, path: str) -> None:
    found = [error for error in refused(text) if error.path == path]
    assert [error.file for error in found] == ["eigen laag/eigen.toml"]
    assert found[0].remedy


def test_a_document_may_not_show_more_than_the_one_it_replaces() -> None:
    with pytest.raises(FormsError, match="meer laten zien"):
        layered(**{"documents/plan.toml": FORMS["documents/plan.toml"].replace('edition = "K"', 'edition = "V"')})


@pytest.mark.parametrize(
    ("head", "path"),
    [
        ("", "prefix"),
        ('title = "Lindeveld"', "prefix"),
        ('prefix = "lv_"', "title"),
        ('prefix = "LV"\ntitle = "L"', "prefix"),
        ('prefix = "begin_"\ntitle = "L"', "prefix"),
        ('prefix = "lv_"\ntitle = "L"\nkleur = "rood"', "kleur"),
        ('prefix = 3\ntitle = ["L"]', "title"),
    ],
)
def test_the_head_of_an_own_layer(head: str, path: str) -> None:
    assert ("eigen laag/overlay.toml", path) in {(error.file, error.path) for error in refused("", head)}


def test_extend_belongs_to_an_own_layer_only() -> None:
    with pytest.raises(FormsError) as caught:
        load_guideline_files(files(("keuzes.toml", '[[list]]\nid = "vorm"', '[[list]]\nextend = "x"\nid = "vorm"')))
    assert [error.path for error in caught.value.errors] == ["list.vorm.extend"]
