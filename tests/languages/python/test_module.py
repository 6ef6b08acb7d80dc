"""What a record says about a module as a whole."""

from __future__ import annotations

import pytest
from support.python_records import record

from mkdocs_repodoc.languages.python.python_analyser import analyse_python
from mkdocs_repodoc.model.records import Import, LineCounts
from mkdocs_repodoc.settings import AnalysisOptions
from mkdocs_repodoc.text.source_text import SourceText


def test_imports_wherever_they_stand() -> None:
    made = record(
        """
        import os, a.b.c as abc
        from . import one as two
        from ..pkg.mod import (
            first,
            second as other,
        )
        from typing import TYPE_CHECKING
        from star import *
        if TYPE_CHECKING:
            import x.y
        else:
            import not_only
        try:
            import fast
        except ImportError:
            fast = None
        class C:
            def f(self):
                import lazy
        """
    )
    found = made.outline.imports
    assert found[:5] == (
        Import("os", line=1, column=7, end_column=9),
        Import("a.b.c", alias="abc", line=1, column=11, end_column=16),
        Import("", "one", "two", level=1, line=2, column=14, end_column=17),
        Import("pkg.mod", "first", level=2, line=4, column=4, end_column=9),
        Import("pkg.mod", "second", "other", level=2, line=5, column=4, end_column=10),
    )
    assert found[6] == Import("star", "*", line=8, column=17, end_column=18)
    marks = {
        entry.module: (entry.scope, entry.conditional, entry.type_checking) for entry in found[7:]
    }
    assert marks == {
        "x.y": ("", True, True),
        "not_only": ("", True, False),
        "fast": ("", True, False),
        "lazy": ("C.f", False, False),
    }


def test_columns_of_imports_count_bytes() -> None:
    (found,) = record("é = 'ö'; import größe . b as ñ\n").outline.imports[:1]
    assert (found.module, found.column) == ("größe.b", 18)
    assert found.end_column == 29


@pytest.mark.parametrize(
    ("code", "exports"),
    [
        ("x = 1", None),
        ("__all__ = ['a', 'b']", ("a", "b")),
        ("__all__ = ('a',)", ("a",)),
        ("__all__: list[str] = ['a']", ("a",)),
        ("__all__ = ['a'] + ['b'] + ['a']", ("a", "b")),
        ("__all__ = ['a']\n__all__ += ['b']\n__all__ += ('c',)", ("a", "b", "c")),
        ("__all__ = ['a']\n__all__.extend(['b'])\n__all__.append('c')", ("a", "b", "c")),
        ("__all__ = ['a', 'b']\n__all__.remove('a')", ("b",)),
        ("__all__ = [*['a'], 'b']", ("a", "b")),
        ("__all__ = ['a']\n__all__ = __all__ + ['b']", ("a", "b")),
        ("__all__ = []", ()),
        ("__all__ = [name for name in dir()]", None),
        ("__all__ = ['a'] + other.__all__", None),
        ("__all__ = ['a']\n__all__.extend(other.__all__)", None),
        ("__all__ += ['a']", None),
        ("def f():\n    __all__ = ['a']", None),
    ],
)
def test_exports(code: str, exports: tuple[str, ...] | None) -> None:
    assert record(code).outline.exports == exports


@pytest.mark.parametrize(
    ("code", "counts"),
    [
        ("", (0, 0, 0)),
        ("x = 1", (1, 0, 0)),
        ("\n\nx = 1\n", (1, 0, 2)),
        ("# one\nx = 1  # two\n", (1, 1, 0)),
        ("x = '#'\ny = '''\n# no comment\n\n'''\n", (5, 0, 0)),
        ('"""Doc.\n\nMore.\n"""\nx = 1\n', (1, 4, 0)),
        ('def f(): "doc"\n', (1, 0, 0)),
        ('def f(): """doc\n    more"""\n', (1, 1, 0)),
        ("x = 'it\\'s # not'  # is\n", (1, 0, 0)),
        ("x = (\n    'a'\n    # inside\n    'b'\n)\n", (4, 1, 0)),
        ("'''a''' ; x = 1\n", (0, 1, 0)),
        ("x = r'\\''\n# c\n", (1, 1, 0)),
        ("  \t\n\f\nx = 1\n", (1, 0, 2)),
    ],
)
def test_lines_are_counted(code: str, counts: tuple[int, int, int]) -> None:
    made = analyse_python("x.py", SourceText(code, "utf-8"), AnalysisOptions())
    assert made.outline.lines == LineCounts(*counts)


