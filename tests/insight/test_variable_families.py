"""Environment variables that are read by what their names begin with."""

from __future__ import annotations

from textwrap import dedent

import pytest
from support.linked import link_files
from support.operation import configuration

from mkdocs_repodoc.insight.operation.environment.variable_families import variable_families


def families(files: dict[str, str]) -> list[tuple[str, int, str]]:
    """Return beginning, line, and the function that the reader is put around."""
    contents = {path: dedent(code).lstrip("\n") for path, code in files.items()}
    linked = link_files(contents)
    found = configuration(linked.repository)
    symbol = linked.repository.symbol
    return [
        (each.prefix, each.line, symbol(each.taker).name if each.taker else "")
        for each in variable_families(linked.repository, found.unnamed_reads, contents.__getitem__)
    ]


@pytest.mark.parametrize(
    ("path", "code"),
    [
        (
            "mill.py",
            """
            import os
            found = {k: v for k, v in os.environ.items() if k.startswith("MILL_")}
            """,
        ),
        (
            "mill.ts",
            """
            // all of them
            Object.keys(process.env).filter((key) => key.startsWith("MILL_"));
            """,
        ),
        (
            "mill.go",
            """
            package mill
            import ("os"; "strings")
            func read() {
                for _, each := range os.Environ() {
                    if strings.HasPrefix(each, "MILL_") {
                        use(each)
                    }
                }
            }
            """,
        ),
        (
            "src/mill.rs",
            """
            fn read() {
                for (key, value) in std::env::vars() {
                    if let Some(name) = key.strip_prefix("MILL_") { set(name, value); }
                }
            }
            """,
        ),
        (
            "mill.rb",
            """
            # all of them
            ENV.select { |key, _| key.start_with?("MILL_") }
            """,
        ),
    ],
)
def test_names_may_begin_with_a_text(path: str, code: str) -> None:
    assert [prefix for prefix, _, _ in families({path: code})] == ["MILL_"]


def test_a_function_that_is_given_the_beginning_reads_one_family_for_each_call() -> None:
    code = """
        import os


        def from_environment(name, app="", types=None):
            starts = (name, f"{name}_{app}") if app else (name,)
            held = {}
            for start in starts:
                start = start.upper() + "_"
                held.update((k, v) for k, v in os.environ.items() if k.startswith(start))

            def wrap(function):
                return partial(function, **held)

            return wrap


        class Mill:
            @from_environment("mill", types={})
            def __init__(self, stones=2):
                pass


        @from_environment("mill", "wind")
        def turn(sails=4):
            pass
        """
    assert families({"mill.py": code}) == [
        ("MILL_", 18, "Mill.__init__"),
        ("MILL_", 23, "turn"),
        ("MILL_WIND_", 23, "turn"),
    ]


def test_other_names_that_begin_with_a_text_are_none() -> None:
    code = """
        import os

        def run(env=os.environ):
            copy = dict(os.environ)
            return name.startswith("mill_") or name.startswith("--")
        """
    assert not families({"mill.py": code})
