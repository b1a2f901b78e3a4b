"""Passphrases: six words from the shipped list, and how hard one that a person made up would be to guess."""

from __future__ import annotations

import math
import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from radplan_desktop.host.assets import resource

WORDS = 6
LONGEST = 72  # what the estimator looks at; more characters only make it stronger
ENOUGH = 3
# Guesses as powers of ten. A guess costs an attacker 256,000 rounds of SHA-512: about a million guesses a second for a room full of
# graphics cards, so 10^18 is thirty thousand years of that.
STEPS = (6, 12, 18, 22)
LABELS = ("Te zwak", "Zwak", "Nog niet sterk genoeg", "Sterk genoeg", "Zeer sterk")
ADVISED_WORDS = 5
NEXT_WORD = {5: "zesde", 6: "zevende", 7: "achtste"}

# What a word adds, as a power of ten. The estimator knows no Dutch: alone it takes a Dutch word for random letters.
LISTED, UNLISTED, COMMON, REPEATED = 3.9, 4.3, 2.0, 0.5
SHORT = 3
OTHER_CHARACTER = 1.5
_COMMONEST = (
    "nul twee drie vier vijf zeven acht negen tien twaalf honderd duizend maandag dinsdag woensdag donderdag "
    "vrijdag zaterdag zondag januari februari maart april juni juli augustus september oktober november december "
    "lente zomer herfst winter mijn jouw onze deze maar niet voor naar over onder altijd nooit veel heel geen "
    "gaat hebben wordt komt goed mooi lief klein groot geheim geheime wachtwoord welkom hallo code sleutel open "
    "nederland holland gemeente plan"
)
COMMONEST = frozenset(_COMMONEST.split())

HINTS = {
    "known": "Er staat een naam of woord uit uw plan in. Dat raadt iemand die u kent snel.",
    "passwords": "Dit lijkt op een wachtwoord dat veel mensen gebruiken.",
    "spatial": "Een rij toetsen naast elkaar is makkelijk te raden.",
    "repeat": "Herhalen maakt een wachtwoord niet sterker.",
    "sequence": "Een rij zoals abc of 123 is makkelijk te raden.",
    "date": "Een datum of jaartal is makkelijk te raden.",
}


@dataclass(frozen=True, slots=True)
class Strength:
    """How hard a passphrase is to guess: 0 to 4 (bars), a label and one or two sentences of advice, both Dutch."""

    score: int
    label: str
    advice: str

    @property
    def enough(self) -> bool:
        """Whether it is strong enough to protect a plan."""
        return self.score >= ENOUGH


@cache
def wordlist() -> tuple[str, ...]:
    """Return the 7,776 words (12.9 bits each; six make 77 bits), sorted."""
    return tuple(resource("wordlist-nl.txt").read_text("utf-8").split())


@cache
def _wordset() -> frozenset[str]:
    return frozenset(wordlist())


def generate(words: int = WORDS) -> str:
    """Return that many words drawn by the operating system's random source, with a space between them."""
    return " ".join(secrets.choice(wordlist()) for _ in range(words))


def tidy(code: str) -> str:
    """Return a dictated transfer code as it was generated: lower case, single spaces."""
    return " ".join(code.casefold().split())


def unknown_words(code: str) -> tuple[str, ...]:
    """Return the words of a transfer code that the list does not have: they were misheard or mistyped."""
    return tuple(word for word in tidy(code).split(" ") if word and word not in _wordset())


def strength(passphrase: str, known: Iterable[str] = ()) -> Strength:
    """Estimate a passphrase. ``known`` are words an acquaintance would try: the plan's name, the municipality, the officer.

    The words of the shipped list count as words, not as random letters. Takes a few milliseconds, up to thirty for a long one.
    """
    if not passphrase:
        return Strength(0, LABELS[0], "")
    familiar = [part for text in known for part in text.casefold().split() if len(part) > 2]  # noqa: PLR2004 - not "de", "in"
    found = _estimator()(passphrase[:LONGEST], [*familiar, *wordlist()])
    guesses = min(found["guesses_log10"], _by_words(passphrase))
    score = sum(guesses >= step for step in STEPS)
    hint = "" if score >= ENOUGH else _hint(found["sequence"], set(familiar))
    return Strength(score, LABELS[score], " ".join(filter(None, (_size(passphrase, score), hint))))


def _by_words(passphrase: str) -> float:
    """Return the guesses that trying words one after another takes, as a power of ten; without bound for a single word."""
    words = passphrase.casefold().split()
    if len(words) == 1:
        return math.inf
    return sum(_word_adds(word) for word in set(words)) + REPEATED * (len(words) - len(set(words)))


def _word_adds(word: str) -> float:
    if not word.isalpha():
        return OTHER_CHARACTER * len(word)
    if len(word) <= SHORT or word in COMMONEST:
        return min(COMMON, OTHER_CHARACTER * len(word))
    return LISTED if word in _wordset() else UNLISTED


def _estimator() -> Callable[..., dict[str, Any]]:
    from zxcvbn import zxcvbn  # noqa: PLC0415 - a heavy library, loaded when a passphrase is first weighed

    return zxcvbn  # type: ignore[no-any-return]


def _size(passphrase: str, score: int) -> str:
    words, characters = len(passphrase.split()), len(passphrase)
    size = f"{words} {'woord' if words == 1 else 'woorden'}, {characters} {'teken' if characters == 1 else 'tekens'}."
    if score < ENOUGH:
        longer = "Neem een zin van minstens vijf woorden." if words < ADVISED_WORDS else "Kies minder gewone woorden."
        return f"{size} {longer}"
    if score == ENOUGH and words in NEXT_WORD:
        return f"{size} Een {NEXT_WORD[words]} woord maakt de zin nog sterker."
    return size


def _hint(sequence: list[dict[str, Any]], familiar: set[str]) -> str:
    if any(match.get("matched_word") in familiar for match in sequence):
        return HINTS["known"]
    patterns = (match.get("dictionary_name") or match["pattern"] for match in sequence)
    return next((HINTS[pattern] for pattern in patterns if pattern in HINTS), "")
