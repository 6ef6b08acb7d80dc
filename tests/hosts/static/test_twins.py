"""The pages' twins in Markdown, and the lists that lead to them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.github_markdown import MarkdownCrawler
from support.repositories import commit_all, write_files
from support.static_sites import LOG, build_static, configured

from mkdocs_repodoc.hosts.static.static_build import build_tree, static_settings
from mkdocs_repodoc.hosts.static.static_preview import StaticPreview

FILES = {
    "README.md": "# Shop\n\nA *small* shop, see [the till](shop/till.py#L5).\n\n## How to\n",
    "shop/__init__.py": '"""What a shop needs."""\n',
    "shop/__init__extra_.py": '"""A name with `_` and [brackets]."""\n',
    "shop/till.py": '"""Counts money."""\n\n\nclass Till:\n    """Holds money."""\n\n'
    '    def add(self, amount: int) -> "Till":\n        """Add `amount`."""\n        return self\n',
    "shop/main.py": '"""Runs it."""\n\nfrom shop.till import Till\n\n\ndef run() -> Till:\n'
    '    """Run."""\n    return Till().add(1)\n',
    "tests/test_till.py": "from shop.till import Till\n\n\ndef test_add():\n    Till().add(1)\n",
    "repodoc.toml": "jobs = 1\n",
}


@pytest.fixture
def repository(project: Path) -> Path:
    write_files(project, FILES)
    commit_all(project)
    return project


def markdown(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*.md")}


@pytest.mark.parametrize("directory_urls", [True, False])
def test_all_links_of_twins_lead_somewhere(
    repository: Path, tmp_path: Path, directory_urls: bool
) -> None:
    shape = f"use_directory_urls = {json.dumps(directory_urls)}\n"
    write_files(repository, {"repodoc.toml": FILES["repodoc.toml"] + shape})
    build_static(repository, tmp_path / "site", markdown="all")
    crawler = MarkdownCrawler(tmp_path / "site")
    till = "repo/shop/till.py_docs/index.md" if directory_urls else "repo/shop/till.py_docs.md"
    assert till in crawler.markdown
    assert crawler.dead_links() == []
    text = (tmp_path / "site" / till).read_text()
    assert "class Till:" in text
    assert text.startswith('<a id="shop.till"></a>\n\n# ')


def test_overviews_have_twins_and_files_have_none(repository: Path, tmp_path: Path) -> None:
    build_static(repository, tmp_path / "site")
    site = tmp_path / "site"
    assert {"repo/index.md", "repo/shop/index.md", "repo/shop/doc/index.md"} <= markdown(site)
    assert not [name for name in markdown(site) if "_docs" in name or "_kw" in name]
    folder = (site / "repo/shop/index.html").read_text()
    assert '<link rel="alternate" type="text/markdown" href="index.md">' in folder
    assert '<a href="index.md" type="text/markdown">Copy Markdown</a>' in folder
    assert "text/markdown" not in (site / "repo/shop/till.py_docs/index.html").read_text()
    assert MarkdownCrawler(site).dead_links() == []


def test_lists_lead_from_the_top_to_all_files(repository: Path, tmp_path: Path) -> None:
    build_static(repository, tmp_path / "site")
    top = (tmp_path / "site" / "llms.txt").read_text()
    assert top.startswith("# project\n\n> A *small* shop".replace("*", "\\*"))
    assert "- [shop/](repo/shop/llms.txt): What a shop needs.\n" in top
    assert (tmp_path / "site/repo/llms.txt").read_text() == top.replace("](repo/", "](")
    shop = (tmp_path / "site/repo/shop/llms.txt").read_text()
    assert "- [till.py](till.py_docs/): Counts money.\n" in shop
    assert "[\\_\\_init\\_\\_.py](__init__.py_docs/): What a shop needs." in shop


def test_nothing_of_it_is_there_if_nobody_wants_it(repository: Path, tmp_path: Path) -> None:
    build_static(repository, tmp_path / "site")
    tally = build_static(repository, tmp_path / "site", markdown="none")
    assert tally.removed > 0
    assert markdown(tmp_path / "site") == set()
    assert not list((tmp_path / "site").rglob("llms.txt"))
    assert "text/markdown" not in (tmp_path / "site/repo/index.html").read_text()


def test_in_another_site_nothing_is_taken_for_a_page_of_its_own(
    repository: Path, tmp_path: Path
) -> None:
    write_files(tmp_path / "site", {"llms.txt": "# Mine\n"})
    build_tree(configured(repository, tmp_path / "site"), LOG, embedded=True)
    assert markdown(tmp_path / "site") == set()
    assert (tmp_path / "site/llms.txt").read_text() == "# Mine\n"


def test_twins_follow_an_edit_and_others_stay(repository: Path, tmp_path: Path) -> None:
    build_static(repository, tmp_path / "site", markdown="all")
    assert build_static(repository, tmp_path / "site", markdown="all").written == 0
    before = (tmp_path / "site/repo/README.md_docs/index.md").stat().st_mtime_ns
    write_files(repository, {"shop/till.py": FILES["shop/till.py"].replace("Counts", "Keeps")})
    build_static(repository, tmp_path / "site", markdown="all")
    assert "Keeps money." in (tmp_path / "site/repo/shop/till.py_docs/index.md").read_text()
    assert (tmp_path / "site/repo/README.md_docs/index.md").stat().st_mtime_ns == before
    build_static(repository, tmp_path / "anew", markdown="all", cache_dir=str(tmp_path / "c"))
    for name in markdown(tmp_path / "anew"):
        assert (tmp_path / "site" / name).read_bytes() == (tmp_path / "anew" / name).read_bytes()


def test_a_preview_makes_them_on_request(repository: Path, tmp_path: Path) -> None:
    found = configured(repository, tmp_path / "site")
    preview = StaticPreview(found, static_settings(found), LOG)
    try:
        preview.start()
        assert b"What a shop needs." in (preview.find("repo/shop/index.md") or b"")
        assert (preview.find("llms.txt") or b"").startswith(b"# project")
        assert preview.find("repo/shop/till.py_docs/index.md") is None
    finally:
        preview.stop()
