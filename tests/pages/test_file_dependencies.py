"""Dependencies and Architecture & Design: the file among the others."""

from __future__ import annotations

from dataclasses import replace

from made_repository import made_context, made_file, made_repository, made_symbol
from page_text import facts, file_body, items, resolving, section, table, text

from mkdocs_repodoc.model.blocks import Block, Diagram, PageLink, Paragraph, Table, WebLink
from mkdocs_repodoc.model.file_links import (
    Cycle,
    ResolvedImport,
)
from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.records import Finding, Import
from mkdocs_repodoc.model.repository import Repository


def imported(repository: Repository, path: str) -> tuple[Block, ...]:
    return section(file_body(made_context(repository), path), "Dependencies")


def with_imports(pairs: list[tuple[Import, ResolvedImport]], *others: str) -> Repository:
    file = made_file("pkg/a.py", imports=tuple(pair[0] for pair in pairs))
    return resolving(
        made_repository([file, *(made_file(path, [made_symbol("f")]) for path in others)]),
        {"pkg/a.py": tuple(pair[1] for pair in pairs)},
    )


def architecture(repository: Repository, path: str) -> tuple[Block, ...]:
    return section(file_body(made_context(repository), path), "Architecture & Design")


def diagrams(found: tuple[Block, ...]) -> list[Diagram]:
    return [block for block in found if isinstance(block, Diagram)]


def test_imports_are_grouped_by_origin() -> None:
    repository = with_imports(
        [
            (Import("os.path", "join", "j", line=1), ResolvedImport("standard library", "os")),
            (Import("os.path", "exists", line=2), ResolvedImport("standard library", "os")),
            (Import("numpy", alias="np", line=3), ResolvedImport("third party", "numpy")),
            (
                Import("b", "f", level=1, line=4),
                ResolvedImport("repository", "", "pkg/b.py", SymbolRef("pkg/b.py", 0)),
            ),
        ],
        "pkg/b.py",
    )
    found = imported(repository, "pkg/a.py")
    assert isinstance(found[2], Paragraph)
    assert text(found[2].phrase) == "Standard library: os.path: join as j, exists (1-2)."
    assert table(found, "Third party")[1:] == [["numpy", "numpy as np", "3"]]
    assert table(found, "This repository")[1:] == [[".b", "f", "4"]]


def test_what_other_projects_document_is_linked() -> None:
    repository = with_imports(
        [
            (Import("os.path", "join", "j", line=1), ResolvedImport("standard library", "os")),
            (Import("numpy", line=2), ResolvedImport("third party", "numpy")),
            (Import("numpy", "secret", line=3), ResolvedImport("third party", "numpy")),
            (Import("lost", "join", level=1, line=4), ResolvedImport("unknown", "")),
        ]
    )
    known = {"os.path": "/os.path", "os.path.join": "/join", "numpy": "/numpy", ".lost": "/lost"}

    def external(name: str) -> WebLink | None:
        return WebLink(name, known[name]) if name in known else None

    context = replace(made_context(repository), external=external)
    blocks = section(file_body(context, "pkg/a.py"), "Dependencies")
    phrases = [
        phrase
        for block in blocks
        if isinstance(block, Table)
        for row in block.rows
        for phrase in row
    ]
    phrases += [block.phrase for block in blocks if isinstance(block, Paragraph)]
    found = [
        (part.text, part.url) for phrase in phrases for part in phrase if isinstance(part, WebLink)
    ]
    assert found == [("numpy", "/numpy"), ("os.path", "/os.path"), ("join as j", "/join")]


def test_an_import_from_the_repository_links_page_and_symbol() -> None:
    repository = with_imports(
        [
            (
                Import("b", "f", level=1, line=4),
                ResolvedImport("repository", "", "pkg/b.py", SymbolRef("pkg/b.py", 0)),
            )
        ],
        "pkg/b.py",
    )
    (found,) = imported(repository, "pkg/a.py")
    assert isinstance(found, Table)
    (module,), (name,), (line,) = found.rows[0]
    assert isinstance(module, PageLink)
    assert isinstance(name, PageLink)
    assert isinstance(line, PageLink)
    assert (module.uri, module.anchor) == ("repo/pkg/b.py_docs.md", "")
    assert (name.uri, name.anchor) == ("repo/pkg/b.py_docs.md", "pkg.b.f")
    assert (line.uri, line.anchor) == ("repo/pkg/a.py_docs.md", "L4")


