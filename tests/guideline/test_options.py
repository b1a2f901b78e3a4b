"""What can be left out of a paper."""

from __future__ import annotations

from radplan_desktop.guideline import Confidentiality
from radplan_desktop.guideline.model import Block, Chapter, DocumentSpec

KEPT, LEFT = Block("text", text="Altijd."), Block("text", text="Soms.", option="Voortgang")
SPEC = DocumentSpec(
    "plan",
    "Plan",
    Confidentiality.K,
    "",
    (),
    (Chapter("Eerst", (KEPT, LEFT)), Chapter("Bijlage", (KEPT,), option="Bijlage"), Chapter("Slot", (LEFT,))),
)


def test_the_options_are_named_once_in_the_order_of_the_paper() -> None:
    assert SPEC.options == ("Voortgang", "Bijlage")


def test_what_is_left_out_is_gone_everywhere_and_nothing_else() -> None:
    assert SPEC.without(frozenset()) is SPEC
    assert SPEC.without(frozenset({"Voortgang"})).chapters == (
        Chapter("Eerst", (KEPT,)),
        SPEC.chapters[1],
        Chapter("Slot", ()),
    )
    assert SPEC.without(frozenset({"Bijlage"})).chapters == (SPEC.chapters[0], SPEC.chapters[2])
