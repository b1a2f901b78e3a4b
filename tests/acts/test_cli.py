from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from radplan_desktop.__main__ import main
from tests.acts.conftest import PASSPHRASE

Outcome = tuple[int, str, str]
Radplan = Callable[..., Outcome]


@pytest.fixture
def radplan(plan_file: Path, capsys: pytest.CaptureFixture[str]) -> Radplan:
    """Run a command on the plan of this test; return the exit code, and what it wrote on both streams."""
    secret = plan_file.with_name("wachtwoord.txt")
    secret.write_text(f"{PASSPHRASE}\n", encoding="utf-8")

    def run(command: str, *rest: str, file: Path = plan_file) -> Outcome:
        code = main([command, str(file), *rest, "--passphrase-file", str(secret)])
        out = capsys.readouterr()
        return code, out.out, out.err

    return run


def test_an_answer_set_on_the_command_line_shows_in_status_and_history(radplan: Radplan) -> None:
    assert radplan("set", "naam", "Lindeveld in gesprek")[0] == 0
    code, text, _ = radplan("status")
    assert code == 1
    assert text.startswith("Lindeveld in gesprek")
    assert "Lindeveld in gesprek" in radplan("history")[1]


def test_a_row_added_prints_its_id_and_can_be_answered_by_id_or_number(radplan: Radplan) -> None:
    code, row, _ = radplan("add", "subdoelen", "subdoel=Ouders weten de weg")
    assert code == 0
    assert radplan("set", f"subdoelen/{row.strip()}.einddatum", "31-12-2027")[0] == 0
    assert radplan("set", "subdoelen/S1.meetbaar_als", "later 1-3-2027: na de nulmeting")[0] == 0
    history = radplan("history")[1]
    assert "31-12-2027" in history
    assert "volgt uiterlijk 1 maart 2027" in history


def test_a_link_is_given_by_the_name_of_its_row(radplan: Radplan) -> None:
    radplan("add", "organisaties", "naam=Stichting Welzijn")
    assert radplan("add", "partijrollen", "partij=Stichting Welzijn")[0] == 0
    assert "Stichting Welzijn" in radplan("history")[1].splitlines()[0]


def test_not_applicable_takes_a_reason_and_a_whole_register_too(radplan: Radplan) -> None:
    assert radplan("set", "doelgroepen", "n.v.t.: er is geen doelgroep")[0] == 0
    code, _, error = radplan("set", "doelgroepen", "geen")
    assert code == 2
    assert "n.v.t." in error


def test_status_as_json_names_sections_gates_and_open_points(radplan: Radplan) -> None:
    found = json.loads(radplan("status", "--json")[1])
    assert [section["number"] for section in found["sections"]] == [0, 1, 2, 3, 4, 5, 6, 7]
    assert found["gate"] == "B"
    assert found["open_points"]
    assert set(found["gates"]) == {"B", "S", "E", "L"}


def test_export_and_import_carry_a_plan_over_whole(radplan: Radplan, plan_file: Path, empty_plan: Path) -> None:
    radplan("set", "hoofddoel", "Elkaar kennen.\nEn spreken: “ja” ≥ 3")
    radplan("add", "subdoelen", "subdoel=Weten")
    out, again = plan_file.with_suffix(".json"), plan_file.with_name("weer.json")
    assert radplan("export", str(out))[0] == 0
    other = plan_file.with_name("Ander.radplan")
    other.write_bytes(empty_plan.read_bytes())
    assert radplan("import", str(out), file=other)[0] == 0
    assert radplan("export", str(again), file=other)[0] == 0
    assert json.loads(out.read_text(encoding="utf-8")) == json.loads(again.read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"format": 1}', "[" * 100_000, '{"format":1,"registers":{},"cells":[[1,2]]}',
                                  '{"format":1,"registers":{},"cells":[["plan","looptijd_start",{"v":"gisteren"}]]}'])  # fmt: skip
def test_what_is_no_export_is_refused_and_changes_nothing(radplan: Radplan, plan_file: Path, text: str) -> None:
    source = plan_file.with_name("in.json")
    source.write_text(text, encoding="utf-8")
    code, _, error = radplan("import", str(source))
    assert code == 3
    assert error.count("\n") == 1
    assert "niets ingelezen" in error
    assert radplan("history")[1] == ""


def test_check_says_that_a_sound_file_is_sound(radplan: Radplan) -> None:
    radplan("set", "naam", "Plan")
    code, text, _ = radplan("check")
    assert code == 0
    assert "heel" in text


def test_a_value_can_come_from_standard_input(radplan: Radplan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("Een lang verhaal.\n- met een punt\n"))
    assert radplan("set", "vraagstuk", "-")[0] == 0
    assert "met een punt" in radplan("history")[1]


@pytest.mark.parametrize(
    ("command", "rest", "code"),
    [
        ("set", ("bestaat_niet", "x"), 2),
        ("set", ("subdoelen/S9.subdoel", "x"), 2),
        ("set", ("looptijd_start", "31-2-2027"), 2),
        ("add", ("deelnemers", "naam=x"), 2),
        ("add", ("subdoelen", "bestaat_niet=x"), 2),
        ("print", ("liefdesbrief", "uit.pdf"), 2),
        ("set", ("naam",), 2),
    ],
)
def test_what_cannot_be_done_is_one_dutch_line(
    radplan: Radplan, command: str, rest: tuple[str, ...], code: int
) -> None:
    found, out, error = radplan(command, *rest)
    assert (found, out) == (code, "")
    assert error.startswith("radplan: ")
    assert error.count("\n") == 1


def test_a_file_that_cannot_be_opened_gives_exit_code_three(plan_file: Path, radplan: Radplan) -> None:
    assert radplan("status", file=plan_file.with_name("nergens.radplan"))[0] == 3
    plan_file.write_bytes(b"geen plan" * 1000)
    assert radplan("status")[0] == 3
    secret = plan_file.with_name("fout.txt")
    secret.write_text("een ander wachtwoord", encoding="utf-8")
    assert main(["status", str(plan_file), "--passphrase-file", str(secret)]) == 3


def test_a_new_plan_has_its_name_and_municipality(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    secret, path = tmp_path / "w", tmp_path / "Nieuw.radplan"
    secret.write_text(PASSPHRASE, encoding="utf-8")
    given = ["--passphrase-file", str(secret)]
    assert main(["new", str(path), "--naam", "Theater", "--gemeente", "Lindeveld", *given]) == 0
    assert main(["new", str(path), "--naam", "Theater", "--gemeente", "Lindeveld", *given]) == 3
    capsys.readouterr()
    main(["status", str(path), *given])
    assert capsys.readouterr().out.startswith("Theater · Lindeveld")


def test_a_passphrase_that_can_be_guessed_is_taken_with_a_warning(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = tmp_path / "w"
    secret.write_text("Lindeveld2026", encoding="utf-8")
    given = ["--naam", "Theater", "--gemeente", "Lindeveld", "--passphrase-file", str(secret)]
    assert main(["new", str(tmp_path / "Nieuw.radplan"), *given]) == 0
    assert "te raden" in capsys.readouterr().err


def test_the_guideline_is_covered_and_the_documents_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["guideline"]) == 0
    assert "84 van 84 eisen beantwoord." in capsys.readouterr().out
    assert main(["documents"]) == 0
    assert {line.split("\t")[0] for line in capsys.readouterr().out.splitlines()} >= {
        "plan_van_aanpak",
        "evaluatieafspraken",
    }


def test_the_program_starts_as_a_module_and_says_its_version() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "radplan_desktop", "--version"], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.startswith("RadPlan Desktop ")