def test_a_statement_over_several_lines_is_one_link() -> None:
    unknown = ResolvedImport("standard library", "typing")
    lines = (3, 4, 5, 9)
    repository = with_imports([(Import("typing", f"T{n}", line=n), unknown) for n in lines])
    (line,) = imported(repository, "pkg/a.py")
    assert isinstance(line, Paragraph)
    assert text(line.phrase) == "Standard library: typing: T3, T4, T5, T9 (3-5, 9)."


def test_special_imports_are_marked() -> None:
    unknown = ResolvedImport("unknown", "")
    repository = with_imports(
        [
            (Import("a", line=1), unknown),
            (Import("b", line=2, conditional=True), unknown),
            (Import("c", line=3, conditional=True, type_checking=True), unknown),
            (Import("d", line=4, scope="f", conditional=True), unknown),
        ]
    )
    names = [row[0] for row in table(imported(repository, "pkg/a.py"))[1:]]
    assert names == ["a", "b [conditional]", "c [type checking only]", "d [conditional] [lazy]"]


def test_more_imports_than_resolutions_are_still_shown() -> None:
    file = made_file("pkg/a.py", imports=(Import("a", line=1),))
    found = imported(made_repository([file]), "pkg/a.py")
    assert table(found, "Not resolved")[1:] == [["a", "1"]]


def test_neighbours_are_counted_by_folder() -> None:
    repository = made_repository(
        [made_file("pkg/a.py"), made_file("pkg/b.py"), made_file("x/c.py"), made_file("x/d.py")],
        imports=[("x/c.py", "pkg/a.py"), ("x/d.py", "pkg/a.py"), ("pkg/a.py", "pkg/b.py")],
    )
    said = facts(architecture(repository, "pkg/a.py"))
    assert said == {
        "Module": "pkg.a",
        "Package": "pkg",
        "Depends on": "1 file in pkg/",
        "Depended on by": "2 files in x/",
        "Rank": "the most depended-on file",
    }


def test_neighbours_that_only_help_tests_are_no_tests() -> None:
    repository = made_repository(
        [
            made_file("t/test_a.py", role="test"),
            made_file("t/test_b.py", role="test"),
            made_file("t/utils.py", role="test support"),
        ],
        imports=[("t/test_a.py", "t/utils.py"), ("t/test_a.py", "t/test_b.py")],
    )
    said = facts(architecture(repository, "t/test_a.py"))
    assert said["Depends on"] == "2 files in t/; 1 is a test, 1 is test support"


def test_a_file_that_stands_alone_has_no_architecture() -> None:
    assert architecture(made_repository([made_file("a.py")]), "a.py") == ()


def test_the_diagram_shows_both_directions() -> None:
    repository = made_repository(
        [made_file("a.py"), made_file("b.py"), made_file("test_a.py", role="test")],
        imports=[("a.py", "b.py"), ("test_a.py", "a.py")],
    )
    (diagram,) = diagrams(architecture(repository, "a.py"))
    assert [(node.key, node.kind) for node in diagram.nodes] == [
        ("self", "self"),
        ("b.py", "inner"),
        ("test_a.py", "test"),
    ]
    assert [(edge.source, edge.target) for edge in diagram.edges] == [
        ("self", "b.py"),
        ("test_a.py", "self"),
    ]


def test_a_crowded_diagram_rolls_up_to_folders() -> None:
    importers = [f"pkg{number % 5}/m{number}.py" for number in range(60)]
    repository = made_repository(
        [made_file("a.py"), *map(made_file, importers)],
        imports=[(path, "a.py") for path in importers],
    )
    (diagram,) = diagrams(architecture(repository, "a.py"))
    assert diagram.title == "Direct dependencies of a.py, by folder"
    assert [node.text for node in diagram.nodes[1:]] == [
        f"pkg{number}/ (12 files)" for number in range(5)
    ]
    assert [edge.weight for edge in diagram.edges] == [12] * 5


