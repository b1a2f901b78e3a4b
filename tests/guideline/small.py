"""A small but complete set of forms: every kind of thing stands in it at least once, so that each can be broken."""

from __future__ import annotations

from collections.abc import Mapping

START = """\
[section]
id = "start"
number = 0
title = "Start"

[[page]]
id = "begin"
title = "Begin"
items = [
  "gemeente", "extern", "weerstand", "looptijd", "vormen", "vinkjes", "marge", "rijen", "stand", "geldsom", "weken", "duur",
  { panel = "open_points", label = "Wat staat nog open?" },
]

[[field]]
id = "gemeente"
kind = "text"
label = "Gemeente"
question = "In welke gemeente?"
class = "O"
gate = "B"
requirements = ["X1"]
[field.help]
why = "Zo weet iedereen waar het over gaat."
tip = "Schrijf de naam voluit."
example = "Lindeveld"
check = ["Klopt de naam?"]

[[field]]
id = "extern"
kind = "yesno"
label = "Extern"
question = "Komt de uitvoerder van buiten {gemeente}?"
[field.help]
why = "Daar hangt de aanpak van af."

[[field]]
id = "weerstand"
kind = "longtext"
label = "Weerstand"
question = "Hoe gaat u om met weerstand?"
when = "extern = ja"
[field.help]
why = "Wie van buiten komt, roept soms weerstand op."
[field.opzet]
theater = "In {gemeente} gaan wij eerst langs bij de scholen."

[[group]]
id = "looptijd"
label = "Looptijd"
question = "Van wanneer tot wanneer?"
fields = ["begin_op", "eind_op"]
requirements = ["X2"]
[group.help]
why = "Zo kunt u plannen."

[[field]]
id = "begin_op"
kind = "date"
label = "Begin"
class = "K"
deadline = { label = "Begin", done = "gemeente" }

[[field]]
id = "eind_op"
kind = "date"
label = "Eind"
when = "filled(begin_op) and begin_op < vandaag"

[[field]]
id = "vormen"
kind = "choices"
label = "Vormen"
question = "Welke vormen?"
choices = "vorm"
default = ["rechts", "links"]
[field.help]
why = "Er zijn er meer dan één."

[[field]]
id = "vinkjes"
kind = "checklist"
label = "Vinkjes"
question = "Wat is geregeld?"
choices = "klaar"
when = "vormen in [rechts, links]"
[field.help]
why = "Niets vergeten."

[[field]]
id = "marge"
kind = "number"
label = "Marge"
question = "Hoeveel weken vooraf?"
default = 8
min = 1
max = 52
[field.help]
why = "Op tijd beginnen."

[[field]]
id = "rijen"
kind = "derived"
label = "Aantal doelen"
derive = { function = "count", of = "doelen", where = "soort = ja" }
[field.help]
why = "Overzicht."

[[field]]
id = "stand"
kind = "derived"
label = "Eerste doel"
derive = { function = "earliest", of = "doelen.klaar_op", where = "filled(doel)" }
[field.help]
why = "Overzicht."

[[field]]
id = "geldsom"
kind = "derived"
label = "Geld samen"
derive = { function = "sum", of = "doelen.kosten" }
[field.help]
why = "Overzicht."

[[field]]
id = "weken"
kind = "derived"
label = "Weken"
derive = { function = "weeks_between", from = "begin_op", to = "doelen.klaar_op" }
[field.help]
why = "Overzicht."

[[field]]
id = "duur"
kind = "scale"
label = "Duur"
question = "Hoe zwaar weegt de duur?"
min = 1
max = 5
route = "basis"
[field.help]
why = "Dan weet u het."
"""

GOALS = """\
[section]
id = "doel"
number = 1
title = "Doelen"

[[page]]
id = "doelpagina"
title = "Doelen"
items = [
  "stappen",
  "korte_stap",
  "doelen",
  "metingen",
  { view = "doelen_kort", register = "doelen", label = "Kort", question = "Welke?", columns = ["doel"], \
where = "soort = ja", preset = { soort = "ja" } },
  { chart = "goal_tree", label = "Boom", roles = { nodes = "doelen", label = "doel", goal = ["gemeente"] } },
]

[[register]]
id = "stappen"
label = "Stappen"
question = "Welke stappen?"
row = "stap"
title = "stap"
class = "O"
fixed = true
need = [{ gate = "B", min = 1 }]
[register.help]
why = "Stap voor stap."
[[register.column]]
id = "stap"
kind = "choice"
label = "Stap"
choices = "lengte"
[[register.column]]
id = "op"
kind = "date"
label = "Op"
[[register.column]]
id = "verwijst"
kind = "link"
label = "Eerst"
register = "stappen"
[[register.preset]]
key = "een"
values = { stap = "kort", op = 2027-01-31 }
[[register.preset]]
key = "twee"
values = { stap = "lang", verwijst = "een" }

[[field]]
id = "korte_stap"
kind = "text"
label = "Korte stap"
question = "Wat is de korte stap?"
when = "any(stappen, stap = kort) or count(stappen) >= 2"
[field.help]
why = "Dan begint u klein."

[[register]]
id = "doelen"
label = "Doelen"
question = "Welke doelen?"
row = "doel"
title = "doel"
subtitle = "soort"
prefix = "D"
class = "K"
class_column = "klasse"
need = [{ gate = "B", min = 1 }, { gate = "E", min = 2, where = "soort = ja" }]
requirements = ["X1"]
when = "filled(gemeente)"
[register.help]
why = "Zonder doel geen plan."
[[register.column]]
id = "doel"
kind = "text"
label = "Doel"
gate = "B"
requirements = ["X2"]
[[register.column]]
id = "soort"
kind = "choice"
label = "Soort"
choices = "klaar"
[[register.column]]
id = "klasse"
kind = "choice"
label = "Vertrouwelijkheid"
choices = "klasse"
[[register.column]]
id = "klaar_op"
kind = "date"
label = "Klaar op"
deadline = { label = "Doel klaar", done = "gehaald" }
when = "soort = ja and extern = nee"
[[register.column]]
id = "gehaald"
kind = "yesno"
label = "Gehaald"
[[register.column]]
id = "kosten"
kind = "money"
label = "Kosten"
class = "I"
[[register.column]]
id = "nieuwste"
kind = "derived"
label = "Nieuwste"
derive = { function = "most_recent", of = "metingen.waarde", by = "gemeten_op", link = "bij" }
[[register.column]]
id = "hoeveel"
kind = "derived"
label = "Metingen"
derive = { function = "linked", of = "metingen", link = "bij" }

[[register]]
id = "metingen"
label = "Metingen"
question = "Wat is gemeten?"
row = "meting"
title = "waarde"
class = "K"
[register.help]
why = "Meten is weten."
[[register.column]]
id = "waarde"
kind = "number"
label = "Waarde"
[[register.column]]
id = "gemeten_op"
kind = "date"
label = "Gemeten op"
[[register.column]]
id = "bij"
kind = "links"
label = "Bij doel"
register = "doelen"
"""

