"""What stands on the pages of a PDF."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from radplan_desktop.charts.measure import width
from radplan_desktop.charts.scene import Weight
from radplan_desktop.documents import Story, render_pdf
from radplan_desktop.documents.glyphs import BOX, printable
from radplan_desktop.documents.story import Heading, SignatureBlocks
from tests.documents.reading import pages, squeezed, story, texts, world
from tests.documents.test_signing import PEOPLE, ROWS

LONG = 200_000


def missing(printed: Story) -> list[str]:
    """Return the texts of a story that cannot be found on the pages."""
    read = squeezed("".join(pages(render_pdf(printed), body=True)))
    return [text for text in texts(printed) if squeezed(text) not in read]


def test_the_same_story_gives_the_same_bytes_in_any_thread() -> None:
    printed = story(world(PEOPLE, ROWS))
    made: list[bytes] = []
    threads = [threading.Thread(target=lambda: made.append(render_pdf(printed))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(made) == {render_pdf(printed)}


def test_only_the_bundled_font_is_used_and_it_is_embedded() -> None:
    with pikepdf.open(BytesIO(render_pdf(story(world(PEOPLE, ROWS))))) as pdf:
        fonts = [font for font in pdf.objects if isinstance(font, pikepdf.Dictionary) and font.get("/Type") == "/Font"]
        used = {str(font.BaseFont) for font in fonts if "/FontDescriptor" in font}
        assert used
        assert all("SourceSans3" in name for name in used)
        assert all("/FontFile2" in font.FontDescriptor for font in fonts if "/FontDescriptor" in font)
        assert pdf.docinfo["/Title"] == "Proefplan Plan zonder naam"
        assert pdf.Root.Lang == "nl-NL"


def test_no_page_falls_back_on_a_font_that_is_not_embedded() -> None:
    with pikepdf.open(BytesIO(render_pdf(story(world())))) as pdf:
        for page in pdf.pages:
            names = {str(op.operands[0]) for op in pikepdf.parse_content_stream(page) if str(op.operator) == "Tf"}
            fonts = [page.Resources.Font[name] for name in names]
            assert all("SourceSans3" in str(font.BaseFont) for font in fonts)


def test_markup_in_an_answer_is_text() -> None:
    said = {("plan", "naam"): "<b>& &amp; <a href='x'>", ("plan", "doel"): "<para> <img src='/etc/passwd'/> &#65;"}
    assert missing(story(world(said))) == []


def test_head_and_foot_name_the_document_its_version_and_its_code() -> None:
    of = world({("plan", "naam"): "Samen sterk", ("plan", "gemeente"): "Lindeveld"})
    draft = pages(render_pdf(story(of, concept=True)))
    adopted = pages(render_pdf(story(of)))
    code = story(of).stamp.fingerprint[:16].upper()
    for number, page in enumerate(draft, 1):
        flat = " ".join(page.split())
        assert "Proefplan Samen sterk · versie 1.3 · 12-11-2026 · Vertrouwelijk" in flat
        assert f"controlecode {code[:4]} {code[4:8]} {code[8:12]} {code[12:]}" in flat
        assert f"{number} / {len(draft)}" in flat
    assert all("Gemeente Lindeveld · Proefplan Samen sterk" in page for page in draft[1:])
    assert all("Concept" in page for page in draft)
    assert not any("Concept" in page for page in adopted)


def test_the_contents_know_the_pages() -> None:
    printed = story(world(PEOPLE, ROWS))
    read = pages(render_pdf(printed), body=True)
    contents = " ".join(read[1].split())
    chapters = [block for block in printed.blocks if isinstance(block, Heading) and block.level == 1]
    for chapter in chapters:
        found = re.search(rf"{re.escape(chapter.text)} (\d+)", contents)
        assert found is not None
        assert f"{chapter.number} {chapter.text}".strip() in " ".join(read[int(found[1]) - 1].split())


def test_signature_blocks_and_the_code_stand_on_one_page() -> None:
    of = world(PEOPLE, ROWS)
    page = next(page for page in pages(render_pdf(story(of))) if "H. Boersma" in page)
    assert page.count("Handtekening") == 2
    assert "Ondertekening" in page
    assert "Deze handtekeningen horen bij versie 1.3" in page
    assert "Stichting Welzijn Lindeveld" in page


def test_many_signatories_take_more_pages_and_no_block_is_cut() -> None:
    printed = story(world(PEOPLE, ROWS))
    place, blocks = next((n, block) for n, block in enumerate(printed.blocks) if isinstance(block, SignatureBlocks))
    many = SignatureBlocks(blocks.signers * 6, blocks.code)
    more = replace(printed, blocks=(*printed.blocks[:place], many, *printed.blocks[place + 1 :]))
    signed = [page for page in pages(render_pdf(more)) if "Handtekening" in page]
    assert sum(page.count("Handtekening") for page in signed) == len(many.signers)
    assert all(page.count("Handtekening") == page.count("Plaats") == page.count("Datum") for page in signed)
    assert "Deze handtekeningen horen bij" in signed[-1]


def test_a_long_table_repeats_its_heading_and_loses_no_row() -> None:
    rows = [f"{n:04d}" for n in range(1000)]
    said = {(row, "partij"): f"Partij {row}" for row in rows} | {(row, "taak"): f"Taak {row}" for row in rows}
    read = pages(render_pdf(story(world(said, {"partijen": rows}))), body=True)
    table = [page for page in read if "Taak 0" in page]
    assert len(table) > 10
    assert all(re.search(r"Partij\s+Taak", page) for page in table)
    assert re.findall(r"Taak (\d{4})", "".join(table)) == rows


@pytest.mark.parametrize(
    "text",
    ["woord " * 12_000, "x" * LONG, "regel\n" * 3000, "- punt\n" * 2000],
    ids=["words", "one word", "lines", "list"],
)
@pytest.mark.parametrize(
    "place", [("plan", "doel"), ("a", "taak"), ("a", "partij"), ("u", "vraag"), ("plan", "naam"), ("plan", "gemeente")]
)
def test_text_longer_than_a_page_prints_anywhere(place: tuple[str, str], text: str) -> None:
    printed = story(world({place: text}, {"partijen": ["a"], "uitkomsten": ["u"]}))
    read = squeezed("".join(pages(render_pdf(printed), body=True)))
    if place in {("plan", "doel"), ("a", "taak"), ("a", "partij")}:
        assert read.count("x") >= text.count("x")
        assert read.count("woord") >= text.count("woord")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x00b\x07c", "a b c"),
        ("een\ud800twee", f"een{BOX}twee"),
        ("een 🎉 feest", f"een {BOX} feest"),
        ("👩‍👩‍👧", BOX * 3),
        ("zacht\u00adafbreken", "zachtafbreken"),
        ("cafe\u0301", "café"),
        ("漢字 مرحبا", f"{BOX * 2} {BOX * 5}"),
        ("regel\u2028einde", "regel\neinde"),
        ("☑ ≥ → ½ €", "☑ ≥ → ½ €"),
    ],
)
def test_what_the_font_lacks_becomes_a_visible_box(text: str, shown: str) -> None:
    assert printable(text) == shown
    assert missing(story(world({("plan", "doel"): f"begin {text} einde", ("plan", "naam"): text}))) == []


def test_a_chart_that_is_too_tall_for_a_page_prints_as_a_table() -> None:
    rows = [f"s{n:02d}" for n in range(60)]
    of = world({(row, "subdoel"): f"Doel {row}" for row in rows}, {"subdoelen": rows})
    read = "".join(pages(render_pdf(story(of)), body=True))
    assert len(re.findall(r"Nr\s+Subdoel\s+Wie", read)) > 1
    assert read.count("nog te bepalen") == len(rows)


def test_a_chart_that_fits_prints_as_a_drawing() -> None:
    of = world({("i", "indicator"): "Cijfer", ("i", "begin"): "1", ("i", "doel"): "5"}, {"indicatoren": ["i"]})
    read = "".join(pages(render_pdf(story(of)), body=True))
    assert "nog niet gemeten" in read
    assert "Streefwaarde" not in read  # a title of the table that stands in for it


def test_the_last_row_of_a_table_is_never_alone_on_a_page() -> None:
    for count in range(30, 60):
        rows = [f"{n:02d}" for n in range(count)]
        of = world({(row, "partij"): f"Partij {row}" for row in rows}, {"partijen": rows})
        found = [len(re.findall(r"Partij \d\d", page)) for page in pages(render_pdf(story(of)), body=True)]
        assert 1 not in found


def test_an_empty_plan_prints() -> None:
    assert missing(story(world())) == []


def test_widths_of_lines_are_those_of_the_printed_font() -> None:
    render_pdf(story(world()))
    from reportlab.pdfbase.pdfmetrics import stringWidth  # noqa: PLC0415 - after the fonts are registered

    text = "Hé: dát is ‘zwart-wit’ – ½ €26.400 ☑ ≥ Ŷ"
    for weight, font in ((Weight.REGULAR, "SourceSans3-Regular"), (Weight.BOLD, "SourceSans3-Bold")):
        assert width(text, 11, weight) == pytest.approx(stringWidth(text, font, 11))


def test_composing_a_story_does_not_load_reportlab() -> None:
    code = "import sys, radplan_desktop.documents; sys.exit('reportlab' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
