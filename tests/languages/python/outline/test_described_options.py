"""Options that a program describes in a way of its own, and fields that calls describe."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.analysis.analyse import analyse
from mkdocs_repodoc.model.facts import EnvironmentVariable
from mkdocs_repodoc.model.records import FileOutline
from mkdocs_repodoc.settings import AnalysisOptions

OPTIONS = '''\
import attrs
from shop.cli import opt

def _colour():
    """Whether to colour."""
    return "NO_COLOUR" not in os.environ

class Settings:
    till: str = attrs.field(
        default="corner",
        metadata=opt("-t", "--till", env_var="TILL", choices=["corner", "main"], help="Which."),
    )
    colour: bool = attrs.field(
        default=attrs.Factory(_colour),
        metadata=opt("--colour", negative_flags=("--plain",), help="Colour what is said."),
    )
    mode: str = attrs.field(default="fast", metadata=opt("--mode", group="general"))
    old: str = attrs.field(default="", metadata=opt("--old", hidden=True, help="Unused."))

run("--colour", check=True)
'''


def outline(code: str) -> FileOutline:
    return analyse("a.py", "python", code.encode(), AnalysisOptions()).outline


def test_calls_with_flags_and_help_declare_options() -> None:
    found = outline(OPTIONS)
    assert [(each.flags, each.help, each.default, each.line) for each in found.options] == [
        (("-t", "--till"), "Which.", '"corner"', 9),
        (("--colour", "--plain"), "Colour what is said.", '"NO_COLOUR" not in os.environ', 13),
        (("--mode",), "", '"fast"', 17),
    ]
    assert found.options[0].variables == ("TILL",)
    assert found.options[0].values == ("corner", "main")
    assert [each.name for each in found.facts_of(EnvironmentVariable)] == ["NO_COLOUR", "TILL"]


def test_an_option_of_a_library_is_told_once() -> None:
    code = (
        'import click\n@click.command()\n@click.option("--a", help="b", envvar="A")\ndef f(a): ...'
    )
    assert [(each.flags, each.variables) for each in outline(code).options] == [(("--a",), ("A",))]


@pytest.mark.parametrize(
    ("described", "told"),
    [
        ("field(default=3, repr=False)", ": int = 3"),
        ("field(default_factory=list)", ": int = []"),
        ("field(default_factory=lambda: 4)", ": int = 4"),
        ("field(default_factory=Basket)", ": int = Basket()"),
        ("field(init=False)", ": int"),
        ("pydantic.Field(5, gt=0)", ": int = 5"),
        ("pydantic.Field(..., gt=0)", ": int"),
        ("attr.ib(factory=dict)", ": int = {}"),
        ("other.field(default=3)", ": int = other.field(default=3)"),
    ],
)
def test_a_field_starts_with_its_default(described: str, told: str) -> None:
    imports = "import attr, pydantic, other\nfrom dataclasses import field\n"
    code = f"{imports}class A:\n    b: int = {described}"
    assert next(each for each in outline(code).symbols if each.name == "A.b").signature == told
