"""`query` as a shell runs it: text, JSON, exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import Result
from support.program import run_program
from support.shop import make_shop

from mkdocs_repodoc.command_line.exit_codes import ExitCode
from mkdocs_repodoc.query.questions import QUESTION_TYPES


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("asked shop")
    make_shop(folder)
    (folder / "repodoc.toml").write_text("jobs = 1\n")
    return folder


@pytest.fixture
def ask(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Asking:
    monkeypatch.chdir(folder)
    return Asking()


class Asking:
    """Runs the program in the folder of the shop."""

    def __call__(self, *arguments: str) -> Result:
        return run_program("query", *arguments)


def test_an_answer_is_text_with_a_line_for_each_entry(ask: Asking) -> None:
    done = ask("uses", "shop.price.tax")
    assert done.exit_code == ExitCode.DONE
    assert (
        "  shop/price.py:6  call  shop/price.py#Tariff.charge  exact  return due + tax(due)\n"
        in done.stdout
    )


def test_what_a_function_returns_is_asked_with_an_arrow(ask: Asking) -> None:
    said = json.loads(ask("search", "-> Tariff", "--json").stdout)
    assert (said["question"], said["status"]) == ("search", "answered")
    assert ask("search", "->Tariff").output == ask("search", "--", "->Tariff").output
    refused = ask("search", "-x")
    assert (refused.exit_code, "No such option" in refused.stderr) == (ExitCode.USAGE, True)


def test_source_is_printed_as_it_is(ask: Asking) -> None:
    assert ask("source", "shop.price.tax").stdout == "def tax(due):\n    return due // 5\n"


def test_steps_of_a_path_stand_below_its_start(ask: Asking) -> None:
    lines = ask("paths", "shop.till.main", "shop.price.tax").stdout.split("\n")
    start = lines.index("  shop/till.py#main (shop/till.py:23)")
    assert lines[start + 1].startswith("    shop/till.py:24  shop/till.py#Till.pay")


def test_changed_symbols_have_their_lines(ask: Asking) -> None:
    assert "    line 18  tax  function  body" in ask("changes", "v1.0").stdout


def test_json_is_one_object_with_the_proof(ask: Asking) -> None:
    said = json.loads(ask("uses", "shop.price.tax", "--json").stdout)
    assert (said["status"], said["total"], said["uses"][0]["line"]) == ("answered", 1, 6)
    assert said["files"][0]["stale"] is False


def test_parameters_are_options(ask: Asking) -> None:
    said = json.loads(ask("uses", "shop.till.Till", "--json", "--no-tests", "--kind=call").stdout)
    assert [use["path"] for use in said["uses"]] == ["shop/till.py"]
    assert "more with --cursor 1-" in ask("uses", "shop.till.Till", "--limit", "1").stdout


@pytest.mark.parametrize("form", [(), ("--json",)])
@pytest.mark.parametrize("name", ["charge", "nowhere"])
def test_what_has_no_answer_ends_with_4(ask: Asking, name: str, form: tuple[str, ...]) -> None:
    assert ask("symbol", name, *form).exit_code == ExitCode.NOTHING_FOUND


def test_candidates_are_listed_with_what_names_them(ask: Asking) -> None:
    assert "shop/price.py#NightTariff.charge" in ask("symbol", "charge").stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("who",), "No such command 'who'"),
        (("uses",), "Missing argument 'NAME'"),
        (("uses", "tax", "--kind", "loud"), "'loud' is not one of"),
        (("uses", "tax", "--limit", "0"), "0 is not in the range"),
        (("uses", "tax", "--cursor", "next"), "cursor 'next' is none"),
    ],
)
def test_a_question_that_cannot_be_asked_ends_with_2(
    ask: Asking, arguments: tuple[str, ...], message: str
) -> None:
    done = ask(*arguments)
    assert done.exit_code == ExitCode.USAGE
    assert message in done.stderr


def test_help_tells_what_each_question_is_for(ask: Asking) -> None:
    text = ask("--help").stdout
    for name, question in QUESTION_TYPES.items():
        assert f"\n  {name} " in text
        assert question.__doc__
        assert question.__doc__ in " ".join(ask(name, "--help").stdout.split())


def test_the_schema_is_printed(ask: Asking) -> None:
    said = json.loads(ask("schema").stdout)
    assert "UsesAnswer" in said["$defs"]