LISTS = """\
[[list]]
id = "vorm"
choices = [{ id = "rechts", label = "Rechts" }, { id = "links", label = "Links", hint = "Ook." }]

[[list]]
id = "klaar"
choices = [{ id = "ja", label = "Ja" }, { id = "nee", label = "Nee" }, { id = "niet", label = "Niet nodig" }]

[[list]]
id = "lengte"
choices = [{ id = "kort", label = "Kort" }, { id = "lang", label = "Lang" }]

[[list]]
id = "klasse"
choices = [{ id = "o", label = "O" }, { id = "k", label = "K" }, { id = "i", label = "I" }, { id = "v", label = "V" }]

[[gate]]
id = "B"
label = "Klaar voor het college"
due = "begin_op"
lead_weeks = 4

[[gate]]
id = "E"
label = "Evaluatie klaar"
due = "doelen.klaar_op"

[[requirement]]
id = "X1"
section = "start"
text = "Er is een doel."

[[requirement]]
id = "X2"
section = "doel"
text = "Er is een looptijd."

[[requirement]]
id = "X3"
section = "doel"
text = "De lessen zijn te zien."
behaviour = "RadPlan toont de lessen."

[roles]
plan_name = "gemeente"
new_plan = ["gemeente", "extern"]
organisations = "doelen"
organisation_name = "doelen.doel"
status_draft = "klaar.ja"
"""

CHECKS = """\
[[check]]
id = "doel_gemeten"
kind = "each_linked"
label = "Doel gemeten"
message = "{titel} heeft geen meting."
field = "doelen"
gate = "E"
requirements = ["X1"]
register = "doelen"
where = "soort = ja"
by = "metingen.bij"
by_where = "waarde > 1"

[[check]]
id = "doelen_genoeg"
kind = "count_at_least"
label = "Genoeg doelen"
message = "Er zijn {waarde} doelen; {grens} is beter."
field = "doelen"
register = "doelen"
min = 2

[[check]]
id = "op_tijd"
kind = "date_before"
label = "Op tijd"
message = "Begin eerder."
field = "begin_op"
when = "extern = ja"
first = "begin_op"
second = "doelen.klaar_op"
second_agg = "latest"
second_where = "soort = ja"
margin = "marge"
margin_unit = "weeks"

[[check]]
id = "geld"
kind = "sum_compare"
label = "Geld"
message = "Er is te weinig geld."
field = "doelen.kosten"
left = "doelen.kosten"
left_where = "soort = ja"
op = ">="
right = 100
factor = 0.5

[[check]]
id = "alle_soorten"
kind = "group_cover"
label = "Alle soorten"
message = "Een soort ontbreekt."
field = "doelen"
list = "klaar"
values = ["ja", "nee"]
by = "doelen.soort"
where = "filled(doel)"
"""

PAPER = """\
[document]
id = "plan"
title = "Plan van {gemeente}"
subtitle = "gemeente"
edition = "K"
cover = [{ label = "Looptijd", fields = ["begin_op", "eind_op"] }]

[[chapter]]
title = "Doelen in {gemeente}"
requirements = ["X2"]
when = "extern = ja"
blocks = [
  { text = "Zo werkt {gemeente}." },
  { answer = "gemeente", label = "Gemeente" },
  { facts = ["begin_op", "eind_op"] },
  { table = "doelen", label = "Doelen", columns = ["doel", "kosten"], widths = [2, 1], where = "soort = ja" },
  { rows = "stappen", columns = ["stap"] },
  { chart = "goal_tree", label = "Boom" },
  { signatures = "doelen", where = "soort = ja" },
  { requirements = true },
]
"""

FORMS: Mapping[str, str] = {
    "0-start.toml": START,
    "1-doel.toml": GOALS,
    "keuzes.toml": LISTS,
    "controles.toml": CHECKS,
    "documents/plan.toml": PAPER,
}


def files(*changes: tuple[str, str, str]) -> dict[str, bytes]:
    """Return the small forms as bytes, each change (file, old, new) made in the one place where old stands first."""
    texts = dict(FORMS)
    for file, old, new in changes:
        assert old in texts[file], f"{old!r} does not stand in {file}"
        texts[file] = texts[file].replace(old, new, 1)
    return {name: text.encode() for name, text in texts.items()}
