"""The screens beside the route of an open plan, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from radplan_desktop.ui.about.page import AboutPage
from radplan_desktop.ui.choices import Choices
from radplan_desktop.ui.desk import Desk
from radplan_desktop.ui.history.page import HistoryPage
from radplan_desktop.ui.overview.page import OverviewPage
from radplan_desktop.ui.places import Screen
from radplan_desktop.ui.preferences.page import PreferencesPage
from radplan_desktop.ui.search.page import SearchPage


def asides(desk: Desk, choices: Choices, parent: QWidget) -> Mapping[Screen, Callable[[], QWidget]]:
    """Return how each screen is made."""
    return {
        Screen.OVERVIEW: lambda: OverviewPage(desk, parent),
        Screen.HISTORY: lambda: HistoryPage(desk),
        Screen.SEARCH: lambda: SearchPage(desk),
        Screen.PREFERENCES: lambda: PreferencesPage(desk, choices),
        Screen.ABOUT: AboutPage,
    }
