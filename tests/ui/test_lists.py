"""Lines that begin with "- " are a list while one types, as they are on paper."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from radplan_desktop.ui.editors.text import GrowingText
from radplan_desktop.ui.look.theme import Look


@pytest.fixture
def text(qtbot: QtBot, look: Look) -> GrowingText:
    text = GrowingText()
    qtbot.addWidget(text)
    text.resize(400, 90)
    text.show()
    text.setFocus()
    return text


def typed(qtbot: QtBot, text: GrowingText, words: str) -> str:
    """Type words, and say what stands there."""
    for letter in words:
        qtbot.keyClick(text, Qt.Key.Key_Return) if letter == "\n" else qtbot.keyClicks(text, letter)
    return text.toPlainText()


def test_enter_goes_on_with_a_list_and_ends_it_on_an_empty_line(qtbot: QtBot, text: GrowingText) -> None:
    assert typed(qtbot, text, "Wij doen:\n- bellen\nschrijven\n\nKlaar") == "Wij doen:\n- bellen\n- schrijven\nKlaar"


def test_enter_is_an_ordinary_enter_elsewhere(qtbot: QtBot, text: GrowingText) -> None:
    assert typed(qtbot, text, "een\ntwee\n-drie\nvier") == "een\ntwee\n-drie\nvier"
    text.setPlainText("- bellen")
    assert typed(qtbot, text, "\n") == "\n- bellen", "before the dash a line comes above it"


def test_one_undo_takes_back_the_next_line(qtbot: QtBot, text: GrowingText) -> None:
    typed(qtbot, text, "- bellen\n")
    assert text.toPlainText() == "- bellen\n- "
    text.undo()
    assert text.toPlainText().startswith("- b")
    assert "\n" not in text.toPlainText()


def test_a_dot_is_drawn_where_the_dash_stands(qtbot: QtBot, text: GrowingText) -> None:
    def drawn(words: str) -> QImage:
        text.setPlainText(words)
        text.clearFocus()
        return text.grab().toImage()

    assert drawn("- bellen") != drawn("  bellen")
    assert drawn("- bellen") != drawn("bellen")
