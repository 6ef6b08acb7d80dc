"""Imports of languages that name files."""

from __future__ import annotations

import pytest
from support.linked import link_files

from mkdocs_repodoc.languages.file_index import FileIndex
from mkdocs_repodoc.linking.file_links.import_links import resolve_by_path
from mkdocs_repodoc.model.file_links import ResolvedImport
from mkdocs_repodoc.model.files import SourceFile
from mkdocs_repodoc.model.records import Import

PATHS = [
    "native/tide.c",
    "native/tide.h",
    "native/include/api/tide.h",
    "other/include/api/tide.h",
    "lib/core/include/core/base.h",
    "include/one.h",
    "elsewhere/two.h",
    "web/app.ts",
    "web/util.ts",
    "web/parts/index.js",
    "web/data.json",
    "proto/shop/item.proto",
    "CMakeLists.txt",
    "src/CMakeLists.txt",
    "cmake/Helpers.cmake",
    "styles/base.css",
    "styles/main.css",
]


def resolve(path: str, language: str, item: Import) -> ResolvedImport:
    source = SourceFile(path, "text", language, 0, "")
    return resolve_by_path(FileIndex(PATHS), source, item)


@pytest.mark.parametrize(
    ("named", "system", "path"),
    [
        ("tide.h", False, "native/tide.h"),
        ("include/api/tide.h", False, "native/include/api/tide.h"),
        ("api/tide.h", True, "native/include/api/tide.h"),
        ("core/base.h", True, "lib/core/include/core/base.h"),
        ("one.h", True, "include/one.h"),
        ("two.h", False, "elsewhere/two.h"),
        ("vector", True, ""),
        ("gone/x.h", False, ""),
    ],
)
def test_include(named: str, system: bool, path: str) -> None:
    assert resolve("native/tide.c", "c", Import(named, system=system)).path == path


def test_includes_from_outside_say_where_from() -> None:
    assert resolve("native/tide.c", "c", Import("stdio.h", system=True)) == ResolvedImport(
        "standard library", "stdio.h"
    )
    assert resolve("native/tide.c", "c++", Import("vector", system=True)).origin == (
        "standard library"
    )
    assert resolve("native/tide.c", "c", Import("fmt/core.h", system=True)) == ResolvedImport(
        "third party", "fmt"
    )


def test_include_that_two_files_answer_equally_is_not_resolved() -> None:
    assert resolve("src/x.c", "c", Import("api/tide.h", system=True)).path == ""


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ("./util", ResolvedImport("repository", "", "web/util.ts")),
        ("./util.js", ResolvedImport("repository", "", "web/util.ts")),
        ("./parts", ResolvedImport("repository", "", "web/parts/index.js")),
        ("./data.json", ResolvedImport("repository", "", "web/data.json")),
        ("./gone", ResolvedImport("unknown", "")),
        ("react", ResolvedImport("third party", "react")),
        ("@scope/pkg/deep", ResolvedImport("third party", "@scope/pkg")),
        ("node:fs", ResolvedImport("standard library", "fs")),
        ("wasi", ResolvedImport("standard library", "wasi")),
    ],
)
def test_script_import(named: str, expected: ResolvedImport) -> None:
    assert resolve("web/app.ts", "typescript", Import(named)) == expected


def test_an_import_of_a_folder_means_those_files_of_it_that_are_used() -> None:
    linked = link_files(
        {
            "go.mod": "module shop\n",
            "till/pay.go": "package till\n\nfunc Pay() {}\n",
            "till/open.go": "package till\n\nfunc Open() {}\n",
            "main.go": 'package main\n\nimport "shop/till"\n\nfunc main() { till.Pay() }\n',
            "unused.go": 'package main\n\nimport _ "shop/till"\n',
        }
    )
    imports = linked.repository.links.imports
    assert [(each.folder, each.files) for each in imports["main.go"]] == [
        ("till", ("till/pay.go",))
    ]
    assert [(each.folder, each.files) for each in imports["unused.go"]] == [("till", ())]


