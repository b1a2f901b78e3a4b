"""Every command of the window, as data. Menus, shortcuts and the list of keys come from this one list."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from PySide6 import QtGui

from radplan_desktop.host.preferences import TEXT_SIZES, Preferences, Theme
from radplan_desktop.ui.when import Actions, When

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QKeySequence
    from PySide6.QtWidgets import QMenu, QWidget


class Menu(StrEnum):
    """The menu a command stands in."""

    NONE = ""
    VIEW = "Weergave"


Holds = Callable[[Preferences], bool]
"""Whether something holds with what is chosen now."""


class Command(NamedTuple):
    """``action`` names what is done; the window and its screens say how (see ``actions`` of each).

    ``chosen`` is there for one of several that exclude each other; without ``possible`` it can always be done.
    """

    id: str
    title: str
    action: str
    shortcut: str = ""
    icon: str = ""
    when: When = When.ALWAYS
    menu: Menu = Menu.NONE
    chosen: Holds | None = None
    possible: Holds | None = None


def _wears(theme: Theme) -> Holds:
    return lambda now: now.theme is theme


def _below_largest(now: Preferences) -> bool:
    return now.text_size < max(TEXT_SIZES)


def _above_smallest(now: Preferences) -> bool:
    return now.text_size > min(TEXT_SIZES)


COMMANDS: tuple[Command, ...] = (
    Command("new", "Nieuw plan", "new_plan", "Ctrl+N", "file-plus", When.START),
    Command("open", "Planbestand openen", "open_file", "Ctrl+O", "folder-open", When.START),
    Command("close", "Plan sluiten", "close_plan", "Ctrl+W", "x", When.PLAN),
    Command("lock", "Vergrendelen", "lock", "Ctrl+L", "lock", When.PLAN),
    Command("save", "Opslaan (gebeurt ook vanzelf)", "save", "Ctrl+S", "save", When.PLAN),
    Command("undo", "Ongedaan maken", "undo", "Ctrl+Z", "undo-2", When.PLAN),
    Command("redo", "Opnieuw doen", "redo", "Ctrl+Y", "redo-2", When.PLAN),
    Command("previous", "Vorig onderdeel", "previous", "Ctrl+PgUp", "chevron-left", When.PLAN),
    Command("next", "Volgend onderdeel", "next", "Ctrl+PgDown", "chevron-right", When.PLAN),
    *(Command(f"step{n}", f"Onderdeel {n}", f"step{n}", f"Ctrl+{n}", "", When.PLAN) for n in range(1, 8)),
    Command("overview", "Overzicht", "overview", "Ctrl+0", "layout-dashboard", When.PLAN),
    Command("points", "Open punten", "points", "F7", "list-checks", When.PLAN),
    Command("gates", "Mijlpalen", "gates", "Shift+F7", "flag", When.PLAN),
    Command("next_point", "Volgend open punt", "next_point", "F8", "list-checks", When.PLAN),
    Command("documents", "Documenten afdrukken", "documents", "Ctrl+P", "printer", When.PLAN),
    Command("search", "Zoeken in alle antwoorden", "search", "Ctrl+F", "search", When.PLAN),
    Command("history", "Geschiedenis", "history", "Ctrl+H", "history", When.PLAN),
    Command("answer_menu", "N.v.t. of later bij deze vraag", "answer_menu", "Ctrl+.", "ellipsis", When.PLAN),
    Command("confirm", "Klaar met deze vraag of rij, verder", "confirm", "Ctrl+Enter", "", When.PLAN),
    Command("region", "Naar het volgende deel van het venster", "region", "F6", "", When.PLAN),
    Command("region_back", "Naar het vorige deel van het venster", "region_back", "Shift+F6", "", When.PLAN),
    Command("explanation", "Naar de toelichting, openen of inklappen", "explanation", "F1", "book-open", When.PLAN),
    Command("light", "Licht", "light", "", "sun", When.ALWAYS, Menu.VIEW, _wears(Theme.LIGHT)),
    Command("dark", "Donker", "dark", "", "moon", When.ALWAYS, Menu.VIEW, _wears(Theme.DARK)),
    Command("system", "Zoals dit systeem", "system", "", "monitor", When.ALWAYS, Menu.VIEW, _wears(Theme.SYSTEM)),
    Command("larger", "Tekst groter", "larger", "Ctrl++", "zoom-in", When.ALWAYS, Menu.VIEW, None, _below_largest),
    Command("smaller", "Tekst kleiner", "smaller", "Ctrl+-", "zoom-out", When.ALWAYS, Menu.VIEW, None, _above_smallest),
    Command("preferences", "Voorkeuren", "preferences", "Ctrl+,", "settings", When.ALWAYS, Menu.VIEW),
    Command("about", "Over RadPlan", "about", "", "info", When.ALWAYS, Menu.VIEW),
)

ALSO = {
    "Ctrl++": ("Ctrl+=",),
    "Ctrl+Y": ("Ctrl+Shift+Z",),
    "Ctrl+Enter": ("Ctrl+Return",),
    "Ctrl+PgUp": ("Ctrl+Shift+Tab",),
    "Ctrl+PgDown": ("Ctrl+Tab",),
}
"""The other keys that mean the same: plus without shift, redo as on other systems, both keys that are called Enter."""


def install(host: QWidget, actions: Actions, when: frozenset[When]) -> list[QAction]:
    """Give a widget the shortcuts of the commands whose actions it knows; return them, so that they can be taken away."""
    made = []
    for command in COMMANDS:
        if command.when in when and command.action in actions and command.shortcut:
            action = QtGui.QAction(command.title, host)
            action.setShortcuts([QtGui.QKeySequence(command.shortcut), *_also(command.shortcut)])
            action.triggered.connect(lambda _=False, act=actions[command.action]: act())
            host.addAction(action)
            made.append(action)
    return made


def _also(shortcut: str) -> list[QKeySequence]:
    """Return the other keys that mean the same."""
    return [QtGui.QKeySequence(other) for other in ALSO.get(shortcut, ())]


def fill_menu(menu: QMenu, which: Menu, actions: Actions, now: Preferences) -> None:
    """Put the commands of a menu in it: what is chosen now is marked, and what cannot be done now is off."""
    one_of = QtGui.QActionGroup(menu)
    for command in COMMANDS:
        if command.menu is which and command.action in actions:
            shown = f"{command.title}\t{command.shortcut}" if command.shortcut else command.title
            action = menu.addAction(shown, actions[command.action])
            action.setEnabled(command.possible is None or command.possible(now))
            if command.chosen is not None:
                action.setCheckable(True)
                action.setChecked(command.chosen(now))
                one_of.addAction(action)


def keys() -> list[tuple[str, str]]:
    """Return (title, keys) of every command with a shortcut; the seven steps are one line."""
    single = [(one.title, one.shortcut) for one in COMMANDS if one.shortcut and not one.id.startswith("step")]
    return [*single, ("Onderdeel 1 tot en met 7", "Ctrl+1 … Ctrl+7")]
