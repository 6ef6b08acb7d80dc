"""High-Level Overview: the module's documentation, its public API, counts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made_repository import made_context, made_file, made_repository, made_symbol
from page_text import file_body, resolving, section, table, text

from mkdocs_repodoc.model.blocks import Paragraph, Prose
from mkdocs_repodoc.model.records import DocField, DocSection, FileDetail, Import
from mkdocs_repodoc.model.repository import Repository, ResolvedImport, SymbolRef


def api(repository: Repository, path: str) -> list[list[str]]:
    body = file_body(made_context(repository), path)
    return table(section(body, "High-Level Overview"), "Public API")


def counts(repository: Repository, path: str) -> str:
    found = section(file_body(made_context(repository), path), "High-Level Overview")
    return text(found[-1].phrase) if isinstance(found[-1], Paragraph) else ""


def test_the_api_is_what_all_lists() -> None:
    file = made_file(
        "a.py",
        [made_symbol("hidden"), made_symbol("f", signature="(x)", summary="Does.")],
        exports=("f", "gone"),
    )
    assert api(made_repository([file]), "a.py") == [
        ["Name", "Kind", "Summary"],
        ["f(x)", "function", "Does."],
        ["gone", "", ""],
    ]


def test_without_all_the_api_is_the_public_top_level() -> None:
    symbols = [
        made_symbol("A", "class"),
        made_symbol("A.go", "method", 2),
        made_symbol("_p", public=False),
        made_symbol("__ne__", "function", 3),
    ]
    assert [row[0] for row in api(made_repository([made_file("a.py", symbols)]), "a.py")] == [
        "Name",
        "A",
    ]


@pytest.mark.parametrize(
    ("documented", "total", "said"),
    [
        (0, 1, "Its one public name has no docstring."),
        (2, 2, "Both of its public names have a docstring."),
        (0, 2, "Neither of its public names has a docstring."),
        (0, 3, "None of its 3 public names has a docstring."),
        (3, 3, "All of its 3 public names have a docstring."),
    ],
)
def test_docstrings_are_counted_in_english(documented: int, total: int, said: str) -> None:
    symbols = [
        made_symbol(f"f{number}", summary="Does." if number < documented else "")
        for number in range(total)
    ]
    assert counts(made_repository([made_file("a.py", symbols)]), "a.py").endswith(said)


def test_a_name_defined_more_than_once_is_told_once() -> None:
    symbols = [made_symbol("f", labels=("overload",)), made_symbol("f", line=5, summary="Does.")]
    found = api(made_repository([made_file("a.py", symbols)]), "a.py")
    assert found[1:] == [["f", "function", "Does."]]


def test_a_type_variable_is_no_api_unless_exported() -> None:
    symbols = [made_symbol("T", "attribute", labels=("type variable",))]
    assert api(made_repository([made_file("a.py", symbols)]), "a.py") == []
    exported = made_file("a.py", symbols, exports=("T",))
    assert api(made_repository([exported]), "a.py")[1:] == [["T", "attribute"]]


def test_what_stands_in_for_a_failed_import_is_no_api() -> None:
    symbols = [made_symbol("brotli", "attribute", 4), made_symbol("LEVEL", "constant", 5)]
    file = made_file("a.py", symbols, imports=(Import("brotli", line=2),))
    assert [row[0] for row in api(made_repository([file]), "a.py")[1:]] == ["LEVEL"]


def test_a_package_passes_on_names() -> None:
    imports = (Import("b", "f", level=1), Import("o", "g", level=2))
    package = made_file("pkg/__init__.py", role="package", imports=imports)
    others = [made_file("pkg/b.py", [made_symbol("f")]), made_file("o.py", [made_symbol("g")])]
    found = tuple(
        ResolvedImport("repository", "", path, SymbolRef(path, 0)) for path in ("pkg/b.py", "o.py")
    )
    repository = resolving(made_repository([package, *others]), {"pkg/__init__.py": found})
    assert api(repository, "pkg/__init__.py")[1:] == [["f", "function", "pkg/b.py"]]


def test_an_exported_name_that_a_star_import_brings_leads_to_its_definition() -> None:
    files = [
        made_file("pkg/__init__.py", imports=(Import("c", "*", level=1),), exports=("f", "gone")),
        made_file("pkg/c.py", [made_symbol("f")]),
    ]
    exported = {"pkg/__init__.py": {"f": SymbolRef("pkg/c.py", 0)}}
    context = replace(made_context(made_repository(files)), exports=exported.__getitem__)
    found = table(
        section(file_body(context, "pkg/__init__.py"), "High-Level Overview"), "Public API"
    )
    assert found[1:] == [["f", "function", "pkg/c.py"], ["gone", "", ""]]


def test_an_exported_name_from_elsewhere_has_the_line_that_brings_it() -> None:
    file = made_file("a.py", imports=(Import("numpy", "array", line=3),), exports=("array",))
    repository = resolving(
        made_repository([file]), {"a.py": (ResolvedImport("third party", "numpy"),)}
    )
    assert api(repository, "a.py") == [["Name", "Defined in"], ["array", "numpy (line 3)"]]


def test_counts_name_what_has_no_docstring() -> None:
    symbols = [
        made_symbol("A.go", "method", 2, summary="Goes."),
        made_symbol("A", "class", 1),
        made_symbol("A.__init__", "method", 3),
    ]
    assert counts(made_repository([made_file("a.py", symbols)]), "a.py") == (
        "1 class and 2 methods in 10 lines. "
        "1 of its 2 public names has a docstring; without one: A."
    )


def test_an_override_needs_no_docstring_of_its_own() -> None:
    symbols = [made_symbol("A", "class", summary="A."), made_symbol("A.go", "method", 2)]
    repository = made_repository(
        [made_file("a.py", symbols)], overrides={SymbolRef("a.py", 1): SymbolRef("a.py", 0)}
    )
    assert counts(repository, "a.py").endswith("Its one public name has a docstring.")


def test_a_test_module_has_no_api() -> None:
    file = made_file("test_a.py", [made_symbol("test_f")], role="test")
    assert api(made_repository([file]), "test_a.py") == []
    assert counts(made_repository([file]), "test_a.py") == "1 function in 10 lines."


def test_the_modules_documentation_comes_first() -> None:
    detail = FileDetail(
        documentation=(
            DocSection("text", text="More on it."),
            DocSection("attributes", fields=(DocField("LIMIT", "int", "How much."),)),
        ),
        markup="rst",
    )
    repository = made_repository([made_file("a.py", [made_symbol("LIMIT", "constant")])])
    context = made_context(repository, detail=lambda _: detail)
    found = section(file_body(context, "a.py"), "High-Level Overview")
    assert found[0] == Prose("More on it.", "rst", "a.py")
    assert table(found, "Attributes")[1:] == [["LIMIT", "int", "How much."]]
