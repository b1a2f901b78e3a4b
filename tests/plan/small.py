"""A small guideline of our own, with one of everything that the rules on answers need."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from radplan_desktop.guideline import Guideline, load_guideline_files
from radplan_desktop.plan.answers import Answers
from radplan_desktop.plan.plan import Plan
from radplan_desktop.plan.values import IN, ORDER, Answer, NotApplicable, Parked, Value, encode

TODAY = date(2026, 11, 12)

FORMS = """
[section]
id = "een"
number = 1
title = "Een"
subtitle = "Eerste onderdeel"
lesson = "Les."
source = "Bron"

[[page]]
id = "pagina"
title = "Pagina"
items = ["naam", "doel", "looptijd", "soort", "partijen", "subdoelen", "metingen", "tekst_bij_ja", "telling"]

[[gate]]
id = "B"
label = "Klaar voor het college"
[[gate]]
id = "S"
label = "Klaar voor de start"
[[gate]]
id = "E"
label = "Evaluatieafspraken klaar"
[[gate]]
id = "L"
label = "Afsluiten"

[[list]]
id = "soorten"
label = "Soorten"
choices = [{ id = "kennis", label = "Kennis" }, { id = "gedrag", label = "Gedrag" }, { id = "oud", label = "Oud", retired = true }]

[[list]]
id = "klassen"
label = "Vertrouwelijkheid"
choices = [
  { id = "o", label = "Openbaar" },
  { id = "k", label = "Partners" },
  { id = "i", label = "Intern" },
  { id = "v", label = "Vertrouwelijk" },
]

[[field]]
id = "naam"
kind = "text"
label = "Naam"
question = "Hoe heet het?"
class = "O"
gate = "B"
help = { why = "x" }

[[field]]
id = "doel"
kind = "longtext"
label = "Doel"
question = "Wat bereikt {naam}?"
class = "K"
gate = "B"
help = { why = "x" }
opzet = { kennis = "Eind … weet iedereen in … wat hij doet." }

[[group]]
id = "looptijd"
label = "Looptijd"
question = "Wanneer?"
fields = ["start", "eind"]
help = { why = "x" }

[[field]]
id = "start"
kind = "date"
label = "Begin"
class = "O"
gate = "B"

[[field]]
id = "eind"
kind = "date"
label = "Eind"
class = "O"
gate = "S"
deadline = { label = "Afronden" }

[[field]]
id = "soort"
kind = "choices"
choices = "soorten"
label = "Soort"
question = "Welke?"
class = "O"
help = { why = "x" }

[[field]]
id = "tekst_bij_ja"
kind = "text"
label = "Toelichting"
question = "Waarom?"
class = "O"
gate = "S"
when = "any(partijen, extern = ja)"
help = { why = "x" }

[[field]]
id = "telling"
kind = "derived"
label = "Geld samen"
question = "Samen"
unit = "€"
class = "O"
derive = { function = "sum", of = "partijen.bedrag" }
help = { why = "x" }

[[register]]
id = "partijen"
label = "Partijen"
question = "Wie?"
row = "partij"
title = "partij"
class = "K"
class_column = "klasse"
need = [{ gate = "B", min = 2 }]
help = { why = "x" }
column = [
  { id = "partij", kind = "text", label = "Partij", gate = "B" },
  { id = "extern", kind = "yesno", label = "Extern", gate = "S" },
  { id = "bedrag", kind = "money", label = "Bedrag" },
  { id = "klasse", kind = "choice", choices = "klassen", label = "Klasse" },
  { id = "bellen", kind = "date", label = "Bellen", deadline = { label = "Gesprek", done = "gebeld" } },
  { id = "gebeld", kind = "date", label = "Gebeld" },
]
preset = [{ key = "gemeente", values = { partij = "Gemeente" } }]

[[register]]
id = "subdoelen"
label = "Subdoelen"
question = "Waaraan?"
row = "subdoel"
title = "subdoel"
prefix = "S"
class = "O"
need = [{ gate = "S", min = 1, where = "filled(subdoel)" }]
help = { why = "x" }
[[register.column]]
id = "subdoel"
kind = "text"
label = "Subdoel"
gate = "S"
[[register.column]]
id = "partij"
kind = "link"
register = "partijen"
label = "Wie"
[[register.column]]
id = "samen"
kind = "links"
register = "partijen"
label = "Samen met"
[[register.column]]
id = "nu"
kind = "derived"
label = "Nu"
derive = { function = "most_recent", of = "metingen.waarde", by = "datum", link = "subdoel" }

[[register]]
id = "metingen"
label = "Metingen"
question = "Wat?"
row = "meting"
title = "waarde"
class = "I"
help = { why = "x" }
column = [
  { id = "subdoel", kind = "link", register = "subdoelen", label = "Subdoel" },
  { id = "datum", kind = "date", label = "Datum" },
  { id = "waarde", kind = "number", label = "Waarde" },
]
"""

CHECKS = {
    "linked": 'kind = "each_linked"\nregister = "subdoelen"\nby = "metingen.subdoel"\nmessage = "{titel} heeft geen meting."',
    "enough": 'kind = "count_at_least"\nregister = "subdoelen"\nmin = 2\nmessage = "Nog maar {waarde} van {grens}."',
    "before": 'kind = "date_before"\nfirst = "start"\nsecond = "eind"\nmessage = "{waarde} ligt na {grens}."',
    "money": 'kind = "sum_compare"\nleft = "partijen.bedrag"\nop = ">="\nright = 1000\n'
    'message = "{waarde} is minder dan {grens}."',
    "each": 'kind = "sum_compare"\nregister = "partijen"\nleft = "bedrag"\nop = "<="\nright = 500\n'
    'message = "{titel} kost {waarde}."',
    "cover": 'kind = "group_cover"\nlist = "klassen"\nby = "partijen.klasse"\nmessage = "Nog niets over {waarde}."',
}


@cache
def small_guideline(*checks: str) -> Guideline:
    """Return the small guideline, with some of the checks."""
    text = FORMS + "".join(
        f'\n[[check]]\nid = "{name}"\nlabel = "{name}"\nfield = "subdoelen"\n{CHECKS[name]}\n' for name in checks
    )
    return load_guideline_files({"een.toml": text.encode()})


Said = Mapping[tuple[str, str], object]


def answers(
    said: Said | None = None, rows: Mapping[str, list[str]] | None = None, guideline: Guideline | None = None
) -> Answers:
    """Return answers: content per cell (or a ready value), and rows per register in order."""
    changes: list[tuple[tuple[str, str], str]] = []
    for register, ids in (rows or {}).items():
        for place, row in enumerate(ids):
            changes += [((row, IN), encode(Answer(register))), ((row, ORDER), encode(Answer(f"i{place:03d}i")))]
    for cell, content in (said or {}).items():
        changes.append((cell, encode(_value(content))))
    return Answers(guideline or small_guideline(), Plan().with_changes(changes), TODAY)


def _value(content: object) -> Value:
    return content if isinstance(content, Answer | NotApplicable | Parked | None) else Answer(content)
