"""Files that are too much for a parser, too long or no text: each gets its pages all the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.crawler import Crawler
from support.repositories import commit_all, git, write_files
from support.sites import BuiltSite, build_site

from mkdocs_repodoc.settings import ANALYSIS_LIMIT

TOO_LARGE = ANALYSIS_LIMIT + 200_000
"""Bytes of a file of which only the text is shown."""

FILES: dict[str, str | bytes] = {
    "docs/index.md": "# Home\n",
    "mkdocs.yml": "site_name: S\ntheme: mkdocs\nplugins: [repodoc]\n",
    "nested.py": '"""Nests."""\nx = ' + "(" * 150 + "1" + ")" * 150 + "\n",
    "sum.py": "x = " + " + ".join(["1"] * 5_000) + "\n",
    "unary.py": "x = " + "-" * 5_000 + "1\n",
    "nul.py": b"x = 1\0\n",
    "deep.json": "[" * 5_000 + "]" * 5_000,
    "deep.yaml": "[" * 2_000 + "]" * 2_000 + "\n",
    "deep_block.yaml": "".join(" " * level + "a:\n" for level in range(1_500)),
    "deep_items.yaml": "- " * 1_500 + "\n",
    "deep.rst": "".join("  " * level + "* a\n\n" for level in range(1_000)),
    "docs/README.rst": "".join("  " * level + "* a\n\n" for level in range(1_000)),
    "number.json": '{"a": ' + "1" * 5_000 + "}",
    "half.ipynb": r'{"cells": [{"cell_type": "markdown", "source": "# \ud800"}]}',
    "idna.py": "# coding: idna\nx = 1\n",
    "line\nend.py": "x = 1\n",
    "deep.toml": "x = " + "[" * 2_000 + "]" * 2_000 + "\n",
    "deep.js": "f(" * 3_000 + ")" * 3_000 + ";\n",
    "deep.md": ">" * 2_000 + " quoted\n" + "[" * 2_000 + "\n",
    "bomb.yaml": "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n",
    "long_line.js": "var x = [" + "1, " * 200_000 + "];\n",
    "large.csv": "a,b\n" + "1,2\n" * (TOO_LARGE // 4),
    "large.py": '"""Large."""\n' + "x = 'some text that goes on'\n" * (TOO_LARGE // 29),
    "pointer.bin": "version https://git-lfs.github.com/spec/v1\n"
    "oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n",
    "mixed.txt": b"one\r\ntwo\rthree\nfour",
    "surrogate.txt": b"\xed\xa0\x80\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    folder = tmp_path_factory.mktemp("broken")
    project = folder / "project"
    write_files(project, FILES)
    (project / "loop").symlink_to(project)
    commit_all(project)
    git(project, "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},vendored/library")
    return build_site(project / "mkdocs.yml", folder / "site")


@pytest.mark.parametrize("name", [name for name in FILES if not name.startswith("docs/")])
def test_every_file_gets_both_its_pages(site: BuiltSite, name: str) -> None:
    for kind in ("file", "file keywords"):
        plan = site.plan.pages[site.plan.uri(kind, name)]
        assert (site.folder / plan.dest_uri).stat().st_size > 0


@pytest.mark.parametrize("name", ["sum.py", "deep.json"])
def test_a_page_says_what_is_wrong(site: BuiltSite, name: str) -> None:
    assert "admonition" in site.read(f"repo/{name}_docs/")


def test_the_log_counts_the_files_with_problems(site: BuiltSite) -> None:
    (summary,) = (line for line in site.log if "pages; " in line)
    assert "files with problems" in summary


def test_the_log_names_the_files_that_could_not_be_analysed(site: BuiltSite) -> None:
    (named,) = (line for line in site.log if "could not be analysed: " in line)
    assert "deep_block.yaml" in named
    assert "number.json" not in named


def test_pages_of_long_files_stay_in_proportion(site: BuiltSite) -> None:
    for name in ("large.csv", "large.py", "long_line.js"):
        page = site.folder / f"repo/{name}_docs" / "index.html"
        assert page.stat().st_size < 12 * len(FILES[name])


def test_line_ends_count_as_one(site: BuiltSite) -> None:
    page = site.read("repo/mixed.txt_docs/")
    assert "id=L4 " in page
    assert "id=L5 " not in page


def test_a_submodule_and_a_link_in_a_circle_are_named(site: BuiltSite) -> None:
    index = site.read("repo/")
    assert "loop" in index
    assert "vendored" in index


def test_their_links_work(site: BuiltSite) -> None:
    crawler = Crawler(site.folder, largest=1_000_000)
    assert crawler.dead_links() == []
    assert crawler.duplicate_ids() == []


def test_the_source_of_every_file_is_shown_or_said_to_be_cut(site: BuiltSite) -> None:
    assert "Shortened" in site.read("repo/large.csv_docs/")
    assert "some text that goes on" in site.read("repo/large.py_docs/")


def test_nothing_is_written_into_the_repository(site: BuiltSite, tmp_path: Path) -> None:
    project = Path(site.config.config_file_path or tmp_path).parent
    status = git(project, "status", "--porcelain", "--untracked-files=all").split()
    assert [path for path in status if path.endswith((".md", ".html"))] == []
