"""Each keyword leads to its own section and line, held against Python's own syntax tree."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote, urljoin

import pytest
from support.html import Element, Page, load
from support.sites import EXAMPLE, BuiltSite

IMPORTED = {"keywords-imports", "keywords-includes", "keywords-use-declarations"}


class Listed(NamedTuple):
    """A keyword as its page shows it."""

    name: str
    address: str
    line_address: str


class Defined(NamedTuple):
    """A definition as Python's parser sees it."""

    name: str
    line: int


def files() -> list[str]:
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--", "."],
        cwd=EXAMPLE,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return sorted(path for path in listing.split("\0") if path and not path.startswith("docs/"))


def listed(page: Page, url: str) -> list[Listed]:
    """Return the keywords of a page that the file itself defines."""
    found = []
    group = ""
    for entry in page.elements:
        if entry.tag in {"h2", "h3"}:
            group = entry.attributes.get("id", "")
        names, lines = entry.find(class_="rd-kw__name"), entry.find(class_="rd-kw__line")
        if entry.tag != "li" or not names or not lines or group in IMPORTED:
            continue
        (name,), (line,) = names[0].find("a"), lines[0].find("a")
        found.append(Listed(name.text, absolute(url, name), absolute(url, line)))
    return found


def absolute(url: str, link: Element) -> str:
    return unquote(
        urljoin(f"http://site/{url}", link.attributes["href"]).removeprefix("http://site/")
    )


def definitions(tree: ast.Module) -> Iterator[tuple[Defined, bool]]:
    """Yield every definition, and whether a keyword page must have it."""
    yield from _definitions(tree.body, "", required=True)


def _definitions(
    body: list[ast.stmt], prefix: str, *, required: bool
) -> Iterator[tuple[Defined, bool]]:
    for node in body:
        if isinstance(node, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
            name = f"{prefix}{node.name}"
            yield Defined(name, node.lineno), required
            if isinstance(node, ast.ClassDef):
                yield from _definitions(node.body, f"{name}.", required=required)
            else:
                yield from _definitions(node.body, f"{name}.", required=False)
                yield from _set_on_self(node, prefix, required=node.name == "__init__")
        elif isinstance(node, (ast.Assign, ast.AnnAssign)):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                for each in ast.walk(target):
                    if isinstance(each, ast.Name):
                        yield Defined(f"{prefix}{each.id}", each.lineno), required
        else:
            for field in ("body", "orelse", "finalbody", "handlers"):
                inner = getattr(node, field, [])
                for each in inner:
                    block = each.body if isinstance(each, ast.ExceptHandler) else [each]
                    yield from _definitions(block, prefix, required=False)


def _set_on_self(
    function: ast.FunctionDef | ast.AsyncFunctionDef, prefix: str, *, required: bool
) -> Iterator[tuple[Defined, bool]]:
    for node in ast.walk(function):
        if (
            isinstance(node, ast.Attribute)
            and isinstance(node.ctx, ast.Store)
            and isinstance(node.value, ast.Name)
            and node.value.id == "self"
        ):
            yield Defined(f"{prefix}{node.attr}", node.end_lineno or 0), required


@pytest.mark.parametrize("path", files())
def test_every_keyword_leads_to_its_own_section_and_line(example: BuiltSite, path: str) -> None:
    url = example.plan.pages[example.plan.uri("file keywords", path)].url
    target = example.plan.pages[example.plan.uri("file", path)]
    documentation = load(example.folder / target.dest_uri)
    ids = set(documentation.ids)
    lines = _lines(EXAMPLE / path)
    keywords = listed(load(example.folder / f"{url}index.html"), url)
    for keyword in keywords:
        page, _, anchor = keyword.address.partition("#")
        assert page == target.url, keyword
        assert anchor in ids, keyword
        last = _last_part(keyword.name)
        assert last in " ".join(documentation.by_id(anchor).text.split()), keyword
        page, _, line = keyword.line_address.partition("#L")
        assert page == target.url, keyword
        assert f"L{line}" in ids, keyword
        if PurePosixPath(path).suffix != ".ipynb":  # escaped in its JSON
            assert last in " ".join(lines[int(line) - 1].split()), keyword
    anchors = [keyword.address for keyword in keywords]
    assert len(anchors) == len(set(anchors)), "two keywords share a section"


@pytest.mark.parametrize("path", [path for path in files() if path.endswith((".py", ".pyi"))])
def test_keywords_are_what_python_defines_there(example: BuiltSite, path: str) -> None:
    found = list(definitions(ast.parse((EXAMPLE / path).read_text("utf-8"))))
    plan = example.plan.pages[example.plan.uri("file keywords", path)]
    keywords = listed(load(example.folder / plan.dest_uri), plan.url)
    shown = {
        Defined(keyword.name, int(keyword.line_address.partition("#L")[2])) for keyword in keywords
    }
    assert shown - {definition for definition, _ in found} == set(), "nothing stands there"
    names = {definition.name for definition, required in found if required}
    assert names - {definition.name for definition in shown} == set(), "left out"


def test_a_symbols_anchor_is_its_dotted_path(example: BuiltSite) -> None:
    page = load(example.folder / "repo/src/tidewatch/stations.py_docs/index.html")
    heading = page.by_id("tidewatch.stations.Position.distance")
    assert "distance" in heading.text


def _last_part(name: str) -> str:
    return name.rpartition("::")[2].rpartition(".")[2] if " " not in name else name


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8").split("\n")
    except UnicodeDecodeError:
        return []
