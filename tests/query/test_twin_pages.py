"""Pages that are read without a site: their links lead to each other, and each is of one moment."""

from __future__ import annotations

import posixpath
import re
from html import unescape
from urllib.parse import unquote

import pytest
from support.repositories import commit_all, write_files
from support.shop import Asked

from mkdocs_repodoc.markdown.markdown_addresses import LINES
from mkdocs_repodoc.processes.attempts import NoResult
from mkdocs_repodoc.processes.limits import Limits, too_slow
from mkdocs_repodoc.query import markdown_twin_pages
from mkdocs_repodoc.query.live_repository import LiveRepository
from mkdocs_repodoc.query.markdown_twin_pages import TwinPages

_LINK = re.compile(r"\]\(<?([^)>\s]+)>?(?: \"[^\"]*\")?\)")
_FENCED = re.compile(r"^(`{3,}).*\n(?:(?!\1).*\n)*", re.MULTILINE)
_SPAN = re.compile(r"`[^`\n]*`")


def _links(text: str) -> list[str]:
    found = [match[1] for match in _LINK.finditer(_SPAN.sub("", _FENCED.sub("", text)))]
    return [each for each in found if not re.match(r"[a-z]+:", each)]


def _ids(text: str) -> set[str]:
    slugs = (re.sub(r"[^\w -]", "", each) for each in re.findall(r"^#+ (.*)$", text, re.MULTILINE))
    marked = {unescape(each) for each in re.findall(r'<a id="([^"]+)">', text)}
    return marked | {each.lower().replace(" ", "-") for each in slugs}


def _dead_links(live: LiveRepository) -> list[tuple[str, str]]:
    """Return what leads nowhere of the overviews and all pages that links lead to from there."""
    asked = [page.url for page in live.pages().overviews()]
    ids: dict[str, set[str]] = {}
    links = []
    while asked:
        url = asked.pop()
        if url in ids:
            continue
        text, commit = live.page(url)
        assert len(commit) == 40
        assert text is not None, url
        ids[url] = _ids(text)
        for address, _, anchor in (each.partition("#") for each in _links(text)):
            to = posixpath.normpath(posixpath.join(posixpath.dirname(url), address))
            links.append((to if address else url, unquote(anchor)))
            asked.append(links[-1][0])
    assert len(ids) > 10
    has_place = {(url, each) for url, found in ids.items() for each in found}
    lines = {(to, anchor) for to, anchor in links if LINES.fullmatch(anchor)}
    assert lines
    return [each for each in links if each[1] and each not in has_place | lines]


def test_each_link_of_each_page_leads_to_a_page(changing_shop: Asked) -> None:
    root = changing_shop.root
    write_files(
        root,
        {
            "docs/guide.md": "# Guide\n\n![A sign](sign.png) says [how](../shop/till.py#L6).\n",
            "web/index.ts": 'import { Till } from "./till";\nexport const till = new Till();\n',
            "web/till.ts": "/** Where one pays. */\nexport class Till {\n  pay() {}\n}\n",
        },
    )
    (root / "docs/sign.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    commit_all(root, "Add a guide")
    assert not _dead_links(changing_shop.live)
    text, _ = changing_shop.live.page("repo/docs/guide.md_docs/index.md")
    assert text is not None
    assert (
        "[A sign](../sign.png_docs/index.md) says [how](../../shop/till.py_docs/index.md#L6)"
        in text
    )


def test_a_page_that_takes_too_long_says_so(
    changing_shop: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never_done(_work: object, limits: Limits) -> NoResult:
        return NoResult(too_slow(limits.seconds or 0).reason)

    monkeypatch.setattr(markdown_twin_pages, "attempt", never_done)
    for _ in range(2):
        text, _ = changing_shop.live.page("repo/comprehensive_book/index.md")
        assert text is not None
        assert "it took longer than 60 seconds (option 'time_limit')" in text
    monkeypatch.undo()
    text, _ = changing_shop.live.page("repo/shop/price.py_docs/index.md")
    assert text is not None
    assert "def tax(due):" in text


def test_a_page_of_files_that_are_edited_meanwhile_is_made_anew(
    changing_shop: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, live = changing_shop.root, changing_shop.live
    text = TwinPages.text

    def edited_before(pages: TwinPages, url: str) -> str | None:
        if "pay" not in (root / "style.dart").read_text():
            write_files(root, {"style.dart": "void pay(int x) {}\n"})
            commit_all(root, "Write it anew")
        return text(pages, url)

    monkeypatch.setattr(TwinPages, "text", edited_before)
    page, commit = live.page("repo/style.dart_docs/index.md")
    assert page is not None
    assert "void pay(int x)" in page
    assert commit == live.now().commit


def test_a_page_of_files_that_are_no_longer_what_was_analysed_says_so(changing_shop: Asked) -> None:
    pages = changing_shop.live.pages()
    write_files(changing_shop.root, {"style.dart": "void pay(int x) {}\n"})
    text = pages.text("repo/style.dart_docs/index.md")
    assert text is not None
    assert "have changed while it was made; read it again" in text
    assert pages.are_overtaken
