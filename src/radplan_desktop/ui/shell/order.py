"""The order of the keyboard: what Tab comes to next is what stands next, in the order of the layouts, whenever it was made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QComboBox,
    QLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from radplan_desktop.ui.around import around, outward
from radplan_desktop.ui.editors.base import Editor
from radplan_desktop.ui.fields.box import FieldBox
from radplan_desktop.ui.look.panels import Card
from radplan_desktop.ui.look.walking import HELPS, LAST

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


def stops(inside: QWidget, now: QWidget | None = None) -> list[QWidget]:
    """Return everything inside a widget that Tab stops at, in order: in a card first what is asked, then its buttons.

    ``now`` has its place among them even where it is no stop (any more): it may just have been hidden. What scrolls is a stop of
    its own only when nothing in it is: then it can be read with the arrows.
    """
    if inside is now:
        return [inside, *(stop for child in _children(inside) for stop in stops(child))]
    if inside.isHidden() or not inside.isEnabled():
        return [now] if now is not None and inside.isAncestorOf(now) else []
    found = [stop for child in _children(inside) for stop in stops(child, now)]
    if isinstance(inside, Card | FieldBox):
        found.sort(key=lambda one: bool(one.property(LAST)) and _is_of(one, inside))
    if _takes_tab(inside) and not (found and isinstance(inside, QScrollArea)):
        found.insert(0, inside)
    return found


def _takes_tab(widget: QWidget) -> bool:
    group = widget.group() if isinstance(widget, QRadioButton) else None
    if group is not None:  # Tab goes to the chosen one, or else to the first; the arrows go to the others
        return widget is (group.checkedButton() or group.buttons()[0])
    return widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus


def _is_of(widget: QWidget, card: QWidget) -> bool:
    """Whether a button is of this card itself, and not of a field in it: that field has given it its place."""
    return next((one for one in outward(widget.parentWidget()) if isinstance(one, Card | FieldBox)), None) is card


def _children(widget: QWidget) -> Iterable[QWidget]:
    layout = widget.layout()
    if isinstance(widget, QScrollArea):
        return filter(None, (widget.widget(),))
    if isinstance(widget, QStackedWidget):
        return filter(None, (widget.currentWidget(),))
    if isinstance(widget, QSplitter):
        return [one for place in range(widget.count()) if (one := widget.widget(place)) is not None]
    if isinstance(widget, QAbstractScrollArea | QComboBox):
        return ()
    if layout is not None:
        return _laid_out(layout)
    return [child for child in widget.children() if isinstance(child, QWidget) and not child.isWindow()]


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)


def following(inside: Sequence[QWidget], now: QWidget, *, whole: bool = False) -> QWidget | None:
    """Return where Enter goes on to: the next thing to fill in or to press, past the buttons that only help with this one.

    From a line that is the next one of the same question, unless the ``whole`` question is done, as it is from anything else.
    None at the end.
    """
    later = inside[inside.index(now) + 1 :] if now in inside else inside
    mine = around(now, Editor)
    for stop in later:
        helps = isinstance(stop, QPushButton) and _helps(stop)
        same = mine is not None and mine.isAncestorOf(stop)
        if not helps and not (same and (whole or not isinstance(now, QLineEdit))):
            return stop
    return None


def _helps(button: QPushButton) -> bool:
    inside = around(button, Editor) is not None or isinstance(button.parentWidget(), QLineEdit)
    return inside or bool(button.property(LAST) or button.property(HELPS))
