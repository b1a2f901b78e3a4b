"""What a document says, and what it leaves out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from radplan_desktop.charts.edition import Edition
from radplan_desktop.documents import compose
from radplan_desktop.documents.story import (
    BulletList,
    Cover,
    FactList,
    Figure,
    Heading,
    Item,
    Paragraph,
    TableBlock,
    Tone,
)
from radplan_desktop.guideline import Block, Chapter, Chart, Confidentiality
from radplan_desktop.plan.values import IN, Answer, NotApplicable, Parked
from tests.documents.reading import cells, stamp, story, texts, under, world

O, K, V = Confidentiality.O, Confidentiality.K, Confidentiality.V  # noqa: E741 - the field's own letters


def test_chapters_and_their_parts_are_numbered_and_an_unnumbered_chapter_is_not() -> None:
    printed = story(world({("plan", "doel"): "Iets.", ("plan", "gemeente"): "Lindeveld"}))
    headings = [(h.level, h.number, h.text) for h in printed.blocks if isinstance(h, Heading)]
    assert headings[:4] == [
        (1, "", "In het kort"),
        (1, "1", "Antwoorden in Lindeveld"),
        (2, "1.1", "Doel"),
        (2, "1.2", "Geheim"),
    ]


def test_a_chapter_whose_condition_does_not_hold_takes_no_number() -> None:
    without, with_it = story(world()), story(world({("plan", "extern"): {"is": True, "why": ""}}))
    assert [h.number for h in without.blocks if isinstance(h, Heading) and h.text == "Ondertekening"] == ["3"]
    assert [h.number for h in with_it.blocks if isinstance(h, Heading) and h.text == "Ondertekening"] == ["4"]


def test_an_open_answer_says_so_only_where_it_is_needed() -> None:
    printed = story(world())
    assert under(printed, "Doel") == [Paragraph("Nog open", Tone.QUIET)]
    assert under(printed, "Vrij") == []
    (facts,) = (block for block in under(printed, "Feiten") if isinstance(block, FactList))
    assert [(fact.label, fact.value.text) for fact in facts.facts] == [("Dag", "nog open")]


def test_a_draft_text_with_gaps_is_printed_and_marked_as_open_there_and_on_the_cover() -> None:
    begun = story(world({("plan", "doel"): "Eind … weet ieder dit.", ("plan", "visie"): "Samen …"}))
    assert under(begun, "Doel") == [
        Paragraph("Eind … weet ieder dit."),
        Paragraph("Nog open: 1 plek met … in te vullen", Tone.QUIET),
    ]
    assert under(begun, "In het kort")[-1] == Paragraph("Samen …"), "dots where the forms begin no text are dots"
    (cover,) = (block for block in begun.blocks if isinstance(block, Cover))
    assert cover.subtitle == "Eind … weet ieder dit."
    assert cover.facts[-1].value == Item("Nog open: 1 plek met … in te vullen", Tone.QUIET)
    filled = story(world({("plan", "doel"): "Eind 2028 weet ieder dit.", ("plan", "visie"): "Samen …"}))
    assert filled.open == begun.open - 2
    assert "in te vullen" not in " ".join(texts(filled))


def test_a_requirement_is_not_answered_by_a_text_with_gaps() -> None:
    goals = ("Eind … weet ieder dit.", "Eind 2028 weet ieder dit.")
    said = [texts(story(world({("plan", "doel"): goal}))) for goal in goals]
    assert ["Hoofdstuk 1, 2" in one for one in said] == [False, True]


def test_a_hidden_answer_prints_nowhere_although_it_stays() -> None:
    said = {("plan", "uitleg"): "alleen bij een uitvoerder van buiten"}
    assert "alleen bij een uitvoerder van buiten" not in texts(story(world(said)))
    assert "alleen bij een uitvoerder van buiten" in texts(
        story(world({**said, ("plan", "extern"): {"is": True, "why": ""}}))
    )


def test_lines_with_a_dash_become_a_list() -> None:
    printed = story(world({("plan", "doel"): "Vooraf.\n- een\n- twee\nAchteraf.\n\n- drie"}))
    assert under(printed, "Doel") == [
        Paragraph("Vooraf."),
        BulletList(("een", "twee")),
        Paragraph("Achteraf."),
        BulletList(("drie",)),
    ]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (NotApplicable("Dit speelt hier niet"), "N.v.t., omdat dit speelt hier niet"),
        (Parked("2027-03-01", "Wacht op de raad."), "Volgt uiterlijk 1 maart 2027 (wacht op de raad)"),
    ],
)
def test_not_applicable_and_later_are_said(value: object, words: str) -> None:
    assert under(story(world({("plan", "doel"): value})), "Doel") == [Paragraph(words, Tone.QUIET)]
    assert under(story(world({("plan", "partijen"): value})), "Partijen") == [Paragraph(words, Tone.QUIET)]


def test_an_edition_leaves_out_what_is_stricter() -> None:
    said = {
        ("plan", "geheim"): "zeer geheim",
        ("a", "partij"): "Welzijn",
        ("a", "bedrag"): "1200",
        ("a", "geheim"): "niet voor partners",
        ("b", "partij"): "Stille partij",
        ("b", "klasse"): "i",
    }
    of = world(said, {"partijen": ["a", "b"]})
    everything = texts(story(of, V))
    assert {"zeer geheim", "€ 1.200", "niet voor partners", "Stille partij"} <= set(everything)
    partners = texts(story(of, K))
    assert {"Welzijn", "€ 1.200"} <= set(partners)
    assert not {"zeer geheim", "niet voor partners", "Stille partij", "Geheim"} & set(partners)
    assert "€ 1.200" not in texts(story(of, O))


def test_a_derived_value_is_as_strict_as_what_it_is_made_of() -> None:
    of = world({("a", "partij"): "Welzijn", ("a", "bedrag"): "1200"}, {"partijen": ["a"]})
    assert "Totaal" in texts(story(of, K))
    assert "Totaal" not in texts(story(of, O))


def test_a_link_names_its_target_only_if_the_name_may_be_read() -> None:
    of = world(
        {
            ("plan", "samen"): ["a", "b"],
            ("a", "partij"): "Welzijn",
            ("b", "partij"): "Stille partij",
            ("b", "klasse"): "v",
        },
        {"partijen": ["a", "b"]},
    )
    assert under(story(of, V), "Samen") == [BulletList(("Welzijn", "Stille partij"))]
    assert under(story(of, K), "Samen") == [Paragraph("Welzijn")]


def test_a_link_to_a_deleted_row_does_not_print() -> None:
    said = {("plan", "samen"): ["a", "b"], ("a", "partij"): "Welzijn", ("b", "partij"): "Weg"}
    of = world({**said, ("b", IN): None}, {"partijen": ["a", "b"]})
    assert under(story(of), "Samen") == [Paragraph("Welzijn")]
    assert not any("verwijderd" in text for text in texts(story(of)))


def test_a_table_has_numbers_right_and_says_what_is_open() -> None:
    of = world({("a", "partij"): "Welzijn", ("a", "bedrag"): "26400"}, {"partijen": ["a", "b"]})
    (table,) = (block for block in under(story(of), "Partijen") if isinstance(block, TableBlock))
    assert [(column.title, column.numeric) for column in table.columns] == [
        ("Partij", False),
        ("Taak", False),
        ("Bedrag", True),
    ]
    quiet = Item("nog open", Tone.QUIET)
    assert table.rows == (
        (Item("Welzijn", Tone.STRONG), quiet, Item("€ 26.400")),
        (quiet, quiet, Item("–", Tone.QUIET)),
    )


def test_rows_print_their_number_and_other_rows_refer_to_it() -> None:
    of = world(
        {("s", "subdoel"): "Meer vertrouwen", ("i", "indicator"): "Cijfer", ("i", "subdoel"): "s"},
        {"subdoelen": ["s"], "indicatoren": ["i"]},
    )
    assert cells(story(of), "Subdoelen") == [["Nr", "Subdoel"], ["S1", "Meer vertrouwen"]]
    assert cells(story(of), "Indicatoren") == [["Nr", "Indicator", "Subdoel"], ["I1", "Cijfer", "S1"]]


def test_a_reason_that_does_not_fit_in_a_narrow_column_becomes_a_note() -> None:
    later, never = Parked("2027-03-30", "na de eerste bijeenkomst"), NotApplicable("niemand hield dit bij")
    said: dict[tuple[str, str], object] = {(row, "indicator"): row.upper() for row in "ijk"}
    said |= {("i", "begin"): later, ("j", "begin"): never, ("k", "begin"): never}
    printed = story(world(said, {"indicatoren": ["i", "j", "k"]}))
    assert [row[2] for row in cells(printed, "Indicatoren")] == ["Begin", "volgt ¹", "n.v.t. ²", "n.v.t. ²"]
    (note,) = (block.text for block in under(printed, "Indicatoren") if isinstance(block, Paragraph))
    assert note.split("\n") == [
        "¹ Begin: volgt uiterlijk 30 maart 2027 (na de eerste bijeenkomst)",
        "² Begin: n.v.t., omdat niemand hield dit bij",
    ]


def test_small_numbers_are_masked_wherever_they_would_print() -> None:
    said = {("i", "indicator"): "Cijfer", ("m", "indicator"): "i", ("m", "datum"): "2026-11-01", ("m", "waarde"): "81"}
    rows = {"indicatoren": ["i"], "metingen": ["m"], "uitkomsten": ["u"]}
    said |= {("u", "vraag"): "Hoeveel", ("u", "aanwezig"): "3"}
    few = story(world({**said, ("m", "n"): "4"}, rows))
    assert cells(few, "Metingen")[1] == ["I1", "01-11-2026", "te weinig antwoorden (minder dan 5)", "<5"]
    assert cells(few, "Indicatoren")[1][-1] == "te weinig antwoorden (minder dan 5)"
    assert "<5" in texts(few)
    assert "81" not in texts(few)
    enough = story(world({**said, ("m", "n"): "5"}, rows))
    assert cells(enough, "Metingen")[1] == ["I1", "01-11-2026", "81", "5"]


def test_rows_become_blocks_of_labels_and_answers() -> None:
    of = world({("u", "vraag"): "Wat leerden wij?", ("u", "antwoord"): "Vroeger beginnen."}, {"uitkomsten": ["u"]})
    printed = story(of)
    headings = [block.text for block in printed.blocks if isinstance(block, Heading)]
    assert headings[headings.index("Uitkomsten") + 1] == "Wat leerden wij?"
    (facts,) = (block for block in under(printed, "Wat leerden wij?") if isinstance(block, FactList))
    assert [(fact.label, fact.value.text) for fact in facts.facts] == [("Antwoord", "Vroeger beginnen.")]


def test_charts_are_drawn_and_a_chart_nobody_can_draw_is_left_out() -> None:
    of = world({("plan", "doel"): "Samen."}, {"subdoelen": ["s"]})
    assert any(isinstance(block, Figure) for block in under(story(of), "Doelenboom"))
    spec = of.guideline.documents["proef"]
    strange = Block("chart", label="Wolkenkaart", chart=Chart("wolken", "Wolkenkaart", {"rows": "subdoelen"}))
    more = replace(spec, chapters=(*spec.chapters, Chapter("Extra", (strange,))))
    assert "Wolkenkaart" not in texts(compose(of, more, V, stamp(of)))


def test_the_cover_names_the_plan_and_says_it_is_a_draft() -> None:
    of = world(
        {("plan", "naam"): "Samen sterk", ("plan", "gemeente"): "Lindeveld", ("plan", "wie"): "w"}
        | {("w", "naam"): "M. Hoekstra", ("w", "functie"): "Adviseur", ("plan", "dag"): "2026-09-01"},
        {"mensen": ["w"]},
    )
    cover = story(of, concept=True).blocks[0]
    assert isinstance(cover, Cover)
    assert (cover.organisation, cover.kind, cover.title, cover.concept) == (
        "Gemeente Lindeveld",
        "Proefplan",
        "Samen sterk",
        True,
    )
    assert [(fact.label, fact.value.text) for fact in cover.facts] == [
        ("Versie", "1.3"),
        ("Datum", "12 november 2026"),
        ("Opgesteld door", "M. Hoekstra, adviseur"),
        ("Wanneer", "1 september 2026"),
    ]
    assert cover.code.content.startswith("RADPLAN 1 proef 1.3 ")


def test_a_chapter_without_answers_says_why() -> None:
    of = world({("plan", "visie"): "Vroeg erbij zijn."})
    held = Paragraph("Wat hier hoort, staat niet in de uitgave ‘Openbaar’.", Tone.QUIET)
    assert held in under(story(of, O), "In het kort")
    assert held not in under(story(of, K), "In het kort")
    assert Paragraph("Hier is nog niets ingevuld.", Tone.QUIET) in under(story(world(), K), "In het kort")


def test_every_kind_of_answer_prints_in_dutch() -> None:
    said = {
        "extern": {"is": True, "why": "sinds 2025"},
        "maand": "2026-11",
        "aantal": "12.5",
        "deel": "55",
        "schaal": 4,
    }
    said |= {"bijlage": {"blob": "0" * 64, "name": "brief.pdf", "type": "application/pdf"}, "dag": "2026-11-12"}
    said |= {
        "vinkjes": {"kennis": {"is": True, "note": "ja"}, "gedrag": {"is": True, "note": ""}},
        "soort": ["gedrag", "kennis"],
    }
    printed = story(world({("plan", name): content for name, content in said.items()}))
    found = texts(printed)
    assert {"Ja: sinds 2025", "november 2026", "12,5 keer", "55%", "4", "brief.pdf", "12 november 2026"} <= set(found)
    assert under(printed, "Vinkjes") == [BulletList(("Kennis: ja", "Gedrag"))]
    assert under(printed, "Soort") == [BulletList(("Kennis", "Gedrag"))]


def test_what_is_answered_later_but_known_now_is_still_later() -> None:
    parked = Parked("2027-01-01", "", "26400")
    assert "volgt uiterlijk 1 januari 2027" in texts(story(world({("plan", "geld"): parked})))
    assert "€ 26.400" in texts(story(world({("plan", "geld"): Answer("26400")})))


def test_a_row_that_refers_to_another_tells_its_number_once_it_is_known() -> None:
    said = {("i", "indicator"): "Een", ("m", "indicator"): "i", ("n", "indicator"): "i", ("m", "waarde"): "7"}
    of = world({**said, ("m", "n"): "9"}, {"indicatoren": ["i"], "metingen": ["m", "n"]})
    spec = of.guideline.documents["proef"]
    only = replace(spec, chapters=(Chapter("Metingen", (Block("table", label="Lijst", source="metingen"),)),))
    printed = compose(of, only, V, stamp(of))
    assert [row[0] for row in cells(printed, "Lijst")] == ["Indicator", "I1 Een", "I1"]


def test_the_name_of_a_row_that_is_a_link_is_that_of_its_target() -> None:
    of = world({("t", "mens"): "w", ("w", "naam"): "H. Boersma"}, {"tekenaars": ["t"], "mensen": ["w"]})
    assert Edition(of, V).title("t") == "H. Boersma"
    assert Edition(of, Confidentiality.I).title("t") == "H. Boersma"
    assert Edition(of, K).title("t") == ""


def test_a_whole_register_may_be_too_strict_for_an_edition() -> None:
    of = world({("w", "naam"): "H. Boersma"}, {"mensen": ["w"]})
    assert Edition(of, K).rows("mensen") == ("w",)
    assert Edition(of, O).rows("mensen") == ()
