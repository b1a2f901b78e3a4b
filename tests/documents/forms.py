"""A small guideline with every kind of field and block, and a document that prints all of it."""
# ruff: noqa: E501 - an inline table in TOML stands on one line

from __future__ import annotations

from functools import cache

from radplan_desktop.guideline import Guideline, load_guideline_files

PLAN = """
[section]
id = "een"
number = 1
title = "Voorbereiding"

[[page]]
id = "pagina"
title = "Begin"
items = [
  "naam", "gemeente", "team", "doel", "visie", "geheim", "extern", "uitleg", "soort", "status", "klasse", "dag", "maand", "aantal",
  "geld", "deel", "schaal", "vinkjes", "wie", "samen", "bijlage", "totaal", "vrij", "kleinste", "organisaties", "mensen", "tekenaars",
  "partijen", "subdoelen", "indicatoren", "metingen", "uitkomsten",
  { chart = "goal_tree", label = "Doelenboom", roles = { goal = "doel", nodes = "subdoelen", owner = "subdoelen.wie" } },
  { chart = "indicator_bars", label = "Voortgang", roles = { rows = "indicatoren", label = "indicatoren.indicator", unit = "indicatoren.eenheid", baseline = "indicatoren.begin", target = "indicatoren.doel", direction = "indicatoren.richting", standing = "indicatoren.stand", measurements = "metingen", link = "metingen.indicator", value = "metingen.waarde", date = "metingen.datum" } },
]

[roles]
plan_name = "naam"
municipality = "gemeente"
team = "team"
logo = "bijlage"
status = "status"
small_numbers = "kleinste"
sample_size = "metingen.n"
attendance = "uitkomsten.aanwezig"
organisations = "organisaties"
organisation_name = "organisaties.naam"
organisation_official_name = "organisaties.voluit"
people = "mensen"
person_name = "mensen.naam"
person_function = "mensen.functie"
person_organisation = "mensen.organisatie"
person_on_behalf = "mensen.namens"
signatories = "tekenaars"
signatory_document = "tekenaars.document"
signatory_person = "tekenaars.mens"
signatory_role = "tekenaars.rol"
signatory_on_behalf = "tekenaars.namens"

[[gate]]
id = "B"
label = "Klaar voor het college"

[[list]]
id = "soorten"
label = "Soorten"
choices = [{ id = "kennis", label = "Kennis" }, { id = "gedrag", label = "Gedrag" }, { id = "anders", label = "Anders" }]
[[list]]
id = "klassen"
label = "Vertrouwelijkheid"
choices = [{ id = "o", label = "Openbaar" }, { id = "k", label = "Partners" }, { id = "i", label = "Intern" }, { id = "v", label = "Vertrouwelijk" }]
[[list]]
id = "documenten"
label = "Documenten"
choices = [{ id = "proef", label = "Proefplan" }, { id = "ander", label = "Ander document" }]

[[requirement]]
id = "X1"
section = "een"
text = "Het vraagstuk is duidelijk."
[[requirement]]
id = "X2"
section = "een"
text = "De partijen zijn bekend."
[[requirement]]
id = "X3"
section = "algemeen"
text = "De lessen staan erbij."
behaviour = "RadPlan zet ze erbij."
[[requirement]]
id = "X4"
section = "een"
text = "De uitkomsten zijn bekend."
"""

FIELDS = {
    "naam": 'kind = "text"\nclass = "O"\ngate = "B"',
    "gemeente": 'kind = "text"\nclass = "O"',
    "team": 'kind = "text"\nclass = "O"',
    "doel": 'kind = "longtext"\nclass = "O"\ngate = "B"\nrequirements = ["X1"]\nopzet = { kennis = "Eind … weet ieder dit." }',
    "visie": 'kind = "longtext"\nclass = "K"',
    "geheim": 'kind = "longtext"\nclass = "V"\ngate = "B"',
    "extern": 'kind = "yesno"\nclass = "O"',
    "uitleg": 'kind = "text"\nclass = "O"\ngate = "B"\nwhen = "extern = ja"',
    "soort": 'kind = "choices"\nchoices = "soorten"\nclass = "O"',
    "status": 'kind = "choice"\nchoices = "soorten"\nclass = "O"',
    "klasse": 'kind = "choice"\nchoices = "klassen"\nclass = "O"',
    "dag": 'kind = "date"\nclass = "O"\ngate = "B"',
    "maand": 'kind = "month"\nclass = "O"',
    "aantal": 'kind = "number"\nclass = "O"\nunit = "keer"',
    "geld": 'kind = "money"\nclass = "O"',
    "deel": 'kind = "percent"\nclass = "O"',
    "schaal": 'kind = "scale"\nclass = "O"\nmin = 1\nmax = 5',
    "vinkjes": 'kind = "checklist"\nchoices = "soorten"\nclass = "O"',
    "wie": 'kind = "link"\nregister = "mensen"\nclass = "O"',
    "samen": 'kind = "links"\nregister = "partijen"\nclass = "O"',
    "bijlage": 'kind = "attachment"\nclass = "O"',
    "totaal": 'kind = "derived"\nclass = "O"\nunit = "€"\nderive = { function = "sum", of = "partijen.bedrag" }',
    "vrij": 'kind = "longtext"\nclass = "O"',
    "kleinste": 'kind = "number"\nclass = "I"\ndefault = "5"',
}

