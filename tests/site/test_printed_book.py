"""The book in PDF, printed by the browser that other tests use."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.browser import executable
from support.repositories import commit_all, write_files
from support.shop import FILES
from support.static_sites import LOG, configured

from mkdocs_repodoc.errors import RepodocError
from mkdocs_repodoc.hosts.book import book_build
from mkdocs_repodoc.hosts.book.book_build import build_book

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
README = """\
# Shop

![The till](front.png) sells things, see [its home](https://shop.invalid/home) and <img
src="https://tracker.invalid/a.png" onerror="fetch('https://evil.invalid')"> does so all day long
<picture><source srcset="front.png" media="print"><source srcset="https://tracker.invalid/b.png"><img
src="front.png" srcset="https://tracker.invalid/c.png 2x" alt="Again"></picture>.
"""


def streams(pdf: bytes) -> Iterator[bytes]:
    """Yield the objects of a file, unpacked."""
    for match in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        try:
            yield zlib.decompress(match[1])
        except zlib.error:
            yield match[1]


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    write_files(tmp_path / "shop", FILES | {"README.md": README, "front.png": PIXEL})
    commit_all(tmp_path / "shop")
    return tmp_path / "shop"


def test_it_is_printed_with_outline_and_links(
    shop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHROMIUM", executable())
    file = tmp_path / "shop.pdf"
    tally = build_book(configured(shop, tmp_path / "site"), file, LOG)
    pdf = file.read_bytes()
    assert pdf.startswith(b"%PDF-")
    assert tally.size == len(pdf)
    whole = b"\n".join((pdf, *streams(pdf)))
    assert b"/Outlines" in whole
    assert b"https://shop.invalid/home" in whole
    assert b"/GoTo" in whole or b"/Dest" in whole, "links within the book"
    assert b"file:///" not in whole


def test_the_page_that_is_printed_needs_nothing_else(
    shop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages: list[str] = []

    def kept(html: str, _root: Path) -> bytes:
        pages.append(html)
        return b""

    monkeypatch.setattr(book_build, "printed", kept)
    build_book(configured(shop, tmp_path / "site"), tmp_path / "shop.pdf", LOG)
    (html,) = pages
    assert "default-src 'none'; style-src 'unsafe-inline'; img-src data:" in html
    body = html.partition("</style>")[2]
    assert set(re.findall(r' src="([^",]*),', body)) == {"data:image/png;base64"}
    assert "onerror" not in body
    assert "<script" not in body
    assert "<details>" not in body
    links = set(re.findall(r'<a[^>]* href="([^"]*)"', body))
    assert all(link.startswith(("#", "https://")) for link in links)
    ids = set(re.findall(r' id="([^"]*)"', body))
    assert {link[1:] for link in links if link.startswith("#")} <= ids


def test_the_page_that_is_printed_loads_nothing(
    shop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages: list[str] = []

    def printed(html: str, _: Path) -> bytes:
        pages.append(html)
        return b"%PDF-"

    monkeypatch.setattr(book_build, "printed", printed)
    build_book(configured(shop, tmp_path / "site"), tmp_path / "shop.pdf", LOG)
    (page,) = pages
    assert "srcset" not in page
    assert "<source" not in page
    assert set(re.findall(r' src="([^":,]*:)', page)) == {"data:"}


def test_a_browser_that_is_named_and_not_there_is_told(
    shop: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (str(tmp_path / "none"), str(tmp_path), "no-such-browser", "./chromium"):
        monkeypatch.setenv("CHROMIUM", name)
        with pytest.raises(RepodocError, match=r"CHROMIUM is .* which is not a program"):
            build_book(configured(shop, tmp_path / "site"), tmp_path / "shop.pdf", LOG)
