from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from mkdocs_repodoc.errors import RepodocError
from mkdocs_repodoc.languages.python.findings import ruff_findings

UNSAFE = "import pickle\n\n\ndef load(data):\n    return pickle.loads(data)\n"


def test_findings_carry_rule_line_and_documentation(tmp_path: Path) -> None:
    (tmp_path / "load.py").write_text(UNSAFE)
    (finding,) = ruff_findings.find(tmp_path, ["load.py"])["load.py"]
    assert (finding.area, finding.rule, finding.line) == ("security", "S301", 5)
    assert finding.message.endswith("issue.")
    assert finding.url.endswith("/suspicious-pickle-usage")


def test_performance_rules_have_their_own_area(tmp_path: Path) -> None:
    (tmp_path / "slow.py").write_text(
        "def double(values):\n    found = []\n    for value in values:\n"
        "        found.append(value * 2)\n    return found\n"
    )
    (finding,) = ruff_findings.find(tmp_path, ["slow.py"])["slow.py"]
    assert (finding.area, finding.rule) == ("performance", "PERF401")


def test_files_without_findings_are_absent(tmp_path: Path) -> None:
    (tmp_path / "test_one.py").write_text("def test_one():\n    assert True\n")
    (tmp_path / "words.py").write_text('TEXT = "pickle.loads and eval and password"\n')
    assert ruff_findings.find(tmp_path, ["test_one.py", "words.py"]) == {}


def test_syntax_errors_are_not_findings(tmp_path: Path) -> None:
    (tmp_path / "broken.py").write_text("def (:\n")
    (tmp_path / "fine.py").write_text(UNSAFE)
    assert set(ruff_findings.find(tmp_path, ["broken.py", "fine.py"])) == {"fine.py"}


def test_files_that_went_away_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "fine.py").write_text(UNSAFE)
    assert set(ruff_findings.find(tmp_path, ["gone.py", "fine.py"])) == {"fine.py"}


def test_comments_that_silence_a_rule_are_heeded(tmp_path: Path) -> None:
    (tmp_path / "load.py").write_text(UNSAFE.replace("(data)\n", "(data)  # noqa: S301\n"))
    assert "load.py" not in ruff_findings.find(tmp_path, ["load.py"])


def test_configuration_of_the_repository_is_ignored(tmp_path: Path) -> None:
    (tmp_path / "ruff_findings.toml").write_text('exclude = ["*.py"]\n')
    (tmp_path / "load.py").write_text(UNSAFE)
    assert set(ruff_findings.find(tmp_path, ["load.py"])) == {"load.py"}


@pytest.mark.parametrize("name", ["-x.py", "@list.py", "a b.py", "café.py", "script", "--help"])
def test_odd_names_are_no_options(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(UNSAFE)
    assert set(ruff_findings.find(tmp_path, [name])) == {name}


@pytest.mark.skipif(sys.platform != "linux", reason="other file systems refuse such names")
@pytest.mark.parametrize("name", ["two\nlines.py", os.fsdecode(b"latin-\xe9.py")])
def test_names_that_no_answer_can_repeat(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(UNSAFE)
    (tmp_path / "plain.py").write_text(UNSAFE)
    assert set(ruff_findings.find(tmp_path, [name, "plain.py"])) == {name, "plain.py"}


def test_many_files_take_several_calls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"load_{number}.py" for number in range(7)]
    for name in names:
        (tmp_path / name).write_text(UNSAFE)
    monkeypatch.setattr(ruff_findings, "_LONGEST_COMMAND", 3 * len(str(tmp_path)))
    assert set(ruff_findings.find(tmp_path, names)) == set(names)


def test_root_may_be_a_symlink(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "load.py").write_text(UNSAFE)
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "real")
    assert set(ruff_findings.find(link, ["load.py"])) == {"load.py"}


def test_every_rule_is_known_to_ruff(tmp_path: Path) -> None:
    # An unknown code would make the whole call fail.
    (tmp_path / "empty.py").write_text("")
    assert ruff_findings.find(tmp_path, ["empty.py"]) == {}


def test_no_files_need_no_ruff(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ruff_findings, "find_ruff_bin", lambda: "/nowhere/ruff")
    assert ruff_findings.find(tmp_path, []) == {}


def test_missing_program_is_one_clear_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ruff_findings, "find_ruff_bin", lambda: str(tmp_path / "ruff"))
    with pytest.raises(RepodocError, match="ruff can't be run"):
        ruff_findings.find(tmp_path, ["a.py"])


def test_crash_is_one_clear_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ruff_findings, "_OPTIONS", ("check", "--select=NO999"))
    with pytest.raises(RepodocError, match=r"ruff failed: .*NO999"):
        ruff_findings.find(tmp_path, ["a.py"])


def test_a_file_that_overflows_ruffs_stack_takes_no_other_with_it(tmp_path: Path) -> None:
    (tmp_path / "deep.py").write_text("x = " + "-" * 100_000 + "1\n")
    (tmp_path / "load.py").write_text(UNSAFE)
    (tmp_path / "load2.py").write_text(UNSAFE)
    assert set(ruff_findings.find(tmp_path, ["load.py", "deep.py", "load2.py"])) == {
        "load.py",
        "load2.py",
    }
