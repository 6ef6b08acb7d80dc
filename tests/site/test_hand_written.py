"""Names and snippets in hand-written pages, as each host builds them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.exceptions import Abort
from support.crawler import Crawler
from support.repositories import commit_all, write_files
from support.shop import FILES
from support.sites import BuiltSite, build_site
from support.static_sites import LOG, configured

from mkdocs_repodoc.hosts.static.static_build import build_tree

GUIDE = """# Paying

Ask [shop.till.Till][], or read [the file](../repo/shop/till.py_docs.md).

::: repodoc shop.till.Till

::: repodoc shop/price.py#tax:1-2

::: repodoc diagram shop

::: repodoc flow Running shop
"""
PAGES = {
    ".gitignore": "/site/\n/.cache/\n",
    "docs/index.md": "# Welcome\n\n[Tariff][shop.price.Tariff]\n",
    "docs/guide/paying.md": GUIDE,
}
TILL = "repo/shop/till.py_docs/"


def write_project(project: Path, *plugins: Any, files: dict[str, str] | None = None) -> None:
    write_files(project, FILES | PAGES | (files or {}))
    config = {
        "site_name": "Shop",
        "theme": "material",
        "validation": {"anchors": "warn", "unrecognized_links": "warn"},
        "plugins": [*plugins, "repodoc"],
    }
    (project / "mkdocs.yml").write_text(yaml.safe_dump(config), "utf-8")
    commit_all(project)


def build(project: Path, *plugins: Any, files: dict[str, str] | None = None) -> BuiltSite:
    write_project(project, *plugins, files=files)
    return build_site(project / "mkdocs.yml", project / "site")


def text_of(html: str) -> str:
    return re.sub(r"<[^>]+>", "", html)


def test_mkdocs_shows_them_with_the_plugin_alone(project: Path) -> None:
    site = build(project)
    page = site.read("guide/paying/")
    assert f'<a href="../../{TILL}#shop.till.Till" title="class Till(tariff: Tariff)">' in page
    assert '<h3 id="shop.till.Till"' in page
    assert "return due // 5" in text_of(page)
    assert "<svg" in page
    assert 'href="#shop.till.Till"' in page  # in the table of contents
    assert 'href="repo/shop/price.py_docs/#shop.price.Tariff"' in site.read("")
    crawler = Crawler(site.folder)
    assert crawler.dead_links() == []
    assert crawler.duplicate_ids() == []


def test_a_strict_build_ends_with_the_page_and_the_name(
    project: Path, expected_warnings: list[str]
) -> None:
    expected_warnings.append("guide/paying.md")
    with pytest.raises(Abort) as aborted:
        build(project, files={"docs/guide/paying.md": "# Paying\n\n::: repodoc shop.till.Purse\n"})
    told = "guide/paying.md: '::: repodoc shop.till.Purse': There is no 'shop.till.Purse' in"
    assert told in str(aborted.value)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_mkdocstrings_has_its_own_lines(project: Path) -> None:
    guide = "# Paying\n\n[shop.price.tax][]\n\n::: repodoc shop.till.Till\n\n::: shop.price.tax\n"
    options = {"handlers": {"python": {"paths": ["."]}}}
    site = build(
        project, "autorefs", {"mkdocstrings": options}, files={"docs/guide/paying.md": guide}
    )
    page = site.read("guide/paying/")
    assert '<div class="repodoc rd-snippet">' in page
    assert 'class="doc doc-object doc-function"' in page
    assert 'href="#shop.price.tax"' in page  # as mkdocstrings describes it
    assert 'href="repo/shop/price.py_docs/#shop.price.Tariff"' in site.read("")


def test_properdocs_shows_them(project: Path) -> None:
    write_project(project)
    run = [sys.executable, "-m", "properdocs", "build", "--strict", "--config-file", "mkdocs.yml"]
    done = subprocess.run(run, cwd=project, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    page = (project / "site/guide/paying/index.html").read_text("utf-8")
    assert f'<a href="../../{TILL}#shop.till.Till"' in page
    assert "return due // 5" in text_of(page)


def write_zensical_project(project: Path, guide: str) -> None:
    zensical = (
        '[project]\nsite_name = "Shop"\nextra_css = ["assets/repodoc/snippets.css"]\n'
        "[project.plugins.repodoc]\n"
        "[project.markdown_extensions.toc]\n"
        "[project.markdown_extensions.repodoc]\n"
    )
    write_files(project, FILES | PAGES | {"zensical.toml": zensical, "docs/guide/paying.md": guide})
    commit_all(project)


def run_zensical(project: Path, *options: str) -> subprocess.CompletedProcess[str]:
    run = [str(Path(sys.executable).parent / "zensical"), "build", "--clean", *options]
    return subprocess.run(run, cwd=project, capture_output=True, text=True, check=False)


def test_zensical_shows_them_beside_the_finished_tree(project: Path) -> None:
    guide = GUIDE.replace("../repo/shop/till.py_docs.md", "../repo/shop/till.py_docs/index.html")
    write_zensical_project(project, guide)
    build_tree(configured(project, project / "docs"), LOG, embedded=True)
    done = run_zensical(project, "--strict")
    assert done.returncode == 0, done.stdout + done.stderr
    page = (project / "site/guide/paying/index.html").read_text("utf-8")
    assert f'<a href="../../{TILL}#shop.till.Till" title=' in page
    assert '<h3 id="shop.till.Till"' in page
    assert "return due // 5" in text_of(page)
    assert (project / "site/assets/repodoc/snippets.css").is_file()
    dead = Crawler(project / "site").dead_links()
    assert [each for each in dead if each.startswith("guide/")] == []


def test_zensical_ends_strictly_with_the_page_and_the_name(project: Path) -> None:
    write_zensical_project(project, "# Paying\n\n::: repodoc shop.till.Purse\n")
    told = "guide/paying.md: '::: repodoc shop.till.Purse': There is no 'shop.till.Purse' in"
    done = run_zensical(project)
    assert (done.returncode, told in done.stderr) == (0, True), done.stderr
    strict = run_zensical(project, "--strict")
    assert (strict.returncode, told in strict.stderr) == (1, True), strict.stderr
