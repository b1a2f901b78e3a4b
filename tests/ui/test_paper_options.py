"""The documents screen: what is on paper is ticked, what changed since the version is counted."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from radplan_desktop.plan.values import PLAN_ROW, Answer, Cell
from tests.documents.reading import pages
from tests.ui.conftest import ChosenFiles
from tests.ui.pages import PlanPage
from tests.ui.probes import LEFT
from tests.ui.test_documents import PapersPage

APPENDIX = "Bijlage over de zeven lessen"
PRINTED = "hoe de zeven lessen zijn verwerkt"


@pytest.fixture
def papers(plan: PlanPage) -> PapersPage:
    papers = PapersPage(plan)
    papers.screen.listing.choose("plan_van_aanpak")
    papers.wait_for_page("Plan van aanpak")
    return papers


def test_what_is_not_ticked_is_neither_shown_nor_saved(
    papers: PapersPage, dialogs: ChosenFiles, tmp_path: Path
) -> None:
    whole = " ".join(pages(papers.save(dialogs, tmp_path / "heel.pdf")))
    tick = papers.screen.options.choices[APPENDIX]
    assert tick.isChecked()
    papers.qtbot.mouseClick(tick, LEFT, pos=tick.rect().center())
    papers.qtbot.waitUntil(lambda: not tick.isChecked())
    lean = " ".join(pages(papers.save(dialogs, tmp_path / "kort.pdf")))
    assert PRINTED in " ".join(whole.split())
    assert PRINTED not in " ".join(lean.split())


def test_the_ticks_of_a_document_are_remembered(papers: PapersPage) -> None:
    papers.qtbot.keyClick(papers.screen.options.choices[APPENDIX], Qt.Key.Key_Space)
    papers.screen.listing.choose("evaluatieafspraken")
    assert APPENDIX not in papers.screen.options.choices
    papers.screen.listing.choose("plan_van_aanpak")
    assert not papers.screen.options.choices[APPENDIX].isChecked()
    assert all(one.isChecked() for name, one in papers.screen.options.choices.items() if name != APPENDIX)


def test_what_changed_since_the_version_is_counted_and_is_not_called_adopted(
    papers: PapersPage, plan: PlanPage
) -> None:
    roles, first = plan.session.guideline.role, papers.screen.listing.rows["plan_van_aanpak"]
    adopted = roles("status_adopted").partition(".")[2]
    plan.session.set(Cell(PLAN_ROW, roles("status")), Answer(adopted))
    plan.session.version("1.0", "vastgesteld door het college")
    papers.qtbot.waitUntil(lambda: first.accessibleDescription() == "versie 1.0, Vastgesteld", timeout=20_000)
    plan.session.set(Cell(PLAN_ROW, roles("plan_name")), Answer("Een andere naam"))
    said = "versie 1.0 · 1 wijziging daarna, Gewijzigd"
    papers.qtbot.waitUntil(lambda: first.accessibleDescription() == said, timeout=20_000)
