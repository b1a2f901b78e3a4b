"""The documents screen: what it shows is what it saves, it follows the answers, and it never holds up the window."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from radplan_desktop.acts.printing import documents, print_document
from radplan_desktop.guideline.model import Confidentiality
from radplan_desktop.plan.values import PLAN_ROW, Answer, Cell
from radplan_desktop.ui.documents.leaves import leaves_of_pdf
from radplan_desktop.ui.documents.page import DocumentsPage
from radplan_desktop.ui.pages.points import PointsPage
from tests.documents.reading import pages
from tests.ui.conftest import ChosenFiles
from tests.ui.pages import PATIENCE, Page, PlanPage
from tests.ui.probes import LEFT


class PapersPage(Page):
    """The documents screen in the words of its user."""

    def __init__(self, plan: PlanPage) -> None:
        super().__init__(plan.qtbot, plan.window)
        self.plan = plan
        plan.step("Documenten")
        self.wait_for_page()

    @property
    def screen(self) -> DocumentsPage:
        assert isinstance(self.plan.page, DocumentsPage)
        return self.plan.page

    @property
    def image(self) -> QImage:
        return self.screen.preview.sheet.image

    @property
    def spoken(self) -> str:
        return self.screen.preview.sheet.accessibleName()

    def wait_for_page(self, name: str = "") -> None:
        """Wait until a page is shown, or the one of this name."""
        self.qtbot.waitUntil(lambda: not self.image.isNull() and name in self.spoken, timeout=PATIENCE)

    def wait_for_another(self, before: QImage) -> None:
        """Wait until something else is shown."""
        self.qtbot.waitUntil(lambda: not self.image.isNull() and self.image != before, timeout=PATIENCE)

    def save(self, dialogs: ChosenFiles, path: Path) -> bytes:
        """Save the document and return what was written."""
        dialogs.answer = path
        self.click("Opslaan als PDF…")
        self.qtbot.waitUntil(lambda: self.sees(f"Opgeslagen als {path.name}."), timeout=PATIENCE)
        return path.read_bytes()


@pytest.fixture
def papers(plan: PlanPage) -> PapersPage:
    return PapersPage(plan)


def test_the_documents_are_listed_with_version_and_state(papers: PapersPage, plan: PlanPage) -> None:
    rows = papers.screen.listing.rows
    assert list(rows) == [spec.id for spec in documents(plan.session.guideline)]
    first = next(iter(rows.values()))
    assert first.isChecked()
    assert first.accessibleDescription() == "versie 0.1, Concept"
    assert papers.sees("Concept", first)


def test_what_is_shown_is_what_is_saved(
    papers: PapersPage, plan: PlanPage, dialogs: ChosenFiles, tmp_path: Path
) -> None:
    shown = papers.image
    saved = papers.save(dialogs, tmp_path / "Stuk.pdf")
    assert papers.button("Opslaan als PDF…").hasFocus(), "saving took the focus away"
    spec = documents(plan.session.guideline)[0]
    assert dialogs.asked[-1].name == f"{plan.session.file_name} - {spec.title}.pdf"
    assert saved == print_document(plan.session, spec.id)
    again = leaves_of_pdf(saved).draw(0, papers.screen.preview.zoom)
    assert again.image == shown
    assert again.text == papers.screen.preview.sheet.accessibleDescription()


def test_giving_up_saves_nothing_and_a_place_that_cannot_be_written_is_said(
    papers: PapersPage, dialogs: ChosenFiles, tmp_path: Path
) -> None:
    papers.click("Opslaan als PDF…")
    assert not papers.sees("Opgeslagen als")
    dialogs.answer = tmp_path / "geen map" / "Stuk.pdf"
    papers.click("Opslaan als PDF…")
    papers.qtbot.waitUntil(lambda: papers.sees("kon daar niet worden opgeslagen"), timeout=PATIENCE)
    assert papers.button("Opslaan als PDF…").isEnabled()
    assert papers.sees("De pdf is niet versleuteld.")


def test_pages_are_leafed_by_buttons_and_keys(papers: PapersPage) -> None:
    preview, bot = papers.screen.preview, papers.qtbot
    assert papers.spoken.startswith("Plan van aanpak, pagina 1 van ")
    assert not papers.button("Vorige bladzijde").isEnabled()
    papers.click("Volgende bladzijde")
    papers.wait_for_page("pagina 2 van")
    bot.keyClick(preview.desk, Qt.Key.Key_PageDown)
    papers.wait_for_page("pagina 3 van")
    bot.keyClick(preview.desk, Qt.Key.Key_PageUp)
    papers.wait_for_page("pagina 2 van")
    bot.keyClick(preview.desk, Qt.Key.Key_End)
    papers.qtbot.waitUntil(lambda: not papers.button("Volgende bladzijde").isEnabled())
    bot.keyClick(preview.desk, Qt.Key.Key_Home)
    papers.wait_for_page("pagina 1 van")


def test_the_page_fits_until_it_is_zoomed(papers: PapersPage) -> None:
    preview = papers.screen.preview
    room, before = preview.desk.viewport().size(), preview.sheet.size()
    assert before.width() <= room.width()
    assert before.height() <= room.height()
    fitting = preview.zoom
    papers.click("Groter")
    papers.qtbot.waitUntil(lambda: preview.sheet.width() > before.width())
    assert preview.zoom > fitting
    assert papers.sees(f"{round(preview.zoom * 100)}%")
    papers.qtbot.keyClick(preview.desk, Qt.Key.Key_Minus)
    papers.click("Hele pagina")
    papers.qtbot.waitUntil(lambda: preview.sheet.size() == before)
    assert preview.zoom == fitting


def test_another_document_and_another_reader(
    papers: PapersPage, plan: PlanPage, dialogs: ChosenFiles, tmp_path: Path
) -> None:
    spec = documents(plan.session.guideline)[1]
    papers.qtbot.keyClick(next(iter(papers.screen.listing.rows.values())), Qt.Key.Key_Down)
    papers.wait_for_page(f"{spec.title}, pagina 1")
    assert papers.screen.options.editions[spec.edition].isChecked()
    before = papers.image
    papers.qtbot.mouseClick(papers.button("Openbaar"), LEFT)
    papers.wait_for_another(before)
    assert "Openbaar" in papers.screen.preview.sheet.accessibleDescription()
    saved = papers.save(dialogs, tmp_path / "Open.pdf")
    assert saved == print_document(plan.session, spec.id, Confidentiality.O)
    assert saved != print_document(plan.session, spec.id)


def test_the_preview_follows_the_answers_and_keeps_the_page(papers: PapersPage, plan: PlanPage) -> None:
    name = Cell(PLAN_ROW, plan.session.guideline.role("plan_name"))
    before = papers.image
    plan.session.set(name, Answer("Een heel andere naam"))
    papers.wait_for_another(before)
    assert "Een heel andere naam" in papers.screen.preview.sheet.accessibleDescription()
    papers.click("Volgende bladzijde")
    papers.wait_for_page("pagina 2 van")
    plan.step("Voorbereiding")
    shown = papers_of(plan).preview.sheet
    plan.session.set(name, Answer("Derde naam"))
    QApplication.processEvents()
    plan.step("Documenten")
    papers.qtbot.waitUntil(lambda: "Derde naam" in shown.accessibleDescription(), timeout=PATIENCE)
    assert "pagina 2 van" in papers.spoken


def papers_of(plan: PlanPage) -> DocumentsPage:
    assert plan.window.plan is not None
    return plan.window.plan.findChildren(DocumentsPage)[0]


def test_what_is_still_open_is_counted_and_leads_to_the_points(papers: PapersPage, plan: PlanPage) -> None:
    assert papers.sees("staat ‘nog open’.")
    papers.click("Open punten bekijken")
    assert isinstance(plan.page, PointsPage)


def test_what_takes_long_says_so_and_can_be_stopped(papers: PapersPage, plan: PlanPage) -> None:
    busy = Event()
    plan.window.plan.desk.worker.run(plan.page, busy.wait, lambda _: None)  # type: ignore[union-attr]
    papers.qtbot.mouseClick(papers.button("Openbaar"), LEFT)
    assert not papers.sees("Het document wordt gemaakt…")
    papers.qtbot.waitUntil(lambda: papers.sees("Het document wordt gemaakt…"))
    papers.click("Annuleren")
    assert papers.sees("Het voorbeeld is niet gemaakt.")
    assert papers.image.isNull()
    busy.set()
    papers.click("Alsnog maken")
    papers.wait_for_page("Plan van aanpak, pagina 1")
    assert not papers.sees("Het voorbeeld is niet gemaakt.")


def test_saving_does_not_wait_for_the_preview(
    papers: PapersPage, plan: PlanPage, dialogs: ChosenFiles, tmp_path: Path
) -> None:
    name = Cell(PLAN_ROW, plan.session.guideline.role("plan_name"))
    plan.session.set(name, Answer("Vlak voor het opslaan"))
    QApplication.processEvents()
    saved = papers.save(dialogs, tmp_path / "Nu.pdf")
    assert saved == print_document(plan.session, documents(plan.session.guideline)[0].id)
    assert "Vlak voor het opslaan" in pages(saved)[0]
