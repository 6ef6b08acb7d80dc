"""A second output format over the same blocks, the same queries and the same page cache."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.repositories import commit_all, write_files

from mkdocs_repodoc.cache.store import Cache
from mkdocs_repodoc.html.html_renderer import HtmlRenderer
from mkdocs_repodoc.model.blocks import (
    Block,
    Code,
    Facts,
    Inline,
    Items,
    Listing,
    PageBody,
    PageLink,
    Paragraph,
    Phrase,
    Prose,
    Subheading,
    SymbolBlock,
    Table,
    Typed,
    WebLink,
)
from mkdocs_repodoc.model.site_plan import PagePlan
from mkdocs_repodoc.pipeline.builder import Builder, MakeRenderer
from mkdocs_repodoc.pipeline.site import Site
from mkdocs_repodoc.rendering.queries import RepositoryQueries
from mkdocs_repodoc.rendering.renderer import RenderedPage, TocEntry
from mkdocs_repodoc.repository_urls import SourceUrl
from mkdocs_repodoc.settings import Settings


class MarkdownRenderer:
    """Markdown of those blocks that most pages consist of; a `Renderer`."""

    name = "markdown"

    def __init__(self, _settings: Settings, source_url: SourceUrl) -> None:
        self._source_url = source_url

    def render(self, plan: PagePlan, body: PageBody, queries: RepositoryQueries) -> RenderedPage:
        parts = [f"# {body.title}", *self._blocks(body.lead, queries)]
        for section in body.sections:
            parts += [f"## {section.title}", *self._blocks(section.blocks, queries)]
        if plan.kind == "file":
            parts.append(f"[{plan.path}]({self._source_url(plan.path)})")
        toc = tuple(TocEntry(section.title, section.anchor, 2) for section in body.sections)
        return RenderedPage("\n\n".join(parts) + "\n", toc)

    def _blocks(self, blocks: tuple[Block, ...], queries: RepositoryQueries) -> Iterator[str]:
        for block in blocks:
            if isinstance(block, Paragraph):
                yield self._phrase(block.phrase, queries)
            elif isinstance(block, Prose):
                yield block.text
            elif isinstance(block, Subheading):
                yield f"{'#' * block.level} {block.text}"
            elif isinstance(block, SymbolBlock):
                signature = block.signature.text if block.signature else ""
                yield f"{'#' * block.level} {block.name}{signature}"
                yield from (each.text.text for each in block.documentation if each.text)
            elif isinstance(block, Items):
                yield "\n".join(f"- {self._phrase(item.phrase, queries)}" for item in block.items)
            elif isinstance(block, Facts):
                rows = (f"- {term}: {self._phrase(value, queries)}" for term, value in block.rows)
                yield "\n".join(rows)
            elif isinstance(block, Table):
                rows = (
                    " | ".join(self._phrase(cell, queries) for cell in row) for row in block.rows
                )
                yield "\n".join(f"| {row} |" for row in rows)
            elif isinstance(block, Listing):
                text = queries.read_text(block.path).text
                yield f"```{queries.language(block.path)}\n{text}```"

    def _phrase(self, phrase: Phrase, queries: RepositoryQueries) -> str:
        return "".join(self._inline(part, queries) for part in phrase)

    def _inline(self, part: Inline, queries: RepositoryQueries) -> str:
        if isinstance(part, str):
            return part
        if isinstance(part, Code):
            return f"`{part.text}`"
        if isinstance(part, PageLink):
            return f"[{part.text}](/{queries.page_url(part.uri)})"
        if isinstance(part, WebLink):
            return f"[{part.text}]({part.url})"
        return part.text if isinstance(part, Prose | Typed) else ""


FILES = {
    "shop/__init__.py": "",
    "shop/money.py": 'def add(a: int) -> int:\n    """Add *two* of it."""\n    return a\n',
    "shop/till.py": "from shop.money import add\n\nadd(1)\n",
    "README.md": "# Shop\n\nSee <b>money</b>.\n",
}
PAGE = "repo/shop/money.py_docs.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    write_files(folder, FILES)
    commit_all(folder)
    return folder


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[Cache]:
    cache = Cache(tmp_path / "cache")
    yield cache
    cache.close()


def build(root: Path, make_renderer: MakeRenderer = MarkdownRenderer) -> Site:
    settings = Settings(root=root, jobs=1, repo_url="https://github.com/o/n")
    builder = Builder(settings, make_renderer)
    site = builder.build({}, lambda *_: None)
    builder.close()
    return site


def test_a_page_is_markdown_of_the_same_blocks(root: Path) -> None:
    page = build(root).render(PAGE)
    lines = page.content.splitlines()
    assert lines[0] == "# shop/money.py"
    assert [f"## {entry.title}" for entry in page.toc] == [
        line for line in lines if line.startswith("## ")
    ]
    assert "#### add(a: int) -> int" in lines
    assert "Add *two* of it." in lines
    assert f"```python\n{FILES['shop/money.py']}```" in page.content
    assert "(/repo/shop/till.py_docs/" in page.content
    assert "<" not in page.content


def test_links_lead_to_the_documented_commit(root: Path) -> None:
    site = build(root)
    commit = site.revision.commit
    link = f"[shop/money.py](https://github.com/o/n/blob/{commit}/shop/money.py)"
    assert site.render(PAGE).content.endswith(f"{link}\n")
    draft = site.draft(PAGE).page.content
    assert link not in draft
    assert site.revision.fill_in(draft) == site.render(PAGE).content


def test_all_pages_can_be_rendered(root: Path) -> None:
    site = build(root)
    for uri, plan in site.plan.pages.items():
        assert site.render(uri).content.startswith("# "), plan


def test_pages_are_used_again_apart_from_those_of_other_formats(
    root: Path, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    rendered: list[str] = []
    original = MarkdownRenderer.render

    def render(
        self: MarkdownRenderer, plan: PagePlan, body: PageBody, queries: RepositoryQueries
    ) -> RenderedPage:
        rendered.append(plan.uri)
        return original(self, plan, body, queries)

    def pages_of(site: Site) -> dict[str, str]:
        site.keep_bodies(cache)
        return {uri: site.render(uri).content for uri in site.plan.pages}

    monkeypatch.setattr(MarkdownRenderer, "render", render)
    html = pages_of(build(root, HtmlRenderer))
    first = pages_of(build(root))
    assert sorted(rendered) == sorted(first)
    assert all(first[uri] != html[uri] for uri in first)
    rendered.clear()
    assert pages_of(build(root)) == first
    assert rendered == []
    (root / "shop/money.py").write_text(FILES["shop/money.py"].replace("two", "both"))
    again = pages_of(build(root))
    assert PAGE in rendered
    assert "Add *both* of it." in again[PAGE]
    assert "repo/README.md_docs.md" not in rendered
