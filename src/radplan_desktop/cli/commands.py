"""The commands. Each takes the parsed arguments, carries out an act, writes its answer, and returns the exit code."""

from __future__ import annotations

import argparse
import getpass
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from radplan_desktop.acts import addressing, examples, exchange, opening, printing
from radplan_desktop.acts.refusals import CannotOpen, NotFound
from radplan_desktop.acts.session import Session
from radplan_desktop.cli import report
from radplan_desktop.guideline import Confidentiality, coverage
from radplan_desktop.host import passphrases, preferences
from radplan_desktop.host.files import write_atomically
from radplan_desktop.host.paths import standard
from radplan_desktop.host.preferences import Officer
from radplan_desktop.plan.values import PLAN_ROW, Answer, Cell, Value

Act = Callable[[argparse.Namespace], int]
OPEN_POINTS = 1
FINDINGS = 1
STDIN = "-"


def example(given: argparse.Namespace) -> int:
    """List the examples, id first on each line; or write one as a planbestand."""
    if given.name is None:
        for one in examples.examples():
            sys.stdout.write(f"{one.id}\t{one.title}\twachtwoord: {one.passphrase}\n")
        return 0
    found = examples.find(given.name)
    path = Path(given.file or found.file)
    examples.write_example(found.id, path)
    sys.stdout.write(f"{path}\nwachtwoord: {found.passphrase}\n")
    return 0


def new(given: argparse.Namespace) -> int:
    """Make a new plan with a name and a municipality."""
    guideline = opening.guideline_for(_overlay(given))
    named = (("plan_name", given.naam), ("municipality", given.gemeente))
    answers: list[tuple[Cell, Value]] = [(Cell(PLAN_ROW, guideline.role(role)), Answer(text)) for role, text in named]
    passphrase = _passphrase(given, new=True)
    found = passphrases.strength(passphrase, (given.naam, given.gemeente))
    if not found.enough:
        sys.stderr.write(f"radplan: let op, dit wachtwoord is te raden. {found.advice}\n")
    opening.create_plan(
        Path(given.file), passphrase, officer=_officer(), answers=answers, forms=_overlay(given)
    ).close()
    sys.stdout.write(f"{given.file}\n")
    return 0


def status(given: argparse.Namespace) -> int:
    """Show progress, open points and deadlines; 1 when points are open."""
    with _session(given) as session:
        found = report.status_of(session.answers)
    sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=1) + "\n" if given.json else report.as_text(found))
    return OPEN_POINTS if found["open_points"] else 0


def set_value(given: argparse.Namespace) -> int:
    """Give one answer."""
    text = sys.stdin.read() if given.value == STDIN else given.value
    with _session(given) as session:
        cell = addressing.cell_at(session.answers, given.path)
        session.set(cell, addressing.value_from(session.answers, addressing.field_at(session.answers, cell), text))
    return 0


def add_row(given: argparse.Namespace) -> int:
    """Add a row and print its id."""
    with _session(given) as session:
        form = session.guideline.registers.get(given.register)
        if form is None:
            raise NotFound(f"Er is geen register ‘{given.register}’.")
        values: dict[str, Value] = {}
        for pair in given.values:
            name, equals, text = pair.partition("=")
            if not equals or name not in form.columns:
                raise NotFound(f"Register ‘{given.register}’ heeft geen kolom ‘{name}’. Typ kolom=waarde.")
            values[name] = addressing.value_from(session.answers, form.columns[name], text)
        row = session.add_row(given.register, values)
    sys.stdout.write(f"{row}\n")
    return 0


def export(given: argparse.Namespace) -> int:
    """Write the plan as readable JSON."""
    with _session(given) as session:
        text = exchange.exported(session)
    write_atomically(Path(given.out), text.encode())
    sys.stdout.write(f"{given.out} is niet versleuteld. Bewaar of verwijder het bestand met zorg.\n")
    return 0


def import_(given: argparse.Namespace) -> int:
    """Make the plan equal to an export."""
    data = Path(given.source).read_bytes()
    with _session(given) as session:
        try:
            text = data.decode()
        except UnicodeDecodeError:
            raise CannotOpen(exchange.NOT_A_PLAN) from None
        count = exchange.imported(session, text)
    sys.stdout.write(f"{count} antwoorden veranderd.\n")
    return 0


def print_(given: argparse.Namespace) -> int:
    """Print a document to a PDF file."""
    edition = Confidentiality[given.edition] if given.edition else None
    with _session(given) as session:
        data = printing.print_document(session, given.document, edition)
    write_atomically(Path(given.out), data)
    sys.stdout.write(f"{given.out}\n")
    return 0


def documents(given: argparse.Namespace) -> int:
    """List the documents, id first on each line."""
    for spec in printing.documents(opening.guideline_for(_overlay(given))):
        sys.stdout.write(f"{spec.id}\t{spec.title}\n")
    return 0


def history(given: argparse.Namespace) -> int:
    """Show who changed what when, newest first."""
    with _session(given) as session:
        lines = session.history()
    for line in lines:
        text = line.text.replace("\n", " ")
        sys.stdout.write(f"{line.at}\t{line.author}\t{line.act}\t{line.label}\t{text}\n")
    return 0


def check(given: argparse.Namespace) -> int:
    """Say whether the file, its chain and its values are sound."""
    with _session(given) as session:
        found = session.problems()
    for sentence in found:
        sys.stdout.write(f"{sentence}\n")
    if not found:
        sys.stdout.write(
            "Het planbestand is heel: alle bladzijden, de hele geschiedenis en alle antwoorden zijn leesbaar.\n"
        )
    return FINDINGS if found else 0


def guideline(given: argparse.Namespace) -> int:
    """Show for each requirement where it is answered; 1 when one is not."""
    found = coverage(opening.guideline_for(_overlay(given)))
    sys.stdout.write(report.coverage_text(found))
    return FINDINGS if any(not row.answered for row in found) else 0


@contextmanager
def _session(given: argparse.Namespace) -> Iterator[Session]:
    session = opening.open_plan(Path(given.file), _passphrase(given), officer=_officer(), forms=_overlay(given))
    try:
        yield session
    except BaseException:
        session.close(abandon=True)
        raise
    session.close()


def _overlay(given: argparse.Namespace) -> Path | None:
    return Path(given.forms) if given.forms else _preferences().forms_overlay


def _officer() -> Officer:
    known = _preferences().officer
    return known if known.name else Officer("Opdrachtregel")


def _preferences() -> preferences.Preferences:
    return preferences.load(standard().config).preferences


def _passphrase(given: argparse.Namespace, *, new: bool = False) -> str:
    if given.passphrase_file:
        return Path(given.passphrase_file).read_text(encoding="utf-8").rstrip("\r\n")
    try:
        typed = getpass.getpass("Wachtwoord: ", stream=sys.stderr)
        again = getpass.getpass("Nog een keer, ter controle: ", stream=sys.stderr) if new else typed
    except EOFError:
        raise CannotOpen("Er is geen wachtwoord gegeven. Typ het, of gebruik --passphrase-file.") from None
    if again != typed:
        raise CannotOpen("De twee wachtwoorden zijn niet gelijk. Er is nog niets gemaakt.")
    return typed
