"""What stands on which page: the order of the questions, and what is missing, doubled or unexplained there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from radplan_desktop.guideline.errors import FormError
from radplan_desktop.guideline.model import Field, Group, Guideline, Kind, Register, View
from radplan_desktop.guideline.tables import Entry

Card = Field | Group | Register


@dataclass(slots=True)
class Layout:
    """The order in which everything is asked: ``position`` of each field, group and register that stands on a page."""

    position: dict[str, int] = field(default_factory=dict)
    placed: set[str] = field(default_factory=set)
    twice: set[str] = field(default_factory=set)
    group_of: dict[str, Group] = field(default_factory=dict)

    def see(self, name: str) -> None:
        """Note that something can be seen here, perhaps not for the first time."""
        self.position.setdefault(name, len(self.position))

    def put(self, name: str) -> None:
        """Note that something is asked here, which may happen once."""
        self.see(name)
        (self.twice if name in self.placed else self.placed).add(name)


def cards_of(guideline: Guideline) -> tuple[Card, ...]:
    """Return everything that is a card, or part of one, on a page."""
    return (*guideline.fields.values(), *guideline.groups.values(), *guideline.registers.values())


def layout_of(guideline: Guideline) -> Layout:
    """Return the order in which the pages ask everything."""
    layout = Layout()
    for section in guideline.sections:
        for item in section.items():
            match item:
                case Field() | Register():
                    layout.put(item.id)
                case View():
                    layout.see(item.register)
                case Group():
                    layout.put(item.id)
                    for name in item.fields:
                        layout.put(name)
                        layout.group_of[name] = item
    return layout


def placing(guideline: Guideline, layout: Layout, entries: Mapping[str, Entry]) -> Iterator[FormError]:
    """Yield what stands on no page, stands there twice, or stands there without its question or explanation."""
    for card in cards_of(guideline):
        entry = entries[card.id]
        if card.id in layout.twice:
            yield entry.wrong("", "Dit staat twee keer op een pagina.", "Haal het ergens weg, of gebruik een view.")
        if not isinstance(card, Group) and card.retired:
            continue
        if card.id not in layout.position:
            yield entry.wrong("", "Dit staat op geen enkele pagina.", "Zet het bij items, of schrijf retired = true.")
        elif card.id not in layout.group_of:
            yield from _unexplained(card, entry)


def _unexplained(card: Card, entry: Entry) -> Iterator[FormError]:
    if "help" not in entry.data:
        kind = entry.path.partition(".")[0]
        yield entry.wrong("help", "De toelichting ontbreekt.", f'Voeg [{kind}.help] toe met why = "…".')
    if isinstance(card, Field) and card.kind is not Kind.DERIVED and "question" not in entry.data:
        yield entry.wrong("question", "De vraag ontbreekt.", 'Voeg een regel question = "…" toe.')