Columns = tuple[tuple[str, str], ...]
TEXT, NUMBER = 'kind = "text"', 'kind = "number"'
REGISTERS: dict[str, tuple[str, Columns]] = {
    "organisaties": ('title = "naam"\nclass = "O"', (("naam", TEXT), ("voluit", TEXT))),
    "mensen": (
        'title = "naam"\nclass = "K"',
        (
            ("naam", TEXT),
            ("functie", TEXT),
            ("organisatie", 'kind = "link"\nregister = "organisaties"'),
            ("namens", TEXT),
        ),
    ),
    "tekenaars": (
        'title = "mens"\nclass = "I"',
        (
            ("document", 'kind = "choice"\nchoices = "documenten"'),
            ("mens", 'kind = "link"\nregister = "mensen"'),
            ("rol", 'kind = "choice"\nchoices = "soorten"'),
            ("namens", TEXT),
        ),
    ),
    "partijen": (
        'title = "partij"\nclass = "O"\nclass_column = "klasse"\nneed = [{ gate = "B", min = 1 }]\nrequirements = ["X2"]',
        (
            ("partij", 'kind = "text"\ngate = "B"'),
            ("taak", 'kind = "longtext"\ngate = "B"'),
            ("bedrag", 'kind = "money"\nclass = "K"'),
            ("klasse", 'kind = "choice"\nchoices = "klassen"'),
            ("sinds", 'kind = "date"'),
            ("geheim", 'kind = "text"\nclass = "V"'),
        ),
    ),
    "subdoelen": (
        'title = "subdoel"\nprefix = "S"\nclass = "O"\nneed = [{ gate = "B", min = 1 }]',
        (("subdoel", 'kind = "text"\ngate = "B"'), ("wie", 'kind = "link"\nregister = "mensen"')),
    ),
    "indicatoren": (
        'title = "indicator"\nprefix = "I"\nclass = "O"',
        (
            ("indicator", TEXT),
            ("eenheid", TEXT),
            ("subdoel", 'kind = "link"\nregister = "subdoelen"'),
            ("begin", NUMBER),
            ("doel", NUMBER),
            ("richting", 'kind = "choice"\nchoices = "soorten"'),
            ("stand", 'kind = "choice"\nchoices = "soorten"'),
            (
                "nu",
                'kind = "derived"\nderive = { function = "most_recent", of = "metingen.waarde", by = "datum", link = "indicator" }',
            ),
        ),
    ),
    "metingen": (
        'title = "indicator"\nclass = "O"',
        (
            ("indicator", 'kind = "link"\nregister = "indicatoren"'),
            ("datum", 'kind = "date"'),
            ("waarde", NUMBER),
            ("n", NUMBER),
        ),
    ),
    "uitkomsten": (
        'title = "vraag"\nclass = "O"\nrequirements = ["X4"]',
        (("vraag", TEXT), ("antwoord", 'kind = "longtext"'), ("aanwezig", NUMBER)),
    ),
}

DOCUMENT = """
[document]
id = "proef"
title = "Proefplan"
subtitle = "doel"
edition = "V"
cover = [{ label = "Opgesteld door", fields = ["wie"] }, { label = "Wanneer", fields = ["dag", "maand"] }]

[[chapter]]
title = "In het kort"
numbered = false
blocks = [{ text = "Dit plan is van {gemeente}." }, { answer = "visie" }]

[[chapter]]
title = "Antwoorden in {gemeente}"
blocks = [
  { answer = "doel", label = "Doel" },
  { answer = "geheim", label = "Geheim" },
  { answer = "uitleg", label = "Uitleg" },
  { answer = "vrij", label = "Vrij" },
  { answer = "soort", label = "Soort" },
  { answer = "vinkjes", label = "Vinkjes" },
  { answer = "samen", label = "Samen" },
  { facts = ["extern", "status", "dag", "maand", "aantal", "geld", "deel", "schaal", "wie", "bijlage", "totaal"], label = "Feiten" },
]

[[chapter]]
title = "Registers"
blocks = [
  { table = "partijen", label = "Partijen", columns = ["partij", "taak", "bedrag", "sinds", "geheim"], widths = [3, 5, 2, 2, 2] },
  { table = "subdoelen", label = "Subdoelen" },
  { chart = "goal_tree", label = "Doelenboom" },
  { table = "indicatoren", label = "Indicatoren", columns = ["indicator", "subdoel", "begin", "doel", "nu"] },
  { chart = "indicator_bars", label = "Voortgang" },
  { table = "metingen", label = "Metingen" },
  { rows = "uitkomsten", label = "Uitkomsten" },
]

[[chapter]]
title = "Alleen extern"
when = "extern = ja"
blocks = [{ text = "De uitvoerder komt van buiten." }]

[[chapter]]
title = "Ondertekening"
blocks = [{ text = "Wij spreken af:\\n- de eerste afspraak;\\n- de tweede afspraak." }, { signatures = "tekenaars", where = "document = proef" }]

[[chapter]]
title = "Bijlage: de lessen"
numbered = false
requirements = ["X3"]
blocks = [{ requirements = true }]
"""


def _field(name: str, keys: str) -> str:
    return f'\n[[field]]\nid = "{name}"\nlabel = "{name.capitalize()}"\nquestion = "{name}?"\n{keys}\nhelp = {{ why = "x" }}\n'


def _register(name: str, keys: str, columns: Columns) -> str:
    made = "".join(
        f'\n[[register.column]]\nid = "{column}"\nlabel = "{column.capitalize()}"\n{kind}\n' for column, kind in columns
    )
    return f'\n[[register]]\nid = "{name}"\nlabel = "{name.capitalize()}"\nquestion = "?"\nrow = "rij"\n{keys}\nhelp = {{ why = "x" }}\n{made}'


@cache
def guideline() -> Guideline:
    """Return the guideline of this file."""
    text = PLAN + "".join(_field(name, keys) for name, keys in FIELDS.items())
    text += "".join(_register(name, keys, columns) for name, (keys, columns) in REGISTERS.items())
    return load_guideline_files({"een.toml": text.encode(), "documents/proef.toml": DOCUMENT.encode()})
