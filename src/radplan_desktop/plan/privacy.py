"""Points at what looks like data about persons in free text. It warns and never blocks; what it knows is shape, not meaning.

Time grows with the length of the text: every pattern is bounded, and context is a fixed number of characters around a match. How
well it does is measured on the sentences of ``tests/data/privacy.toml`` and written in ``docs/privacy.md``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from radplan_desktop.plan import privacy_numbers, privacy_people, privacy_places
from radplan_desktop.plan.privacy_context import Span


class PrivacyKind(StrEnum):
    """What a piece of text looks like."""

    BSN = "bsn"
    IBAN = "iban"
    PHONE = "phone"
    PLATE = "plate"
    BIRTH_DATE = "birth_date"
    ADDRESS = "address"
    INITIALS = "initials"


@dataclass(frozen=True, slots=True)
class Finding:
    """A piece of text, as positions in it, with the Dutch sentence for the user."""

    kind: PrivacyKind
    start: int
    end: int
    message: str


MESSAGES = {
    PrivacyKind.BSN: "Dit lijkt op een burgerservicenummer. Haal het weg: het hoort niet in een plan.",
    PrivacyKind.IBAN: "Dit is een rekeningnummer. Is het van een persoon, haal het dan weg.",
    PrivacyKind.PHONE: "Dit lijkt op een mobiel nummer. Noem liever het algemene nummer van de organisatie.",
    PrivacyKind.PLATE: "Dit lijkt op een kenteken. Haal het weg: het wijst één persoon aan.",
    PrivacyKind.BIRTH_DATE: "Dit lijkt op een geboortedatum. Noem liever een leeftijdsgroep, zoals 15 tot 18 jaar.",
    PrivacyKind.ADDRESS: "Dit lijkt op een woonadres. Noem liever de wijk.",
    PrivacyKind.INITIALS: "Hier lijkt één persoon bedoeld, ook zonder naam. Beschrijf liever de groep of het gedrag.",
}

_FINDERS: tuple[tuple[PrivacyKind, Callable[[str], Iterable[Span]]], ...] = (
    (PrivacyKind.IBAN, privacy_numbers.ibans),
    (PrivacyKind.PHONE, privacy_numbers.phones),
    (PrivacyKind.PLATE, privacy_numbers.plates),
    (PrivacyKind.BSN, privacy_numbers.citizen_numbers),
    (PrivacyKind.BIRTH_DATE, privacy_people.birth_dates),
    (PrivacyKind.ADDRESS, privacy_places.addresses),
    (PrivacyKind.INITIALS, privacy_people.initials),
)


def findings(text: str) -> tuple[Finding, ...]:
    """Return what looks like data about persons, in the order of the text. Of two that overlap the surer kind stands."""
    return tuple(sorted(_without_overlap(text), key=lambda finding: finding.start))


def _without_overlap(text: str) -> Iterator[Finding]:
    taken = bytearray(len(text))
    for kind, finder in _FINDERS:
        for start, end in finder(text):
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                yield Finding(kind, start, end, MESSAGES[kind])