def test_entry_point() -> None:
    assert record("x = 1\nif __name__ == '__main__':\n    x()\n").outline.main_line == 2
    assert record("x = 1\nif '__main__' == __name__:\n    x()\n").outline.main_line == 2
    assert record("if __name__ != '__main__':\n    x()\n").outline.main_line == 0
    assert record("def f():\n    if __name__ == '__main__': x()\n").outline.main_line == 0
    assert record("# if __name__ == '__main__':\n").outline.main_line == 0


def test_options_of_argparse() -> None:
    found = record(
        """
        parser.add_argument("path", help="where to look")
        group.add_argument("-v", "--verbose", action="count", default=0,
            help="say "
                 "more")
        parser.add_argument(*flags)
        parser.add_argument("--name", metavar="NAME", help=_("a name"))
        parser.add_argument("--types", help="these: %s, at 100%%" % ", ".join(types))
        """
    ).outline.options
    assert [(o.flags, o.help, o.line, o.default, o.metavar) for o in found] == [
        (("path",), "where to look", 1, "", ""),
        (("-v", "--verbose"), "say more", 2, "0", ""),
        (("--name",), "a name", 6, "", "NAME"),
        (("--types",), "these: …, at 100%", 7, "", ""),
    ]


def test_options_of_click() -> None:
    found = record(
        """
        import click
        from click import argument as arg
        @click.command()
        @click.option("--count", default=1, help="How often.")
        @arg("name")
        def hello(count, name): ...
        @other.option("--no")
        def nothing(no): ...
        """
    ).outline.options
    assert [(o.flags, o.help, o.default) for o in found] == [
        (("--count",), "How often.", "1"),
        (("name",), "", ""),
    ]


def told(code: str) -> list[tuple[str, str]]:
    """Return flags and commands of the options, and the commands themselves in brackets."""
    return [
        (f"[{option.flags[0]}]" if option.is_command else " ".join(option.flags), option.command)
        for option in record(code).outline.options
    ]


def test_plugins_of_pytest_give_it_options() -> None:
    code = """
        def pytest_addoption(parser):
            group = parser.getgroup("tide")
            group.addoption("--tide-file", action="store", help="where to read")
    """
    (option,) = record(code).outline.options
    assert (option.flags, option.command, option.help) == (
        ("--tide-file",),
        "pytest",
        "where to read",
    )


def test_commands_of_argparse_have_their_own_options() -> None:
    code = """
        def main():
            parser = argparse.ArgumentParser()
            parser.add_argument("--quiet")
            commands = parser.add_subparsers()
            run = commands.add_parser("run", help="Run it.")
            run.add_argument("-f", "--file")
            group = run.add_mutually_exclusive_group()
            group.add_argument("--fast")
            commands.add_parser("list")
        """
    assert told(code) == [
        ("--quiet", ""),
        ("[run]", ""),
        ("-f --file", "run"),
        ("--fast", "run"),
        ("[list]", ""),
    ]


def test_functions_make_the_parsers_of_commands_and_fill_them() -> None:
    code = """
        def _add_file(parser):
            parser.add_argument("--file")
        def _add_grain(parser):
            group = parser.add_argument_group("grain")
            group.add_argument("--grain")
            _add_sacks(parser)
        def _add_sacks(parser):
            parser.add_argument("--sacks")
        def _add_colour(parser):
            parser.add_argument("--colour")
        def main():
            parser = argparse.ArgumentParser()
            commands = parser.add_subparsers()
            _add_colour(parser)
            def _add(name, *, help):
                parser = commands.add_parser(name, help=help)
                parser.add_argument("--quiet")
                return parser
            grind = _add("grind", help="Grind it.")
            _add_file(grind)
            _add_grain(parser=grind)
            sift = _add("sift", help="Sift it.")
            _add_file(sift)
            _add_colour(sift)
            sift.add_argument("--mesh")
            _add("clean", help="Clean up.")
        """
    assert told(code) == [
        ("--file", "grind, sift"),
        ("--grain", "grind"),
        ("--sacks", "grind"),
        ("--colour", ""),
        ("--quiet", ""),
        ("[grind]", ""),
        ("[sift]", ""),
        ("--mesh", "sift"),
        ("[clean]", ""),
    ]
    commands = [each for each in record(code).outline.options if each.is_command]
    assert [each.help for each in commands] == ["Grind it.", "Sift it.", "Clean up."]


