"""What can be leafed through: the pages of a PDF, or one image. Everything stays in memory; nothing is written anywhere.

PDFium is not safe for threads and keeps what it opened, so one lock is around every use of it, and every use opens and closes
the document: for bytes in memory that takes a fraction of a millisecond. It is loaded with this module, when the first document
or attachment is shown (see ``ui.heavy``).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock
from typing import Protocol

import pypdfium2
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from radplan_desktop.acts.refusals import CannotRead

DPI, POINTS = 96, 72
MOST_PIXELS = 40_000_000
"""A page is never drawn larger than this, whatever size it says it has."""
LARGEST_SIDE = 8000
IMAGES = frozenset({b"png", b"jpeg", b"gif", b"bmp"})
NO_PDF = "Dit bestand is geen leesbare pdf. Sla een kopie op en open die in een ander programma."
NO_IMAGE = "Deze afbeelding is niet te lezen. Sla een kopie op en open die in een ander programma."
_KEEP = Qt.AspectRatioMode.KeepAspectRatio
_PDFIUM = Lock()


@dataclass(frozen=True, slots=True, eq=False)
class Leaf:
    """A page as it was drawn, and the text on it."""

    image: QImage
    text: str = ""


class Leaves(Protocol):
    """Pages to leaf through. ``draw`` may run on any thread."""

    @property
    def sizes(self) -> tuple[tuple[float, float], ...]:
        """Width and height of every page in pixels at 100 %."""

    def draw(self, page: int, scale: float) -> Leaf:
        """Draw a page (0 is the first) at this scale; 1 is 100 %. Raises CannotRead."""


@dataclass(frozen=True, slots=True)
class PdfLeaves:
    """The pages of a PDF."""

    pdf: bytes = field(repr=False)
    sizes: tuple[tuple[float, float], ...]

    def draw(self, page: int, scale: float) -> Leaf:
        """Draw a page and read its text."""
        width, height = self.sizes[page]
        fitting = min(scale, (MOST_PIXELS / max(1.0, width * height)) ** 0.5)
        with _opened(self.pdf) as document:
            return _leaf(document[page], fitting * DPI / POINTS)


@dataclass(frozen=True, slots=True, eq=False)
class ImageLeaves:
    """One image."""

    image: QImage = field(repr=False)

    @property
    def sizes(self) -> tuple[tuple[float, float], ...]:
        """The size of the image."""
        return ((float(self.image.width()), float(self.image.height())),)

    def draw(self, page: int, scale: float) -> Leaf:
        """Return the image at a scale."""
        del page
        size = QSize(max(1, round(self.image.width() * scale)), max(1, round(self.image.height() * scale)))
        size = size.boundedTo(QSize(LARGEST_SIDE, LARGEST_SIDE))
        return Leaf(self.image.scaled(size, _KEEP, Qt.TransformationMode.SmoothTransformation))


def leaves_of_pdf(pdf: bytes) -> PdfLeaves:
    """Return the pages of a PDF. Raises CannotRead."""
    with _opened(pdf) as document:
        sizes = tuple(document.get_page_size(page) for page in range(len(document)))
    if not sizes:
        raise CannotRead(NO_PDF)
    return PdfLeaves(pdf, tuple((max(1.0, w * DPI / POINTS), max(1.0, h * DPI / POINTS)) for w, h in sizes))


def leaves_of_image(data: bytes) -> ImageLeaves:
    """Return an image, upright as its camera meant it. Raises CannotRead."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()) not in IMAGES:
        raise CannotRead(NO_IMAGE)
    size = reader.size()
    if max(size.width(), size.height()) > LARGEST_SIDE:
        reader.setScaledSize(size.scaled(LARGEST_SIDE, LARGEST_SIDE, _KEEP))
    image = reader.read()
    if image.isNull():
        raise CannotRead(NO_IMAGE)
    return ImageLeaves(image)


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


def _leaf(page: pypdfium2.PdfPage, scale: float) -> Leaf:
    try:
        bitmap = page.render(scale=scale, prefer_bgrx=True)
        shown = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32)
        image = shown.copy()
        bitmap.close()
        words = page.get_textpage()
        text = words.get_text_bounded()
        words.close()
    finally:
        page.close()
    return Leaf(image, text)
