from __future__ import annotations

import re

import pytest

from radplan_desktop import dossier
from radplan_desktop.dossier import DossierError, ForkedError, InUseError, errors
from radplan_desktop.dossier.verify import SENTENCES, Fault, Problem

PLAIN = [kind for kind in DossierError.__subclasses__() if kind not in (ForkedError, InUseError)]
FOREIGN = re.compile(
    r"\b(passphrase|hash|merge|sync|user|entry|dossier|wachtzin|fout|ongeldig|error|file|database)\b", re.IGNORECASE
)


def sentences() -> list[str]:
    made = [kind().sentence for kind in PLAIN]
    problems = [Problem(fault, "pagina 3").sentence for fault in Fault]
    return [
        *made,
        ForkedError("ab" * 16, 7).sentence,
        InUseError().sentence,
        InUseError("M. de Wit").sentence,
        *problems,
    ]


@pytest.mark.parametrize("sentence", sentences())
def test_every_sentence_is_plain_dutch(sentence: str) -> None:
    assert sentence.endswith((".", "?"))
    assert "!" not in sentence
    assert not FOREIGN.search(sentence)
    assert all(len(part.split()) <= 20 for part in re.split(r"[.?:;]\s", sentence))


def test_no_two_blames_share_a_sentence_and_all_stand_at_the_door() -> None:
    assert len({kind().sentence for kind in PLAIN}) == len(PLAIN)
    assert set(SENTENCES) == set(Fault)
    named = {name for name in vars(errors) if name.endswith("Error")}
    assert named <= set(dossier.__all__)


def test_an_error_is_its_sentence_and_a_fork_is_named() -> None:
    assert str(InUseError("M. de Wit")) == InUseError("M. de Wit").sentence
    assert "M. de Wit" in InUseError("M. de Wit").sentence
    assert "abababab" in ForkedError("ab" * 16, 7).sentence
    assert "stap 7" in ForkedError("ab" * 16, 7).sentence


def test_a_name_that_is_not_there_is_missing_as_usual() -> None:
    with pytest.raises(AttributeError):
        _ = dossier.Nothing