def test_an_option_under_a_condition_is_of_the_commands_that_meet_it() -> None:
    code = """
        def _add_output(parser, *, snapshot=False, width=None):
            group = parser.add_mutually_exclusive_group()
            group.add_argument("--output")
            if snapshot:
                group.add_argument("--json")
            else:
                group.add_argument("--plain")
            if width is not None:
                group.add_argument("--width")
            if is_tty:
                group.add_argument("--colour")
        def main():
            grind = commands.add_parser("grind")
            _add_output(grind)
            sift = commands.add_parser("sift")
            _add_output(sift, snapshot=True, width=columns)
        """
    assert told(code) == [
        ("--output", "grind, sift"),
        ("--json", "sift"),
        ("--plain", "grind"),
        ("--width", ""),
        ("--colour", "grind, sift"),
        ("[grind]", ""),
        ("[sift]", ""),
    ]


def test_a_help_text_may_be_handed_through_a_call_or_held_by_a_constant() -> None:
    code = """
        SPEC_HELP: Final[str] = textwrap.dedent("What to grind.")
        parser.add_argument("--help", default=..., help=shown("help", "Shows the help."))
        parser.add_argument("--spec", help=SPEC_HELP)
        parser.add_argument("--two", help=chosen("One text.", "Another text."))
        """
    options = record(code).outline.options
    assert [each.help for each in options] == ["Shows the help.", "What to grind.", ""]
    assert options[0].default == ""


def test_a_parser_whose_function_calls_itself_is_followed_to_an_end() -> None:
    code = """
        def fill(parser):
            parser.add_argument("--deep")
            fill(parser)
        def main():
            grind = commands.add_parser("grind")
            fill(grind)
        """
    assert told(code) == [("--deep", ""), ("[grind]", "")]


def test_a_help_text_says_the_default_once() -> None:
    code = """
        parser.add_argument("--jobs", default=1, help="Threads to use. (default %(default)s).")
        parser.add_argument("--hue", default=hue(), help="The hue. Defaults to `%(default)s`.")
        parser.add_argument("--wait", default=5, help="Wait, defaults to %(default)s seconds.")
        parser.add_argument("--of", metavar="{" + ",".join(OF) + "}", help="What of.")
        """
    options = record(code).outline.options
    assert [each.help for each in options] == [
        "Threads to use.",
        "The hue.",
        "Wait, defaults to 5 seconds.",
        "What of.",
    ]
    assert [each.default for each in options] == ["1", "hue()", "5", ""]
    assert options[-1].metavar == ""


def test_commands_of_click_have_their_own_options() -> None:
    code = """
        import click
        @click.group()
        @click.version_option("1.0")
        def cli(): ...
        @cli.command()
        @click.option("--cors-allow", "cors")
        def dry_run(cors):
            'Try it. Nothing happens.'
        @cli.command("list", help="List all.")
        def show(): ...
        """
    found = dict(told(code))
    assert found == {"--version": "", "--cors-allow": "dry-run", "[dry-run]": "", "[list]": ""}
    helps = [option.help for option in record(code).outline.options if option.is_command]
    assert helps == ["Try it.", "List all."]


def test_several_programs_of_click_in_a_file_are_told_apart() -> None:
    code = """
        import click
        @click.command("run")
        @click.option("--port")
        def run_command(port): ...
        @click.command()
        @click.option("--sort")
        def routes_command(sort): ...
        """
    found = dict(told(code))
    assert found == {"[run]": "", "--port": "run", "[routes]": "", "--sort": "routes"}


