"""What is kept under a name is called where that name is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from support.linked import Linked, link_files

from mkdocs_repodoc.insight.flows.calls import kept_calls, named_handlers
from mkdocs_repodoc.insight.repository_insight import RepositoryInsight
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.text.source_text import SourceText

BODY = "\n".join(f"    step{number} = {number}" for number in range(9))
MILL = {
    "pyproject.toml": '[project]\nname = "mill"\nscripts = {mill = "mill.cli:main"}\n',
    "README.md": "# Mill\n\n```\nmill grind wheat\n```\n\nSome more on `mill grind`.\n",
    "mill/__init__.py": "",
    "mill/cli.py": """
        from mill.parser import make_parser

        def main():
            args = make_parser().parse_args()
            return run_command(args)

        def run_command(args):
            if args.quiet:
                hush()
            return args.func(args)

        def hush(): ...
        """,
    "mill/parser.py": f'''
import argparse


def make_parser():
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers()
    grind = commands.add_parser("grind")
    grind.set_defaults(func=_grind)
    clean = commands.add_parser("clean")
    clean.set_defaults(func=_clean)
    return parser


def _grind(args):
    """Turn the stones."""
    return turn(args)


def _clean(args):
    """Sweep all floors."""
{BODY}
    return sweep(args)


def turn(args):
    """Grind."""
{BODY}
    return args


def sweep(args):
{BODY}
    return args
''',
}


def insight_of(linked: Linked) -> RepositoryInsight:
    return RepositoryInsight(
        linked.repository, lambda _: {}, lambda path: SourceText(linked.texts[path], "utf-8")
    )


def names(linked: Linked, symbols: list[SymbolRef]) -> list[str]:
    return [linked.repository.symbol(each).name for each in symbols]


def test_a_flow_goes_on_at_the_command_that_documents_show() -> None:
    linked = link_files(MILL)
    flow = insight_of(linked).flows[0]

    assert names(linked, [step.symbol for step in flow.steps]) == [
        "main",
        "run_command",
        "_grind",
        "turn",
    ]


def test_each_command_is_an_entry_point() -> None:
    linked = link_files(MILL)
    entries = insight_of(linked).entry_points

    assert [each.name for each in entries if each.kind == "subcommand"] == [
        "mill grind",
        "mill clean",
    ]


def test_who_calls_by_the_name_is_a_caller() -> None:
    linked = link_files(MILL)
    callers = insight_of(linked).call_hierarchy.callers
    edges = callers[linked.symbol("mill/parser.py", "_clean")]

    assert ("run_command", 10, "registration") in [
        (linked.repository.symbol(each.symbol).name, each.line, each.tie) for each in edges
    ]


@pytest.mark.parametrize(
    "call", ["args.func(args)", "args['func'](args)", 'vars(args)["func"](args)']
)
def test_a_name_may_be_a_key(call: str) -> None:
    code = MILL["mill/cli.py"].replace("args.func(args)", call)
    linked = link_files({**MILL, "mill/cli.py": code})
    handlers = insight_of(linked).flow_finder.handlers

    assert [line for line, _ in handlers.of(linked.symbol("mill/cli.py", "run_command"))] == [
        10,
        10,
    ]


def test_a_call_of_a_known_method_is_none_of_what_is_kept() -> None:
    code = """
        class Stone:
            def func(self, args): ...

        def run_command(args):
            stone = Stone()
            return stone.func(args)
        """
    linked = link_files({**MILL, "mill/cli.py": code})
    handlers = insight_of(linked).flow_finder.handlers

    assert not handlers.callers


RUNS = {
    "mill/parser.py": MILL["mill/parser.py"].replace("func=", "run=")
    + """

def _hush(args):
    subprocess.run([each])
    return importlib.import_module("a").run(args)
""",
    "mill/cli.py": '''
        import subprocess
        from mill.parser import make_parser

        def main():
            """Do as `args.run(args)` does."""
            for each in ("a", "b"):
                subprocess.run([each])
            # args.run(args)
            print("args.run(args)")
            engine.run(each)
        ''',
    "mill/web.js": "function start(args) { args.run(args); }\n",
}


def test_what_has_a_method_of_that_name_keeps_nothing() -> None:
    handlers = insight_of(link_files({**MILL, **RUNS})).flow_finder.handlers

    assert len(handlers.kept["run"]) == 2
    assert not handlers.callers


@pytest.mark.parametrize(
    ("given", "call"),
    [
        ("found = make_parser().parse_args()", "found.run()"),
        ("found, rest = make_parser().parse_known_args()", "found.run(rest)"),
        ("found = make()", "found.run(None, found)"),
        ("found = make()", "found.run(**vars(found))"),
        ("found = make()", "self.args.run()"),
    ],
)
def test_parsed_arguments_are_known_by_what_is_done_with_them(given: str, call: str) -> None:
    code = f"import subprocess\n\ndef main():\n    {given}\n    {call}\n"
    linked = link_files({**MILL, **RUNS, "mill/cli.py": code})
    callers = insight_of(linked).flow_finder.handlers.callers

    assert callers == {linked.symbol("mill/cli.py", "main"): [(5, "run")]}


def test_what_nobody_calls_by_its_name_is_handed_on() -> None:
    code = MILL["mill/cli.py"].replace("args.func(args)", "None")
    linked = link_files({**MILL, "mill/cli.py": code})
    followed = insight_of(linked).flow_finder.followed(
        linked.symbol("mill/parser.py", "make_parser")
    )

    assert names(linked, [callee.symbol for callee, _ in followed]) == ["_grind", "_clean"]


def test_files_without_what_looks_like_such_a_call_are_not_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    words = """
        from mill.cli import main

        def function(func, funcs):
            \"\"\"Give func to it.\"\"\"
            funcs.function(func)
            return main[func], func
        """
    linked = link_files({**MILL, "mill/words.py": words})
    read: list[str] = []

    def noted(lines: Sequence[str], *arguments: Any) -> Iterator[tuple[int, str]]:
        read.append("\n".join(lines))
        return kept_calls.kept_calls(lines, *arguments)

    monkeypatch.setattr(named_handlers, "kept_calls", noted)
    assert "mill" in str(insight_of(linked).flows)
    assert len(read) == 1
    assert "return args.func(args)" in read[0]
