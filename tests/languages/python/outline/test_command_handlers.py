"""Functions that parsers keep under a name."""

from __future__ import annotations

from mkdocs_repodoc.analysis.analyse import analyse
from mkdocs_repodoc.model.facts import NamedHandler
from mkdocs_repodoc.settings import AnalysisOptions


def test_a_parser_keeps_the_function_of_its_command() -> None:
    code = """
def parser(commands):
    build = commands.add_parser("build")
    build.set_defaults(func=run_build, quiet=True)
    cache: Parser = commands.add_parser("cache")
    below = cache.add_subparsers(dest="what")
    purge = below.add_parser("purge")
    purge.set_defaults(
        func=store.purge,
    )
    other.set_defaults(func=make_help(other))
"""
    record = analyse("a.py", "python", code.encode(), AnalysisOptions())

    assert list(record.outline.facts_of(NamedHandler)) == [
        NamedHandler("func", "run_build", 4, "build"),
        NamedHandler("func", "store.purge", 9, "cache purge"),
    ]
