"""Make ``resources/wordlist-nl.txt`` anew: 7,776 ordinary Dutch words, none the beginning of another, no two that sound the same.

Sources, by package name: Debian ``wdutch`` (which words exist), Debian ``wamerican`` (which of them are English), and npm
``@zxcvbn-ts/language-nl-be`` (which are common). ``wordlist-left-out.txt`` says which words nobody should be handed.

    python packaging/make_wordlist.py /usr/share/dict/dutch /usr/share/dict/american-english node_modules/@zxcvbn-ts/language-nl-be
"""

from __future__ import annotations

import json
import re
import sys
from bisect import bisect_left
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SIZE = 6**5
PLAIN = re.compile(r"[a-z]{4,9}")
CLOSED = re.compile(r"(.*)(aa|ee|oo|uu)([^aeiou])")
OPEN = re.compile(r"(.*[^aeiou])([aeou])([^aeiou])")
VOICED = {"f": "v", "s": "z"}
ADJECTIVE_END = re.compile(r".*(ig|lijk|zaam|baar|aal|eel|ief|isch|ant|ent|iek)")
SOUNDS = [
    (re.compile(written), heard)
    for written, heard in (
        *(
            ("ij", "ei"),
            ("ou", "au"),
            ("ch", "g"),
            ("ph", "f"),
            ("c", "k"),
            ("x", "ks"),
            ("y", "i"),
            ("v", "f"),
            ("z", "s"),
        ),
        *(("dt?$", "t"), ("b$", "p"), (r"([^aeiou])\1$", r"\1")),
    )
]
PARTICIPLE = re.compile(r"(\w{2,4})?ge\w+[dt]|(be|ver|ont|her)\w+d")
STRONG_PAST = re.compile(
    r"\w{2,}(bood|bracht|brak|bleef|deed|dook|dreef|droeg|drong|gaf|ging|had|hield|krast|kreeg|kwam|liep|liet|nam|riep|schoof|schreef"
    r"|sloeg|sloot|sprak|stak|stierf|stond|stoot|trad|trof|trok|viel|ving|vond|wees|wierp|won|woog|zag|zat|zet|zit|zocht|zond|zong)"
)
INFLECTED = re.compile(r"(ge|be|ver|ont|her|over|onder).*|.*(je|en|jes)")


class Lexicon:
    """The Dutch words, with the tests that tell a dictionary form from an inflected one. Dutch is only guessed at here."""

    def __init__(self, words: set[str], common: set[str]) -> None:
        self.words = words
        self.common = common
        plain = [word for word in words if word.isascii() and word.isalpha() and word.islower()]
        self._forward = sorted(plain)
        self._backward = sorted(word[::-1] for word in plain)

    def compounds(self, word: str) -> int:
        """Return how many longer words begin or end with this one: a word that builds words is a known word."""
        return _longer(self._forward, word) + _longer(self._backward, word[::-1])

    def has_diminutive(self, word: str) -> bool:
        """Return whether the list knows a diminutive, which only a noun has."""
        forms = {word + "je", word + "tje", word + "etje", word + "pje", word[:-1] + "kje", word + word[-1] + "etje"}
        return bool(forms & self.words) or (word[-1] in "aou" and word + word[-1] + "tje" in self.words)

    def has_plural(self, word: str) -> bool:
        """Return whether the list knows a plural of the word."""
        forms = {word + "s", word + word[-1] + "en", word + "n" if word[-1] == "e" else word + "en"}
        if word[-1] in VOICED:
            forms.add(word[:-1] + VOICED[word[-1]] + "en")
        if closed := CLOSED.fullmatch(word):
            stem, vowel, end = closed.groups()
            forms |= {stem + vowel[0] + end + "en", stem + vowel[0] + VOICED.get(end, end) + "en"}
        return bool(forms & self.words)

    def has_comparative(self, word: str) -> bool:
        """Return whether the word has degrees, as an adjective has."""
        forms = {word + "er", word + word[-1] + "er"}
        if closed := CLOSED.fullmatch(word):
            forms.add(closed[1] + closed[2][0] + closed[3] + "er")
        return bool(forms & self.words) and bool({word + "st", word + "t"} & self.words)

    def is_verb_form(self, word: str) -> bool:
        """Return whether the word is (also) the third person or the past of a verb."""
        third = word[-1] == "t" and word[:-1] in self.words and bool({word + "e", word[:-1] + "de"} & self.words)
        past = word[-2:] in {"de", "te"} and (
            "ge" + word[:-1] in self.words or word[:-1] in self.words or word[:-2] in self.words
        )
        return third or past

    def is_infinitive(self, word: str) -> bool:
        """Return whether a participle shows that the word is a verb."""
        stem = word.removesuffix("en")
        return stem != word and bool({f"ge{stem}t", f"ge{stem}d", f"ge{word}"} & self.words)

    def is_inflected_adjective(self, word: str) -> bool:
        """Return whether the final e was added to another word."""
        stem, stems = word[:-1], {word[:-1]}
        if found := OPEN.fullmatch(stem):
            end = {"v": "f", "z": "s"}.get(found[3], found[3])
            stems.add(found[1] + found[2] * 2 + end)
        if stem[-1] == stem[-2]:
            stems.add(stem[:-1])
        if stem[-1] in "vz":
            stems.add(stem[:-1] + {"v": "f", "z": "s"}[stem[-1]])
        return bool(stems & self.words)

    def is_ordinary(self, word: str) -> bool:
        """Return whether the word is a dictionary form that people know."""
        if self.is_verb_form(word) or (word[-2:] in {"oe", "ie"} and word + "t" in self.words):
            return False
        if self.has_diminutive(word):
            return True
        if word[-1] == "e":
            inflected = word.endswith(("je", "de")) or self.is_inflected_adjective(word)
            return not inflected and self._is_known(word, 3) and self.has_plural(word)
        if word.endswith("en"):
            return word in self.common and self.is_infinitive(word) and not self.is_verb_form(word[:-1])
        return self._is_ordinary_stem(word)

    def _is_ordinary_stem(self, word: str) -> bool:
        if word + "t" in self.words or PARTICIPLE.fullmatch(word) or STRONG_PAST.fullmatch(word):
            return False
        if self.has_comparative(word):
            return word in self.common or ADJECTIVE_END.fullmatch(word) is not None
        if word not in self.common and INFLECTED.fullmatch(word):
            return False
        return self.has_plural(word) and self.compounds(word) > 0 and self._is_known(word, 2)

    def _is_known(self, word: str, compounds: int) -> bool:
        return word in self.common or self.compounds(word) >= compounds


