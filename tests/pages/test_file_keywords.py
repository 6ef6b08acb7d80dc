"""The keyword page of a file."""

from __future__ import annotations

from dataclasses import replace

from made_repository import made_context, made_file, made_repository, made_symbol, made_use
from page_text import facts, keyword_body, resolving, section, table

from mkdocs_repodoc.model.blocks import Keyword, Keywords, Label, PageBody, Subheading, Table
from mkdocs_repodoc.model.file_links import (
    Concept,
    FileLinks,
    ResolvedImport,
)
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Import
from mkdocs_repodoc.model.repository import Repository
from mkdocs_repodoc.pages.compose import PageComposer


def groups(body: PageBody) -> dict[str, tuple[Keyword, ...]]:
    found = section(body, "Keywords Extracted")
    return {
        heading.text: entries.entries
        for heading, entries in zip(found[::2], found[1::2], strict=True)
        if isinstance(heading, Subheading) and isinstance(entries, Keywords)
    }


def page(repository: Repository, path: str) -> PageBody:
    return keyword_body(made_context(repository), path)


SYMBOLS = [
    made_symbol("A", "class", 3, summary="An A."),
    made_symbol("A.go", "method", 4),
    made_symbol("LIMIT", "constant", 1),
    made_symbol("A.size", "attribute", 5),
]


def test_keywords_are_grouped_by_kind_in_the_languages_order() -> None:
    found = groups(page(made_repository([made_file("a.py", SYMBOLS)]), "a.py"))
    assert {title: [entry.name.text for entry in group] for title, group in found.items()} == {
        "Classes": ["A"],
        "Methods": ["A.go"],
        "Attributes and constants": ["LIMIT", "A.size"],
    }
    assert list(found) == ["Classes", "Methods", "Attributes and constants"]


def test_each_keyword_leads_to_its_own_section_and_name_line() -> None:
    decorated = made_symbol("f", line=3)
    decorated = type(decorated)("f", Kind.FUNCTION, 3, 9, 5, 4, 5)
    found = groups(page(made_repository([made_file("pkg/a.py", [decorated])]), "pkg/a.py"))
    (entry,) = found["Functions"]
    assert (entry.name.uri, entry.name.anchor) == ("repo/pkg/a.py_docs.md", "pkg.a.f")
    assert entry.line is not None
    assert (entry.line.uri, entry.line.anchor) == ("repo/pkg/a.py_docs.md", "L5")


def test_labels_say_what_neither_name_nor_kind_says() -> None:
    labels = ("property", "cached", "private")
    file = made_file("a.py", [made_symbol("A._x", "property", labels=labels)])
    (entry,) = groups(page(made_repository([file]), "a.py"))["Methods"]
    assert entry.note == (Label("cached"),)


def test_uses_count_other_files_where_the_language_tells() -> None:
    uses = [made_use(path) for path in ("a.py", "b.py", "b.py")]
    repository = made_repository(
        [
            made_file("a.py", [made_symbol("f")]),
            made_file("b.py"),
            made_file("x.toml", [made_symbol("k", "key")], language="toml"),
        ],
        uses={SymbolRef("a.py", 0): uses},
    )
    assert groups(page(repository, "a.py"))["Functions"][0].uses == 1
    assert groups(page(repository, "x.toml"))["Keys"][0].uses is None


def test_an_import_leads_to_its_definition_or_its_line() -> None:
    file = made_file(
        "a.py",
        imports=(
            Import("b", "f", "g", line=1),
            Import("os", line=2),
            Import("os", line=9, scope="x"),
        ),
    )
    inside = ResolvedImport("repository", "", "b.py", SymbolRef("b.py", 0))
    outside = ResolvedImport("standard library", "os")
    repository = resolving(
        made_repository([file, made_file("b.py", [made_symbol("f", summary="Does.")])]),
        {"a.py": (inside, outside, outside)},
    )
    f, os = groups(page(repository, "a.py"))["Imports"]
    assert (f.name.text, f.name.uri, f.name.anchor) == ("b.f as g", "repo/b.py_docs.md", "b.f")
    assert f.kind == "function"
    assert (os.name.text, os.name.uri, os.name.anchor) == ("os", "repo/a.py_docs.md", "L2")