def test_options_of_click_as_objects() -> None:
    code = """
        import click
        APP = click.Option(["-A", "--app", "app_path"], help="The application.")
        """
    assert told(code) == [("-A --app", "")]


def test_decorators_of_another_program_are_no_commands() -> None:
    assert told("@bot.command()\ndef ping(context): ...\n") == []


def test_commands_of_typer_have_their_own_options() -> None:
    code = """
        import typer
        app = typer.Typer()
        @app.command()
        def build(out: str = typer.Option("x")): ...
        @app.command(name="serve")
        def start(port: int = typer.Option(80)): ...
        """
    assert told(code) == [
        ("[build]", ""),
        ("--out", "build"),
        ("[serve]", ""),
        ("--port", "serve"),
    ]


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("greet", [("--name", ""), ("--times", "")]),
        ("Tools", [("[greet]", ""), ("--name", "greet")]),
        ("{'hi': greet}", [("[hi]", ""), ("--name", "hi"), ("--times", "hi")]),
    ],
)
def test_commands_of_fire(given: str, found: list[tuple[str, str]]) -> None:
    code = f"""
        import fire
        def greet(name, times=1): ...
        class Tools:
            def greet(self, name): ...
            def _hidden(self): ...
        fire.Fire({given})
        """
    assert told(code) == found


def test_options_of_typer() -> None:
    found = record(
        """
        import typer
        from typing import Annotated
        def main(
            name: str,
            dry_run: bool = typer.Option(False, help="Do nothing."),
            out: Annotated[str, typer.Option("--output", "-o")] = "x",
            path: str = typer.Argument(..., help="Where."),
        ): ...
        """
    ).outline.options
    assert [(o.flags, o.help, o.default) for o in found] == [
        (("--dry-run",), "Do nothing.", "False"),
        (("--output", "-o"), "", '"x"'),
        (("path",), "Where.", ""),
    ]


def test_test_cases() -> None:
    found = record(
        """
        import unittest
        from unittest import IsolatedAsyncioTestCase
        def test_one(): ...
        async def test_two(): ...
        def testing(): ...
        def test_odd(value: int) -> bool:
            return value % 2 == 1
        def helper():
            def test_inner(): ...
        class TestThing:
            def test_a(self): ...
            def helper(self): ...
        class Case(unittest.TestCase):
            def testCamel(self): ...
        class Derived(Case):
            def test_b(self): ...
        class Waiting(IsolatedAsyncioTestCase):
            async def test_c(self): ...
        class Plain:
            def test_connection(self): ...
        class test_Hub:  # with pytest's option python_classes = test_*
            def test_d(self): ...
        """
    ).outline.tests
    assert found == (
        "test_one",
        "test_two",
        "TestThing.test_a",
        "Case.testCamel",
        "Derived.test_b",
        "Waiting.test_c",
        "test_Hub.test_d",
    )


def test_cases_that_test_classes_inherit_from_a_class_of_the_file() -> None:
    found = record(
        """
        import unittest
        class Shared:
            def test_shared(self): ...
        class Between(Shared):
            def test_between(self): ...
        class Case(Between, unittest.TestCase):
            def test_own(self): ...
        class Plain:
            def test_connection(self): ...
        """
    ).outline.tests
    assert found == ("Shared.test_shared", "Between.test_between", "Case.test_own")


def test_terms_come_from_names_comments_and_docstrings() -> None:
    made = record('"""About kettles."""\n# a kettle boils\ndef boil_kettle(): ...\n')
    terms = {term.text: (term.count, term.lines) for term in made.outline.terms}
    assert terms["kettle"] == (3, (1, 2, 3))


def test_licence_header() -> None:
    outline = record("# SPDX-License-Identifier: BSD-3-Clause\nx = 1\n").outline
    assert (outline.licence, outline.licence_line) == ("BSD-3-Clause", 1)


def test_a_variable_says_nothing_of_a_default() -> None:
    found = record(
        """
        parser.add_argument("--a", default=missing)
        parser.add_argument("--b", default=PORT)
        """
    ).outline.options
    assert [option.default for option in found] == ["", "PORT"]
