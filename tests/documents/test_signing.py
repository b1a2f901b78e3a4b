"""Who signs, and the appendix on the lessons."""

from __future__ import annotations

from radplan_desktop.documents.story import PageBreak, SignatureBlocks, Signer
from radplan_desktop.guideline import Confidentiality
from radplan_desktop.plan.answers import Answers
from tests.documents.reading import cells, story, texts, world

PEOPLE = {
    ("g", "naam"): "Gemeente Lindeveld",
    ("w", "naam"): "Welzijn",
    ("w", "voluit"): "Stichting Welzijn Lindeveld",
    ("p", "naam"): "H. Boersma",
    ("p", "functie"): "Wethouder",
    ("p", "organisatie"): "g",
    ("p", "namens"): "de burgemeester",
    ("q", "naam"): "S. Benali",
    ("q", "organisatie"): "w",
    ("1", "document"): "proef",
    ("1", "mens"): "p",
    ("1", "rol"): "kennis",
    ("2", "document"): "ander",
    ("2", "mens"): "q",
    ("3", "document"): "proef",
    ("3", "mens"): "q",
    ("3", "namens"): "namens het bestuur",
}
ROWS = {"organisaties": ["g", "w"], "mensen": ["p", "q"], "tekenaars": ["1", "2", "3"]}


def signing(of: Answers, edition: Confidentiality = Confidentiality.V) -> SignatureBlocks:
    """Return the blocks to sign."""
    (found,) = (block for block in story(of, edition).blocks if isinstance(block, SignatureBlocks))
    return found


def test_every_signatory_of_this_document_has_a_block_in_any_edition() -> None:
    of = world(PEOPLE, ROWS)
    wanted = (
        Signer("Gemeente Lindeveld, namens de burgemeester", "Kennis", "H. Boersma", "Wethouder"),
        Signer("Stichting Welzijn Lindeveld, namens het bestuur", "", "S. Benali", ""),
    )
    assert signing(of).signers == wanted
    assert signing(of, Confidentiality.O).signers == wanted


def test_without_signatories_it_says_so_and_keeps_the_code() -> None:
    printed = story(world())
    assert "Nog open: wie dit document ondertekent" in texts(printed)
    assert signing(world()).code.lead == "Deze handtekeningen horen bij versie 1.3 van ‘Proefplan’, met controlecode"


def test_signing_has_pages_of_its_own() -> None:
    assert sum(isinstance(block, PageBreak) for block in story(world(PEOPLE, ROWS)).blocks) == 2


def test_the_appendix_says_where_each_requirement_is_answered() -> None:
    of = world({("plan", "doel"): "Samen.", ("a", "partij"): "Welzijn"}, {"partijen": ["a"]})
    lesson = cells(story(of), "Les 1: Voorbereiding")
    assert lesson == [
        ["Wat de lessen vragen", "Waar u dit vindt"],
        ["Het vraagstuk is duidelijk.", "Hoofdstuk 1, 2"],
        ["De partijen zijn bekend.", "Hoofdstuk 2"],
        ["De uitkomsten zijn bekend.", "Hoofdstuk 2: nog open"],
    ]
    assert cells(story(of), "De lessen als geheel")[1] == ["De lessen staan erbij.", "Bijlage: de lessen"]
