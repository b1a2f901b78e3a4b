"""The small forms become the Guideline that they describe."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import FrozenInstanceError
from decimal import Decimal
from pathlib import Path

import pytest

from radplan_desktop.guideline import (
    Chart,
    Confidentiality,
    FormsError,
    Gate,
    Guideline,
    Kind,
    Operand,
    Route,
    View,
    load_guideline,
    load_guideline_files,
    parse_condition,
    read_forms,
)
from tests.guideline.small import FORMS, files


@pytest.fixture(scope="module")
def guideline() -> Guideline:
    """Return the guideline of the small forms."""
    return load_guideline_files(files())


def test_the_order_of_the_pages(guideline: Guideline) -> None:
    assert [section.id for section in guideline.sections] == ["start", "doel"]
    assert [getattr(item, "id", None) for item in guideline.sections[1].items()] == [
        "stappen", "korte_stap", "doelen", "metingen", "doelen_kort", None, None,
    ]  # fmt: skip


def test_a_field(guideline: Guideline) -> None:
    field = guideline.field("gemeente")
    assert (field.kind, field.gate, field.confidentiality) == (Kind.TEXT, Gate.B, Confidentiality.O)
    assert field.help is not None
    assert field.help.check == ("Klopt de naam?",)
    assert guideline.field("weerstand").opzet["theater"].startswith("In {gemeente}")


def test_the_basis_route_is_what_gate_b_needs_unless_it_is_said(guideline: Guideline) -> None:
    routes = {name: guideline.fields[name].route for name in ("gemeente", "extern", "duur")}
    assert routes == {"gemeente": Route.BASIS, "extern": Route.DEPTH, "duur": Route.BASIS}
    assert guideline.registers["doelen"].route is Route.BASIS
    assert guideline.registers["metingen"].route is Route.DEPTH


def test_a_column_has_the_class_of_its_register_unless_it_is_stricter(guideline: Guideline) -> None:
    assert guideline.field("doelen.doel").confidentiality is Confidentiality.K
    assert guideline.field("doelen.kosten").confidentiality is Confidentiality.I
    assert guideline.field("doelen.doel").path == "doelen.doel"


def test_values_are_what_a_dossier_holds(guideline: Guideline) -> None:
    assert guideline.fields["vormen"].default == ["links", "rechts"]
    assert guideline.fields["marge"].default == "8"
    first, second = guideline.registers["stappen"].presets
    assert dict(first.values) == {"stap": "kort", "op": "2027-01-31"}
    assert second.values["verwijst"] == "stappen:een"
    assert dict(guideline.views["doelen_kort"].preset) == {"soort": "ja"}


def test_literals_are_what_a_dossier_holds(guideline: Guideline) -> None:
    need = guideline.registers["doelen"].needs[1]
    assert (need.gate, need.minimum) == (Gate.E, 2)
    assert str(need.where) == "soort = ja"
    assert need.where != parse_condition("soort = ja"), "in a choice list, ja is a choice and not a yes"
    assert guideline.fields["weerstand"].when == parse_condition("extern = ja")


def test_a_check_has_operands(guideline: Guideline) -> None:
    checks = {check.id: check for check in guideline.checks}
    late = checks["op_tijd"].second
    assert late is not None
    assert (late.path, late.agg, str(late.where)) == ("doelen.klaar_op", "latest", "soort = ja")
    assert (checks["op_tijd"].margin_field, checks["op_tijd"].margin_unit) == ("marge", "weeks")
    assert checks["geld"].right == Operand(number=Decimal(100))
    assert checks["geld"].factor == Decimal("0.5")


def test_a_drawing_in_a_document_takes_the_roles_of_the_one_on_the_page(guideline: Guideline) -> None:
    block = guideline.documents["plan"].chapters[0].blocks[5]
    assert block.chart is not None
    assert dict(block.chart.roles) == {"nodes": "doelen", "label": "doel", "goal": ("gemeente",)}


def test_a_map_can_be_narrowed_to_some_of_its_rows(guideline: Guideline) -> None:
    maps = [item for item in guideline.sections[1].items() if isinstance(item, Chart) and item.filters]
    assert [(one.label, str(one.where)) for one in maps[0].filters] == [("Kort", "soort = nee")]
    assert maps[0].where is None


def test_a_view_names_its_register(guideline: Guideline) -> None:
    view = guideline.views["doelen_kort"]
    assert isinstance(view, View)
    assert (view.register, view.columns) == ("doelen", ("doel",))


def test_a_track_leads_along_cards(guideline: Guideline) -> None:
    track = guideline.tracks["inhalen"]
    assert (track.label, str(track.when)) == ("Inhalen", "extern = ja")
    (step,) = track.steps
    assert step.conditions
    assert [(one.item, one.label) for one in step.items] == [("gemeente", ""), ("doelen", "Er zijn doelen")]


def test_a_helper_looks_at_a_row(guideline: Guideline) -> None:
    helper = guideline.helpers["meetbaar"]
    (part,) = helper.parts
    assert (helper.register, part.letter) == ("doelen", "M")
    assert [(str(lack.when), lack.field) for lack in part.lacks] == [
        ("not (filled(soort))", "soort"),
        ("not (filled(nieuwste))", "metingen.waarde"),
    ]


def test_a_register_may_have_a_sheet(guideline: Guideline) -> None:
    assert guideline.registers["metingen"].sheet == ("bij", "gemeten_op", "waarde")
    assert guideline.registers["doelen"].sheet == ()


def test_roles(guideline: Guideline) -> None:
    assert guideline.role("plan_name") == "gemeente"
    assert guideline.role_list("new_plan") == ("gemeente", "extern")
    assert not guideline.role("team")


def test_nothing_of_it_can_be_changed(guideline: Guideline) -> None:
    with pytest.raises(FrozenInstanceError):
        guideline.fields["gemeente"].label = "x"  # type: ignore[misc]
    assert not any(isinstance(part, dict) for part in (guideline.fields, guideline.lists, guideline.roles))
    assert isinstance(guideline.fields, Mapping)


def test_the_version_follows_every_byte() -> None:
    version = load_guideline_files(files()).version
    assert version == load_guideline_files(files()).version
    assert len(bytes.fromhex(version)) == 8
    assert version != load_guideline_files(files(("keuzes.toml", '"Rechts"', '"rechts"'))).version


def test_what_is_retired_leaves_the_page_and_nothing_else() -> None:
    retired = load_guideline_files(files(("0-start.toml", "max = 5\n", "max = 5\nretired = true\n")))
    assert "duur" in retired.fields
    assert not any(getattr(item, "id", "") == "duur" for item in retired.sections[0].items())


def test_a_folder_on_disk(tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir()
    (tmp_path / "examples" / "lindeveld").mkdir(parents=True)
    (tmp_path / "examples" / "lindeveld" / "example.toml").write_text("not = [read", encoding="utf-8")
    (tmp_path / "README.md").write_text("Uitleg", encoding="utf-8")
    for name, text in FORMS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert read_forms(tmp_path) == files()
    assert load_guideline(tmp_path).version == load_guideline_files(files()).version


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FormsError) as caught:
        load_guideline(tmp_path / "weg")
    assert "bestaat niet" in str(caught.value)
