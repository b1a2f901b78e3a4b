"""Home addresses: a street with a house number, unless the sentence says that an organisation is there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from radplan_desktop.plan.privacy_context import Span, before

_STREET_END = (
    "straat|laan|weg|plein|kade|gracht|singel|dijk|hof|pad|steeg|dreef|plantsoen|markt|wal|haven|zoom|boulevard|ring"
)
_NUMBER = (
    r" (?P<number>\d{1,4})(?:-?[a-df-zA-Z]| (?:[a-df-z]|bis|hs|I{1,3})|-\d{1,3})?(?!\w)"
    r"(?P<postcode>,? (?:postcode )?[1-9]\d{3} ?[A-Z]{2}\b)?"
)
_STREET = re.compile(rf"\b(?:[A-Z][\w'’-]{{0,30}}(?:{_STREET_END})|(?:{_STREET_END.title()})){_NUMBER}")
_PLACE = re.compile(rf"(?<![\w'’-])(?:['’]t )?[A-Z][\w'’.-]{{1,20}}(?: [\w'’.-]{{1,20}}){{0,3}}?{_NUMBER}")
_HOME = re.compile(
    r"\b(woont|wonen|wonend|woonachtig|woonde|woonadres|thuisadres|huisadres|adres|ingeschreven|verblijft|slaapt|huisbezoek|huurt|thuis)\b"
)
_ORGANISATION = re.compile(
    r"buurthuis|wijkcentrum|stadhuis|gemeentehuis|bibliotheek|kantoor|locatie|bezoekadres|postadres|vergader|zaal|moskee|kerk|school"
    r"|\broc\b|politie|gevestigd|stichting|gebouw|centrum|club|werkgroep|postbus|receptie|loket|museum|theater|hotel|winkel|bureau|balie"
    r"|instituut|opvang|inloop|\bggd\b|\bggz\b|\bhuis (?:van|voor)\b"
)
_VISITED = re.compile(
    r",? (is|zijn|elke|iedere) (elke|iedere|open|geopend|dagelijks)\b|,? (inloop|spreekuur|open|geopend)\b"
)
_COUNTED = re.compile(
    r"( tot \d| (keer|x|week|weken|dagen|maanden|jaar|uur|stappen|gesprekken|bijeenkomsten|jongeren|ouders|personen|mensen"
    r"|deelnemers|leerlingen|scholen|euro|leden)\b)"
)
_YEAR = re.compile(r"(19|20)\d\d")


def addresses(text: str) -> Iterator[Span]:
    """Yield home addresses."""
    for match in _STREET.finditer(text):
        if not _is_count(text, match) and not _belongs_to_organisation(text, *match.span()):
            yield match.span()
    for match in _PLACE.finditer(text):
        if not _is_count(text, match) and _home_is_last(before(text, match.start("number"), 60)):
            yield match.span()


def _is_count(text: str, match: re.Match[str]) -> bool:
    """Return whether the number counts something, or is a year."""
    if match["postcode"]:
        return False
    return _YEAR.fullmatch(match["number"]) is not None or _COUNTED.match(text, match.end()) is not None


def _belongs_to_organisation(text: str, start: int, end: int) -> bool:
    context = before(text, start, 80)
    if _VISITED.match(text, end):
        return True
    return _ORGANISATION.search(context) is not None and not _home_is_last(context)


def _home_is_last(context: str) -> bool:
    """Return whether a word for living somewhere stands after the last word for an organisation."""
    home = max((match.end() for match in _HOME.finditer(context)), default=-1)
    organisation = max((match.end() for match in _ORGANISATION.finditer(context)), default=-1)
    return home > organisation
