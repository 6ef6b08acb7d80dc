"""Values that options take, where the module writes them out elsewhere, and parents of parsers."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.analysis.analyse import analyse
from mkdocs_repodoc.model.records import Option
from mkdocs_repodoc.settings import AnalysisOptions

_ENUM = (
    "import argparse\nfrom enum import Enum\n\n"
    'class Tide(Enum):\n    EBB = "ebb"\n    FLOOD = "flood"\n\n'
)


def _options(code: str) -> tuple[Option, ...]:
    return analyse("tide.py", "python", code.encode(), AnalysisOptions()).outline.options


@pytest.mark.parametrize(
    ("choices", "values"),
    [
        ("list(Tide)", ("ebb", "flood")),
        ("[each.value for each in Tide]", ("ebb", "flood")),
        ("[each.name for each in Tide]", ("EBB", "FLOOD")),
        ("sorted(KINDS)", ("spring", "neap")),
        ("KINDS.keys()", ("spring", "neap")),
        ("KINDS", ("spring", "neap")),
        ("[each.value for each in Tide if each]", ()),
        ("sorted(known())", ()),
    ],
)
def test_choices_of_argparse(choices: str, values: tuple[str, ...]) -> None:
    code = (
        f'{_ENUM}KINDS = {{"spring": 1, "neap": 2}}\n'
        f'p = argparse.ArgumentParser()\np.add_argument("--tide", choices={choices})\n'
    )
    assert [each.values for each in _options(code)] == [values]


def test_choices_of_click() -> None:
    code = (
        "import click\nfrom enum import Enum\n\nclass Tide(Enum):\n    EBB = 1\n    FLOOD = 2\n\n"
        '@click.option("--a", type=click.Choice(["x", "y"], case_sensitive=False))\n'
        '@click.option("--b", type=click.Choice(Tide))\n'
        '@click.option("--c", type=click.Path())\ndef main(a, b, c): pass\n'
    )
    found = [each.values for each in _options(code)]
    assert found == [("x", "y"), ("EBB", "FLOOD"), ()]


def test_options_of_a_parent_belong_to_the_commands_that_take_it_over() -> None:
    code = (
        "import argparse\n\n\ndef make():\n"
        "    common = argparse.ArgumentParser(add_help=False)\n"
        '    common.add_argument("--port")\n'
        "    every = argparse.ArgumentParser(add_help=False)\n"
        '    every.add_argument("--quiet")\n'
        "    parser = argparse.ArgumentParser(parents=[every])\n"
        "    commands = parser.add_subparsers()\n"
        '    commands.add_parser("sail", parents=[common, every])\n'
        '    commands.add_parser("moor", parents=[common])\n'
    )
    options = _options(code)
    found = {each.flags[0]: each.command for each in options if not each.is_command}
    assert found == {"--port": "sail, moor", "--quiet": ""}


@pytest.mark.parametrize("default", ["argparse.SUPPRESS", "SUPPRESS"])
def test_what_argparse_takes_for_no_default_is_none(default: str) -> None:
    code = (
        "import argparse\nfrom argparse import SUPPRESS\np = argparse.ArgumentParser()\n"
        f'p.add_argument("--tide", default={default})\np.add_argument("--ebb", default=EBB)\n'
    )
    assert [each.default for each in _options(code)] == ["", "EBB"]
