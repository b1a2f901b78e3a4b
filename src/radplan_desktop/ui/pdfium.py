"""The pages of a PDF as PDFium draws them. It knows nothing of Qt, so that WORK may load it when the first PDF is shown.

PDFium is not safe for threads and keeps what it opened, so one lock is around every use of it, and every use opens and closes
the document: for bytes in memory that takes a fraction of a millisecond.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import NamedTuple

import pypdfium2

from radplan_desktop.acts.refusals import CannotRead

NO_PDF = "Dit bestand is geen leesbare pdf. Sla een kopie op en open die in een ander programma."
_PDFIUM = Lock()


class Drawn(NamedTuple):
    """A page as it was drawn: rows of ``stride`` bytes, four (blue, green, red, nothing) for each pixel; and the text on it."""

    pixels: bytes
    width: int
    height: int
    stride: int
    text: str


def sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """Return width and height of every page, in points. Raises CannotRead."""
    with _opened(pdf) as document:
        found = tuple(document.get_page_size(page) for page in range(len(document)))
    if not found:
        raise CannotRead(NO_PDF)
    return found


def draw(pdf: bytes, page: int, scale: float) -> Drawn:
    """Draw a page (0 is the first) at ``scale`` pixels for a point. Raises CannotRead."""
    with _opened(pdf) as document:
        return _drawn(document[page], scale)


def _drawn(page: pypdfium2.PdfPage, scale: float) -> Drawn:
    try:
        bitmap = page.render(scale=scale, prefer_bgrx=True)
        pixels, width, height, stride = bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride
        bitmap.close()
        words = page.get_textpage()
        text = words.get_text_bounded()
        words.close()
    finally:
        page.close()
    return Drawn(pixels, width, height, stride, text)


@contextmanager
def _opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    with _PDFIUM:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError:
            raise CannotRead(NO_PDF) from None
        try:
            yield document
        except pypdfium2.PdfiumError:
            raise CannotRead(NO_PDF) from None
        finally:
            document.close()