def _longer(ordered: list[str], start: str) -> int:
    return bisect_left(ordered, start + "{") - bisect_left(ordered, start) - 1


def beginnings_removed(ordered: list[str], spare: int) -> list[str]:
    """Keep the shorter word when at most ``spare`` longer ones begin with it, else keep the longer ones."""
    kept: list[str] = []
    at = 0
    while at < len(ordered):
        end = at + 1
        while end < len(ordered) and ordered[end].startswith(ordered[at]):
            end += 1
        longer = beginnings_removed(ordered[at + 1 : end], spare)
        kept += [ordered[at]] if len(longer) <= spare else longer
        at = end
    return kept


def sound(word: str) -> str:
    """Return a spelling in which words that sound alike on the telephone are the same."""
    for written, heard in SOUNDS:
        word = written.sub(heard, word)
    return word


def one_of_each_sound(words: list[str]) -> list[str]:
    """Keep the first of the words that sound alike."""
    first: dict[str, str] = {}
    for word in words:
        first.setdefault(sound(word), word)
    return list(first.values())


def main(dutch: Path, english: Path, frequencies: Path) -> None:
    """Write the list."""
    lists = {path.stem: json.loads(path.read_text("utf-8")) for path in (frequencies / "src").glob("*.json")}
    names = {name.lower() for name in lists["boysFirstnames"] + lists["girlsFirstnames"]}
    lexicon = Lexicon(set(dutch.read_text("utf-8").split()), set(lists["commonWords"]) | set(lists["wikipedia"]))
    foreign = set(english.read_text("utf-8").split())
    lines = (ROOT / "packaging/wordlist-left-out.txt").read_text("utf-8").splitlines()
    left_out = re.compile("|".join(part for line in lines if not line.startswith("#") for part in line.split()))
    words = sorted(
        word
        for word in lexicon.words
        if PLAIN.fullmatch(word)
        and not left_out.fullmatch(word)
        and ((word not in names and word not in foreign) or lexicon.has_diminutive(word))
        and lexicon.is_ordinary(word)
    )
    free = beginnings_removed(words, spare=1)
    ranked = sorted(free, key=lambda word: (word not in lexicon.common, -lexicon.compounds(word), word))
    best = one_of_each_sound(ranked)[:SIZE]
    (ROOT / "resources/wordlist-nl.txt").write_text("\n".join(sorted(best)) + "\n", "utf-8", newline="\n")
    print(f"{len(words)} ordinary words, {len(free)} of them no beginning of another, {len(best)} written")


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:4]))
