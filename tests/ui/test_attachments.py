"""Attachments in the window: chosen or dropped, looked at in memory, copied, replaced and removed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt

from radplan_desktop.acts import attachments
from radplan_desktop.acts.opening import open_plan
from radplan_desktop.acts.printing import documents, print_document
from radplan_desktop.guideline.model import Kind
from radplan_desktop.plan.values import PLAN_ROW, Answer, Cell
from radplan_desktop.ui.attachments.editor import NOT_SHOWN, AttachmentEditor
from radplan_desktop.ui.attachments.viewer import AttachmentViewer
from radplan_desktop.ui.fields.box import FieldBox
from tests.ui.conftest import OFFICER, PASSPHRASE, ChosenFiles, Entered
from tests.ui.pages import PATIENCE, PlanPage
from tests.ui.test_fields import field_of


@pytest.fixture
def box(plan: PlanPage) -> FieldBox:
    """The attachment of a new row."""
    field = field_of(plan.session.guideline, Kind.ATTACHMENT)
    return plan.open_field(field.path, plan.session.add_row(field.register))


@pytest.fixture
def logo(plan: PlanPage) -> FieldBox:
    """The logo of the municipality."""
    return plan.open_field(plan.session.guideline.role("logo"))


def editor_of(box: FieldBox) -> AttachmentEditor:
    assert isinstance(box.editor, AttachmentEditor)
    return box.editor


def picture(path: Path) -> Path:
    Image.new("RGB", (320, 200), "navy").save(path)
    return path


def choose(plan: PlanPage, box: FieldBox, dialogs: ChosenFiles, path: Path, button: str = "Bijlage kiezen…") -> None:
    """Choose a file with the dialog, and wait until it is taken in."""
    dialogs.answer = path
    plan.click(button, box)
    plan.qtbot.waitUntil(lambda: plan.session.answers.text(*box.cell) == path.name, timeout=PATIENCE)
    plan.settle()


def look(plan: PlanPage, box: FieldBox) -> AttachmentViewer:
    """Look at the attachment, and wait until it is drawn."""
    plan.click("Bekijken", box)
    plan.qtbot.waitUntil(lambda: bool(plan.window.findChildren(AttachmentViewer)), timeout=PATIENCE)
    [viewer] = plan.window.findChildren(AttachmentViewer)
    plan.qtbot.waitUntil(lambda: not viewer.preview.sheet.image.isNull(), timeout=PATIENCE)
    return viewer


def test_a_picture_is_chosen_looked_at_and_closed_without_a_trace(
    plan: PlanPage, box: FieldBox, dialogs: ChosenFiles, tmp_path: Path
) -> None:
    choose(plan, box, dialogs, picture(tmp_path / "kaart.png"))
    assert plan.sees("kaart.png", box)
    plan.qtbot.waitUntil(plan.button("Bekijken", box).hasFocus)
    viewer = look(plan, box)
    assert viewer.preview.sheet.image.pixelColor(20, 20).name() == "#000080"
    assert viewer.preview.sheet.accessibleName() == "kaart.png"
    assert viewer.windowTitle() == "Bijlage"
    plan.qtbot.keyClick(viewer, Qt.Key.Key_Escape)
    plan.qtbot.waitUntil(lambda: not plan.window.findChildren(AttachmentViewer))


def test_a_pdf_is_leafed_through(plan: PlanPage, box: FieldBox, dialogs: ChosenFiles, tmp_path: Path) -> None:
    path = tmp_path / "stuk.pdf"
    path.write_bytes(print_document(plan.session, documents(plan.session.guideline)[0].id))
    choose(plan, box, dialogs, path)
    viewer = look(plan, box)
    plan.click("Volgende bladzijde", viewer)
    plan.qtbot.waitUntil(lambda: "stuk.pdf, pagina 2 van" in viewer.preview.sheet.accessibleName(), timeout=PATIENCE)
    plan.click("Sluiten", viewer)


@pytest.mark.parametrize("name", ["stuk.pdf", "foto.png"])
def test_what_is_damaged_is_said_and_not_shown(
    plan: PlanPage, box: FieldBox, dialogs: ChosenFiles, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_bytes(b"geen van beide")
    choose(plan, box, dialogs, tmp_path / name)
    plan.click("Bekijken", box)
    plan.qtbot.waitUntil(
        lambda: plan.sees("Sla een kopie op en open die in een ander programma.", box), timeout=PATIENCE
    )
    assert not plan.window.findChildren(AttachmentViewer)


def test_other_files_are_only_saved_as_a_copy(
    plan: PlanPage, box: FieldBox, dialogs: ChosenFiles, tmp_path: Path
) -> None:
    (tmp_path / "afspraken.docx").write_bytes(b"woorden")
    choose(plan, box, dialogs, tmp_path / "afspraken.docx")
    assert plan.sees(NOT_SHOWN, box)
    assert editor_of(box).view.isHidden()
    dialogs.answer = tmp_path / "kopie.docx"
    plan.click("Kopie opslaan…", box)
    plan.qtbot.waitUntil(
        lambda: plan.sees("Opgeslagen als kopie.docx. Deze kopie is niet versleuteld.", box), timeout=PATIENCE
    )
    assert dialogs.answer.read_bytes() == b"woorden"
    assert dialogs.asked[-1].name == "afspraken.docx"
    dialogs.answer = tmp_path / "geen map" / "kopie.docx"
    plan.click("Kopie opslaan…", box)
    plan.qtbot.waitUntil(lambda: plan.sees("is niet te schrijven.", box), timeout=PATIENCE)


def test_an_attachment_is_replaced_removed_and_brought_back(
    plan: PlanPage, box: FieldBox, dialogs: ChosenFiles, tmp_path: Path
) -> None:
    choose(plan, box, dialogs, picture(tmp_path / "oud.png"))
    choose(plan, box, dialogs, picture(tmp_path / "nieuw.png"), "Vervangen…")
    plan.click("Verwijderen", box)
    plan.settle()
    assert plan.session.answers.content(*box.cell) is None
    assert plan.button("Bijlage kiezen…", box).isVisible()
    plan.key("Ctrl+Z")
    plan.settle()
    assert plan.sees("nieuw.png", box)


def test_giving_up_changes_nothing(plan: PlanPage, box: FieldBox) -> None:
    plan.click("Bijlage kiezen…", box)
    assert plan.session.answers.content(*box.cell) is None


def test_a_logo_that_cannot_print_is_refused_with_the_reason(
    plan: PlanPage, logo: FieldBox, dialogs: ChosenFiles, tmp_path: Path
) -> None:
    dialogs.answer = tmp_path / "logo.svg"
    dialogs.answer.write_text("<svg/>")
    plan.click("Bijlage kiezen…", logo)
    plan.qtbot.waitUntil(lambda: plan.sees("Een logo is een afbeelding (png of jpg)", logo), timeout=PATIENCE)
    choose(plan, logo, dialogs, picture(tmp_path / "logo.png"))
    assert not plan.sees("Een logo is een afbeelding", logo)


def test_a_name_from_elsewhere_cannot_point_at_another_folder(
    plan: PlanPage, box: FieldBox, dialogs: ChosenFiles
) -> None:
    plan.session.set(box.cell, Answer({"blob": "0" * 64, "name": "../../etc\\passwd", "type": "text/plain"}))
    plan.settle()
    assert plan.sees("passwd", box)
    plan.click("Kopie opslaan…", box)
    assert dialogs.asked[-1].name == "passwd"


def test_a_plan_opened_to_read_lets_its_attachments_be_seen(plan_file: Path, enter: Entered, tmp_path: Path) -> None:
    session = open_plan(plan_file, PASSPHRASE, officer=OFFICER)
    cell = Cell(PLAN_ROW, session.guideline.role("logo"))
    attachments.attach(session, cell, picture(tmp_path / "logo.png"))
    session.close()
    plan = enter(open_plan(plan_file, PASSPHRASE, officer=OFFICER, read_only=True))
    box = plan.open_field(cell.field)
    assert not plan.button("Verwijderen", box).isEnabled()
    assert not box.menu.isEnabled()
    viewer = look(plan, box)
    plan.click("Sluiten", viewer)
