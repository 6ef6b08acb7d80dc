"""The index of the example, as another library reads it, and as the plugin itself does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from support.repositories import commit_all, copy_example, write_files
from support.scip_messages import decoded

from mkdocs_repodoc.pipeline.builder import Builder
from mkdocs_repodoc.pipeline.site import Site
from mkdocs_repodoc.scip.schema import PositionEncoding, Roles
from mkdocs_repodoc.scip.symbol_syntax import Suffix, parse_symbol
from mkdocs_repodoc.settings import Settings

FURTHER = {
    "native/src/twice.rs": "struct Level;\nimpl Level { fn new() -> Level { Level } }\n",
    "web/shop.ts": (
        "export class Tray<T> { #lid = 1; get size() { return this.#lid; } }\n"
        "export function pay(tray: Tray<string>): void;\n"
        "export function pay(tray: any) { return 'é🚀' + new Tray().size + tray; }\n"
    ),
    "web/app.ts": "import { pay as settle, Tray } from './shop';\nsettle(new Tray());\n",
    "src/tidewatch/twice.py": (
        "class Till:\n    def pay(self): ...\n    def pay(self): ...\n\n\nlimit = 1\nlimit = 2\n"
        "'é🚀', Till().pay()\n"
    ),
}


class Example(NamedTuple):
    settings: Settings
    site: Site
    data: bytes
    index: Any


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Example]:
    root = tmp_path_factory.mktemp("example") / "tidewatch"
    copy_example(root)
    write_files(root, FURTHER)
    commit_all(root)
    settings = Settings(root=root, jobs=1, scip_output=True, cache_dir=root.parent / "cache")
    builder = Builder(settings)
    site = builder.build({}, lambda *_: None)
    data = site.outputs()["index.scip"]
    yield Example(settings, site, data, decoded("Index", data))
    builder.close()


def text_at(example: Example, path: str, extent: Any) -> str:
    line, start, end = extent
    content = example.site.queries.lines(path)
    return content[line].encode()[start:end].decode() if end else ""


def test_the_index_names_its_maker_and_no_folder(example: Example) -> None:
    metadata = example.index.metadata
    assert metadata.tool_info.name == "repodoc"
    assert metadata.project_root == "file:///"
    assert str(example.settings.root).encode() not in example.data


def test_columns_are_bytes(example: Example) -> None:
    encodings = {document.position_encoding for document in example.index.documents}
    assert encodings == {PositionEncoding.UTF8}


def test_each_definition_spells_its_name(example: Example) -> None:
    found = 0
    for document in example.index.documents:
        names = {each.symbol: each.display_name for each in document.symbols}
        for each in document.occurrences:
            if Roles.DEFINITION in Roles(each.symbol_roles) and each.range[2]:
                spelt = text_at(example, document.relative_path, each.range)
                assert spelt
                assert spelt == names[each.symbol]
                first, _, last, _ = each.enclosing_range
                assert first <= each.range[0] <= last
                found += 1
    assert found > 250


def test_each_reference_spells_its_name_or_one_that_an_import_gives_it(example: Example) -> None:
    found = 0
    for document in example.index.documents:
        path = document.relative_path
        outline = example.site.repository.files[path].outline
        aliases = {each.alias for each in outline.imports}
        for each in document.occurrences:
            last = parse_symbol(each.symbol).descriptors[-1]
            if Roles.DEFINITION in Roles(each.symbol_roles) or last.suffix is Suffix.NAMESPACE:
                continue
            assert text_at(example, path, each.range) in {last.name, *aliases}, each
            found += 1
    assert found > 500


def test_each_symbol_is_defined_once_and_each_reference_leads_to_a_definition(
    example: Example,
) -> None:
    occurrences = [each for document in example.index.documents for each in document.occurrences]
    defined = [each.symbol for each in occurrences if each.symbol_roles & Roles.DEFINITION]
    assert len(set(defined)) == len(defined)
    assert {each.symbol for each in occurrences} == set(defined)
    described = [each.symbol for document in example.index.documents for each in document.symbols]
    assert sorted(described) == sorted(defined)


def test_only_exact_links_are_written(example: Example) -> None:
    links = [
        each
        for path in example.site.repository.files
        for each in example.site.queries.references(path)
        if each.kind != "definition"
    ]
    written = sum(
        not each.symbol_roles & Roles.DEFINITION
        for document in example.index.documents
        for each in document.occurrences
    )
    exact = sum(each.confidence == "exact" for each in links)
    assert 0.95 * exact < written <= exact < len(links)


def test_an_index_that_is_read_again_changes_no_link(example: Example, tmp_path: Path) -> None:
    file = tmp_path / "index.scip"
    file.write_bytes(example.data)
    builder = Builder(replace(example.settings, scip=(file,)))
    again = builder.build({}, lambda *_: None)
    assert [each for each in again.diagnostics if not each.path] == []
    for path in example.site.repository.files:
        assert again.queries.references(path) == example.site.queries.references(path)
    assert again.outputs()["index.scip"] == example.data
    builder.close()


def test_symbols_say_what_they_are(example: Example) -> None:
    symbols = {each.symbol: each for doc in example.index.documents for each in doc.symbols}

    def named(ending: str) -> Any:
        (found,) = [each for name, each in symbols.items() if name.endswith(ending)]
        return found

    table = named("src/tidewatch/report/`table.py`/TideTable#")
    assert (table.kind, table.display_name) == (7, "TideTable")
    (base,) = table.relationships
    assert (base.symbol, base.is_implementation) == (named("`base.py`/Report#").symbol, True)
    render = named("`table.py`/TideTable#render().")
    (overridden,) = render.relationships
    assert overridden.symbol == named("`base.py`/Report#render().").symbol
    assert overridden.is_reference
    assert render.signature_documentation.text.startswith("render(")
    assert table.documentation


def test_names_that_a_file_defines_twice_are_numbered(example: Example) -> None:
    path = "src/tidewatch/twice.py"
    (document,) = [each for each in example.index.documents if each.relative_path == path]
    names = [each.symbol.partition("`twice.py`/")[2] for each in document.symbols]
    assert {"Till#", "Till#pay().", "Till#pay(+1)."} <= set(names)


def test_tests_are_marked(example: Example) -> None:
    for document in example.index.documents:
        is_test = example.site.repository.files[document.relative_path].role == "test"
        marked = {bool(each.symbol_roles & Roles.TEST) for each in document.occurrences}
        assert marked <= {True} if is_test else True
