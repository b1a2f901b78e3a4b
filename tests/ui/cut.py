"""Whether a window shows all of its words: each widget with a text against the room it has, and in every widget around it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QWidget

from radplan_desktop.ui.look.plain import Elided
from radplan_desktop.ui.look.walking import LineButton

SLACK = 1


def faults(window: QWidget) -> Iterator[str]:
    """Yield a sentence for every word that is cut, every pair that overlaps and everything that scrolls sideways."""
    worded = [one for one in window.findChildren(QWidget) if isinstance(one, QLabel | QAbstractButton)]
    shown = [one for one in worded if one.isVisible() and name_of(one)]
    for one in shown:
        yield from lacking_room(one)
        yield from cut_off(one, window)
    yield from overlapping(shown)
    for area in window.findChildren(QAbstractScrollArea):
        if area.isVisible() and sideways(area):
            yield f"{type(area).__name__} {area.objectName()} scrolls sideways"


def name_of(one: QLabel | QAbstractButton) -> str:
    """Return what is written on it."""
    return one.text()


def needed(one: QLabel | QAbstractButton) -> QSize:
    """Return the least room in which all its words can be read, at the width it has."""
    if isinstance(one, Elided):
        return QSize(0, one.sizeHint().height())
    if isinstance(one, LineButton):
        return QSize(one.minimumSizeHint().width(), one.sizeHint().height())
    if isinstance(one, QLabel) and one.wordWrap():
        metrics = one.fontMetrics()
        longest = max((metrics.horizontalAdvance(word) for word in one.text().replace("/", "/ ").split()), default=0)
        return QSize(longest, one.heightForWidth(one.width()))
    if one.hasHeightForWidth():
        return QSize(one.minimumSizeHint().width(), one.heightForWidth(one.width()))
    return one.sizeHint()


def lacking_room(one: QLabel | QAbstractButton) -> Iterator[str]:
    """Yield what a widget needs when it has less."""
    room, need = one.size(), needed(one)
    if need.width() > room.width() + SLACK or need.height() > room.height() + SLACK:
        yield f"‘{name_of(one)}’ needs {need.width()}x{need.height()} and has {room.width()}x{room.height()}"


def cut_off(one: QWidget, window: QWidget) -> Iterator[str]:
    """Yield where a widget sticks out of one around it; what can be scrolled to may lie below."""
    place, around, scrolled = one.geometry(), one.parentWidget(), False
    while around is not None and one is not window:
        room = around.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
        scrolled = scrolled or isinstance(around.parentWidget(), QAbstractScrollArea)
        if place.left() < room.left() or place.right() > room.right():
            yield f"‘{name_of(one)}’ is cut at the side by {type(around).__name__} {around.objectName()}"  # type: ignore[arg-type]
            return
        if not scrolled and (place.top() < room.top() or place.bottom() > room.bottom()):
            yield f"‘{name_of(one)}’ is cut below by {type(around).__name__} {around.objectName()}"  # type: ignore[arg-type]
            return
        if around is window:
            return
        place, around = place.translated(around.pos()), around.parentWidget()


def overlapping(shown: list[QLabel | QAbstractButton]) -> Iterator[str]:
    """Yield the pairs in one parent that stand on each other."""
    families: dict[int, list[QLabel | QAbstractButton]] = {}
    for one in shown:
        families.setdefault(id(one.parentWidget()), []).append(one)
    for family in families.values():
        for place, one in enumerate(family):
            inner = one.geometry().adjusted(SLACK, SLACK, -SLACK, -SLACK)
            for other in family[place + 1 :]:
                if inner.intersects(QRect(other.geometry())):
                    yield f"‘{name_of(one)}’ and ‘{name_of(other)}’ overlap"


def sideways(area: QAbstractScrollArea) -> bool:
    """Whether something lies beside what is in sight."""
    bar = area.horizontalScrollBar()
    return bar.maximum() > bar.minimum() or (
        bar.isVisible() and area.horizontalScrollBarPolicy() is not Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    )
