"""``ids.lock``: what was released never disappears and never changes its kind."""

from __future__ import annotations

from radplan_desktop.guideline import compare_lock, load_guideline_files, lock_lines, lock_text
from tests.guideline.small import files

LOCK = lock_text(load_guideline_files(files()))


def test_there_is_a_line_for_everything_a_dossier_can_hold() -> None:
    lines = set(lock_lines(load_guideline_files(files())))
    assert lines >= {
        "field gemeente text",
        "field vormen choices vorm",
        "group looptijd",
        "register doelen",
        "column doelen.soort choice klaar",
        "column metingen.bij links doelen",
        "preset stappen:een",
        "list vorm",
        "choice vorm.rechts",
        "document plan",
    }
    assert not any("doelpagina" in line for line in lines)


def test_the_lock_of_the_forms_matches_the_forms() -> None:
    report = compare_lock(LOCK, load_guideline_files(files()))
    assert report.matches
    assert LOCK.splitlines()[1:] == sorted(LOCK.splitlines()[1:])


def test_labels_may_change() -> None:
    reworded = load_guideline_files(files(("0-start.toml", 'label = "Extern"', 'label = "Van buiten"')))
    assert compare_lock(LOCK, reworded).matches


def test_what_is_retired_is_still_there() -> None:
    retired = load_guideline_files(files(("0-start.toml", "max = 5\n", "max = 5\nretired = true\n")))
    assert compare_lock(LOCK, retired).matches


def test_what_is_gone_is_named() -> None:
    gone = load_guideline_files(files(("keuzes.toml", ', { id = "niet", label = "Niet nodig" }', "")))
    report = compare_lock(LOCK, gone)
    assert report.gone == ("choice klaar.niet",)
    assert not report.intact


def test_a_changed_kind_is_named() -> None:
    changed = load_guideline_files(
        files(("1-doel.toml", 'kind = "number"\nlabel = "Waarde"', 'kind = "money"\nlabel = "W"'))
    )
    report = compare_lock(LOCK, changed)
    assert report.changed == (("column metingen.waarde number", "column metingen.waarde money"),)
    assert not report.intact


def test_another_list_is_another_kind() -> None:
    changed = load_guideline_files(files(("0-start.toml", 'choices = "klaar"', 'choices = "lengte"')))
    assert compare_lock(LOCK, changed).changed


def test_what_is_new_has_to_be_added() -> None:
    more = load_guideline_files(
        files(("keuzes.toml", '{ id = "lang",', '{ id = "half", label = "Half" }, { id = "lang",'))
    )
    report = compare_lock(LOCK, more)
    assert (report.unlisted, report.intact, report.matches) == (("choice lengte.half",), True, False)
