"""Exports are built by the programs that they are made for, and crawled."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support.crawler import Crawler
from support.repositories import commit_all, write_files
from support.sites import EXAMPLE
from support.static_sites import LOG, configured

from mkdocs_repodoc.hosts.export.markdown_export import ExportRequest, export_markdown
from mkdocs_repodoc.hosts.static.static_build import build_tree

_ZENSICAL = """\
[project]
site_name = "Docs"
[project.markdown_extensions.tables]
[project.markdown_extensions.pymdownx.superfences]
"""
_PROPERDOCS = """\
site_name: Docs
theme: material
markdown_extensions: [tables, pymdownx.superfences]
validation: {anchors: warn, unrecognized_links: warn}
plugins: []
strict: true
"""
PROGRAMS = {
    "zensical": ("zensical.toml", _ZENSICAL),
    "properdocs": ("mkdocs.yml", _PROPERDOCS),
}


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of hand-written pages with an export, and the site in HTML that it leads to."""
    folder = tmp_path_factory.mktemp("export")
    docs = folder / "docs"
    docs.mkdir()
    (docs / "index.md").write_text("# Home\n\n[The code](repository/index.md)\n")
    found = configured(EXAMPLE, docs, cache_dir=str(folder / "cache"))
    build_tree(found, LOG, embedded=True)
    export_markdown(found, ExportRequest(docs / "repository", "zensical", "../"), LOG)
    (docs / "repository/SUMMARY.md").unlink()
    return folder


@pytest.mark.parametrize("program", PROGRAMS)
def test_the_export_is_built_and_no_link_is_dead(documents: Path, program: str) -> None:
    name, text = PROGRAMS[program]
    (documents / name).write_text(text)
    run = [str(Path(sys.executable).parent / program), "build", "--config-file", name]
    done = subprocess.run(run, cwd=documents, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "issues found" not in done.stdout.replace("No issues found", "")
    crawler = Crawler(documents / "site")
    assert "repository/src/tidewatch/index.html" in crawler.pages
    assert "repo/src/tidewatch/stations.py_docs/index.html" in crawler.pages
    exported = [each for each in crawler.dead_links() if each.startswith("repo")]
    assert exported == []


@pytest.mark.parametrize("files", [False, True])
def test_mdbook_builds_the_export_and_no_link_is_dead(
    documents: Path, tmp_path: Path, files: bool
) -> None:
    for each in ("repo", "assets"):
        shutil.copytree(documents / "docs" / each, tmp_path / "book/html" / each)
    found = configured(EXAMPLE, tmp_path / "book/html", cache_dir=str(documents / "cache"))
    export_markdown(found, ExportRequest(tmp_path / "book", "mdbook", "html/", files), LOG)
    crawler = Crawler(_mdbook(tmp_path))
    assert "src/tidewatch/index.html" in crawler.pages
    assert ("src/tidewatch/stations.py_docs.html" in crawler.pages) == files
    assert crawler.dead_links() == []


def test_mdbook_includes_nothing_that_a_repository_asks_for(project: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hush")
    asked = f"{{{{#include {secret}}}}}"
    text = f"# Shop\n\n`{asked}` {asked}\n\n```\n{asked}\n```\n"
    write_files(project, {"README.md": text, "shop.py": f'PATH = "{asked}"\n'})
    commit_all(project)
    found = configured(project, tmp_path / "html", cache_dir=str(tmp_path / "cache"))
    export_markdown(found, ExportRequest(tmp_path / "book", "mdbook", files=True), LOG)
    pages = [each.read_text("utf-8") for each in _mdbook(tmp_path).rglob("*.html")]
    assert sum(page.count(asked) for page in pages) > 8
    assert "hush" not in "".join(pages)


def _mdbook(folder: Path) -> Path:
    """Build the export in the folder `book`, and return where the site is."""
    (folder / "book.toml").write_text('[book]\nsrc = "book"\n[build]\nbuild-dir = "site"\n')
    run = [str(Path(sys.executable).parent / "mdbook"), "build", str(folder)]
    done = subprocess.run(run, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"
