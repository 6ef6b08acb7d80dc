"""The hostile repository as a finished tree without MkDocs: all is shown, and nothing acts."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from support.crawler import Crawler
from support.hostile.corpus import cases, lay_out
from support.hostile.visiting import visit
from support.static_sites import build_static, configured

from mkdocs_repodoc.hosts.static.static_build import static_settings
from mkdocs_repodoc.pipeline.builder import Builder

ACCOUNT = Path("/etc/passwd")
OWN = re.compile(
    r'<script (?:defer="" )?src="(?:\.\./)*assets/repodoc/[\w.-]+\.js"></script>'
    r'|<link rel="stylesheet" href="(?:\.\./)*assets/repodoc/[\w.-]+\.css">'
    r'|<link rel="icon" href="(?:\.\./)*assets/repodoc/[\w.-]+\.svg" type="image/svg\+xml">'
    r'|<link rel="alternate" type="text/markdown" href="index\.md">'
)
"""Elements of the frame."""


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    lay_out(folder / "project", folder / "mark")
    return folder


@pytest.fixture(scope="module")
def tree(laid_out: Path) -> Path:
    build_static(laid_out / "project", laid_out / "site", cache_dir=str(laid_out / "cache"))
    return laid_out / "site"


def test_every_file_shows_its_text(laid_out: Path, tree: Path) -> None:
    site = configured(laid_out / "project", tree, cache_dir=str(laid_out / "cache"))
    builder = Builder(static_settings(site))
    plan = builder.build({}, lambda *_: None).plan
    builder.close()
    missing = []
    for case in cases():
        page = tree / plan.pages[plan.uri("file", case.text_path)].dest_uri
        text = unescape(re.sub(r"<[^<>]*>", "", page.read_text("utf-8")))
        missing += [(case.path, shown) for shown in case.shown if shown not in text]
    assert missing == []


def test_no_program_ran_and_nothing_was_taken_from_elsewhere(laid_out: Path, tree: Path) -> None:
    assert not (laid_out / "mark").exists()
    assert not (laid_out / "project" / "ran").exists()
    private = (ACCOUNT.read_text("utf-8").splitlines()[0].encode(), str(laid_out).encode())
    leaks = [
        file
        for file in tree.rglob("*")
        if file.is_file() and any(each in file.read_bytes() for each in private)
    ]
    assert leaks == []


def test_every_link_works(tree: Path) -> None:
    crawler = Crawler(tree, largest=200_000)
    assert crawler.dead_links() == []
    assert crawler.duplicate_ids() == []


def test_nothing_acts_and_nothing_is_asked_of_elsewhere(tree: Path, browser: Browser) -> None:
    active, asked = visit(browser, tree, "repo")  # the page above leads there
    assert [each for each in active if not OWN.fullmatch(each)] == []
    assert asked == []
