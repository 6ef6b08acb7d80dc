"""Commands that are the program itself."""

from __future__ import annotations

from support.linked import link_files

from mkdocs_repodoc.insight.operation.option_commands import without_roots
from mkdocs_repodoc.model.records import Option

ROOT = Option(("mill [command]",), "Grind.", 3, is_command=True)
SACK = Option(("sack",), "Fill a sack.", 9, is_command=True)
QUIET = Option(("--quiet",), "Say nothing.", 5, command="mill")
SIZE = Option(("--size",), "How big.", 10, command="sack")
PROJECT = '[project]\nname = "mill"\n[project.scripts]\nmill = "mill.cli:main"\n'
FILES = {"pyproject.toml": PROJECT, "mill/cli.py": "def main():\n    pass\n"}


def test_a_command_with_the_name_of_the_program_is_the_program() -> None:
    declared = [("mill/cli.py", each) for each in (ROOT, QUIET, SACK, SIZE)]
    told = without_roots(link_files(FILES).repository, declared)
    assert [(each.flags, each.command) for _, each in told] == [
        (("--quiet",), ""),
        (("sack",), ""),
        (("--size",), "sack"),
    ]


def test_a_command_that_stands_alone_is_kept() -> None:
    declared = [("mill/cli.py", each) for each in (ROOT, QUIET)]
    assert without_roots(link_files(FILES).repository, declared) == declared
