"""The pages of the plugin, of `build` and of `export` side by side: addresses, ids, text.

`python -m benchmarks.page_sets REPOSITORY` builds all three in a folder of their own, and prints
what differs.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import NamedTuple

_CONFIGURATION = """\
site_name: {name}
theme: {{name: material, font: false}}
site_dir: {folder}/mkdocs
plugins: [search, {{repodoc: {{root: {root}, cache_dir: {folder}/cache}}}}]
"""
_ARTICLE = re.compile(r"<article>\n(.*)\n</article>", re.DOTALL)
_HEADING = re.compile(r'<a id="([^"]+)">|\{#([^}\s]+)\}')
_ID = re.compile(r' id="([^"]*)"')


class Difference(NamedTuple):
    """How the pages of two sites differ, as addresses."""

    missing: list[str]
    """Pages that the second site does not have."""
    further: list[str]
    """Pages that only the second one has."""
    content: list[str]
    """Pages whose articles differ in more than where links lead: in ids, text or markup."""


def compare(plugin: Path, static: Path) -> Difference:
    """Return how the generated pages of the plugin's site and of `build` differ.

    Args:
        plugin: Folder of a site that MkDocs has built.
        static: Folder of the tree of the same repository.
    """
    theirs, ours = _pages(plugin), _pages(static)
    content = []
    for name in sorted(theirs & ours):
        article = article_of((static / name).read_text("utf-8"))
        whole = (plugin / name).read_text("utf-8")
        # Where there are no hand-written pages, links to them lead elsewhere.
        if article not in whole and _without_links(article) not in _without_links(whole):
            content.append(name)
    return Difference(sorted(theirs - ours), sorted(ours - theirs), content)


def article_of(html: str) -> str:
    """Return the content of a page of the static tree.

    Raises:
        ValueError: It has none.
    """
    found = _ARTICLE.search(html)
    if not found:
        raise ValueError("a page without an article")
    return found[1]


def _pages(folder: Path) -> set[str]:
    return {file.relative_to(folder).as_posix() for file in (folder / "repo").rglob("*.html")}


def _without_links(html: str) -> str:
    return re.sub(r"<a\b[^>]*>|</a>", "", html)


def exported_ids(folder: Path) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield path and anchors of each page of an export."""
    for file in folder.rglob("*.md"):
        if file.name == "SUMMARY.md":  # the navigation
            continue
        found = _HEADING.findall(file.read_text("utf-8"))
        anchors = frozenset(unescape(one or two) for one, two in found)
        yield file.relative_to(folder).as_posix(), anchors


def main() -> None:
    """Build, compare and print."""
    root = Path(sys.argv[1]).resolve()
    folder = Path(tempfile.mkdtemp(prefix="page-sets-"))
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text("# Home\n")
    configuration = folder / "mkdocs.yml"
    configuration.write_text(_CONFIGURATION.format(name=root.name, folder=folder, root=root))
    program = [str(Path(sys.executable).with_name("mkdocs-repodoc")), "--quiet"]
    for command in (
        [*program, "build", "-f", str(configuration), "-d", str(folder / "static")],
        [sys.executable, "-m", "mkdocs", "--quiet", "build", "-f", str(configuration)],
        [*program, "export", "--files", "-f", str(configuration), str(folder / "export")],
    ):
        subprocess.run(command, check=True)
    differs = compare(folder / "mkdocs", folder / "static")
    print(f"{len(_pages(folder / 'static'))} pages; of the plugin and of build: {differs}")
    pages, unknown, ids = compare_export(folder / "export", folder / "static")
    print(f"{pages} exported pages; without one in HTML: {unknown}; other ids: {ids}")


def compare_export(export: Path, static: Path) -> tuple[int, list[str], list[str]]:
    """Return how an export differs from the tree of the same repository.

    Returns:
        How many pages it has, those that the tree does not have, and those with ids that the page
        there does not have.
    """
    unknown, ids = [], []
    exported = dict(exported_ids(export))
    for path, anchors in exported.items():
        page = _page_of(path, static)
        if page is None:
            unknown.append(path)
        elif strange := anchors - set(map(unescape, _ID.findall(page.read_text("utf-8")))):
            ids.append(f"{path}: {', '.join(sorted(strange)[:3])}")
    return len(exported), unknown, ids


def _page_of(path: str, static: Path) -> Path | None:
    stem = path.removesuffix(".md").removesuffix("index").rstrip("/")
    page = static / "repo" / stem / "index.html"
    return page if page.is_file() else None


if __name__ == "__main__":
    main()
