"""Paths in command lines."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.languages.tools.command_mentions import command_mentions
from mkdocs_repodoc.languages.tools.whole_scripts import CommandLine
from mkdocs_repodoc.text.path_words import literal_path


def paths(*rows: str, folder: str = "") -> list[tuple[str, bool]]:
    lines = [CommandLine(row, number) for number, row in enumerate(rows, 1)]
    return [(one.path, one.runs) for one in command_mentions(lines, folder=folder)]


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("python tools/make.py --all", [("tools/make.py", True)]),
        ("python3.12 -W error tools/make.py", [("tools/make.py", False)]),
        ("./scripts/build.sh", [("scripts/build.sh", True)]),
        ("bash scripts/build.sh data/in.csv", [("scripts/build.sh", True), ("data/in.csv", False)]),
        ("MODE=1 sudo ./run.sh", [("run.sh", True)]),
        ("uv run --frozen python tools/make.py", [("tools/make.py", True)]),
        ("coverage run tools/make.py", [("tools/make.py", True)]),
        ("pip install -r requirements.txt", [("requirements.txt", False)]),
        ("python -m build pyproject.toml", [("pyproject.toml", False)]),
        ("python -m pytest tests/test_a.py::test_b", [("tests/test_a.py", True)]),
        ("pytest tests/test_a.py -k x", [("tests/test_a.py", True)]),
        ("ruff check --config=ruff.toml", [("ruff.toml", False)]),
        ("cat in.txt > out.txt && node web/app.js", [("in.txt", False), ("web/app.js", True)]),
        ("node web/app.js # python tools/make.py", [("web/app.js", True)]),
    ],
)
def test_literal_paths(row: str, found: list[tuple[str, bool]]) -> None:
    assert paths(row) == found


@pytest.mark.parametrize(
    "row",
    [
        "make test",
        "python $SCRIPT/make.py",
        "python ${{ matrix.script }}/make.py",
        "python $(find . -name make.py)",
        "rm -rf build/*.txt",
        "curl https://example.org/install.sh",
        "/usr/bin/tool.sh",
        "echo see README.md",
        "echo 'unclosed tools/make.py",
        "cd $HOME && python tools/make.py",
        "cd /tmp; ./run.sh",
        "mkdir docs/",
    ],
)
def test_what_is_no_literal_path(row: str) -> None:
    assert paths(row) == []


def test_a_change_of_folder_counts_for_the_lines_after_it() -> None:
    assert paths("cd bindings/python", "./build.sh", "cd ..", "./all.sh") == [
        ("bindings/python/build.sh", True),
        ("bindings/all.sh", True),
    ]


def test_a_change_of_folder_in_parentheses_ends_with_them() -> None:
    assert paths("(cd web && ./a.sh) && ./b.sh") == [("web/a.sh", True), ("b.sh", True)]


def test_a_script_starts_in_its_folder() -> None:
    assert paths("./a.sh ../b.txt", folder="web") == [("web/a.sh", True), ("b.txt", False)]


def test_continued_lines_are_one_and_documents_are_no_commands() -> None:
    assert paths("python \\", "  tools/make.py", "cat <<EOF", "./run.sh", "EOF", "./end.sh") == [
        ("tools/make.py", True),
        ("end.sh", True),
    ]


@pytest.mark.parametrize("word", ["a b.txt", "a/", "..", ".", "v1", "-x/y.py?", "a:b/c.py"])
def test_words_that_name_no_file(word: str) -> None:
    assert literal_path(word) == ""
