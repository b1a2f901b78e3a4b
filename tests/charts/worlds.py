"""Small forms with parties, steps and dates, and answers to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from radplan_desktop.charts.drawing import draw
from radplan_desktop.charts.scene import Scene
from radplan_desktop.guideline import Chart, Confidentiality, Guideline, load_guideline_files
from radplan_desktop.plan.answers import Answers
from tests.plan.small import answers

FORMS = """
[section]
id = "een"
number = 1
title = "Een"

[[page]]
id = "pagina"
title = "Pagina"
items = ["begin", "eind", "partijen", "stappen", "werk", "momenten"]

[roles]
attitude_unknown = "houdingen.weet_niet"
plan_start = "begin"
plan_end = "eind"

[[gate]]
id = "B"
label = "Klaar voor het college"

[[list]]
id = "houdingen"
label = "Houding"
choices = [
  { id = "voor", label = "Voorstander" }, { id = "neutraal", label = "Neutraal" }, { id = "kritisch", label = "Kritisch" },
  { id = "tegen", label = "Tegenstander" }, { id = "weet_niet", label = "Onbekend" }, { id = "oud", label = "Oud", retired = true },
]
[[list]]
id = "invloeden"
label = "Invloed"
choices = [{ id = "laag", label = "Laag" }, { id = "midden", label = "Midden" }, { id = "hoog", label = "Hoog" }]
[[list]]
id = "soorten"
label = "Soort"
choices = [{ id = "bestuur", label = "Bestuur" }, { id = "ander", label = "Ander" }]
[[list]]
id = "processen"
label = "Proces"
choices = [{ id = "klacht", label = "Klacht" }, { id = "media", label = "Vraag van de media" }]
[[list]]
id = "klassen"
label = "Klasse"
choices = [{ id = "o", label = "O" }, { id = "k", label = "K" }, { id = "i", label = "I" }, { id = "v", label = "V" }]

[[field]]
id = "begin"
kind = "date"
label = "Begin"
question = "Wanneer?"
class = "O"
help = { why = "x" }
[[field]]
id = "eind"
kind = "date"
label = "Eind"
question = "Wanneer?"
class = "O"
help = { why = "x" }

[[register]]
id = "partijen"
label = "Partijen"
question = "Wie?"
row = "partij"
title = "partij"
prefix = "P"
class = "K"
class_column = "klasse"
help = { why = "x" }
column = [
  { id = "partij", kind = "text", label = "Partij" },
  { id = "soort", kind = "choice", choices = "soorten", label = "Soort" },
  { id = "houding", kind = "choice", choices = "houdingen", label = "Houding nu", when = "soort != bestuur" },
  { id = "was", kind = "choice", choices = "houdingen", label = "Houding eerst" },
  { id = "invloed", kind = "choice", choices = "invloeden", label = "Invloed" },
  { id = "klasse", kind = "choice", choices = "klassen", label = "Klasse" },
]

[[register]]
id = "stappen"
label = "Stappen"
question = "Wat?"
row = "stap"
title = "wat"
class = "K"
help = { why = "x" }
column = [
  { id = "proces", kind = "choice", choices = "processen", label = "Proces" },
  { id = "nr", kind = "number", label = "Stap" },
  { id = "wat", kind = "text", label = "Wat", gate = "B" },
  { id = "wie", kind = "text", label = "Wie", gate = "B" },
  { id = "binnen", kind = "text", label = "Binnen" },
  { id = "anders", kind = "text", label = "Als het anders loopt" },
]

[[register]]
id = "werk"
label = "Werk"
question = "Wat?"
row = "klus"
title = "klus"
prefix = "AC"
class = "O"
help = { why = "x" }
column = [
  { id = "klus", kind = "text", label = "Klus" },
  { id = "start", kind = "date", label = "Van" },
  { id = "stop", kind = "date", label = "Tot", deadline = { label = "Af", done = "klaar" } },
  { id = "klaar", kind = "date", label = "Klaar op" },
]

[[register]]
id = "momenten"
label = "Momenten"
question = "Wanneer?"
row = "moment"
title = "moment"
class = "I"
help = { why = "x" }
column = [
  { id = "moment", kind = "text", label = "Moment" },
  { id = "dag", kind = "date", label = "Dag", deadline = { label = "Moment", done = "gehad" } },
  { id = "maand", kind = "month", label = "Maand" },
  { id = "gehad", kind = "date", label = "Gehad op", class = "V" },
  { id = "telling", kind = "date", label = "Telling op", deadline = { label = "Tellen", done = "aantal" } },
  { id = "aantal", kind = "number", label = "Aantal" },
]
"""

ROLES = {
    "stakeholder_map": {
        "rows": "partijen",
        "label": "partijen.partij",
        "x": "partijen.houding",
        "y": "partijen.invloed",
        "previous": "partijen.was",
    },
    "process_line": {
        "rows": "stappen",
        "process": "stappen.proces",
        "order": "stappen.nr",
        "what": "stappen.wat",
        "who": "stappen.wie",
        "within": "stappen.binnen",
        "exit": "stappen.anders",
    },
}
TIMELINE = Chart("timeline", "Tijdlijn", {"het_werk": ("werk.start", "werk.stop"), "momenten": ("momenten.dag",)})
Row = Mapping[str, object]


@cache
def forms() -> Guideline:
    """Return the guideline of this file."""
    return load_guideline_files({"een.toml": FORMS.encode()})


def chart(name: str) -> Chart:
    """Return the chart of that name with its roles in these forms."""
    return TIMELINE if name == "timeline" else Chart(name, "In beeld", ROLES[name])


def world(plan: Row | None = None, **registers: Sequence[Row]) -> Answers:
    """Return answers: the plan fields, and the rows of each register, called by the register's first letter and a number."""
    rows = {name: [f"{name[0]}{n}" for n in range(len(given))] for name, given in registers.items()}
    said: dict[tuple[str, str], object] = {("plan", name): value for name, value in (plan or {}).items()}
    for name, given in registers.items():
        said |= {
            (row, column): value
            for row, values in zip(rows[name], given, strict=True)
            for column, value in values.items()
            if value is not None
        }
    return answers(said, rows, forms())


def scene(of: Answers, name: str, size: float = 470.5, edition: Confidentiality = Confidentiality.V) -> Scene:
    """Return the drawing of a chart that has something to draw."""
    found = draw(of, chart(name), size, edition)
    assert found is not None
    return found