def test_includes_are_called_includes() -> None:
    file = made_file("a.c", language="c", imports=(Import("stdio.h", line=1, system=True),))
    assert list(groups(page(made_repository([file]), "a.c"))) == ["Includes"]


def test_a_kind_that_no_group_knows_has_a_heading_of_its_own() -> None:
    file = made_file("a.zzz", [made_symbol("x", "kernel")], language="zzz")
    assert list(groups(page(made_repository([file]), "a.zzz"))) == ["Kernels"]


def test_information_leads_to_source_page_and_folder() -> None:
    said = facts(
        section(page(made_repository([made_file("pkg/a.py")]), "pkg/a.py"), "File Information")
    )
    assert said == {"Original file": "pkg/a.py", "Documentation": "a.py", "Folder": "pkg/"}


def test_concepts_say_where_they_occur() -> None:
    context = made_context(made_repository([made_file("a.py")]))
    concepts = (Concept("tide", 5, (1, 4), 2), Concept("a", 9, (1, 2), 1))
    context = replace(context, file_links=lambda _: FileLinks((), (), concepts))
    found = section(keyword_body(context, "a.py"), "Concepts")
    assert table(found)[1:] == [["tide", "1, 4 and 3 more", "2"]]


def test_a_list_of_changes_has_no_terms_of_its_own() -> None:
    path = "CHANGELOG.md"
    context = made_context(made_repository([made_file(path, role="documentation")]))
    concept = Concept("tide", 5, (1, 4), 2)
    context = replace(context, file_links=lambda _: FileLinks((), (), (concept,)))
    assert "Concepts" not in {each.title for each in keyword_body(context, path).sections}


def test_the_map_names_only_sections_that_cover_a_keyword() -> None:
    repository = made_repository([made_file("a.py", SYMBOLS)])
    found = table(section(page(repository, "a.py"), "Keyword → Section Map"))
    assert [row[0] for row in found[1:]] == [
        "High-Level Overview",
        "Original Source",
        "Detailed Analysis",
    ]
    assert found[1][1] == "A, A.go, A.size, LIMIT"


def test_the_map_names_imports_beside_the_dependencies() -> None:
    imports = (Import("os", "path", "p", line=1), Import("os.path", line=2))
    repository = made_repository([made_file("a.py", imports=imports)])
    found = table(section(page(repository, "a.py"), "Keyword → Section Map"))
    assert found[1:] == [["Dependencies", "p, os.path"]]


def test_the_map_leads_into_the_listing_by_lines() -> None:
    context = made_context(made_repository([made_file("a.py", SYMBOLS)]))
    (found,) = section(keyword_body(context, "a.py"), "Keyword → Section Map")
    assert isinstance(found, Table)
    anchors = [part.anchor for part in found.rows[1][1] if not isinstance(part, str)]  # type: ignore[union-attr]  # links to lines
    assert anchors == ["L3", "L4", "L1", "L5"]


def test_a_file_without_keywords_has_a_short_page() -> None:
    file = made_file("a.bin", language="binary", kind="binary", lines=0, role="binary")
    body = page(made_repository([file]), "a.bin")
    assert [each.title for each in body.sections] == ["File Information"]


def test_both_pages_of_a_file_share_what_is_composed_for_them() -> None:
    asked: list[str] = []

    def file_links(path: str) -> FileLinks:
        asked.append(path)
        return FileLinks((), (), ())

    context = replace(
        made_context(made_repository([made_file("a.py", SYMBOLS), made_file("b.py", SYMBOLS)])),
        file_links=file_links,
    )
    composer = PageComposer(context)
    bodies = [composer.compose(plan) for plan in context.plan.pages.values() if plan.path]
    assert len(bodies) >= 4
    assert asked == ["a.py", "b.py"]
