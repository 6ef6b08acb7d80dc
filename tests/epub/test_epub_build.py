"""The example's book as an e-book, held to the rules of EPUB 3.3 for containers and packages.

`make epubcheck` has EPUBCheck judge the same book.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET
from zipfile import ZIP_STORED, ZipFile

import pytest
from support.repositories import commit_all, write_files
from support.shop import FILES
from support.sites import EXAMPLE
from support.static_sites import LOG, configured

from mkdocs_repodoc.errors import RepodocError
from mkdocs_repodoc.hosts.book.book_build import build_book

OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
XHTML = "{http://www.w3.org/1999/xhtml}"
OPS = "{http://www.idpf.org/2007/ops}"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


class Book:
    """A book that was read."""

    def __init__(self, file: Path) -> None:
        with ZipFile(file) as archive:
            self.entries = archive.infolist()
            self.files = {each.filename: archive.read(each) for each in self.entries}
        self.package = ET.fromstring(self.files["EPUB/package.opf"])  # noqa: S314 - made here
        self.items: list[Mapping[str, Any]] = [
            each.attrib for each in self.package.iterfind(f"{OPF}manifest/{OPF}item")
        ]
        self.pages = {
            each["href"]: ET.fromstring(self.files[f"EPUB/{each['href']}"])  # noqa: S314 - likewise
            for each in self.items
            if each["media-type"] == "application/xhtml+xml"
        }

    def text(self, name: str) -> str:
        return " ".join("".join(self.pages[name].itertext()).split())

    def addresses(self) -> list[tuple[str, str]]:
        return [
            (name, element.attrib[attribute])
            for name, page in self.pages.items()
            for element in page.iter()
            for attribute in ("href", "src")
            if attribute in element.attrib
        ]


def make(root: Path, file: Path, **options: object) -> Book:
    build_book(configured(root, file.parent / "site", **options), file, LOG)
    return Book(file)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    folder = tmp_path_factory.mktemp("book")
    return make(EXAMPLE, folder / "example.epub", cache_dir=str(folder / "cache"))


def test_the_archive_begins_with_its_type(book: Book) -> None:
    first = book.entries[0]
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", ZIP_STORED, b"")
    assert book.files["mimetype"] == b"application/epub+zip"
    container = ET.fromstring(book.files["META-INF/container.xml"])  # noqa: S314 - made here
    [root] = container.iter("{urn:oasis:names:tc:opendocument:xmlns:container}rootfile")
    assert root.attrib == {
        "full-path": "EPUB/package.opf",
        "media-type": "application/oebps-package+xml",
    }


def test_the_package_lists_each_file_once(book: Book) -> None:
    listed = [f"EPUB/{each['href']}" for each in book.items]
    assert sorted([*listed, "mimetype", "META-INF/container.xml", "EPUB/package.opf"]) == sorted(
        book.files
    )
    assert len({each["id"] for each in book.items}) == len(book.items)
    assert [each["href"] for each in book.items if each.get("properties") == "nav"] == [
        "contents.xhtml"
    ]
    by_id = {each["id"]: each["href"] for each in book.items}
    spine = [by_id[each.attrib["idref"]] for each in book.package.iter(f"{OPF}itemref")]
    assert spine[:3] == ["title.xhtml", "contents.xhtml", "chapter-1.xhtml"]
    assert sorted(spine) == sorted(book.pages)


def test_the_package_says_what_has_to_be_said(book: Book) -> None:
    assert book.package.attrib["version"] == "3.0"
    name = book.package.attrib["unique-identifier"]
    [identifier] = book.package.iter(f"{DC}identifier")
    assert (identifier.attrib["id"], (identifier.text or "")[:9]) == (name, "urn:uuid:")
    assert [each.text for each in book.package.iter(f"{DC}title")] == ["Tidewatch"]
    assert [each.text for each in book.package.iter(f"{DC}language")] == ["en"]
    [modified] = [
        each.text or ""
        for each in book.package.iter(f"{OPF}meta")
        if each.attrib["property"] == "dcterms:modified"
    ]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", modified)


def test_the_table_of_contents_leads_to_each_chapter(book: Book) -> None:
    [nav] = book.pages["contents.xhtml"].iter(f"{XHTML}nav")
    assert nav.attrib[f"{OPS}type"] == "toc"
    led = {each.attrib["href"].partition("#")[0] for each in nav.iter(f"{XHTML}a")}
    assert led == set(book.pages) - {"contents.xhtml"}
    assert any("#flow-1" in each.attrib["href"] for each in nav.iter(f"{XHTML}a"))


def test_links_inside_the_book_lead_to_ids_that_are_there(book: Book) -> None:
    ids = {
        name: [each.attrib["id"] for each in page.iter() if "id" in each.attrib]
        for name, page in book.pages.items()
    }
    assert all(len(set(each)) == len(each) for each in ids.values())
    inner = [each for each in book.addresses() if not re.match(r"https?:|mailto:", each[1])]
    for name, address in inner:
        target, _, anchor = address.partition("#")
        assert f"EPUB/{target}" in book.files, (name, address)
        assert not anchor or unquote(anchor) in ids[target], (name, address)
    assert sum("#" in address for _, address in inner) > 20


def test_chapters_hold_nothing_that_takes_a_script_or_a_style_of_ours(book: Book) -> None:
    names = {element.tag for page in book.pages.values() for element in page.iter()}
    banned = {"script", "style", "button", "svg", "details", "form", "iframe"}
    assert not names & {f"{XHTML}{each}" for each in banned}
    text = " ".join(map(book.text, book.pages))
    assert "The diagram as a table" not in text
    assert "An arrow means" not in text


def test_what_the_book_says_is_in_it(book: Book) -> None:
    titles = [next(page.iter(f"{XHTML}h1")).text for page in book.pages.values()]
    assert "1. Overview" in titles
    assert "Running tidewatch" in book.text("chapter-2.xhtml")
    assert "Commit" in book.text("title.xhtml")


def test_links_to_other_pages_lead_to_the_site_or_to_the_source(tmp_path: Path) -> None:
    root = tmp_path / "shop"
    write_files(root, FILES)
    commit_all(root)
    write_files(root, {"repodoc.toml": "jobs = 1\n"})
    addresses = [each for _, each in make(root, tmp_path / "a.epub").addresses()]
    assert not [each for each in addresses if "http" in each and "docs.python.org" not in each]
    host = 'jobs = 1\nrepo_url = "https://github.com/me/shop"\n'
    write_files(root, {"repodoc.toml": host})
    addresses = [each for _, each in make(root, tmp_path / "b.epub").addresses()]
    lines = re.compile(r"https://github\.com/me/shop/blob/[0-9a-f]{40}/shop/till\.py#L\d+")
    assert any(map(lines.match, addresses))
    write_files(root, {"repodoc.toml": f'{host}site_url = "https://me.example.org/shop"\n'})
    addresses = [each for _, each in make(root, tmp_path / "c.epub").addresses()]
    assert "https://me.example.org/shop/repo/shop/till.py_docs/" in {
        each.partition("#")[0] for each in addresses
    }


def test_images_of_the_book_are_in_it(tmp_path: Path) -> None:
    root = tmp_path / "shop"
    readme = "# Shop\n\n![The till](docs/till.png) sells things, and does so all day long.\n"
    write_files(root, FILES | {"README.md": readme})
    (root / "docs").mkdir()
    (root / "docs/till.png").write_bytes(PIXEL)
    commit_all(root)
    book = make(root, tmp_path / "shop.epub", jobs=1)
    [shown] = [address for _, address in book.addresses() if address.startswith("image-")]
    assert book.files[f"EPUB/{shown}"] == PIXEL


def test_equal_repositories_are_equal_books(tmp_path: Path) -> None:
    write_files(tmp_path / "shop", FILES)
    commit_all(tmp_path / "shop")
    make(tmp_path / "shop", tmp_path / "a.epub", jobs=1)
    make(tmp_path / "shop", tmp_path / "b.epub", jobs=2)
    assert (tmp_path / "a.epub").read_bytes() == (tmp_path / "b.epub").read_bytes()


def test_a_book_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    write_files(tmp_path, FILES)
    with pytest.raises(RepodocError, match="can't be written"):
        make(tmp_path, tmp_path / "nowhere" / "shop.epub", jobs=1)
