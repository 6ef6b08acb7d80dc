"""Used by: the same references, seen from the definition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from support.linked import Linked, link_files

from mkdocs_repodoc import linking
from mkdocs_repodoc.linking.references.packed_references import PackedReferences, pack
from mkdocs_repodoc.linking.references.uses import Uses
from mkdocs_repodoc.model.files import GitHistory
from mkdocs_repodoc.model.linked_symbols import (
    CallSite,
    SymbolRef,
    Use,
)
from mkdocs_repodoc.model.references import FILE_SCOPE, Reference
from mkdocs_repodoc.settings import Settings

LIBRARY = Path(__file__).parents[1] / "fixtures" / "library"
OWN = Path(linking.__file__).parents[2]
ROOMS = ("mkdocs_repodoc/linking", "mkdocs_repodoc/model")
"""One that uses the other: code as it is written, and not more of it with each release."""


def read(root: Path, folders: Iterable[str]) -> Linked:
    paths = [path for folder in folders for path in (root / folder).rglob("*.py")]
    paths += root.glob("docs/*.md")
    return link_files({path.relative_to(root).as_posix(): path.read_text() for path in paths})


@pytest.fixture(
    scope="module", params=[(LIBRARY, ["."]), (OWN, ROOMS)], ids=["library", "own_rooms"]
)
def linked(request: pytest.FixtureRequest) -> Linked:
    return read(*request.param)


def test_every_link_is_among_the_uses_of_what_it_leads_to(linked: Linked) -> None:
    uses = linked.repository.links.uses
    checked = 0
    for path in linked.texts:
        for reference in linked.references(path):
            if reference.kind == "definition":
                continue
            found = [
                use
                for use in uses.of(reference.symbol)
                if (use.path, use.line, use.column) == (path, reference.line, reference.column)
            ]
            assert len(found) == 1
            assert (found[0].kind, found[0].confidence) == (reference.kind, reference.confidence)
            checked += 1
    assert checked > 20


def test_every_use_is_a_link_and_they_are_counted_and_in_order(linked: Linked) -> None:
    links = {
        path: {(r.line, r.column, r.symbol) for r in linked.references(path)}
        for path in linked.texts
    }
    uses = linked.repository.links.uses
    for path, file in linked.repository.files.items():
        for position in range(-1, len(file.outline.symbols)):
            symbol = SymbolRef(path, position)
            found = uses.of(symbol)
            assert list(found) == sorted(found, key=lambda use: (use.path, use.line, use.column))
            assert uses.count(symbol) == len(found)
            assert uses.file_count(symbol) == len({use.path for use in found} - {path})
            for use in found:
                assert (use.line, use.column, symbol) in links[use.path]


def test_users_of_a_file_are_those_of_all_its_symbols(linked: Linked) -> None:
    uses = linked.repository.links.uses
    assert isinstance(uses, Uses)
    for path, file in linked.repository.files.items():
        places = [
            use.path
            for position in range(-1, len(file.outline.symbols))
            for use in uses.of(SymbolRef(path, position))
        ]
        assert uses.users(path) == Counter(places)


def test_every_definition_links_to_itself(linked: Linked) -> None:
    for path, file in linked.repository.files.items():
        if not file.module:
            continue
        own = {
            (r.line, r.column): r.symbol for r in linked.references(path) if r.kind == "definition"
        }
        for position, symbol in enumerate(file.outline.symbols):
            if symbol.column >= 0:
                assert own[symbol.name_line, symbol.column] == SymbolRef(path, position)


def test_every_reference_covers_an_identifier(linked: Linked) -> None:
    for path in linked.texts:
        ends: dict[int, int] = {}
        for reference in linked.references(path):
            assert linked.text(path, reference).isidentifier()
            assert reference.column >= ends.get(reference.line, 0)
            ends[reference.line] = reference.end_column


def test_use_knows_its_scope_and_arguments() -> None:
    linked = link_files(
        {
            "a.py": "def run(x, y): ...\n",
            "b.py": "from a import run\nclass Shop:\n    def go(self):\n        run(1, y=2)\n",
        }
    )
    uses = linked.repository.links.uses.of(linked.symbol("a.py", "run"))
    assert [(use.line, use.kind, use.arguments, use.scope) for use in uses] == [
        (1, "import", 0, -1),
        (4, "call", 2, linked.symbol("b.py", "Shop.go").position),
    ]


def test_calls_of_a_file_are_told_from_functions_that_it_hands_on() -> None:
    linked = link_files(
        {
            "a.py": "def run(then): ...\ndef rest(): ...\n",
            "b.py": "from a import rest, run\ndef go():\n    run(rest)\nrun(1)\n",
        }
    )
    run, rest = (linked.symbol("a.py", name) for name in ("run", "rest"))
    go = linked.symbol("b.py", "go").position
    assert linked.repository.links.uses.calls("b.py") == [
        CallSite(3, go, run, called=True),
        CallSite(3, go, rest, called=False),
        CallSite(4, FILE_SCOPE, run, called=True),
    ]
    uses = linked.repository.links.uses
    assert [call.callee for call in uses.calls("b.py", {rest}.__contains__)] == [rest]
    assert uses.calls("b.py", lambda _: False) == []


def test_symbol_that_nobody_uses_has_no_uses() -> None:
    linked = link_files({"a.py": "def run(): ...\n", "b.txt": "run"})
    uses = linked.repository.links.uses
    assert uses.of(linked.symbol("a.py", "run")) == []
    assert uses.count(SymbolRef("b.txt", -1)) == 0


def test_packed_references_come_back_as_they_were() -> None:
    reference = Reference(70_000, 4, 2**20, 0, "except", -1, 300, 70_002)
    rows = PackedReferences(pack([(reference, 5, False)]))
    assert (rows.targets(), rows.use(0, "a.py").kind) == ([5], "except")
    assert rows.use(0, "a.py") == Use(
        "a.py", 70_000, 4, 2**20, "except", -1, "inferred", 300, 70_002
    )


def test_the_order_in_which_files_are_resolved_changes_nothing() -> None:
    files = {"a.py": "def run(): ...\n", "b.py": "import a\na.run()\n", "c.py": "from b import a\n"}
    here = link_files(files)
    entries = [(f.source, f.outline, f.key) for f in reversed(list(here.repository.files.values()))]
    names = linking.index_names(entries, None)
    (own,) = names.each()
    assert [own.digest] == [each.digest for each in here.index.names.each()]
    paths = linking.referring_files(entries)
    assert paths == ["a.py", "b.py", "c.py"]
    resolved = [linking.resolve_file(own, path, here.details[path]) for path in reversed(paths)]
    settings = Settings(root=Path("/project"))
    there = linking.link(entries, names, resolved, GitHistory(), settings).repository
    run = here.symbol("a.py", "run")
    assert there.links.uses.of(run) == here.repository.links.uses.of(run)
    assert list(there.files) == list(here.repository.files)


def test_digest_of_names_changes_with_names_and_not_with_bodies() -> None:
    def digest(code: str) -> str:
        (names,) = link_files({"a.py": code}).index.names.each()
        return names.digest

    assert digest("def run(): ...\n") == digest("# a note\ndef run():\n    return 1 + 2\n")
    assert digest("def run(): ...\n") != digest("def walk(): ...\n")
    item = "class Item: ...\n"
    assert digest(f"{item}def run(): ...\n") != digest(f"{item}def run() -> Item: ...\n")
