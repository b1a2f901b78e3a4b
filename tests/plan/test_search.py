from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from radplan_desktop.plan.search import AROUND, MOST, folded, marks, search, words_of
from tests.plan.small import answers

A, B = "a" * 32, "b" * 32


def test_answers_are_found_whatever_the_case_and_accents() -> None:
    found = search(answers({("plan", "doel"): "De coördinator praat met Ouders in Noord."}), "COORDINATOR ouders")
    assert [(hit.item, hit.row, hit.field) for hit in found] == [("doel", "plan", "doel")]
    assert found[0].text[found[0].start : found[0].end] == "coördinator"


def test_rows_are_found_by_register_and_named_by_number() -> None:
    found = search(answers({(A, "subdoel"): "Weten waar je terechtkunt"}, {"subdoelen": [A]}), "terechtkunt")
    assert [(hit.section, hit.item, hit.row, hit.label) for hit in found] == [("een", "subdoelen", A, "S1 · Subdoel")]


def test_a_question_is_found_by_its_name() -> None:
    assert [hit.field for hit in search(answers(), "begin")] == ["start"]


def test_a_row_is_found_once_by_its_name_and_by_name_and_column_together() -> None:
    plan = answers({(A, "partij"): "Welzijn", (A, "bedrag"): "10"}, {"partijen": [A]})
    assert [hit.field for hit in search(plan, "welzijn")] == ["partij"]
    assert [hit.field for hit in search(plan, "welzijn bedrag")] == ["bedrag"]


def test_every_word_must_occur_and_nothing_typed_finds_nothing() -> None:
    plan = answers({("plan", "doel"): "ouders"})
    assert search(plan, "ouders scholen") == ()
    assert search(plan, "  ") == ()


def test_hidden_answers_are_not_found() -> None:
    assert search(answers({("plan", "tekst_bij_ja"): "geheimpje"}), "geheimpje") == ()


def test_a_long_answer_shows_the_part_around_the_word() -> None:
    (hit,) = search(answers({("plan", "doel"): "x" * 500 + " naald " + "y" * 500}), "naald")
    assert len(hit.text) < 2 * AROUND + 20
    assert hit.text[hit.start : hit.end] == "naald"
    assert hit.text.startswith("…")
    assert hit.text.endswith("…")


def test_no_more_is_shown_than_anyone_reads() -> None:
    rows = [f"{n:032x}" for n in range(MOST + 50)]
    assert len(search(answers({(row, "subdoel"): "zelfde" for row in rows}, {"subdoelen": rows}), "zelfde")) == MOST


@given(st.text(max_size=80), st.text(max_size=10))
def test_any_text_can_be_searched_and_marks_lie_within_what_is_shown(text: str, query: str) -> None:
    assert len(folded(text)) == len(text)
    for hit in search(answers({("plan", "doel"): text}), query):
        assert 0 <= hit.start <= hit.end <= len(hit.text)


def test_all_words_are_marked_and_marks_that_touch_are_one() -> None:
    assert marks("De coördinator en de COORDINATOR", words_of("coordinator de")) == (
        (0, 2),
        (3, 14),
        (18, 20),
        (21, 32),
    )
    assert marks("ouderschap", words_of("ouders schap")) == ((0, 10),)
    assert marks("iets", words_of("  ")) == ()