def test_a_crowded_diagram_of_one_folder_shows_its_closest_files() -> None:
    importers = [f"pkg/m{number:02}.py" for number in range(60)]
    repository = made_repository(
        [made_file("pkg/a.py"), *map(made_file, importers)],
        imports=[(path, "pkg/a.py") for path in (*importers, importers[-1])],
    )
    (diagram,) = diagrams(architecture(repository, "pkg/a.py"))
    assert len(diagram.nodes) == 40
    assert importers[-1] in {node.key for node in diagram.nodes}
    assert diagram.title.endswith("(21 files with fewer imports left out)")


def test_no_diagram_has_more_than_forty_nodes() -> None:
    importers = [f"pkg{number}/m.py" for number in range(60)]
    repository = made_repository(
        [made_file("a.py"), *map(made_file, importers)],
        imports=[(path, "a.py") for path in importers],
    )
    (diagram,) = diagrams(architecture(repository, "a.py"))
    assert len(diagram.nodes) == 40
    assert "21 folders with fewer imports left out" in diagram.title
    keys = {node.key for node in diagram.nodes}
    assert all(edge.source in keys and edge.target in keys for edge in diagram.edges)


def test_a_hierarchy_shows_all_bases_and_direct_subclasses() -> None:
    root, base, own, derived = (SymbolRef(f"{name}.py", 0) for name in ("r", "b", "o", "d"))
    repository = made_repository(
        [made_file(f"{name}.py", [made_symbol(name.upper(), "class")]) for name in "rbod"],
        bases={own: (base,), base: (root,), derived: (own,)},
        subclasses={base: (own,), root: (base,), own: (derived,)},
    )
    (diagram,) = diagrams(architecture(repository, "o.py"))
    names = {node.key: node.text for node in diagram.nodes}
    edges = {(names[edge.source], names[edge.target]) for edge in diagram.edges}
    assert edges == {("O", "B"), ("B", "R"), ("D", "O")}
    assert diagram.relation == "inherits from"


def test_a_hierarchy_has_subclasses_of_tests_only_on_the_page_of_a_test() -> None:
    own, derived, tested = (SymbolRef(f"{name}.py", 0) for name in ("o", "d", "t"))
    files = [
        made_file("o.py", [made_symbol("O", "class")]),
        made_file("d.py", [made_symbol("D", "class")]),
        made_file("t.py", [made_symbol("T", "class")], role="test"),
    ]
    repository = made_repository(
        files, bases={derived: (own,), tested: (own,)}, subclasses={own: (derived, tested)}
    )
    (of_code,) = diagrams(architecture(repository, "o.py"))
    (of_test,) = diagrams(architecture(repository, "t.py"))
    assert {node.text for node in of_code.nodes} == {"O", "D"}
    assert {node.text for node in of_test.nodes} == {"O", "T"}


def test_subclasses_without_room_are_counted() -> None:
    base = SymbolRef("b.py", 0)
    symbols = [made_symbol(f"D{number}", "class") for number in range(100)]
    derived = tuple(SymbolRef("d.py", place) for place in range(100))
    repository = made_repository(
        [made_file("b.py", [made_symbol("B", "class")]), made_file("d.py", symbols)],
        bases=dict.fromkeys(derived, (base,)),
        subclasses={base: derived},
    )
    for path in ("b.py", "d.py"):
        (diagram,) = diagrams(architecture(repository, path))
        assert diagram.nodes[-1].text == "62 more subclasses"
        assert len(diagram.nodes) == 40
        assert len(diagram.edges) == 39
        assert diagram.title == f"Class hierarchy around {path}"


def test_of_many_families_those_with_the_most_classes_are_shown() -> None:
    symbols = [made_symbol(f"C{number}", "class") for number in range(400)]
    refs = [SymbolRef("a.py", place) for place in range(400)]
    families = {refs[place]: tuple(refs[place + 1 : place + 8]) for place in range(0, 400, 8)}
    repository = made_repository(
        [made_file("a.py", symbols)],
        bases={each: (base,) for base, family in families.items() for each in family},
        subclasses=families,
    )
    (diagram,) = diagrams(architecture(repository, "a.py"))
    assert [node.kind for node in diagram.nodes] == ["self"] * 20 + ["group"] * 20
    assert {node.text for node in diagram.nodes[20:]} == {"7 subclasses"}
    assert diagram.title.endswith("(240 classes with fewer relatives left out)")


