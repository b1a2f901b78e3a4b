"""What the program points at in free text, measured on labelled sentences, and that it stays quick on any text."""

import re
import time
import tomllib
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from radplan_desktop.plan.privacy import MESSAGES, PrivacyKind, findings
from radplan_desktop.plan.privacy_numbers import passes_eleven

ROOT = Path(__file__).resolve().parent.parent.parent
MEGABYTE = 1_000_000
SECONDS_FOR_A_MEGABYTE = 30  # a busy two-core machine needs two; what is not linear needs hours

HOSTILE = ("0", "a", "Aa ", "A.", "1-1-2001 ", "AB12 AB12 ", "geb. 1-1-2001 ")


@dataclass(frozen=True)
class Sentence:
    text: str
    kinds: frozenset[str]


def labelled() -> list[Sentence]:
    data = tomllib.loads((ROOT / "tests/data/privacy.toml").read_text("utf-8"))
    mixed = [Sentence(row["text"], frozenset(row["kinds"])) for row in data["with"].pop("mixed")]
    single = [Sentence(text, frozenset({kind})) for kind, texts in data["with"].items() for text in texts]
    return single + mixed + [Sentence(text, frozenset()) for text in data["without"]["sentences"]]


def found(text: str) -> frozenset[str]:
    return frozenset(finding.kind.value for finding in findings(text))


def documented(name: str) -> float:
    text = (ROOT / "docs/privacy.md").read_text("utf-8")
    match = re.search(rf"\| {name} \| ([0-9.]+) \|", text)
    assert match is not None
    return float(match[1])


def test_the_labelled_set_is_large_and_balanced() -> None:
    sentences = labelled()
    with_data = sum(bool(sentence.kinds) for sentence in sentences)
    assert len(sentences) >= 200
    assert 0.4 < with_data / len(sentences) < 0.6
    assert frozenset().union(*(sentence.kinds for sentence in sentences)) == {kind.value for kind in PrivacyKind}
    assert len({sentence.text for sentence in sentences}) == len(sentences)


def test_precision_and_recall_are_what_the_document_says() -> None:
    right = wrong = missed = 0
    for sentence in labelled():
        kinds = found(sentence.text)
        right += len(kinds & sentence.kinds)
        wrong += len(kinds - sentence.kinds)
        missed += len(sentence.kinds - kinds)
    assert right / (right + wrong) >= documented("precision")
    assert right / (right + missed) >= documented("recall")


@pytest.mark.parametrize("kind", list(PrivacyKind))
def test_every_kind_is_found_and_has_a_sentence_for_the_user(kind: PrivacyKind) -> None:
    sentences = [sentence for sentence in labelled() if kind.value in sentence.kinds]
    hits = sum(kind.value in found(sentence.text) for sentence in sentences)
    assert hits / len(sentences) >= 0.8
    assert MESSAGES[kind].endswith(".")
    assert "!" not in MESSAGES[kind]


def test_a_finding_points_at_the_number_itself() -> None:
    text = "Moeder is bereikbaar op 06-12345678, bsn 999912355."
    assert [text[finding.start : finding.end] for finding in findings(text)] == ["06-12345678", "999912355"]


def test_findings_come_in_order_and_never_overlap() -> None:
    text = " ".join(sentence.text for sentence in labelled())
    spans = [(finding.start, finding.end) for finding in findings(text)]
    assert len(spans) > 100
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


def test_a_word_after_an_account_number_is_not_part_of_it() -> None:
    text = "IBAN NL91 ABNA 0417 1643 00 over te maken"
    assert [text[finding.start : finding.end] for finding in findings(text)] == ["NL91 ABNA 0417 1643 00"]


def test_one_wrong_digit_is_no_citizen_number() -> None:
    valid = [number for number in range(999_912_000, 999_913_000) if passes_eleven(str(number))]
    assert len(valid) > 80
    assert not any(passes_eleven(str(number + 1)) for number in valid if number % 10 < 9)


def test_an_empty_text_has_no_findings() -> None:
    assert findings("") == ()


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_megabyte_of_any_text_is_read_in_linear_time(piece: str) -> None:
    text = piece * (MEGABYTE // len(piece))
    start = time.perf_counter()
    findings(text)
    assert time.perf_counter() - start < SECONDS_FOR_A_MEGABYTE
