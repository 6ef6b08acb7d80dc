"""Builds of a small repository, one after another."""

from __future__ import annotations

import logging
import sqlite3
import zlib
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
from support.repositories import commit_all, git, write_files
from support.static_sites import LOG, build_static, configured

from mkdocs_repodoc.cache.cache_file import CACHE_FILE
from mkdocs_repodoc.cache.entry_seals import DIGEST_SIZE, checksum
from mkdocs_repodoc.errors import ConfigurationError, RepodocError, SettingsError
from mkdocs_repodoc.hosts.static.static_build import build_tree, static_settings
from mkdocs_repodoc.insight.flows.main_flows import FlowFinder
from mkdocs_repodoc.model.blocks import PageBody
from mkdocs_repodoc.model.site_plan import PagePlan
from mkdocs_repodoc.options.configuration_files import find_configuration
from mkdocs_repodoc.pages.compose import PageComposer
from mkdocs_repodoc.pipeline.stores.page_store import PageStore
from mkdocs_repodoc.pipeline.writing.file_list import LIST
from mkdocs_repodoc.reporting.publishing_limits import LIMITS, PublishingLimits

FILES = {
    "app.py": '"""An app."""\n\n\ndef run() -> None:\n    """Run it."""\n',
    "tool.py": '"""A tool."""\n',
    "repodoc.toml": 'site_url = "https://example.org/docs"\njobs = 1\n',
}


@pytest.fixture
def repository(project: Path) -> Path:
    write_files(project, FILES)
    commit_all(project)
    return project


def pages(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != LIST
    }


def test_a_second_build_writes_what_has_changed(repository: Path, tmp_path: Path) -> None:
    first = build_static(repository, tmp_path / "site")
    assert (first.written, first.removed) == (first.files, 0)
    again = build_static(repository, tmp_path / "site")
    assert (again.written, again.removed) == (0, 0)
    write_files(repository, {"app.py": FILES["app.py"].replace("An app", "The app")})
    edited = build_static(repository, tmp_path / "site")
    assert 0 < edited.written < edited.files
    build_static(repository, tmp_path / "anew")
    assert pages(tmp_path / "site") == pages(tmp_path / "anew")


