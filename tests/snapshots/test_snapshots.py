"""Fixture repositories: what analysis and linking say of them, and what the reader is told.

Three snapshots, so that a difference names the step that changed: the model of each file, the
blocks of each page (with the words that many pages share in one file), and the HTML of one page of
each kind. `make snapshots` rewrites them.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest
from support.page_yaml import dump, page_yaml, shared_words
from support.repositories import commit_all

from mkdocs_repodoc.model.linked_symbols import SymbolRef
from mkdocs_repodoc.model.repository import Repository
from mkdocs_repodoc.model.site_plan import PageKind
from mkdocs_repodoc.pages.parts.clue_words import evidence_phrase
from mkdocs_repodoc.pipeline.builder import Builder
from mkdocs_repodoc.pipeline.site import Site
from mkdocs_repodoc.settings import Settings

FIXTURES = sorted(path for path in (Path(__file__).parents[1] / "fixtures").iterdir())
EXPECTED = Path(__file__).parent / "expected"
IN_HTML = {
    "repo/index.md": "repository",
    "repo/keywords.md": "keywords",
    "repo/comprehensive_book.md": "book",
    "repo/tour.md": "tour",
    "repo/src/orchard/index.md": "folder",
    "repo/src/orchard/doc.md": "folder documentation",
    "repo/src/orchard/sub.md": "folder keywords",
    "repo/src/orchard/basket.py_docs.md": "file",
    "repo/src/orchard/basket.py_kw.md": "file keywords",
}
"""Pages of the fixture `library` whose HTML is expected, and their kinds."""


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda path: path.name)
def test_snapshots(fixture: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    root = tmp_path / fixture.name
    shutil.copytree(fixture, root)
    commit_all(root)

    found = dict(snapshots(root))

    folder = EXPECTED / fixture.name
    if request.config.getoption("--rewrite-snapshots"):
        shutil.rmtree(folder, ignore_errors=True)
        for name, text in found.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, "utf-8")
    expected = {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert sorted(found) == sorted(expected)
    for name, text in found.items():
        assert text.splitlines() == expected[name].splitlines(), name


def test_each_kind_of_page_is_expected_in_html() -> None:
    # The fixtures have too few keywords for pages of an initial; `tests/site` builds some.
    assert sorted([*IN_HTML.values(), "initial"]) == sorted(get_args(PageKind))


def snapshots(root: Path) -> Iterator[tuple[str, str]]:
    """Yield the name and text of every snapshot of a repository."""
    builder = Builder(Settings(root, jobs=1, repo_url="https://github.com/example/fixture"))
    site = builder.build({}, lambda *_: None)
    repository = site.repository
    for path, file in repository.files.items():
        record = {
            "outline": named(file.outline),
            "detail": named(site.queries.detail(path)),
            "references": references(site, path),
        }
        yield f"model/{path}.yml", dump(record)
    yield "model.links.yml", dump(links(repository))
    bodies = [(plan, site.body(plan.uri)) for plan in site.plan.pages.values()]
    shared = shared_words(bodies)
    known = {
        kind: {name: part for name, part in words._asdict().items() if part}
        for kind, words in shared.items()
        if any(words)
    }
    yield "shared_words.yml", dump(known, one_line=False)
    for plan, body in bodies:
        blocks = page_yaml(plan, body, shared, repository.qualified_name)
        yield f"pages/{plan.uri.removesuffix('.md')}.yml", any_revision(any_python(blocks), site)
        if root.name == "library" and plan.uri in IN_HTML:
            html = site.render(plan.uri).content
            snapshot = f"html/{IN_HTML[plan.uri].replace(' ', '-')}.html"
            yield snapshot, f"{any_revision(any_python(html), site)}\n"
    builder.close()


def references(site: Site, path: str) -> list[str]:
    """Return what the identifiers of a file mean."""
    return [
        f"{each.line}:{each.column} {name(site.repository, each.symbol)} "
        f"{each.kind} {each.confidence}"
        for each in site.queries.references(path)
    ]


def links(repository: Repository) -> dict[str, Any]:
    """Return how the files of a repository hang together."""
    found = repository.links
    return {
        "roles": {
            path: [file.role, evidence_phrase(file.role_evidence)]
            for path, file in repository.files.items()
        },
        "modules": {path: file.module for path, file in repository.files.items() if file.module},
        "anchors": {
            path: list(file.anchors) for path, file in repository.files.items() if file.anchors
        },
        "imports": {
            path: [
                [each.origin, each.distribution or each.path, name(repository, each.symbol)]
                for each in imports
            ]
            for path, imports in found.imports.items()
            if imports
        },
        "bases": symbols(repository, found.bases),
        "subclasses": symbols(repository, found.subclasses),
        "overrides": {
            name(repository, member): name(repository, overridden)
            for member, overridden in found.overrides.items()
        },
        "uses": {
            f"{path}:{symbol.name}": [
                f"{use.path}:{use.line} {use.kind} {use.confidence}" for use in uses
            ]
            for path, file in repository.files.items()
            for position, symbol in enumerate(file.outline.symbols)
            if (uses := list(found.uses.of(SymbolRef(path, position))))
        },
        "tests_of": {path: list(tests) for path, tests in found.tests_of.items() if tests},
        "cycles": named(found.cycles),
        "order": list(found.order),
        "project": named(repository.project),
    }


def symbols(
    repository: Repository, found: Mapping[SymbolRef, tuple[SymbolRef, ...]]
) -> dict[str, list[str]]:
    return {
        name(repository, symbol): [name(repository, other) for other in others]
        for symbol, others in found.items()
        if others
    }


def name(repository: Repository, symbol: SymbolRef | None) -> str:
    return repository.qualified_name(symbol) if symbol else ""


def named(value: Any) -> Any:
    """Return a model object as plain data, by the names of its parts, without its defaults."""
    if isinstance(value, msgspec.Struct):
        known = {
            part.name: named(content)
            for part in msgspec.structs.fields(value)
            if (content := getattr(value, part.name)) != part.default
        }
        tag = value.__struct_config__.tag
        return {tag: known} if tag else known
    if is_dataclass(value):
        return {
            part.name: named(content)
            for part in fields(value)
            if (content := getattr(value, part.name)) != part.default
        }
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {part: named(content) for part, content in value._asdict().items()}
    if isinstance(value, (tuple, list)):
        return [named(part) for part in value]
    return any_python(value) if isinstance(value, str) else value


def any_python(text: str) -> str:
    """Return a text without the version of the Python that has read the files."""
    return re.sub(r"Python 3\.\d+", "Python 3", text)


def any_revision(text: str, site: Site) -> str:
    """Return a text without the commit's id, which each change of a fixture changes."""
    for revision in (site.revision.placeholder, site.revision.commit, site.revision.commit[:12]):
        text = text.replace(revision, "COMMIT")
    return text
