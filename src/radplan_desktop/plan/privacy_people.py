"""Birth dates, and one person who is meant without a name ("leerling X")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from radplan_desktop.plan.privacy_context import Span, before

_MONTH = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_DATE = re.compile(
    r"(?<![\w-])(?:\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d"
    rf"|\d{{1,2}} (?:{_MONTH}) (?:19|20)\d\d)(?![\w-])",
    re.IGNORECASE,
)
_BIRTH = re.compile(r"\b(geboren|geboortedatum|geboortedag|geboorte|geb)\b[^\d]{0,30}$")
_BIRTHDAY = re.compile(r"\b(jarig|verjaardag) op $")
_COHORT = re.compile(r"\b(tussen|voor|vóór|na|vanaf|tot|sinds|uit|tijdens|idee|plan|aanpak|initiatief|netwerk)\b")

_PERSON = (
    "leerling|jongere|jongen|meisje|deelnemer|deelneemster|cliënt|client|moeder|vader|ouder|broer|zus|zusje|broertje|student|inwoner|melder"
    "|persoon|betrokkene|zoon|dochter|scholier|kind|verdachte|vriend|vriendin|buurman|buurvrouw"
)
_NAMED_BY_LETTER = re.compile(
    rf"(?i:\b(?:{_PERSON})(?:en|s)?) [A-Z](?:\.(?: (?:de|van|el|al)(?= [A-Z]\.))?(?: ?[A-Z]\.)?|(?![\w'’-]))"
)
_TITLE_AND_LETTER = re.compile(
    r"\b(?i:mevr|mw|dhr|mevrouw|meneer|de heer)\.? [A-Z]\.(?! ?(?:[A-Z]|van|de|den|der|el|al|ten|ter)\b| ?[A-Z])"
)
_RANGE = re.compile(r" ?(tot|t/m|-|–)")
_INITIALS_WITH_AGE = re.compile(r"(?<![\w.])(?:[A-Z]\.){1,3} ?\((?:1\d|[2-9]\d|\d)(?: jaar| jr\.?|)\)")
_LABEL = re.compile(r"\b(optie|bijlage|groep|variant|plan|partij|deel|punt|hoofdstuk) $")


def birth_dates(text: str) -> Iterator[Span]:
    """Yield whole dates that are called a birth date. A range of years of birth is a target group, not a person."""
    for match in _DATE.finditer(text):
        context = before(text, match.start(), 60)
        found = _BIRTH.search(context) or _BIRTHDAY.search(context)
        if found and not _COHORT.search(context[found.start() :]):
            yield match.span()


def initials(text: str) -> Iterator[Span]:
    """Yield a person named by a letter ("leerling X", "mevr. K."), and initials with an age."""
    for match in _NAMED_BY_LETTER.finditer(text):
        if not _RANGE.match(text, match.end()):
            yield match.span()
    yield from (match.span() for match in _TITLE_AND_LETTER.finditer(text))
    for match in _INITIALS_WITH_AGE.finditer(text):
        if not _LABEL.search(before(text, match.start(), 20)):
            yield match.span()
