"""Generated passphrases are strong and can be read over the telephone; an estimate never flatters."""

import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from radplan_desktop.host import passphrases
from radplan_desktop.host.passphrases import generate, strength, tidy, unknown_words, wordlist

ROOT = Path(__file__).resolve().parents[2]
WEAK = (
    *("", "ja", "welkom01", "qwertyuiop", "aaaaaaaaaaaaaaaaaaaa", "12-11-2026", "Wachtwoord2026!", "Tr0ub4dour&3"),
    *(
        "ik hou van jou",
        "een twee drie vier vijf zes",
        "dit is mijn geheime wachtwoord",
        "ja ja ja ja ja ja ja ja ja ja",
    ),
    *("abcdefghijklmnopqrstuvwxyz", "Lindeveld 2026", "x" * 5000),
)
STRONG = (
    "paarse fiets telt zeven kievieten",
    "zestien olifanten dansen langzaam in mijn keuken",
    "G7#kd9!wQzP2v&nLx0qR",
)


def test_the_list_has_7776_short_plain_words_each_once() -> None:
    words = wordlist()
    assert len(words) == 6**5 == len(set(words))
    assert all(re.fullmatch("[a-z]{4,9}", word) for word in words)
    assert list(words) == sorted(words)


def test_no_word_is_the_beginning_of_another() -> None:
    words = wordlist()
    assert not [pair for pair in pairwise(words) if pair[1].startswith(pair[0])]


def test_nothing_on_the_list_of_what_is_left_out_is_in_it() -> None:
    lines = (ROOT / "packaging/wordlist-left-out.txt").read_text("utf-8").splitlines()
    left_out = re.compile("|".join(part for line in lines if not line.startswith("#") for part in line.split()))
    assert not [word for word in wordlist() if left_out.fullmatch(word)]
    assert left_out.fullmatch("oorlog")


def test_a_generated_passphrase_is_six_words_of_the_list_and_another_every_time() -> None:
    made = {generate() for _ in range(50)}
    assert len(made) == 50
    assert all(len(passphrase.split(" ")) == 6 for passphrase in made)
    assert {word for passphrase in made for word in passphrase.split(" ")} <= set(wordlist())
    assert len(generate(4).split(" ")) == 4


def test_a_generated_passphrase_is_as_strong_as_the_scale_goes() -> None:
    found = strength(generate())
    assert (found.score, found.label) == (4, "Zeer sterk")
    assert strength(generate(5)).label == "Sterk genoeg"
    assert not strength(generate(4)).enough


@pytest.mark.parametrize("passphrase", WEAK)
def test_what_is_easily_guessed_is_not_strong_enough(passphrase: str) -> None:
    found = strength(passphrase, ["Lindeveld in gesprek", "gemeente Lindeveld"])
    assert not found.enough
    assert found.label in passphrases.LABELS[:3]


@pytest.mark.parametrize("passphrase", STRONG)
def test_a_sentence_of_one_s_own_or_a_long_random_one_is_enough(passphrase: str) -> None:
    assert strength(passphrase).enough


def test_the_advice_counts_and_says_what_helps() -> None:
    assert strength("paarse fiets telt zeven kievieten").advice == (
        "5 woorden, 33 tekens. Een zesde woord maakt de zin nog sterker."
    )
    assert strength("x").advice == "1 woord, 1 teken. Neem een zin van minstens vijf woorden."
    assert "lijkt op een wachtwoord dat veel mensen gebruiken" in strength("welkom01").advice


def test_a_name_from_the_plan_is_pointed_at() -> None:
    assert "uit uw plan" in strength("Zandwijk2026", ["gemeente Zandwijk"]).advice
    assert "uit uw plan" not in strength("Zandwijk2026").advice


def test_no_advice_shouts_or_speaks_english() -> None:
    texts = [*passphrases.LABELS, *passphrases.HINTS.values(), *(strength(weak).advice for weak in WEAK)]
    assert not [text for text in texts if "!" in text or re.search(r"\b(password|word|weak)\b", text)]


def test_a_dictated_code_is_tidied_and_a_wrong_word_is_named() -> None:
    code = generate()
    assert tidy(f"  {code.upper().replace(' ', '   ')}\n") == code
    assert unknown_words(code) == ()
    assert unknown_words(f"{code} Lantaarnpaal xyz") == ("lantaarnpaal", "xyz")


def test_the_estimator_is_loaded_only_when_it_is_used() -> None:
    program = (
        "import sys\nfrom radplan_desktop.host import passphrases\npassphrases.generate()\n"
        "assert 'zxcvbn' not in sys.modules\npassphrases.strength('x')\nassert 'zxcvbn' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
