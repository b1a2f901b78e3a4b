"""The logo of the municipality on the cover, whatever file was added; and how much a document says is open."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from radplan_desktop.documents import render_pdf
from radplan_desktop.documents.emblem import LARGEST_BYTES, LARGEST_SIDE, PRINTED_SIDE, emblem
from radplan_desktop.documents.story import Cover
from radplan_desktop.guideline import Confidentiality
from tests.documents.reading import story, world
from tests.documents.test_signing import PEOPLE, ROWS

RED = (200, 20, 30)


def image(kind: str = "PNG", size: tuple[int, int] = (300, 120), mode: str = "RGB") -> bytes:
    """Return an image file of one colour; with transparency its left half is transparent."""
    made = Image.new(mode, size, RED if mode == "RGB" else (0, 180, 180, 0) if mode == "CMYK" else (*RED, 255))
    if mode == "RGBA":
        made.paste((0, 0, 0, 0), (0, 0, size[0] // 2, size[1]))
    file = BytesIO()
    made.save(file, kind)
    return file.getvalue()


def images_on_the_cover(logo: bytes) -> list[tuple[int, int]]:
    """Return the sizes of the images on the first page, and see that none is transparent."""
    said = {("plan", "bijlage"): {"blob": "a" * 64, "name": "logo.png", "type": "image/png"}}
    with pikepdf.open(BytesIO(render_pdf(story(world(said), logo=logo)))) as pdf:
        found = pdf.pages[0].get_images()
        assert not any("/SMask" in image for image in found.values())
        return [(int(image.Width), int(image.Height)) for image in found.values()]


@pytest.mark.parametrize(
    "logo",
    [image(), image("JPEG"), image("JPEG", mode="CMYK"), image(mode="RGBA")],
    ids=["png", "jpeg", "cmyk", "transparent"],
)
def test_a_logo_stands_on_the_cover(logo: bytes) -> None:
    assert images_on_the_cover(logo) == [(300, 120)]


def test_a_logo_is_opaque_and_no_larger_than_print_needs() -> None:
    made = emblem(image(size=(3000, 1000), mode="RGBA"))
    assert made is not None
    assert (made.mode, max(made.size)) == ("RGB", PRINTED_SIDE)
    assert made.getpixel((10, 10)) == (255, 255, 255)
    assert made.getpixel((PRINTED_SIDE - 10, 10)) == RED


@pytest.mark.parametrize(
    "logo",
    [
        b"",
        b"geen afbeelding",
        image()[:60],
        image()[:-30],
        image("GIF"),
        image("TIFF"),
        image() + b"\0" * LARGEST_BYTES,
        image(size=(LARGEST_SIDE + 1, 2)),
        image().replace((300).to_bytes(4, "big"), (0x7FFFFFFF).to_bytes(4, "big"), 1),
    ],
    ids=["nothing", "text", "head", "cut off", "gif", "tiff", "heavy", "wide", "bomb"],
)
def test_what_cannot_be_a_logo_leaves_our_own_emblem(logo: bytes) -> None:
    assert emblem(logo) is None
    assert images_on_the_cover(logo) == []


def test_a_logo_is_left_out_of_an_edition_that_may_not_show_it() -> None:
    of = world()
    strict = of.guideline.fields["bijlage"].confidentiality
    covers = [story(of, edition, logo=b"x").blocks[0] for edition in Confidentiality]
    assert [isinstance(one, Cover) and one.emblem for one in covers] == [
        b"x" if e >= strict else b"" for e in Confidentiality
    ]


def test_a_document_knows_how_many_answers_are_still_open_in_it() -> None:
    empty = story(world())
    assert empty.open > 0
    assert story(world({("plan", "doel"): "Iets."})).open == empty.open - 1
    assert story(world({("plan", "dag"): "2026-11-12"})).open < empty.open
    assert story(world(PEOPLE, ROWS)).open == empty.open - 1
