"""High-Level Overview: the module's documentation, its public API, counts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from body_text import block_text
from made_repository import made_context, made_file, made_repository, made_symbol
from page_text import file_body, resolving, section, table, text

from mkdocs_repodoc.languages.treesitter.namespaces import in_namespaces
from mkdocs_repodoc.model.blocks import Fold, Outline, Paragraph, Prose
from mkdocs_repodoc.model.file_links import ResolvedImport
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import (
    DocField,
    DocSection,
    FileDetail,
    Import,
    Parameter,
    Symbol,
    SymbolDetail,
)
from mkdocs_repodoc.model.repository import Repository


def api(repository: Repository, path: str) -> list[list[str]]:
    body = file_body(made_context(repository), path)
    return table(section(body, "High-Level Overview"), "Public API")


def outline(repository: Repository, path: str) -> list[str]:
    found = section(file_body(made_context(repository), path), "High-Level Overview")
    return [line for block in found if isinstance(block, Outline) for line in block_text(block)]


def counts(repository: Repository, path: str) -> str:
    found = section(file_body(made_context(repository), path), "High-Level Overview")
    return text(found[-1].phrase) if isinstance(found[-1], Paragraph) else ""


def test_the_outline_shows_what_all_lists() -> None:
    file = made_file(
        "a.py",
        [made_symbol("hidden"), made_symbol("f", signature="(x)", summary="Does.")],
        exports=("f", "gone"),
    )
    repository = made_repository([file])
    assert outline(repository, "a.py") == [
        "function f(x): Does.",
        "Not public: [hidden](repo/a.py_docs.md#a.hidden)",
    ]
    assert api(repository, "a.py") == [["Name"], ["gone"]]


def test_a_class_is_shown_with_its_members() -> None:
    symbols = [
        made_symbol("A", "class", summary="An A."),
        made_symbol("A.x", "attribute", 2),
        made_symbol("A.__init__", "method", 3),
        made_symbol("A.go", "method", 4, signature="(self, far)", summary="Goes."),
        made_symbol("A._go", "method", 5, public=False),
        made_symbol("A.go.inner", "function", 4),
        made_symbol("f", line=9),
    ]
    detail = FileDetail(
        symbols=tuple(
            SymbolDetail(parameters=(Parameter("self"), Parameter("far", default="1")))
            if symbol.name == "A.go"
            else SymbolDetail()
            for symbol in symbols
        )
    )
    context = made_context(made_repository([made_file("a.py", symbols)]), detail=lambda _: detail)
    (found,) = (
        block
        for block in section(file_body(context, "a.py"), "High-Level Overview")
        if isinstance(block, Outline)
    )
    assert list(block_text(found)) == [
        "class A: An A.",
        "  method go(far): Goes.",
        "  Attributes: x",
        "  Special: __init__",
        "  Not public: _go",
        "function f",
    ]


def test_names_have_the_values_that_they_hold_at_first() -> None:
    symbols = [
        made_symbol("A", "class"),
        made_symbol("A.size", "attribute", 2),
        made_symbol("A.level", "attribute", 3),
        made_symbol("A.given", "attribute", 4, labels=("instance",)),
        made_symbol("A.long", "attribute", 5),
        made_symbol("LIMIT", "constant", 6),
    ]
    values = ["", "10", "Level.INFO", "given or find()", "x" * 60, "2 * 1024"]
    detail = FileDetail(symbols=tuple(SymbolDetail(value=value) for value in values))
    context = made_context(made_repository([made_file("a.py", symbols)]), detail=lambda _: detail)
    (found,) = (
        block
        for block in section(file_body(context, "a.py"), "High-Level Overview")
        if isinstance(block, Outline)
    )
    assert list(block_text(found)) == [
        "class A",
        "  Attributes: size = 10, level = Level.INFO, given, long",
        "Values: [LIMIT](repo/a.py_docs.md#a.LIMIT) = `2 * 1024`",
    ]


def test_inherited_members_are_grouped_by_where_they_come_from() -> None:
    base = [
        made_symbol("Base", "class", summary="A base."),
        made_symbol("Base.run", "method", 2),
        made_symbol("Base.stop", "method", 3),
        made_symbol("Base._hide", "method", 4, public=False),
    ]
    root = [made_symbol("Root", "class"), made_symbol("Root.stop", "method", 2)]
    own = [made_symbol("A", "class"), made_symbol("A.run", "method", 2)]
    repository = made_repository(
        [made_file("a.py", own), made_file("base.py", base), made_file("root.py", root)]
    )
    bases = {
        SymbolRef("a.py", 0): (SymbolRef("base.py", 0),),
        SymbolRef("base.py", 0): (SymbolRef("root.py", 0),),
    }
    repository = replace(repository, links=replace(repository.links, bases=bases))
    assert outline(repository, "a.py") == [
        "class A: A base.",
        "  method run",
        "  From [Base](repo/base.py_docs.md#base.Base): stop",
    ]


def test_types_in_namespaces_are_outlined_like_outer_ones() -> None:
    symbols = in_namespaces(
        [
            made_symbol("Puma", "module", end_line=9),
            made_symbol("Puma::LIMIT", "constant", 2),
            made_symbol("Puma::Wire", "module", 3, end_line=4),
            made_symbol("Puma::Wire.send", line=4),
            made_symbol("Puma::Server", "class", 5, end_line=9),
            made_symbol("Puma::Server#run", "method", 6),
            made_symbol("Puma::Server::Gate", "class", 7, end_line=8),
            made_symbol("Puma::Server::Gate#open", "method", 8),
        ]
    )
    assert outline(made_repository([made_file("server.rb", symbols)]), "server.rb") == [
        "module Puma",
        "  Constants: LIMIT",
        "module Puma::Wire",
        "  function send",
        "class Server",
        "  method run",
        "  class Gate",
        "class Server::Gate",
        "  method open",
    ]


def test_types_are_opened_where_a_file_has_none_for_others() -> None:
    def hidden(name: str, kind: str, line: int, *labels: str) -> Symbol:
        return made_symbol(name, kind, line, labels=labels, public=False)

    symbols = [
        hidden("Printer", "class", 1),
        hidden("Printer.print", "method", 2, "public"),
        hidden("Printer.reset", "method", 3),
        hidden("Printer.inner", "field", 4, "private"),
    ]
    file = made_file("Printer.java", symbols, language="java")
    assert outline(made_repository([file]), "Printer.java") == [
        "class Printer",
        "  method print",
        "  method reset",
        "  Private: inner",
        "Package-private: [Printer](repo/Printer.java_docs.md#Printer)",
    ]


def test_a_namespace_is_no_entry_of_the_outline() -> None:
    symbols = in_namespaces(
        [
            made_symbol("a", "namespace", end_line=9),
            made_symbol("a::b", "namespace", 2, end_line=9),
            made_symbol("a::b::C", "class", 3, end_line=4),
            made_symbol("a::b::C::go", "method", 4),
            made_symbol("a::b::f", "function", 5),
            made_symbol("a::x", "variable", 6),
            made_symbol("empty", "module", 7, end_line=8),
            made_symbol("empty::T", "struct", 8),
        ]
    )
    assert outline(made_repository([made_file("a.hpp", symbols)]), "a.hpp") == [
        "class C",
        "  method go",
        "function f",
        "struct T",
        "Values: [x](repo/a.hpp_docs.md#a.hpp.a::x)",
    ]


def test_overloads_and_accessors_are_one_entry() -> None:
    symbols = [
        made_symbol("f", labels=("overload",), signature="(x: int)"),
        made_symbol("f", line=5, signature="(x)", summary="Does."),
        made_symbol("A", "class", 6),
        made_symbol("A.p", "property", 7, labels=("property",), summary="A p."),
        made_symbol("A.p", "property", 8, labels=("setter",)),
    ]
    found = outline(made_repository([made_file("a.py", symbols)]), "a.py")
    assert found == ["class A", "  property p: A p.", "function f(x): Does."]


def test_a_large_outline_is_folded() -> None:
    def is_open(methods: int) -> bool:
        symbols = [made_symbol("A", "class")]
        symbols += [made_symbol(f"A.m{n}", "method", n + 2) for n in range(methods)]
        context = made_context(made_repository([made_file("a.py", symbols)]))
        found = section(file_body(context, "a.py"), "High-Level Overview")[0]
        assert isinstance(found, Outline)
        return found.is_open

    assert is_open(40)
    assert not is_open(80)


def test_a_type_variable_is_no_api_unless_exported() -> None:
    symbols = [made_symbol("T", "attribute", labels=("type variable",))]
    repository = made_repository([made_file("a.py", symbols)])
    assert outline(repository, "a.py") == ["Not public: [T](repo/a.py_docs.md#a.T)"]
    exported = made_file("a.py", symbols, exports=("T",))
    assert outline(made_repository([exported]), "a.py") == ["Values: [T](repo/a.py_docs.md#a.T)"]


def test_what_stands_in_for_a_failed_import_is_no_api() -> None:
    symbols = [made_symbol("brotli", "attribute", 4), made_symbol("LEVEL", "constant", 5)]
    file = made_file("a.py", symbols, imports=(Import("brotli", line=2),))
    assert outline(made_repository([file]), "a.py") == [
        "Values: [LEVEL](repo/a.py_docs.md#a.LEVEL)",
        "Not public: [brotli](repo/a.py_docs.md#a.brotli)",
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
    assert outline(made_repository([file]), "test_a.py") == []


def test_the_modules_documentation_tells_its_purpose() -> None:
    detail = FileDetail(
        documentation=(
            DocSection("text", text="More on it."),
            DocSection("attributes", fields=(DocField("LIMIT", "int", "How much."),)),
        ),
        markup="rst",
    )
    repository = made_repository([made_file("a.py", [made_symbol("LIMIT", "constant")])])
    context = made_context(repository, detail=lambda _: detail)
    found = section(file_body(context, "a.py"), "File Purpose")[1:]
    assert found[0] == Prose("More on it.", "rst", "a.py")
    assert table(found, "Attributes")[1:] == [["LIMIT", "int", "How much."]]


def test_long_documentation_leaves_the_first_screen_to_the_outline() -> None:
    detail = FileDetail(documentation=(DocSection("text", text="More on it. " * 200),))
    file = made_file("a.py", [made_symbol("f")], summary="Counts.")
    context = made_context(made_repository([file]), detail=lambda _: detail)
    first, rest = section(file_body(context, "a.py"), "File Purpose")
    assert isinstance(first, Prose)
    assert isinstance(rest, Fold)
    assert isinstance(rest.blocks[0], Prose)
