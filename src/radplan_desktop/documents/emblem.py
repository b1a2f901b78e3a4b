"""The logo of a municipality as it can be printed: any file may have been added, so it is looked at before it is trusted."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageOps

LARGEST_BYTES = 5 * 1024 * 1024
LARGEST_SIDE = 4000
"""Pixels; a larger image is no logo, and small files can hold very large ones."""
PRINTED_SIDE = 700
"""Pixels that remain of the longest side: enough for 300 dots per inch on the cover."""
FORMATS = ("PNG", "JPEG")


@lru_cache(maxsize=4)
def emblem(data: bytes) -> Image.Image | None:
    """Return an image file as an opaque image ready for print; None when it is none, too large, or damaged.

    What is transparent becomes white: paper is, and transparency makes printers draw a whole page as one picture.
    """
    if not data or len(data) > LARGEST_BYTES:
        return None
    try:
        with Image.open(BytesIO(data), formats=FORMATS) as image:
            if max(image.size) > LARGEST_SIDE:
                return None
            return _opaque(image)
    except (
        OSError,
        ValueError,
        SyntaxError,
        ArithmeticError,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
    ):
        return None


def _opaque(image: Image.Image) -> Image.Image:
    image.load()
    turned = ImageOps.exif_transpose(image).convert("RGBA")
    turned.thumbnail((PRINTED_SIDE, PRINTED_SIDE))
    white = Image.new("RGBA", turned.size, "white")
    white.alpha_composite(turned)
    return white.convert("RGB")
