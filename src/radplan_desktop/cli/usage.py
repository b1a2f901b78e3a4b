"""The words of the command line: which commands there are and what they take. All Dutch; no traceback, one line an error."""

from __future__ import annotations

import argparse
from typing import NoReturn

from radplan_desktop import __version__
from radplan_desktop.cli import commands

USAGE_ERROR = 2
ABOUT = "RadPlan: plannen voor lokale interventies, versleuteld en zonder netwerk. Zonder opdracht opent het venster."
ENDING = (
    "PAD is VRAAG of REGISTER/RIJ.VRAAG (bijvoorbeeld hoofddoel, of subdoelen/S1.streefwaarde). WAARDE - leest van de invoer. "
    "Het wachtwoord komt van het toetsenbord of uit --passphrase-file. "
    "Uitkomst: 0 goed, 1 open punten of bevindingen, 2 verkeerd gebruik, 3 kan niet openen."
)


class Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one Dutch line."""

    def error(self, message: str) -> NoReturn:  # noqa: ARG002 - argparse says it in English
        """Say how the command is used, and stop."""
        usage = " ".join(self.format_usage().split()).removeprefix("usage: ")
        self.exit(USAGE_ERROR, f"radplan: deze opdracht klopt niet. Gebruik: {usage}\n")


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    top = Parser("radplan", description=ABOUT, epilog=ENDING, add_help=False)
    top.add_argument("-h", "--help", action="help", help="toon deze uitleg")
    top.add_argument("--version", action="version", version=f"RadPlan Desktop {__version__}")
    top.add_argument("--forms", metavar="MAP", help="leg de formulieren uit deze map over de meegeleverde")
    found = top.add_subparsers(
        dest="command", required=True, metavar="OPDRACHT", title="opdrachten", parser_class=Parser
    )
    _example(found)
    new = _add(found, "new", commands.new, "maak een nieuw plan", file=True)
    new.add_argument("--naam", required=True, help="naam van de interventie")
    new.add_argument("--gemeente", required=True, help="naam van de gemeente")
    status = _add(found, "status", commands.status, "hoe ver is het plan, en wat staat er open", file=True)
    status.add_argument("--json", action="store_true", help="als JSON")
    change = _add(found, "set", commands.set_value, "geef één antwoord", file=True)
    change.add_argument("path", metavar="PAD")
    change.add_argument("value", metavar="WAARDE")
    add = _add(found, "add", commands.add_row, "voeg een rij toe en toon haar naam", file=True)
    add.add_argument("register", metavar="REGISTER")
    add.add_argument("values", metavar="VRAAG=WAARDE", nargs="*")
    _add(found, "export", commands.export, "schrijf alle antwoorden leesbaar weg", file=True).add_argument(
        "out", metavar="UIT.json"
    )
    _add(found, "import", commands.import_, "lees antwoorden in", file=True).add_argument("source", metavar="IN.json")
    printing = _add(found, "print", commands.print_, "druk een document af naar PDF", file=True)
    printing.add_argument("document", metavar="DOCUMENT")
    printing.add_argument("out", metavar="UIT.pdf")
    printing.add_argument("--edition", choices=["O", "K", "I", "V"], help="tot en met welke vertrouwelijkheid")
    _add(found, "documents", commands.documents, "noem de documenten")
    _add(found, "history", commands.history, "wie veranderde wat wanneer", file=True)
    _add(found, "check", commands.check, "is het bestand heel en leesbaar", file=True)
    _add(found, "guideline", commands.guideline, "waar elke eis uit de geleerde lessen is beantwoord")
    return top


def _example(found: argparse._SubParsersAction[Parser]) -> None:
    example = _add(found, "example", commands.example, "noem de voorbeeldplannen, of schrijf er een als planbestand")
    example.add_argument("name", metavar="NAAM", nargs="?")
    example.add_argument("file", metavar="BESTAND", nargs="?")


def _add(
    found: argparse._SubParsersAction[Parser],
    name: str,
    act: commands.Act,
    what: str,
    *,
    file: bool = False,
) -> argparse.ArgumentParser:
    command = found.add_parser(name, help=what, description=what, add_help=False)
    command.add_argument("-h", "--help", action="help", help="toon deze uitleg")
    command.set_defaults(act=act)
    if file:
        command.add_argument("file", metavar="BESTAND")
        command.add_argument("--passphrase-file", metavar="BESTAND", help="lees het wachtwoord uit dit bestand")
    return command
