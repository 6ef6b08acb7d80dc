"""A repository that means harm to the terminal on which somebody asks about it."""

from __future__ import annotations

import json
import os
import unicodedata
from pathlib import Path

import pytest
from support.program import run_program
from support.repositories import commit_all, write_files

from mkdocs_repodoc.command_line.exit_codes import ExitCode

ESCAPE = "\x1b]0;title\x07"
NAMED = "odd\x1b[31m\nWarning: x.py"
TOKEN = "AKIA" + "Q7RZ5T2WX3YB4CDE"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("hostile")
    write_files(
        root,
        {
            "a.py": f'"""Doc {ESCAPE} \x9b2J."""\n\n\ndef f(x="\x1b[2J"):\n    """\u202eIt."""\n',
            NAMED: "from a import f\n\nf(2)\n",
            "broken\x1b[2J.py": "def (:\n",
            "key\x1b[2J.py": f'KEY = "{TOKEN}"\n',
            "repodoc.toml": "jobs = 1\nexclude = ['repodoc.toml']\n"
            "repo_url = 'https://ada:pass-word@github.com/o/n'\n",
            "pyproject.toml": '[project]\nname = "x\\u001b[31m"\n',
        },
    )
    Path(os.fsdecode(os.fsencode(root) + b"/caf\xe9.py")).write_text("def brew(): ...\n")
    commit_all(root, f"Begin {ESCAPE}")
    return root


QUESTIONS = (
    ("overview",),
    ("search", "f"),
    ("search", "brew"),
    ("symbol", "a.f"),
    ("source", "a.f"),
    ("source", NAMED),
    ("uses", "a.f"),
    ("symbol", f"nothing{ESCAPE}"),
    ("symbol", "key\x1b[2J.py"),
    ("findings",),
    ("callees", "a.f"),
)


@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
@pytest.mark.parametrize("form", [(), ("--json",)])
def test_no_answer_acts_or_tells_what_is_nobodys_business(
    hostile: Path,
    monkeypatch: pytest.MonkeyPatch,
    question: tuple[str, ...],
    form: tuple[str, ...],
) -> None:
    monkeypatch.chdir(hostile)
    done = run_program("query", *question, *form)
    assert done.exit_code in {ExitCode.DONE, ExitCode.NOTHING_FOUND}, done.output
    assert_harmless(done.output, hostile)
    if form:
        json.loads(done.stdout)


def test_no_message_of_a_build_acts(
    hostile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(hostile)
    done = run_program("build", "--site-dir", str(tmp_path / "site"))
    assert done.exit_code == ExitCode.DONE, done.output
    assert "seem to hold secrets: key␛[2J.py:1" in done.stderr
    assert_harmless(done.stdout + done.stderr, hostile)
    for file in (tmp_path / "site").rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            for secret in (b"pass-word", os.fsencode(hostile), os.fsencode(tmp_path)):
                assert secret not in content, file


def assert_harmless(output: str, root: Path) -> None:
    """See that nothing in an output acts, or names a password or a folder of the machine."""
    acting = {c for c in output if unicodedata.category(c) in {"Cc", "Cs"}} - set("\n\t")
    assert not acting
    assert not set(output) & set("\u202e\u2066")
    assert "pass-word" not in output
    assert str(root) not in output
