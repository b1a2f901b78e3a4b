"""What the explanation beside the page says of a question. No Qt: the pane only shows it."""

from __future__ import annotations

from dataclasses import dataclass, field

from radplan_desktop.guideline.model import Field, Guideline, Help, Register, View
from radplan_desktop.ui.outline import Entry, Shown


@dataclass(frozen=True, slots=True)
class Explanation:
    """``about`` is the question's number and name; ``choices`` are (label, meaning) pairs of its list."""

    about: str
    hint: str = ""
    why: str = ""
    tip: str = ""
    example: str = ""
    check: tuple[str, ...] = ()
    choices: tuple[tuple[str, str], ...] = field(default=())


class Explains:
    """A widget that knows what the explanation beside the page should say while the focus is in it."""

    def explanation(self) -> Explanation | None:
        """Return the explanation; None leaves the one that stands."""
        raise NotImplementedError


def explain(guideline: Guideline, entry: Entry, column: Field | None = None) -> Explanation:
    """Return the explanation of a card; of one field on it, or one column of its rows, when the focus is there."""
    about, text = entry.heading, _help(guideline, entry)
    if column is None:
        column = entry.item if isinstance(entry.item, Field) else None
        return _with(Explanation(about), text, column, guideline)
    own = column.help
    if column is entry.item:
        return _with(Explanation(about), own or text, column, guideline)
    named = about if about.endswith(column.label) else f"{about}: {column.label}"
    shown = Explanation(named, hint=column.hint)
    return _with(shown, own or text, column, guideline)


def _help(guideline: Guideline, entry: Entry) -> Help | None:
    item = entry.item
    if isinstance(item, Shown):
        return None
    if isinstance(item, View) and item.help is None:
        return guideline.registers[item.register].help
    return item.help


def _with(shown: Explanation, text: Help | None, asked: Field | None, guideline: Guideline) -> Explanation:
    text = text or Help("")
    known = guideline.lists[asked.choices].choices if asked is not None and asked.choices else ()
    meanings = tuple((choice.label, choice.hint) for choice in known if choice.hint and not choice.retired)
    return Explanation(shown.about, shown.hint, text.why, text.tip, text.example, text.check, meanings)


def register_of(guideline: Guideline, item: Register | View) -> Register:
    """Return the register that an item shows, whole or in part."""
    return guideline.registers[item.register] if isinstance(item, View) else item
