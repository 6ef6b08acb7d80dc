"""The frame around a page: links are relative to it, and text is escaped."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mkdocs_repodoc.errors import SettingsError
from mkdocs_repodoc.html.frame import Frame, FrameFacts, Neighbours
from mkdocs_repodoc.model.site_plan import NavEntry, PagePlan
from mkdocs_repodoc.rendering.renderer import RenderedPage, TocEntry

FACTS = FrameFacts(
    site_name="A & B",
    site_url="https://example.org/",
    repo_url="https://host.example/?a=1&b",
    home="repo/",
    icon="assets/i.svg",
    styles="assets/s.css",
    early="assets/e.js",
    script="assets/s.js",
)
PAGE = PagePlan("file", "<a>.py", "<a>.py", "repo/a.md", "repo/a/index.html", "repo/%3Ca%3E/")
OTHER = PagePlan("file", "b.py", "b.py", "repo/b.md", "repo/b/index.html", "repo/b/")
NAV = NavEntry(
    "folder",
    "<Code>",
    "repo/",
    is_active=True,
    children=(
        NavEntry("index", "Overview", "repo/"),
        NavEntry("link", "<a>.py", PAGE.url, is_current=True, is_active=True),
        NavEntry("link", "b.py", OTHER.url),
    ),
)
CONTENT = RenderedPage("<p>kept</p>", (TocEntry("<T>", "t t", 2, (TocEntry("U", "u", 3),)),))


def shown(templates: Path | None = None) -> str:
    return Frame(FACTS, templates).around(PAGE, CONTENT, NAV, Neighbours(after=OTHER))


def test_addresses_are_relative_to_the_page() -> None:
    html = shown()
    for address in (
        "../../assets/i.svg",
        "../../assets/s.css",
        "../../assets/e.js",
        "../../assets/s.js",
        "../b/",
    ):
        assert f'"{address}"' in html
    assert '<link rel="canonical" href="https://example.org/repo/%3Ca%3E/">' in html


def test_text_is_escaped_and_content_is_not() -> None:
    html = shown()
    assert "<title>&lt;a&gt;.py – A &amp; B</title>" in html
    assert "<article>\n<p>kept</p>\n</article>" in html
    assert "<a>.py" not in html
    assert "<Code>" not in html
    assert '<a href="#t%20t">&lt;T&gt;</a>' in html
    assert 'href="https://host.example/?a=1&amp;b"' in html


def test_one_entry_is_the_page_on_show() -> None:
    assert len(re.findall("aria-current=page", shown())) == 1
    assert 'rel="next" href="../b/">b.py →</a>' in shown()
    assert 'rel="prev"' not in shown()


def test_the_users_frame_takes_the_place_of_ours(tmp_path: Path) -> None:
    frame = '{% extends "_base/frame.html" %}{% block head %}<meta name="mine">{% endblock %}'
    (tmp_path / "frame.html").write_text(frame)
    assert '<meta name="mine">' in shown(tmp_path)
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "frame.html").write_text("{{ nothing }}")
    with pytest.raises(
        SettingsError, match=r"'templates': frame\.html, line 1: 'nothing' is undefined"
    ):
        shown(tmp_path / "broken")