def test_pages_that_are_in_the_site_as_they_were_written_are_not_read_from_the_cache(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, site = tmp_path / "asked", tmp_path / "site"
    contents = PageStore.contents

    def noted(store: PageStore[str], names: Mapping[str, str]) -> dict[str, str]:
        with asked.open("a") as notes:  # in whatever process it is
            notes.writelines(f"{uri}\n" for uri in names)
        return contents(store, names)

    monkeypatch.setattr(PageStore, "contents", noted)

    def build() -> set[str]:
        asked.write_text("")
        address = "https://example.org/{revision}/{path}"
        build_static(repository, site, markdown="none", source_url=address)
        return set(asked.read_text().split())

    build()
    first = pages(site)
    assert not build()
    one, other = sorted(site.rglob("*.py_docs/index.html"))
    one.unlink()
    other.write_text("something else")
    assert build() == {"repo/app.py_docs.md", "repo/tool.py_docs.md"}
    assert pages(site) == first
    git(repository, "commit", "--quiet", "--allow-empty", "--message", "nothing")
    assert {"repo/app.py_docs.md", "repo/tool.py_docs.md"} <= build()
    commit = git(repository, "rev-parse", "HEAD").strip()
    assert commit in one.read_text()
    assert commit in other.read_text()


@pytest.fixture
def composed(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each page has been composed."""
    counts: Counter[str] = Counter()
    compose = PageComposer.compose

    def counting(composer: PageComposer, plan: PagePlan) -> PageBody:
        counts[plan.uri] += 1
        return compose(composer, plan)

    monkeypatch.setattr(PageComposer, "compose", counting)
    return counts


def test_a_build_without_changes_composes_nothing(
    repository: Path, tmp_path: Path, composed: Counter[str]
) -> None:
    build_static(repository, tmp_path / "site")
    composed.clear()
    build_static(repository, tmp_path / "site")
    assert not composed


def test_a_build_without_changes_follows_no_calls(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_static(repository, tmp_path / "site")
    followed: list[object] = []

    def follow(*asked: object) -> tuple[()]:
        followed.append(asked)
        return ()

    monkeypatch.setattr(FlowFinder, "main_flows", follow)
    build_static(repository, tmp_path / "site")
    assert not followed
    write_files(repository, {"app.py": FILES["app.py"].replace("An app", "The app")})
    build_static(repository, tmp_path / "site")
    assert followed


def test_a_build_after_an_edit_composes_no_page_twice(
    repository: Path, tmp_path: Path, composed: Counter[str]
) -> None:
    build_static(repository, tmp_path / "site")
    write_files(repository, {f"more/part_{n}.py": FILES["app.py"] for n in range(20)})
    commit_all(repository)
    composed.clear()
    build_static(repository, tmp_path / "site")
    assert set(composed.values()) == {1}


def test_data_of_somebody_else_stay(repository: Path, tmp_path: Path) -> None:
    data = tmp_path / "site" / "assets" / "repodoc" / "data"
    data.mkdir(parents=True)
    (data / "tree.js").write_text("mine")
    with pytest.raises(RepodocError, match=r"tree\.js was not written"):
        build_static(repository, tmp_path / "site")
    with pytest.raises(RepodocError, match=r"tree\.js was not written"):
        build_static(repository, tmp_path / "site", jobs=2)
    assert (data / "tree.js").read_text() == "mine"


def test_pages_of_a_file_that_is_gone_go(repository: Path, tmp_path: Path) -> None:
    build_static(repository, tmp_path / "site")
    (repository / "tool.py").unlink()
    assert build_static(repository, tmp_path / "site").removed == 2
    assert not (tmp_path / "site" / "repo" / "tool.py_docs").exists()


def test_processes_make_the_same_site(repository: Path, tmp_path: Path) -> None:
    build_static(repository, tmp_path / "one", cache_dir=str(tmp_path / "a"))
    build_static(repository, tmp_path / "two", jobs=2, cache_dir=str(tmp_path / "b"))
    assert pages(tmp_path / "one") == pages(tmp_path / "two")


def test_the_top_of_the_site_leads_to_the_repository(repository: Path, tmp_path: Path) -> None:
    build_static(repository, tmp_path / "site")
    assert 'url=repo/"' in (tmp_path / "site" / "index.html").read_text()
    sitemap = (tmp_path / "site" / "sitemap.xml").read_text()
    assert "<loc>https://example.org/docs/repo/app.py_docs/</loc>" in sitemap
    page = (tmp_path / "site" / "repo" / "app.py_docs" / "index.html").read_text()
    assert '<link rel="canonical" href="https://example.org/docs/repo/app.py_docs/">' in page


def test_inside_another_site_the_top_is_not_ours(repository: Path, tmp_path: Path) -> None:
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "index.html").write_text("mine")
    with pytest.raises(RepodocError, match=r"index\.html was not written"):
        build_static(repository, tmp_path / "static")
    build_tree(configured(repository, tmp_path / "static"), LOG, embedded=True)
    assert (tmp_path / "static" / "index.html").read_text() == "mine"
    assert not (tmp_path / "static" / "sitemap.xml").exists()
    assert (tmp_path / "static" / "repo" / "index.html").exists()


def test_a_site_must_not_be_what_is_documented(repository: Path) -> None:
    for folder in (repository, repository.parent):
        with pytest.raises(SettingsError, match=r"'site_dir': .* contains the documented"):
            static_settings(configured(repository, folder))


def test_what_is_found_is_told(
    repository: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        build_static(repository, tmp_path / "site")
    assert any("3 files (3 analysed now)" in line for line in caplog.messages)


def test_a_folder_that_cannot_be_written_is_one_line(repository: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(RepodocError, match="the site can't be written"):
        build_static(repository, tmp_path / "file" / "site")


def test_a_cache_that_came_with_the_repository_is_not_used(
    repository: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    build_static(repository, tmp_path / "site")
    cache = repository / ".cache/plugin/repodoc"
    with sqlite3.connect(cache / CACHE_FILE) as database:
        poisoned = []
        for name, value in database.execute("SELECT key, value FROM entries WHERE kind = 'page'"):
            page = zlib.decompress(value[DIGEST_SIZE:])
            packed = zlib.compress(page.replace(b"</main>", b"<script>alert(1)</script></main>"))
            poisoned.append((checksum(name, packed) + packed, name))
        assert poisoned
        database.executemany("UPDATE entries SET value = ? WHERE key = ?", poisoned)
    database.close()
    build_static(repository, tmp_path / "poisoned")
    assert b"<script>alert(1)" in pages(tmp_path / "poisoned")["repo/app.py_docs/index.html"]
    git(repository, "add", "--force", ".cache")
    caplog.set_level(logging.INFO)
    build_static(repository, tmp_path / "again")
    assert not [path for path, page in pages(tmp_path / "again").items() if b"<script>al" in page]
    assert "is tracked by git and isn't used" in caplog.text


@pytest.mark.parametrize("said", ["", "site_dir = 'site/in'\n"])
def test_a_link_in_the_repository_does_not_lead_the_site_elsewhere(
    repository: Path, tmp_path: Path, said: str
) -> None:
    write_files(repository, {"repodoc.toml": said})
    (tmp_path / "elsewhere" / "in").mkdir(parents=True)
    (repository / "site").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ConfigurationError, match=r"site_dir.*a link leads it out"):
        find_configuration(repository)
    outside = tmp_path / "outside"
    write_files(repository, {"repodoc.toml": f"site_dir = {str(outside)!r}\n"})
    assert find_configuration(repository).site.site_dir == outside


def test_there_is_a_page_for_addresses_without_one(repository: Path, tmp_path: Path) -> None:
    build_static(repository, tmp_path / "site")
    page = (tmp_path / "site/404.html").read_text("utf-8")
    assert '<a href="/docs/repo/">' in page
    write_files(repository, {"repodoc.toml": "site_url = 'https://a//b/'\njobs = 1\n"})
    build_static(repository, tmp_path / "site")
    assert '<a href="/b/repo/">' in (tmp_path / "site/404.html").read_text("utf-8")
    write_files(repository, {"repodoc.toml": "jobs = 1\n"})
    build_static(repository, tmp_path / "site")
    assert "href" not in (tmp_path / "site/404.html").read_text("utf-8")  # nobody knows the top


def test_a_build_says_when_a_limit_of_the_host_is_exceeded(
    repository: Path,
    tmp_path: Path,
    expected_warnings: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(LIMITS, "cloudflare", PublishingLimits("Small Pages", files=5))
    build_static(repository, tmp_path / "site", publish="elsewhere")
    expected_warnings.append(r"^WARNING: The site has \d+ files, more than what Small Pages accept")
    build_static(repository, tmp_path / "site", publish="cloudflare")