def test_each_base_has_a_box_for_what_finds_no_room_below_it() -> None:
    sizes = [1, 2, 3, 30, 40]
    symbols = [made_symbol(f"C{number}", "class") for number in range(5 + sum(sizes))]
    names = iter(range(5, len(symbols)))
    families = {
        SymbolRef("a.py", base): tuple(SymbolRef("a.py", next(names)) for _ in range(size))
        for base, size in enumerate(sizes)
    }
    repository = made_repository(
        [made_file("a.py", symbols)],
        bases={each: (base,) for base, family in families.items() for each in family},
        subclasses=families,
    )
    (diagram,) = diagrams(architecture(repository, "a.py"))
    assert len(diagram.nodes) == 40
    assert [node.text for node in diagram.nodes if node.kind == "group"] == [
        "3 more subclasses",
        "40 subclasses",
    ]
    assert {edge.source for edge in diagram.edges} | {edge.target for edge in diagram.edges} == {
        node.key for node in diagram.nodes
    }


def test_a_circular_inheritance_ends() -> None:
    one, two = SymbolRef("a.py", 0), SymbolRef("a.py", 1)
    repository = made_repository(
        [made_file("a.py", [made_symbol("A", "class"), made_symbol("B", "class")])],
        bases={one: (two,), two: (one,)},
    )
    (diagram,) = diagrams(architecture(repository, "a.py"))
    assert len(diagram.nodes) == 2


def test_an_import_cycle_is_told_from_this_file_on() -> None:
    repository = made_repository(
        [made_file(f"{name}.py") for name in "abc"],
        cycles=(Cycle(("a.py", "b.py", "c.py"), (1, 2, 3)),),
    )
    assert items(architecture(repository, "b.py"), "Import cycle of 3 files") == [
        "b.py imports c.py on line 2",
        "c.py imports a.py on line 3",
        "a.py imports b.py on line 1, completing the cycle",
    ]


def test_cycles_of_two_are_one_list() -> None:
    repository = made_repository(
        [made_file(f"{name}.py") for name in "abc"],
        cycles=(Cycle(("a.py", "b.py"), (1, 2)), Cycle(("c.py", "a.py"), (3, 4))),
    )
    assert items(architecture(repository, "a.py"), "Direct import cycles with 2 files") == [
        "b.py: imported here on line 1, imports this file on line 2",
        "c.py: imported here on line 4, imports this file on line 3",
    ]


def test_a_long_cycle_is_cut_and_still_closed() -> None:
    paths = tuple(f"m{number:02}.py" for number in range(30))
    repository = made_repository(
        [made_file(path) for path in paths], cycles=(Cycle(paths, tuple(range(1, 31))),)
    )
    steps = items(architecture(repository, "m05.py"), "Import cycle of 30 files")
    assert len(steps) == 13
    assert steps[-1] == "after 17 more files, m04.py completes the cycle on line 5"


def test_design_patterns_are_architecture_and_idioms_are_not() -> None:
    findings = (
        Finding("design", "singleton", 3, 3, "`A` has one instance.", "A"),
        Finding("idiom", "context-manager", 5, 5, "It is entered."),
    )
    file = replace(made_file("a.py", [made_symbol("A", "class")], findings=findings))
    body = file_body(made_context(made_repository([file])), "a.py")
    assert table(section(body, "Architecture & Design"), "Design patterns")[1:] == [
        ["singleton", "`A` has one instance.", "A, line 3"]
    ]
    idioms = table(section(body, "Code Patterns & Idioms"))
    assert [row[0] for row in idioms[1:]] == ["context-manager"]


def test_classes_of_one_name_say_where_they_are_defined() -> None:
    own, base = SymbolRef("a.py", 0), SymbolRef("b/a.py", 0)
    repository = made_repository(
        [made_file(path, [made_symbol("Plan", "class")]) for path in ("a.py", "b/a.py")],
        bases={own: (base,)},
        subclasses={base: (own,)},
    )
    (diagram,) = diagrams(architecture(repository, "a.py"))
    assert sorted(node.text for node in diagram.nodes) == ["a.Plan", "b.a.Plan"]
