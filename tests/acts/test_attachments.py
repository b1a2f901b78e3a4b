"""Files taken into the plan, and the logo that prints on the cover."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from radplan_desktop.acts import attachments
from radplan_desktop.acts.printing import documents, print_document, printed
from radplan_desktop.acts.refusals import CannotOpen, CannotSave
from radplan_desktop.acts.session import Session
from radplan_desktop.guideline import Confidentiality
from radplan_desktop.plan.values import PLAN_ROW, Answer, Cell


@pytest.fixture
def logo_cell(session: Session) -> Cell:
    return Cell(PLAN_ROW, session.guideline.role("logo"))


def image_file(path: Path, kind: str = "PNG") -> Path:
    Image.new("RGB", (90, 40), "navy").save(path, kind)
    return path


def images_on_the_cover(pdf: bytes) -> int:
    with pikepdf.open(BytesIO(pdf)) as read:
        return len(read.pages[0].get_images())


def test_taking_a_file_in_answers_nothing_yet(session: Session, logo_cell: Cell, tmp_path: Path) -> None:
    content = attachments.taken_in(session, logo_cell, image_file(tmp_path / "wapen.png"))
    assert content["name"] == "wapen.png"
    assert content["type"] == "image/png"
    assert session.answers.content(*logo_cell) is None
    session.set(logo_cell, Answer(content))
    assert attachments.attached(session, logo_cell) == (tmp_path / "wapen.png").read_bytes()


def test_only_a_png_or_jpg_of_a_decent_size_is_a_logo(session: Session, logo_cell: Cell, tmp_path: Path) -> None:
    heavy = image_file(tmp_path / "zwaar.png")
    heavy.write_bytes(heavy.read_bytes() + b"\0" * attachments.LARGEST_LOGO)
    for path in (image_file(tmp_path / "a.gif", "GIF"), heavy):
        with pytest.raises(CannotOpen, match="png of jpg"):
            attachments.attach(session, logo_cell, path)
    attachments.attach(session, logo_cell, image_file(tmp_path / "b.jpg", "JPEG"))
    assert session.answers.text(*logo_cell) == "b.jpg"


def test_the_logo_prints_on_the_cover_until_it_is_removed(session: Session, logo_cell: Cell, tmp_path: Path) -> None:
    document = documents(session.guideline)[0].id
    assert images_on_the_cover(print_document(session, document)) == 0
    attachments.attach(session, logo_cell, image_file(tmp_path / "wapen.png"))
    with_logo = print_document(session, document)
    assert images_on_the_cover(with_logo) == 1
    assert print_document(session, document) == with_logo
    session.set(logo_cell, None)
    assert images_on_the_cover(print_document(session, document)) == 0


def test_a_logo_whose_bytes_are_gone_or_broken_does_not_stop_a_document(
    session: Session, logo_cell: Cell, tmp_path: Path
) -> None:
    document = documents(session.guideline)[0].id
    session.set(logo_cell, Answer({"blob": "0" * 64, "name": "weg.png", "type": "image/png"}))
    assert images_on_the_cover(print_document(session, document)) == 0
    broken = tmp_path / "stuk.png"
    broken.write_bytes(attachments.PNG + b"stuk")
    attachments.attach(session, logo_cell, broken)
    assert images_on_the_cover(print_document(session, document)) == 0


def test_a_printed_document_says_what_it_is(session: Session) -> None:
    spec = documents(session.guideline)[0]
    made = printed(session, spec.id)
    assert (made.document, made.edition, made.version, made.concept) == (spec.id, spec.edition, "0.1", True)
    assert made.pdf.startswith(b"%PDF")
    assert made.open > printed(session, spec.id, Confidentiality.O).open > 0
    begin = session.guideline.role("plan_start")
    session.set(Cell(PLAN_ROW, begin), Answer("2027-01-01"))
    assert printed(session, spec.id).open < made.open


def test_a_copy_that_cannot_be_written_is_refused_with_the_reason(
    session: Session, logo_cell: Cell, tmp_path: Path
) -> None:
    attachments.attach(session, logo_cell, image_file(tmp_path / "wapen.png"))
    with pytest.raises(CannotSave, match="De bijlage zit nog in het plan"):
        attachments.save_copy(session, logo_cell, tmp_path / "nergens" / "kopie.png")
