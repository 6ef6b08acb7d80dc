from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

import pytest
from support.repositories import write_files

from mkdocs_repodoc.reporting.publishing_limits import (
    LIMITS,
    PublishingLimits,
    SiteSize,
    limit_messages,
    publishing_host,
    site_size,
    tell_limits,
)
from mkdocs_repodoc.settings import WHERE_PUBLISHED, Settings


@pytest.mark.parametrize(
    ("host", "site", "expected"),
    [
        ("github", SiteSize(size=899_000_000, files=90_000), []),
        ("github", SiteSize(size=950_000_000), ["The site has 950 MB, near what GitHub Pages"]),
        ("gitlab", SiteSize(size=1_200_000_000), ["The site has 1,200 MB, more than what GitLab"]),
        ("cloudflare", SiteSize(files=19_000), ["The site has 19,000 files, near what Cloudflare"]),
        ("cloudflare", SiteSize(files=20_001), ["The site has 20,001 files, more than what Cloud"]),
        (
            "cloudflare",
            SiteSize(largest="a/x.json", largest_size=30_000_000),
            ["The file a/x.json has 30 MB, more than what Cloudflare Pages (free) accepts (26 MB)"],
        ),
        (
            "netlify",
            SiteSize(files=200_000, fullest="repo", fullest_files=54_001),
            ["The folder repo has 54,001 files, more than what Netlify accepts in one (54,000)"],
        ),
        ("netlify", SiteSize(size=10**12, files=200_000, fullest="a", fullest_files=9), []),
        ("readthedocs", SiteSize(size=10**12, files=10**9), []),
        ("", SiteSize(size=10**12, files=10**9), []),
    ],
)
def test_a_limit_is_said_before_it_is_met(host: str, site: SiteSize, expected: list[str]) -> None:
    said = list(limit_messages(host, site, Settings(root=Path())))
    assert len(said) == len(expected)
    assert all(line.startswith(start) for line, start in zip(said, expected, strict=True))


def test_what_is_in_use_is_not_advised() -> None:
    site = SiteSize(files=19_000)
    full = Settings(root=Path())
    slim = replace(full, detail="slim", keyword_pages="none", markdown="overview")
    [said] = limit_messages("cloudflare", site, full)
    assert said.endswith(
        ": `detail: slim`, `keyword_pages: none`, `markdown: none` and `exclude` make it fewer"
    )
    [said] = limit_messages("cloudflare", site, slim)
    assert said.endswith(": `markdown: none` and `exclude` make it fewer")
    [said] = limit_messages("cloudflare", site, replace(slim, markdown="none"))
    assert said.endswith(": `exclude` makes it fewer")


def test_what_is_hidden_does_not_count(tmp_path: Path) -> None:
    files = {"index.html": "12345", "a/b.json": "1234567", ".git/x": "1", "a/.repodoc": "1"}
    write_files(tmp_path, files)
    assert site_size(tmp_path) == SiteSize(12, 2, "a/b.json", 7, ".", 1)
    assert site_size(tmp_path / "a") == SiteSize(7, 1, "b.json", 7, ".", 1)


def test_the_environment_tells_the_host_if_nobody_else_does() -> None:
    assert publishing_host("", {"GITHUB_ACTIONS": "true"}) == "github"
    assert publishing_host("cloudflare", {"GITHUB_ACTIONS": "true"}) == "cloudflare"
    assert publishing_host("", {"CF_PAGES": "1", "GITHUB_ACTIONS": ""}) == "cloudflare"
    assert publishing_host("", {"READTHEDOCS": "True"}) == "readthedocs"
    assert publishing_host("", {"NETLIFY": "true", "GITHUB_ACTIONS": "true"}) == "netlify"
    assert publishing_host("", {}) == ""
    assert {*LIMITS, "", "elsewhere"} == set(WHERE_PUBLISHED)


def test_what_is_exceeded_is_a_warning(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(tmp_path, {"a.html": "1" * 96})
    log = logging.getLogger("limits")
    caplog.set_level(logging.INFO)
    for size, level in ((100, logging.INFO), (90, logging.WARNING)):
        monkeypatch.setitem(LIMITS, "github", PublishingLimits("here", size=size))
        caplog.clear()
        tell_limits("github", Settings(root=tmp_path), tmp_path, log)
        assert [record.levelno for record in caplog.records] == [level]
    caplog.clear()
    tell_limits("readthedocs", Settings(root=tmp_path), tmp_path, log)
    assert not caplog.records
