"""Testing & Usage: tests, cases, commands and options."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec
import pytest
from made_repository import made_context, made_file, made_repository, made_symbol, made_use
from page_text import file_body, items, section, table, text

from mkdocs_repodoc.model.blocks import Block, Items, PageLink, Paragraph, Sample
from mkdocs_repodoc.model.facts import InstalledCommand, Task
from mkdocs_repodoc.model.file_links import (
    FileLinks,
    Importer,
)
from mkdocs_repodoc.model.linked_symbols import (
    LinkedReference,
    SymbolRef,
    Use,
)
from mkdocs_repodoc.model.project import Project
from mkdocs_repodoc.model.records import Import, Option
from mkdocs_repodoc.model.references import FILE_SCOPE
from mkdocs_repodoc.model.repository import (
    RepoFile,
    Repository,
    Role,
)
from mkdocs_repodoc.model.run_line import RunLine

TESTED: dict[str, Any] = {
    "tests_of": {"a.py": ("test_a.py",)},
    "tested_by": {"test_a.py": ("a.py",)},
}


def usage(repository: Repository, path: str, **texts: str) -> tuple[Block, ...]:
    context = made_context(repository, texts={path: texts.get("text", "")})
    return section(file_body(context, path), "Testing & Usage")


def commands(*files: RepoFile, project: Project | None = None, source: str = "") -> list[str]:
    repository = made_repository(files, project=project)
    found = usage(repository, files[0].path, text=source)
    return [block.text for block in found if isinstance(block, Sample)]


def test_a_source_file_names_its_tests_and_what_they_use() -> None:
    use = made_use("test_a.py", 4, scope=0)
    repository = made_repository(
        [
            made_file("a.py", [made_symbol("f")]),
            made_file("test_a.py", [made_symbol("test_f")], role="test"),
        ],
        uses={SymbolRef("a.py", 0): [use]},
        **TESTED,
    )
    found = usage(repository, "a.py")
    assert items(found, "Exercised by 1 test file") == ["test_a.py uses f"]


def test_untested_source_is_said_only_where_there_are_tests() -> None:
    files = [made_file("a.py", [made_symbol("f")]), made_file("b.py", [made_symbol("g")])]
    assert usage(made_repository(files), "b.py") == ()
    tested = made_repository([*files, made_file("test_a.py", role="test")], **TESTED)
    (said,) = usage(tested, "b.py")
    assert isinstance(said, Paragraph)
    assert text(said.phrase) == "No test uses a name from b.py."


def test_a_test_that_is_only_named_after_a_source_file_is_named() -> None:
    files = [
        made_file("a.py", [made_symbol("f")]),
        made_file("_b.py", [made_symbol("g")]),
        made_file("tests/test_b.py", role="test"),
        made_file("test_a.py", role="test"),
    ]
    (said,) = usage(made_repository(files, **TESTED), "_b.py")
    assert isinstance(said, Paragraph)
    assert text(said.phrase) == (
        "No test uses a name from _b.py, but tests/test_b.py carries its name."
    )


@pytest.mark.parametrize("role", ["documentation", "configuration", "test support", "example"])
def test_what_is_no_source_is_not_called_untested(role: Role) -> None:
    other = made_file("b.py", [made_symbol("g")], role=role)
    files = [made_file("a.py"), other, made_file("test_a.py", role="test")]
    assert usage(made_repository(files, **TESTED), "b.py") == ()


def test_a_test_names_what_it_tests_and_its_cases() -> None:
    symbols = [
        made_symbol("TestF", "class"),
        made_symbol("TestF.test_one", "method", 2, summary="One."),
        made_symbol("test_two", "function", 3),
        made_symbol("helper", "function", 4),
    ]
    test = made_file("test_a.py", symbols, role="test", tests=("TestF.test_one", "test_two"))
    context = made_context(made_repository([made_file("a.py", [made_symbol("f")]), test], **TESTED))
    reference = LinkedReference(5, 0, 1, "call", SymbolRef("a.py", 0), "exact")
    context = replace(context, file_links=lambda _: FileLinks((reference,), (), ()))
    found = section(file_body(context, "test_a.py"), "Testing & Usage")
    assert items(found, "Code under test") == ["a.py: f"]
    assert items(found, "2 test cases") == ["TestF: 1 case", "test_one: One.", "test_two"]


def test_cases_that_only_have_a_name_share_a_line() -> None:
    symbols = [made_symbol(f"test_{n}", line=n) for n in (1, 2, 4)]
    symbols.append(made_symbol("test_3", line=3, summary="Three."))
    test = made_file("test_a.py", symbols, role="test", tests=tuple(s.name for s in symbols))
    found = section(
        file_body(made_context(made_repository([test])), "test_a.py"), "Testing & Usage"
    )
    assert items(found, "4 test cases") == ["test_3: Three.", "test_1, test_2 and test_4"]


def test_pytest_runs_what_imports_it() -> None:
    file = made_file("t/test_a.py", role="test", imports=(Import("pytest", line=1),))
    assert commands(file) == ["python -m pytest t/test_a.py"]


def test_pytest_runs_what_lies_below_a_conftest() -> None:
    file = made_file("t/x/test_a.py", role="test")
    assert commands(file, made_file("t/conftest.py")) == ["python -m pytest t/x/test_a.py"]


def test_pytest_runs_what_the_project_configures() -> None:
    project = made_file("pyproject.toml", [made_symbol("tool.pytest.ini_options", "section")])
    assert commands(made_file("test_a.py", role="test"), project) == ["python -m pytest test_a.py"]


def test_unittest_runs_what_imports_it() -> None:
    file = made_file("test_a.py", role="test", imports=(Import("unittest", line=1),))
    assert commands(file) == ["python -m unittest test_a.py"]


def test_a_test_without_evidence_has_no_command() -> None:
    assert commands(made_file("test_a.py", role="test")) == []


def test_a_path_is_quoted_for_the_shell() -> None:
    file = made_file("my tests/test a.py", role="test", imports=(Import("pytest", line=1),))
    assert commands(file) == ["python -m pytest 'my tests/test a.py'"]


def test_a_script_is_started_by_its_path() -> None:
    assert commands(made_file("tool.py", main_line=9, run_line=RunLine("python tool.py"))) == [
        "python tool.py"
    ]


def test_a_script_with_relative_imports_is_started_as_a_module() -> None:
    run = RunLine("python -m pkg.tool", relative_import=2)
    file = made_file("pkg/tool.py", main_line=9, run_line=run)
    (block,) = [
        block for block in usage(made_repository([file]), file.path) if isinstance(block, Sample)
    ]
    because = "run as a module because of the relative import on line 2"
    assert text(block.title) == f"Starts on line 9; {because}"
    assert commands(file) == ["python -m pkg.tool"]


def test_a_package_is_started_by_its_main_module() -> None:
    run = RunLine("python -m pkg", starts_folder=True)
    assert commands(made_file("pkg/__main__.py", run_line=run)) == ["python -m pkg"]


def test_what_nothing_shows_to_be_a_program_has_no_command() -> None:
    assert commands(made_file("tool.py", run_line=RunLine("python tool.py"))) == []


def test_an_entry_point_starts_the_function_that_it_names() -> None:
    project = Project(
        commands=(
            InstalledCommand("demo", "pkg.cli", "main"),
            InstalledCommand("other", "pkg.cli2", "main"),
        )
    )
    assert commands(made_file("pkg/cli.py", [made_symbol("main")]), project=project) == ["demo"]


@pytest.mark.parametrize(
    ("first", "command"),
    [
        ("#!/bin/sh", "sh run"),
        ("#!/usr/bin/env bash", "bash run"),
        ("#!/usr/bin/env -S perl -w", "perl -w run"),
        ("# no", None),
        ("#![allow(dead_code)]", None),
    ],
)
def test_a_script_of_another_language_is_started_as_its_first_line_says(
    first: str, command: str | None
) -> None:
    file = made_file("run", language="bash", role="script", main_line=1)
    assert commands(file, source=f"{first}\necho\n") == ([command] if command else [])


def test_a_build_file_lists_the_commands_that_it_defines() -> None:
    project = Project(
        tasks=(("Makefile", Task("lint", "ruff check", "", 4)), ("other", Task("x", "y", "", 1)))
    )
    makefile = made_file("Makefile", language="makefile", role="build")
    found = usage(made_repository([makefile], project=project), "Makefile")
    assert table(found, "Commands")[1:] == [["lint", "ruff check", "4"]]


def test_options_are_a_table() -> None:
    path = Option(("path",), "", 5, metavar="P", command="run")
    options = (Option(("-v", "--verbose"), "Say more.", 4), path)
    found = usage(made_repository([made_file("tool.py", main_line=9, options=options)]), "tool.py")
    assert table(found, "Options") == [
        ["Option", "Meaning", "Line"],
        ["-v, --verbose", "Say more.", "4"],
    ]
    assert table(found, "Arguments") == [
        ["Argument", "Of command", "Line"],
        ["path P", "run", "5"],
    ]


def test_importers_are_told_apart_from_tests() -> None:
    repository = made_repository(
        [made_file("a.py"), made_file("b.py"), made_file("test_a.py", role="test")],
        imported_by={"a.py": (Importer("b.py", 3), Importer("b.py", 9), Importer("test_a.py", 1))},
    )
    found = usage(repository, "a.py")
    assert items(found, "Imported by 1 file") == ["b.py, line 3, line 9"]
    assert items(found, "Exercised by 1 test file") == ["test_a.py"]


def test_users_say_which_names_they_use() -> None:
    use = Use("b.py", 4, 0, 1, "call", FILE_SCOPE, "exact", 0, 4)
    repository = made_repository(
        [made_file("a.py", [made_symbol("f")]), made_file("b.py")],
        uses={SymbolRef("a.py", 0): [use]},
        imported_by={"a.py": (Importer("b.py", 3),)},
    )
    assert items(usage(repository, "a.py"), "Used by 1 file") == ["b.py, line 3 uses f"]


def test_tests_come_last() -> None:
    repository = made_repository(
        [made_file("a.py"), made_file("b.py"), made_file("test_a.py", role="test")],
        imported_by={"a.py": (Importer("b.py", 3),)},
        **TESTED,
    )
    titles = [block.title for block in usage(repository, "a.py") if isinstance(block, Items)]
    assert titles == ["Imported by 1 file", "Exercised by 1 test file"]


def test_headers_are_included_not_imported() -> None:
    repository = made_repository(
        [made_file("a.h", language="c++"), made_file("b.cpp", language="c++")],
        imports=[("b.cpp", "a.h")],
    )
    assert items(usage(repository, "a.h"), "Included by 1 file") == ["b.cpp, line 1"]


def test_a_case_leads_to_its_source_and_says_what_it_uses() -> None:
    cases = [made_symbol("test_f", line=3), made_symbol("test_g", line=9)]
    cases[0] = msgspec.structs.replace(cases[0], end_line=6)
    files = [
        made_file("a.py", [made_symbol("f"), made_symbol("g")]),
        made_file("test_a.py", cases, role="test", tests=("test_f", "test_g")),
    ]
    f, g = SymbolRef("a.py", 0), SymbolRef("a.py", 1)
    references = (
        LinkedReference(1, 0, 1, "import", g, "exact"),
        LinkedReference(4, 0, 1, "call", f, "exact"),
        LinkedReference(5, 0, 1, "call", f, "exact"),
        LinkedReference(7, 0, 1, "call", g, "exact"),
    )
    links = FileLinks(references, (), ())
    context = replace(made_context(made_repository(files)), file_links=lambda _: links)
    found = section(file_body(context, "test_a.py"), "Testing & Usage")
    assert items(found, "2 test cases") == ["test_f uses f", "test_g"]
    (cases_block,) = (block for block in found if isinstance(block, Items))
    (link, *_) = cases_block.items[0].phrase
    assert isinstance(link, PageLink)
    assert link.anchor == "L3-L6"


def test_of_a_test_the_documentation_of_its_functions_is_folded() -> None:
    file = made_file("test_a.py", [made_symbol("test_f")], role="test", tests=("test_f",))
    body = file_body(made_context(made_repository([file])), "test_a.py")
    assert {part.title: part.weight for part in body.sections}["Detailed Analysis"] == "folded"
