"""What `make run` does: open the window, the first time with a shipped example; without a display, print that example's papers."""

from __future__ import annotations

import sys
from pathlib import Path

from radplan_desktop import app
from radplan_desktop.__main__ import main as radplan
from radplan_desktop.acts.examples import ExampleInfo, examples, write_example
from radplan_desktop.acts.opening import guideline_for, open_plan
from radplan_desktop.acts.printing import documents, print_document
from radplan_desktop.host.files import write_atomically
from radplan_desktop.host.machine import obstacle
from radplan_desktop.host.paths import private_folder, standard
from radplan_desktop.host.preferences import Officer, load

RESULT = Path(__file__).resolve().parents[1] / "build" / "voorbeeld"


def main() -> int:
    """Start RadPlan as fits this machine; the exit code is the program's."""
    example = examples()[0]
    if (found := obstacle()) is not None:
        print(found.sentence)
        return without_window(example)
    if load(standard().config).preferences.recent:
        return app.run([])
    path = private_folder(standard().data) / example.file
    if not path.exists():
        write_example(example.id, path)
    print(f"Voorbeeldplan: {path}\nWachtwoord van dit voorbeeld: {example.passphrase}")
    return app.run([str(path)])


def without_window(example: ExampleInfo) -> int:
    """Make the example plan, print its documents and its status, and say where the result is."""
    RESULT.mkdir(parents=True, exist_ok=True)
    path = RESULT / example.file
    path.unlink(missing_ok=True)
    write_example(example.id, path)
    session = open_plan(path, example.passphrase, officer=Officer("Voorbeeld"))
    for spec in documents(guideline_for()):
        write_atomically(RESULT / f"{spec.title}.pdf", print_document(session, spec.id))
    session.close()
    secret = RESULT / "wachtwoord van het voorbeeld.txt"
    secret.write_text(f"{example.passphrase}\n", encoding="utf-8")
    radplan(["status", str(path), "--passphrase-file", str(secret)])
    print(f"\nHet voorbeeldplan en de afgedrukte documenten staan in {RESULT}")
    for made in sorted(RESULT.iterdir()):
        print(f"  {made.name}")
    print(f"Wachtwoord van dit voorbeeld: {example.passphrase}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
