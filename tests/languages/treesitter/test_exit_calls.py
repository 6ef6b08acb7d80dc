"""Statuses with which programs end."""

from __future__ import annotations

import pytest

from mkdocs_repodoc.analysis.analyse import analyse
from mkdocs_repodoc.languages.language_errors import program_endings
from mkdocs_repodoc.languages.registry import LANGUAGES
from mkdocs_repodoc.model.facts import ExitStatus
from mkdocs_repodoc.settings import AnalysisOptions

CASES = {
    "go": "package m\nfunc f() { os.Exit(3) }",
    "rust": "fn f() { std::process::exit(3); }",
    "ruby": "exit 3\n",
    "java": "class C { void f() { System.exit(3); } }",
    "kotlin": "fun f() { exitProcess(3) }\n",
    "scala": "object O { sys.exit(3) }",
    "c": "int f() { exit(3); }",
    "c++": "int f() { std::exit(3); }",
    "c#": "class C { void F() { Environment.Exit(3); } }",
    "php": "<?php exit(3);",
    "swift": "exit(3)\n",
    "lua": "os.exit(3)\n",
    "elixir": "System.halt(3)\n",
    "julia": "exit(3)\n",
    "dart": "void f() { exit(3); }",
    "ocaml": "let f () = exit 3\n",
    "zig": "fn f() void { std.process.exit(3); }\n",
    "shell": "exit 3\n",
    "typescript": "process.exit(3);",
    "objective-c": "@implementation C\n- (void)f { exit(3); }\n@end\n",
}


def statuses(language: str, code: str) -> list[str]:
    record = analyse("code", language, code.encode(), AnalysisOptions())
    return [each.status for each in record.outline.facts_of(ExitStatus)]


@pytest.mark.parametrize(("language", "code"), CASES.items(), ids=list(CASES))
def test_a_literal_status_is_found(language: str, code: str) -> None:
    assert statuses(language, code) == ["3"]


def test_every_language_that_says_how_has_a_case() -> None:
    said = {name for name in LANGUAGES if program_endings(name).functions}
    assert said - {"javascript", "jsx", "tsx", "cuda", "python"} == set(CASES)


@pytest.mark.parametrize(
    "code",
    [
        "// process.exit(3)",
        "const text = 'process.exit(3)';",
        "child.process.exit(3);",
        "process.exitLater(3);",
        "process.exitCode === 3;",
    ],
)
def test_what_only_looks_like_one_is_none(code: str) -> None:
    assert statuses("typescript", code) == []


@pytest.mark.parametrize(
    ("language", "code", "status"),
    [
        ("typescript", "process.exit(await run(a));", "await run(a)"),
        ("typescript", "process.exitCode = 3;", "3"),
        ("typescript", "process.exit();", "0"),
        ("typescript", "process.exitCode = failed ? 1 : 0", "failed ? 1 : 0"),
        ("go", "package m\nfunc f() { os.Exit(run()) }", "run()"),
        ("rust", "fn f() { std::process::exit(code); }", "code"),
        ("rust", "fn main() -> ExitCode { return ExitCode::FAILURE; }", "1"),
        ("java", "class C { void f() { System.exit(new C().run(a)); } }", "new C().run(a)"),
        ("c", "int main() { return EXIT_FAILURE; }", "1"),
    ],
)
def test_a_status_may_be_computed_or_have_a_name(language: str, code: str, status: str) -> None:
    assert statuses(language, code) == [status]


@pytest.mark.parametrize(
    ("language", "code"),
    [
        ("rust", "use std::process::exit;\nfn main() { exit(3); }"),
        ("rust", "use std::process::{Command, exit};\nfn main() { exit(3); }"),
        ("rust", "use std::{io, process::exit};\nfn main() { exit(3); }"),
        ("typescript", "import { argv, exit } from 'node:process';\nexit(3);"),
        ("javascript", "const { exit } = require('process');\nexit(3);"),
        ("javascript", "const { exit } = process;\nexit(3);"),
    ],
)
def test_the_function_may_be_imported_by_its_name(language: str, code: str) -> None:
    assert statuses(language, code) == ["3"]


@pytest.mark.parametrize(
    ("language", "code"),
    [
        ("rust", "use menu::exit;\nfn main() { exit(3); }"),
        ("rust", "use std::process::Command;\nfn f() { exit(3); }"),
        ("typescript", "import { exit } from './menu';\nexit(3);"),
    ],
)
def test_a_function_of_this_name_may_be_another(language: str, code: str) -> None:
    assert statuses(language, code) == []


def test_a_declaration_of_the_function_ends_nothing() -> None:
    assert statuses("c", "void exit(int status);") == []


def test_statuses_may_have_names() -> None:
    assert statuses("c", "int f() { exit(EXIT_FAILURE); exit(EXIT_SUCCESS); }") == ["1", "0"]


@pytest.mark.parametrize(
    ("language", "code", "meaning"),
    [
        ("shell", 'echo "No compiler"\nexit 3\n', "No compiler"),
        ("shell", 'echo "Too late"\n\nrun\nexit 3\n', ""),
        ("go", 'package m\nfunc f() { fmt.Fprintln(os.Stderr, "gone")\n os.Exit(3) }', "gone"),
        ("rust", 'fn f() { eprintln!("no {}", x); std::process::exit(3); }', "no {}"),
        ("typescript", "console.error('lost');\nprocess.exit(3);", "lost"),
    ],
)
def test_the_message_before_it_says_what_it_means(language: str, code: str, meaning: str) -> None:
    record = analyse("code", language, code.encode(), AnalysisOptions())
    assert [each.meaning for each in record.outline.facts_of(ExitStatus)] == [meaning]
