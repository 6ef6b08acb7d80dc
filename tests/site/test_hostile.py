"""A repository whose every file means harm: all of it is shown, nothing of it acts.

Several hundred cases (names, contents, markup, history, configuration) are one repository, so that
they are built by each program, and visited by a browser, at once. What a case expects stands beside
it in `support/hostile`.
"""

from __future__ import annotations

import dataclasses
import re
import threading
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import pytest
from mkdocs.structure.files import get_files
from playwright.sync_api import Browser
from support.both_programs import PROGRAMS
from support.crawler import Crawler
from support.hostile.corpus import cases, lay_out
from support.hostile.payloads import ELSEWHERE
from support.hostile.visiting import visit
from support.repositories import write_files
from support.sites import BuiltSite, build_site, planned
from support.static_sites import build_static

from mkdocs_repodoc.client.bundles import early_script
from mkdocs_repodoc.hosts.mkdocs.plugin import RepodocPlugin
from mkdocs_repodoc.hosts.mkdocs.plugin_config import site_pages
from mkdocs_repodoc.model.diagnostics import Diagnostic
from mkdocs_repodoc.model.site_plan import PageKind
from mkdocs_repodoc.pipeline.builder import Builder
from mkdocs_repodoc.pipeline.site_digests import SiteDigests
from mkdocs_repodoc.processes.workers import can_fork
from mkdocs_repodoc.settings import Settings

UNREADABLE = ("block.yaml", "deep.ipynb", "deep.json", "deep.yaml")
"""Files in whose formats nothing can be read without recursion, and that need too much of it."""
OWN = {
    "mkdocs": re.compile(
        rf'<script defer="" src="{re.escape(early_script("material")[0])}"></script>'
        r'|<link rel="alternate nofollow" type="text/markdown" href="index\.md">'
    ),
    "mkdocs-repodoc": re.compile(
        r'<script (?:defer="" )?src="(?:\.\./)*assets/repodoc/[\w.-]+\.js"></script>'
        r'|<link rel="stylesheet" href="(?:\.\./)*assets/repodoc/[\w.-]+\.css">'
        r'|<link rel="icon" href="(?:\.\./)*assets/repodoc/[\w.-]+\.svg" type="image/svg\+xml">'
        r'|<link rel="alternate" type="text/markdown" href="index\.md">'
    ),
}
"""Elements of each page: scripts, styles, and its twin in Markdown."""
ACTING = f"<script>alert(1)</script><img src=//{ELSEWHERE}/2 onerror=alert(3)>"
"""What a page must not contain; the browser has to notice it."""


@dataclass(frozen=True)
class Hostile:
    """The repository, its site by MkDocs, and what its programs would have written."""

    root: Path
    site: BuiltSite
    tree: Path
    """The site without MkDocs, of the same records."""
    mark: Path
    settings: Settings
    digests: SiteDigests
    diagnostics: list[Diagnostic]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    folder = tmp_path_factory.mktemp("hostile")
    root, mark = folder / "project", folder / "mark"
    lay_out(root, mark)
    site = build_site(root / "mkdocs.yml", folder / "site")
    plugin = site.config.plugins["repodoc"]
    assert isinstance(plugin, RepodocPlugin)
    analysed = planned(site.config)
    settings, diagnostics = plugin._settings, list(analysed.diagnostics)
    tree = folder / "tree"
    build_static(root, tree)
    return Hostile(root, site, tree, mark, settings, analysed.digests, diagnostics)


@pytest.fixture(params=PROGRAMS)
def program(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def built(hostile: Hostile, program: str) -> Path:
    """Folder of the site as a program has made it."""
    return {"mkdocs": hostile.site.folder, "mkdocs-repodoc": hostile.tree}[program]


def test_every_file_shows_its_text(hostile: Hostile, built: Path) -> None:
    pages = hostile.site.plan

    def page_of(kind: PageKind, path: str) -> str:
        return (built / pages.pages[pages.uri(kind, path)].dest_uri).read_text("utf-8")

    assert len(cases()) >= 300
    missing = []
    for case in cases():
        page = unescape(re.sub(r"<[^<>]*>", "", page_of("file", case.text_path)))
        assert page_of("file keywords", case.text_path)
        missing += [(case.path, text) for text in case.shown if text not in page]
    assert missing == []


def test_the_log_names_what_could_not_be_analysed_and_is_text(hostile: Hostile) -> None:
    (lost,) = (line for line in hostile.site.log if "could not be analysed" in line)
    named = {path.strip() for path in lost.partition("analysed: ")[2].split(",")}
    assert named == {f"broken/{name}" for name in UNREADABLE}
    written = "".join(hostile.site.log)
    assert [sign for sign in written if unicodedata.category(sign) in {"Cc", "Cf", "Cs"}] == []
    assert "could not be made" not in written


def test_no_program_ran_and_nothing_was_taken_from_elsewhere(hostile: Hostile, built: Path) -> None:
    assert not hostile.mark.exists(), hostile.mark.read_text()
    assert not (hostile.root / "ran").exists()
    account = Path("/etc/passwd").read_text("utf-8").splitlines()[0].encode()
    private = (account, str(hostile.root).encode())
    leaks = [
        file
        for file in built.rglob("*")
        if file.is_file() and any(each in file.read_bytes() for each in private)
    ]
    assert leaks == []


def test_every_link_works(built: Path) -> None:
    crawler = Crawler(built, largest=200_000)
    assert crawler.dead_links() == []
    assert crawler.duplicate_ids() == []


@contextmanager
def second_thread() -> Iterator[None]:
    """Have this process start its workers anew, as on Windows and in a preview."""
    end = threading.Event()
    thread = threading.Thread(target=end.wait)
    thread.start()
    try:
        yield
    finally:
        end.set()
        thread.join()


@pytest.mark.parametrize("jobs", [1, 2])
def test_however_it_is_analysed_the_site_is_the_same(
    hostile: Hostile, tmp_path: Path, jobs: int
) -> None:
    settings = dataclasses.replace(hostile.settings, jobs=jobs, cache_dir=tmp_path / "cache")
    builder = Builder(settings)
    with second_thread():
        assert not can_fork()
        taken = site_pages(get_files(hostile.site.config), hostile.root)
        site = builder.build(taken, lambda *_: None)
    builder.close()
    assert site.analysed == len(site.repository.files)
    assert site.digests == hostile.digests
    assert list(site.diagnostics) == hostile.diagnostics


def test_nothing_acts_and_nothing_is_asked_of_elsewhere(
    built: Path, program: str, browser: Browser
) -> None:
    active, asked = visit(browser, built, "" if program == "mkdocs" else "repo")
    assert [each for each in active if not OWN[program].fullmatch(each)] == []
    assert asked == []


def test_the_browser_would_notice(browser: Browser, tmp_path: Path) -> None:
    write_files(tmp_path, {"first.html": "<p>x</p>", "second.html": ACTING})
    active, asked = visit(browser, tmp_path)
    assert active[-2:] == ["alert(1)", "alert(3)"]
    assert "img onerror=alert(3)" in active
    assert f"http://{ELSEWHERE}/2" in asked
