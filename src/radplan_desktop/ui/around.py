"""From a widget to what is around it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtWidgets import QWidget

Kind = TypeVar("Kind", bound=QWidget)


def outward(widget: QWidget | None) -> Iterator[QWidget]:
    """Yield the widget itself, then what is around it, and so on up to its window."""
    while widget is not None:
        yield widget
        widget = widget.parentWidget()


def around(widget: QWidget | None, kind: type[Kind]) -> Kind | None:
    """Return the widget itself or the nearest one around it of this kind."""
    return next((one for one in outward(widget) if isinstance(one, kind)), None)
