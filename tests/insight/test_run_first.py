"""What Go runs before a program's main function."""

from __future__ import annotations

from support.linked import link_files

from mkdocs_repodoc.insight.reading.run_first import run_first
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import CODE_ROLES

FILES = {
    "go.mod": "module a.example/mill\n\ngo 1.22\n",
    "main.go": """package main

import "a.example/mill/flags"

func init() {}

func main() { flags.Parse() }
""",
    "flags/flags.go": """package flags

import "a.example/mill/words"

func init() {
	words.Load()
}

func Parse() {}
""",
    "flags/console_windows.go": "package flags\n\nfunc init() {}\n",
    "flags/race.go": "//go:build race\n\npackage flags\n\nfunc init() {}\n",
    "flags/flags_test.go": "package flags\n\nfunc init() {}\n",
    "words/words.go": "package words\n\nfunc init() {}\n\nfunc Load() {}\n",
    "other/other.go": "package other\n\nfunc init() {}\n",
}


def test_functions_of_all_imported_packages_run_first_in_any_build() -> None:
    linked = link_files(FILES)
    position = next(
        position
        for position, symbol in enumerate(linked.repository.files["main.go"].outline.symbols)
        if symbol.name == "main"
    )
    found = run_first(
        linked.repository,
        SymbolRef("main.go", position),
        lambda path: linked.texts[path],
        CODE_ROLES,
    )
    assert [ref.path for ref in found] == ["flags/flags.go", "main.go", "words/words.go"]
