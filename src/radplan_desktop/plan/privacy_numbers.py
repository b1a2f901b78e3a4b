"""Numbers that point at one person: citizen service numbers, bank accounts, mobile phones and licence plates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from radplan_desktop.plan.privacy_context import Span, after, before

_NINE = re.compile(
    r"(?<![\w/-])(?<!\d[.,])(?:\d{8,9}|\d{3}([. ])\d{3}\1\d{3}|\d{4}([. ])\d{2}\2\d{3})(?![\w/-]|[.,]\d)"
)
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_CITIZEN = re.compile(r"\bbsn\b|burgerservice|sofi", re.IGNORECASE)
_CASE = re.compile(
    r"(zaak|kenmerk|kvk|rsin|btw|factuur|order|inboek|project|document|registratie|polis|klant|contract|isbn|dossier|bestel|besluit"
    r"|offerte|meldings?|referentie|kostenplaats)[\w -]{0,12}(nummer|nr\.?)?[ :#(]{0,3}$|€ ?$"
)
_AMOUNT = re.compile(r" ?(euro\b|EUR\b|,-)")

_IBAN = re.compile(r"(?<![\w-])[A-Za-z]{2}\d{2}(?:[ -]?[A-Za-z0-9]{4}){2,7}(?:[ -]?[A-Za-z0-9]{1,3})?(?![A-Za-z0-9])")
_IBAN_LENGTHS = {
    country: int(length)
    for length, countries in {
        "15": "NO", "16": "BE", "18": "DK FI NL", "19": "SI", "20": "AT EE LT LU", "21": "CH HR LI LV",
        "22": "BG DE GB IE GE ME RS", "24": "CZ ES RO SE SK TN", "25": "PT", "26": "TR", "27": "FR GR IT MC SM",
        "28": "AL CY HU PL UA MA", "31": "MT",
    }.items()
    for country in countries.split()
}  # fmt: skip

_PHONE = re.compile(r"(?<![\w+])(?:(?:\+|00)31[ .-]{0,2}(?:\(0\) ?)?6|\(?06\)?)(?:[ ./-]{0,3}\d){8}(?!\d)")

_SHAPES = (
    "XX-99-99|99-99-XX|99-XX-99|XX-99-XX|XX-XX-99|99-XX-XX|99-XXX-9"
    "|9-XXX-99|XX-999-X|X-999-XX|XXX-99-X|X-99-XXX|9-XX-999|999-XX-9"
)
_PLATE = re.compile(rf"(?<![\w-])(?:{_SHAPES.replace('X', '[BDFGHJ-NPRSTV-Z]').replace('9', '[0-9]')})(?![\w-])")
_NAMED_PLATE = re.compile(
    r"\bkenteken(?:plaat)?[ :(]{1,3}((?=[a-z0-9-]{0,7}\d)(?=[a-z0-9-]{0,7}[a-z])[a-z0-9]{1,3}-?[a-z0-9]{1,3}-?[a-z0-9]{1,3})\b",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"(voorstel|besluit|nummer|nota|brief|formulier|model|versie|zaak|kenmerk|bijlage|document|norm|stuk|regeling)"
    r"[\w-]*( nr\.?)?[ :(]{1,2}$"
)


def citizen_numbers(text: str) -> Iterator[Span]:
    """Yield numbers of nine digits that pass the eleven test, and any that is called a citizen service number."""
    for match in _NINE.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        context = before(text, match.start(), 40)
        named = _CITIZEN.search(context) is not None
        if named or (passes_eleven(digits) and not _is_case(text, match, context)):
            yield match.span()


def passes_eleven(digits: str) -> bool:
    """Return whether there are nine digits that pass the eleven test of citizen service numbers."""
    if len(digits) != len(_WEIGHTS):
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True))
    return total % 11 == 0 and int(digits) > 0


def _is_case(text: str, match: re.Match[str], context: str) -> bool:
    return _CASE.search(context) is not None or _AMOUNT.match(after(text, match.end(), 6)) is not None


def ibans(text: str) -> Iterator[Span]:
    """Yield account numbers whose check digits are right."""
    for match in _IBAN.finditer(text):
        length = _valid_length(match[0])
        if length:
            yield match.start(), match.start() + length


def _valid_length(written: str) -> int:
    """Return how many characters of a candidate are an account number, 0 when none are: a word after it may be in it."""
    plain = "".join(character for character in written if character.isalnum()).upper()
    length = _IBAN_LENGTHS.get(plain[:2], len(plain) + 1)
    if length > len(plain) or not _passes_97(plain[:length]):
        return 0
    return _written_length(written, length)


def _passes_97(account: str) -> bool:
    turned = account[4:] + account[:4]
    return int("".join(str(int(character, 36)) for character in turned)) % 97 == 1


def _written_length(written: str, characters: int) -> int:
    for position, character in enumerate(written):
        characters -= character.isalnum()
        if characters == 0:
            return position + 1
    return len(written)


def phones(text: str) -> Iterator[Span]:
    """Yield mobile numbers (06). Numbers of organisations are left alone."""
    return (match.span() for match in _PHONE.finditer(text))


def plates(text: str) -> Iterator[Span]:
    """Yield Dutch licence plates written with dashes, and what is called a licence plate."""
    for match in _PLATE.finditer(text):
        if _PAPER.search(before(text, match.start(), 30)) is None:
            yield match.span()
    for match in _NAMED_PLATE.finditer(text):
        yield match.span(1)