def test_what_two_tests_from_outside_of_a_package_share_is_not_imported() -> None:
    opening = 'package till_test\n\nimport "shop/till"\n\n'
    linked = link_files(
        {
            "go.mod": "module shop\n",
            "till/pay.go": "package till\n\nfunc Pay() {}\n",
            "till/help_test.go": f"{opening}func help() {{ till.Pay() }}\n",
            "till/pay_test.go": f"{opening}func check() {{ till.Pay(); help() }}\n",
        }
    )
    (entry,) = linked.repository.links.imports["till/pay_test.go"]
    assert entry.files == ("till/pay.go",)


def test_others() -> None:
    assert resolve("proto/a.proto", "protobuf", Import("shop/item.proto")).path == (
        "proto/shop/item.proto"
    )
    assert resolve("styles/main.css", "css", Import("base.css")).path == "styles/base.css"
    assert resolve("styles/main.css", "css", Import("https://x/base.css")).path == ""


def test_ruby_requires_from_the_library_folders_of_gems() -> None:
    paths = ["lib/tide.rb", "tide-extra/lib/tide/extra.rb", "tide-extra/lib/tide/more.rb"]

    def required(named: str) -> ResolvedImport:
        source = SourceFile("tide-extra/lib/tide/extra.rb", "text", "ruby", 0, "")
        return resolve_by_path(FileIndex(paths), source, Import(named))

    assert required("tide").path == "lib/tide.rb"
    assert required("tide/more").path == "tide-extra/lib/tide/more.rb"
    assert required("json") == ResolvedImport("standard library", "json")
    assert required("rack/session") == ResolvedImport("third party", "rack")
    assert required("./gone").origin == "unknown"


@pytest.mark.parametrize(
    ("path", "item", "found"),
    [
        ("app/main.rb", Import("json"), ("standard library", "")),  # not the file beside it
        ("app/main.rb", Import("json", level=1), ("repository", "app/json.rb")),
        ("app/main.rb", Import("../lib/tide", level=1), ("repository", "lib/tide.rb")),
        ("app/main.rb", Import("tide", level=1), ("unknown", "")),  # not the one in lib/
        ("app/main.rb", Import("tide"), ("repository", "lib/tide.rb")),
        ("app/main.rb", Import("./app/json"), ("repository", "app/json.rb")),
        ("test/tide_test.rb", Import("test_helper"), ("repository", "test/test_helper.rb")),
        ("app/main.rb", Import("test_helper"), ("third party", "")),
    ],
)
def test_ruby_searches_the_load_path_only(path: str, item: Import, found: tuple[str, str]) -> None:
    files = FileIndex(["app/main.rb", "app/json.rb", "lib/tide.rb", "test/test_helper.rb"])
    resolved = resolve_by_path(files, SourceFile(path, "text", "ruby", 0, ""), item)

    assert (resolved.origin, resolved.path) == found


def test_c_sharp_namespaces_are_the_platforms_or_unknown() -> None:
    assert resolve("a.cs", "c#", Import("System.Linq")).origin == "standard library"
    assert resolve("a.cs", "c#", Import("SystemX")).origin == "unknown"


@pytest.mark.parametrize(
    ("item", "found"),
    [
        (Import("src/CMakeLists.txt"), ("repository", "src/CMakeLists.txt")),
        (Import("cmake/Helpers.cmake"), ("repository", "cmake/Helpers.cmake")),
        (Import("Helpers"), ("repository", "cmake/Helpers.cmake")),
        (Import("GoogleTest"), ("unknown", "")),
        (Import("none/CMakeLists.txt"), ("unknown", "")),
        (Import("Helpers", system=True), ("third party", "")),
    ],
)
def test_cmake_folders_and_modules(item: Import, found: tuple[str, str]) -> None:
    answer = resolve("CMakeLists.txt", "cmake", item)
    assert (answer.origin, answer.path) == found
