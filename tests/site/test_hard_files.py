"""Files whose names are no text, files that are cut, drawings: their pages and their links."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from support.crawler import Crawler
from support.repositories import commit_all, write_files
from support.sites import BuiltSite, build_site

from mkdocs_repodoc.model.site_plan import PageKind

CONFIG = """\
site_name: S
theme: mkdocs
repo_url: https://github.com/sea/tide
plugins:
  - repodoc:
      listing_limit: 2000
      jobs: {jobs}
"""
FILES = {
    "docs/index.md": "# Home\n\n[in](repo/long.py_docs.md#L2)\n",
    "long.py": '"""Long."""\n' + "".join(f"def f{n}():\n    return {n}\n\n" for n in range(200)),
    "user.py": "from long import f0, f199\n\nf0()\nf199()\n",
    "README.md": "[there](long.py#L1) [gone](long.py#L600)\n",
    "app.min.js": "function f(){return 1};" * 2_000,
    "drawing.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">\n'
    '  <rect id="box" width="9" height="9"/>\n</svg>\n',
}


@pytest.fixture(scope="module", params=[(True, 2), (False, 1)], ids=["directories", "flat"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    folder = tmp_path_factory.mktemp("hard")
    project = folder / "project"
    use_directory_urls, jobs = request.param
    write_files(project, {**FILES, "mkdocs.yml": CONFIG.format(jobs=jobs)})
    root = os.fsencode(project)
    Path(os.fsdecode(root + b"/caf\xe9.py")).write_text("import user\n\n\ndef pour():\n    user\n")
    Path(os.fsdecode(root + b"/pi\xf1a")).mkdir()
    Path(os.fsdecode(root + b"/pi\xf1a/n\xff.md")).write_text("# Title\n")
    commit_all(project)
    return build_site(
        project / "mkdocs.yml", folder / "site", use_directory_urls=use_directory_urls
    )


def page(site: BuiltSite, path: str, kind: PageKind = "file") -> str:
    plan = site.plan.pages[site.plan.uri(kind, path)]
    return (site.folder / plan.dest_uri).read_text("utf-8")


def test_no_link_is_dead(site: BuiltSite) -> None:
    crawler = Crawler(site.folder)
    assert crawler.dead_links() == []
    assert crawler.duplicate_ids() == []


@pytest.mark.parametrize("path", [b"caf\xe9.py", b"pi\xf1a/n\xff.md"])
def test_a_name_that_is_no_text_has_both_pages(site: BuiltSite, path: bytes) -> None:
    for kind in ("file", "file keywords"):
        assert "\ufffd" in page(site, os.fsdecode(path), kind)


def test_a_python_file_of_such_a_name_is_no_module(site: BuiltSite) -> None:
    assert 'id="pour"' in page(site, os.fsdecode(b"caf\xe9.py"))


def test_a_long_file_shows_its_beginning_and_leads_to_the_host(site: BuiltSite) -> None:
    html = page(site, "long.py")
    assert "id=L2 " in html
    assert "id=L600 " not in html
    assert "The listing ends after" in html
    assert "https://github.com/sea/tide/blob/" in html
    assert 'id="long.f199"' in html  # the structure is whole


def test_a_minified_file_shows_little(site: BuiltSite) -> None:
    html = page(site, "app.min.js")
    assert "The listing ends within the last line" in html
    assert html.count("return") < 40


def test_a_line_behind_the_cut_is_no_place_to_link_to(site: BuiltSite) -> None:
    html = page(site, "", "repository")  # it shows the README
    assert re.findall(r"long\.py_docs[^\"#]*#(L\d+)", html) == ["L1"]


def test_lines_of_a_drawing_are_linked(site: BuiltSite) -> None:
    assert "id=L2 " in page(site, "drawing.svg")
