"""The comprehensive book as one page of HTML that needs nothing else, for a browser to print.

It has no script and asks no network for anything, whatever the repository holds: its policy forbids
both, images are in it, and other addresses are links.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterable
from html import escape
from html.parser import HTMLParser

from mkdocs_repodoc.client.bundles import style_sheet
from mkdocs_repodoc.epub.book_addresses import BookAddresses
from mkdocs_repodoc.epub.book_facts import title_html
from mkdocs_repodoc.epub.book_source import BookSource
from mkdocs_repodoc.epub.epub_file import image_type
from mkdocs_repodoc.epub.xhtml import ids_of
from mkdocs_repodoc.html.block_html import BlockRenderer
from mkdocs_repodoc.html.templates import Templates
from mkdocs_repodoc.text.printable_text import printable

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_WRITTEN_ANEW = frozenset({"a", "details", "img"})
_ADDRESSES = frozenset({"href", "open", "src", "srcset"})
"""Attributes of these that are not what they are on a page."""
_PAPER = """
@page { size: A4; @bottom-center { content: counter(page); font: 8pt sans-serif; } }
@page :first { @bottom-center { content: ""; } }
body { font-family: sans-serif; }
.repodoc a:not([href]) { color: inherit; text-decoration: none; }
.rd-paper-title, .rd-paper-contents { break-after: page; }
.rd-paper-contents ol { list-style: none; padding: 0; }
"""
"""Beside the styles that a page of the site has for print."""


def paper_html(source: BookSource) -> str:
    """Return the book of a repository as one page."""
    page, body, context, facts = source.page, source.body, source.context, source.facts
    blocks = BlockRenderer(context, Templates(context.settings.templates), page, set(body.ids()))
    html = "".join(
        f'<section class="rd-section"><h2 id="{escape(each.anchor)}">{escape(each.title)}</h2>\n'
        f"{printable(str(blocks.render(each.blocks)))}</section>\n"
        for each in body.sections
    )
    anchors = dict.fromkeys(ids_of(html), "")
    addresses = BookAddresses(page, anchors, context, facts, source.site)
    writer = _Writer(addresses, source.read)
    writer.feed(html)
    writer.close()
    listed = "".join(
        f'<li><a href="#{escape(each.anchor)}">{escape(each.title)}</a></li>\n'
        for each in body.sections
    )
    return (
        '<!DOCTYPE html>\n<html lang="en" data-bs-theme="light">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f"<title>{escape(facts.title)}</title>\n"
        f"<style>{style_sheet('frame').content}{_PAPER}</style>\n</head>\n<body>\n"
        f'<main class="repodoc">\n<div class="rd-paper-title">\n{title_html(facts)}\n</div>\n'
        f'<div class="rd-paper-contents"><h2>Contents</h2>\n<ol>\n{listed}</ol></div>\n'
        f"{writer.written()}</main>\n</body>\n</html>\n"
    )


class _Writer(HTMLParser):
    """Writes what it reads, with the addresses of the book, and what is folded away open."""

    def __init__(self, addresses: BookAddresses, read: Callable[[str], bytes]) -> None:
        super().__init__(convert_charrefs=False)
        self._addresses = addresses
        self._read = read
        self._parts: list[str] = []

    def written(self) -> str:
        return "".join(self._parts)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "source":  # another file for the same picture, which would be loaded
            return
        if tag not in _WRITTEN_ANEW:
            self._parts.append(self.get_starttag_text() or "")
            return
        kept = [(name, value) for name, value in attrs if name not in _ADDRESSES]
        values = dict(attrs)
        if tag == "details":
            kept.append(("open", None))
        elif tag == "img":
            kept.append(("src", self._image(values.get("src") or "")))
        elif (address := self._addresses.link(values.get("href") or "")) is not None:
            kept.append(("href", address))
        self._parts.append(f"<{tag}{_attributes(kept)}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "source" or tag in _WRITTEN_ANEW:
            self.handle_starttag(tag, attrs)
        else:
            self._parts.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        self._parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self._parts.append(data)

    def handle_entityref(self, name: str) -> None:
        self._parts.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._parts.append(f"&#{name};")

    def _image(self, address: str) -> str:
        """Return the image itself as an address; an empty one if the book has none."""
        self._addresses.images.clear()
        if self._addresses.image(address) is None:
            return "data:,"
        (path,) = self._addresses.images
        return f"data:{image_type(path)};base64,{b64encode(self._read(path)).decode()}"


def _attributes(values: Iterable[tuple[str, str | None]]) -> str:
    return "".join(
        f" {name}" if value is None else f' {name}="{escape(value)}"' for name, value in values
    )
