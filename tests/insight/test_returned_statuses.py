"""Statuses that functions return, or variables hold, and with which the program ends."""

from __future__ import annotations

from support.linked import insight_into, link_files

from mkdocs_repodoc.insight.operation.failures import failures
from mkdocs_repodoc.insight.statistics import CODE_ROLES


def ends(files: dict[str, str]) -> dict[str, list[tuple[int, str, str]]]:
    """Return status → line, what was caught and the condition, of all exits."""
    linked = link_files(files)
    returned = insight_into(linked).returned_statuses
    found = failures(linked.repository, files, (), CODE_ROLES, returned=returned)
    return {
        status: [(each.line, each.caught, each.condition) for _, each in exits]
        for status, exits in found.exits.items()
    }


def test_what_a_function_returns_is_followed_through_those_that_it_calls() -> None:
    code = """
        import sys
        EXIT_DULL = ExitCode(3)

        def grind(sacks):
            if not sacks:
                return EXIT_DULL
            return 0

        def run():
            try:
                return grind(read())
            except MillError as error:
                print(error)
                return ExitCode(1)
            except KeyboardInterrupt:
                return 130

        sys.exit(run())
        """
    assert ends({"mill.py": code}) == {
        "0": [(7, "", "")],
        "1": [(14, "MillError", "")],
        "3": [(6, "", "not sacks")],
        "130": [(16, "KeyboardInterrupt", "")],
    }


def test_what_cannot_be_followed_stays_as_it_is_written() -> None:
    code = """
        import subprocess, sys

        def run(command):
            if not command:
                return 2
            return subprocess.run(command).returncode

        def main():
            status = run(sys.argv) if sys.argv else other()
            sys.exit(run(sys.argv))
        """
    assert ends({"mill.py": code}) == {
        "2": [(5, "", "not command")],
        "run(sys.argv)": [(10, "", "")],
    }


def test_a_variable_is_what_it_was_set_to() -> None:
    code = """
        package main

        import "os"

        func run() int {
            if len(os.Args) > 2 {
                return 2
            }
            return 0
        }

        func main() {
            code := run()
            os.Exit(code)
        }
        """
    assert ends({"go.mod": "module mill\n", "main.go": code}) == {
        "0": [(9, "", "")],
        "2": [(7, "", "len(os.Args) > 2")],
    }


def test_what_an_arm_binds_is_what_a_function_ends_with() -> None:
    code = """
        fn run() -> Result<i32, Dull> {
            grind()?;
            Ok(0)
        }

        fn main() {
            let result = run();
            match result {
                Err(_) => std::process::exit(3),
                Ok(code) => {
                    std::process::exit(code);
                }
            }
        }
        """
    files = {"Cargo.toml": '[package]\nname = "mill"\n', "src/main.rs": code}
    assert ends(files) == {"0": [(3, "", "")], "3": [(9, "", "result: Err(_)")]}
