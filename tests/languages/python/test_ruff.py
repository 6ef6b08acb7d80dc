from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from ruff.__main__ import find_ruff_bin  # type: ignore[import-untyped]  # ruff ships no types

from mkdocs_repodoc.errors import RepodocError
from mkdocs_repodoc.languages.python.findings import ruff_findings
from mkdocs_repodoc.languages.python.findings.ruff_rules import (
    DOCUMENTATION,
    PERFORMANCE_RULES,
    SECURITY_RULES,
)
from mkdocs_repodoc.model.records import Finding

UNSAFE = b"import pickle\n\n\ndef load(data):\n    return pickle.loads(data)\n"
SLOW = b"import time\n\n\nasync def wait():\n    time.sleep(1)\n"


def find(content: bytes) -> tuple[Finding, ...]:
    (found,) = ruff_findings.find([content])
    return found


def rules(*contents: bytes) -> list[list[str]]:
    found = ruff_findings.find(contents)
    return [[finding.rule for finding in findings] for findings in found]


def test_findings_carry_rule_line_and_documentation() -> None:
    (finding,) = find(UNSAFE)
    assert (finding.area, finding.rule, finding.line) == ("security", "S301", 5)
    assert finding.message.endswith("issue.")
    assert finding.url.endswith("/suspicious-pickle-usage")


def test_performance_rules_have_their_own_area() -> None:
    (finding,) = find(SLOW)
    assert (finding.area, finding.rule) == ("performance", "ASYNC251")


def test_each_file_has_its_own_findings() -> None:
    assert rules(UNSAFE, b"x = 1\n", SLOW) == [["S301"], [], ["ASYNC251"]]


def test_files_without_findings() -> None:
    assert rules(
        b"def test_one():\n    assert True\n",
        b'TEXT = "pickle.loads and eval and password"\n',
        b"",
    ) == [[], [], []]


@pytest.mark.parametrize("content", [b"def (:\n", b"\xff\xfe\x00", b"# \xe9\nimport x\n"])
def test_what_ruff_cannot_read_is_no_finding(content: bytes) -> None:
    assert rules(content, UNSAFE) == [[], ["S301"]]


def test_comments_that_silence_a_rule_are_heeded() -> None:
    assert find(UNSAFE.replace(b"(data)\n", b"(data)  # noqa: S301\n")) == ()


def test_configuration_of_the_repository_is_ignored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ruff.toml").write_text('exclude = ["*.py"]\n')
    monkeypatch.chdir(tmp_path)
    assert len(find(UNSAFE)) == 1


@pytest.mark.parametrize(
    ("variable", "value"), [("RUFF_OUTPUT_FILE", "out.json"), ("RUFF_NO_RESPECT_GITIGNORE", "x")]
)
def test_settings_in_the_environment_are_ignored(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    monkeypatch.setenv(variable, value)
    assert len(find(UNSAFE)) == 1


def test_many_files_take_several_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ruff_findings, "_FILES_A_RUN", 3)
    assert rules(*[UNSAFE] * 7) == [["S301"]] * 7


def test_every_rule_is_known_to_ruff_by_its_name() -> None:
    # An unknown code would make the whole call fail; a wrong name would be a dead link.
    assert find(b"") == ()
    command = [find_ruff_bin(), "rule", "--all", "--output-format=json"]
    done = subprocess.run(command, capture_output=True, check=True)
    known = {rule["code"]: rule["name"] for rule in json.loads(done.stdout)}
    for rules in (SECURITY_RULES, PERFORMANCE_RULES):
        assert {code: known[code] for code in rules} == rules


@pytest.mark.parametrize(
    ("code", "rule", "said"),
    [
        ("Runner(shell=(1, 2))\n", "S604", "if it starts a process, a shell reads the command"),
        ('eval(compile(text, "", "exec"))\n', "S307", "runs the text that it is given as code"),
        (
            "from urllib.request import Request\nRequest(url)\n",
            "S310",
            "opened, or prepared to be",
        ),
    ],
)
def test_messages_claim_no_more_than_was_seen(code: str, rule: str, said: str) -> None:
    (finding,) = find(code.encode())
    assert finding.rule == rule
    assert said in finding.message


def test_what_only_keeps_an_argument_called_shell_starts_nothing() -> None:
    assert find(b"words = dict(shell=(1, 2))\n") == ()
    assert [each.rule for each in find(b"words = words(dict, shell=True)\n")] == ["S604"]


def test_extra_is_a_query_only_where_django_is_mentioned() -> None:
    call = b"items.extra(where=[f'a = {b}'])\n"
    assert find(call) == ()
    (finding,) = find(b"from django.db import models\n" + call)
    assert finding.rule == "S610"


def test_links_lead_to_the_documentation_of_ruff() -> None:
    (finding,) = find(UNSAFE)
    assert finding.url == DOCUMENTATION + SECURITY_RULES["S301"]


def test_no_files_need_no_ruff(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ruff_findings, "find_ruff_bin", lambda: "/nowhere/ruff")
    assert ruff_findings.find([]) == []


def test_missing_program_is_one_clear_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ruff_findings, "find_ruff_bin", lambda: str(tmp_path / "ruff"))
    with pytest.raises(RepodocError, match="ruff can't be run"):
        find(b"")


def test_crash_is_one_clear_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ruff_findings, "_OPTIONS", ("check", "--select=NO999"))
    with pytest.raises(RepodocError, match=r"ruff failed: .*NO999"):
        find(b"")


def test_a_file_that_overflows_ruffs_stack_takes_no_other_with_it() -> None:
    deep = b"x = " + b"-" * 100_000 + b"1\n"
    assert rules(UNSAFE, deep, UNSAFE) == [["S301"], [], ["S301"]]
