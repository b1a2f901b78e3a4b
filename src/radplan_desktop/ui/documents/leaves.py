"""What can be leafed through: the pages of a PDF, or one image. Everything stays in memory; nothing is written anywhere.

WORK draws. What it needs of Qt is therefore named here at the top, and not when it is first used (decision 0027).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from radplan_desktop.acts.refusals import CannotRead
from radplan_desktop.ui import heavy

DPI, POINTS = 96, 72
MOST_PIXELS = 40_000_000
"""A page is never drawn larger than this, whatever size it says it has."""
LARGEST_SIDE = 8000
IMAGES = frozenset({b"png", b"jpeg", b"gif", b"bmp"})
NO_IMAGE = "Deze afbeelding is niet te lezen. Sla een kopie op en open die in een ander programma."
_KEEP = Qt.AspectRatioMode.KeepAspectRatio
_SMOOTH, _READ = Qt.TransformationMode.SmoothTransformation, QIODevice.OpenModeFlag.ReadOnly
_COLOURS = QImage.Format.Format_RGB32


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
        drawn = heavy.draw_pdf(self.pdf, page, fitting * DPI / POINTS)
        shown = QImage(drawn.pixels, drawn.width, drawn.height, drawn.stride, _COLOURS)
        return Leaf(shown.copy(), drawn.text)


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
        return Leaf(self.image.scaled(size, _KEEP, _SMOOTH))


def leaves_of_pdf(pdf: bytes) -> PdfLeaves:
    """Return the pages of a PDF. Raises CannotRead."""
    sizes = heavy.pdf_sizes(pdf)
    return PdfLeaves(pdf, tuple((max(1.0, w * DPI / POINTS), max(1.0, h * DPI / POINTS)) for w, h in sizes))


def leaves_of_image(data: bytes) -> ImageLeaves:
    """Return an image, upright as its camera meant it. Raises CannotRead."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(_READ)
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
