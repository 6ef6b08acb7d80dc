"""The whole source of a file, each line addressable, identifiers linked.

One `<a>` for each line is its anchor, its number and the link to itself; it is no stop of the
tabulator key, for there are thousands. Everything else is the
text with spans for colours and links. Lines stand in chunks that a browser lays out only when they
come near the screen, so that a file of ten thousand lines scrolls like a short one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from markupsafe import Markup, escape

from mkdocs_repodoc.html.code.code_lines import (
    GT,
    LT,
    CodeLink,
    attribute_bytes,
    mark,
    to_html,
)
from mkdocs_repodoc.html.code.highlight import Colour, colours
from mkdocs_repodoc.html.link_attributes import href
from mkdocs_repodoc.model.linked_symbols import (
    LinkedReference,
    SymbolRef,
)
from mkdocs_repodoc.rendering.addresses import Addresses
from mkdocs_repodoc.settings import LISTING_LIMIT
from mkdocs_repodoc.text.source_text import REORDERING, shown_part

COLOUR_BYTES = 1_000_000
"""Longer files are shown without colours: their spans would outweigh the page."""
MOST_ELEMENTS = 12_000
"""Lines, links and colours of a listing; where there are more, the commonest colours are left out:
of a file of data nearly all is string or number."""
COLOUR_LINES = 20_000
COLOUR_LINE_LENGTH = 20_000
"""Likewise for files with a longer line than this (minified code, data)."""

_CHUNK = 100
"""Lines in a chunk; the style sheet reserves as much room before it is laid out."""
_LINKED_LINES = 5_000
"""In a longer listing the numbers are anchors, but no links to themselves: those would be a fifth
of its page, and a script makes up for them."""
_DEFINING = frozenset({"definition", "assign"})
_DEFINITION = b" data-def"
"""Marks what has its section on the page: a click on it may as well show who uses it."""


@dataclass(frozen=True, slots=True)
class ListingHtml:
    """A file's lines as HTML.

    Attributes:
        html: The content of the `<code>` element.
        lines: How many lines are shown.
        columns: Length of the longest line in characters; room is reserved for it.
        total_lines: How many lines the file has.
        cut: Whether the file is not shown to its end.
    """

    html: Markup
    lines: int
    columns: int
    total_lines: int
    cut: bool


def render_listing(
    text: str,
    language: str,
    references: Iterable[LinkedReference],
    addresses: Addresses,
    *,
    limit: int = LISTING_LIMIT,
    anchors: Iterable[tuple[int, str]] = (),
) -> ListingHtml:
    r"""Turn a file's text into lines with anchors, colours and links.

    Args:
        text: The whole file, lines ended by `\n`.
        language: Lower-case name of its language.
        references: Its resolved identifiers.
        addresses: Makes links for the page that the listing stands on.
        limit: How many bytes are shown at most.
        anchors: Line and id of each symbol that has its anchor in the listing, sorted.
    """
    total = text.count("\n") + (not text.endswith("\n") and bool(text))
    shown = shown_part(text, limit)
    source = shown.encode("utf-8", "replace")
    lengths = [len(line) for line in source.split(b"\n")]
    if not lengths[-1]:
        lengths.pop()
    links = list(code_links(references, lengths, addresses))
    room = MOST_ELEMENTS - len(lengths) - len(links)
    found = _most_telling(colours(source, language), room) if _has_colours(source, lengths) else []
    marked = mark(source, found, links)
    html = to_html(_number(marked.removesuffix(b"\n"), len(lengths), anchors))
    return ListingHtml(
        html=Markup(show_direction(html)),
        lines=len(lengths),
        columns=max(lengths, default=0),
        total_lines=total,
        cut=len(shown) < len(text),
    )


def _has_colours(source: bytes, lengths: Sequence[int]) -> bool:
    return (
        len(source) <= COLOUR_BYTES
        and len(lengths) <= COLOUR_LINES
        and max(lengths, default=0) <= COLOUR_LINE_LENGTH
    )


def show_direction(html: str) -> str:
    """Make characters visible that reorder the text around them, which hides what code does."""
    if html.isascii():
        return html
    return REORDERING.sub(
        lambda match: f'<span class="rd-bidi" title="U+{ord(match[0]):04X}">\ufffd</span>', html
    )


def code_links(
    references: Iterable[LinkedReference], lengths: list[int], addresses: Addresses
) -> Iterator[CodeLink]:
    """Yield the links of the lines that are shown.

    They need no titles: an address ends in the qualified name of what it leads to, and the page's
    script shows its signature and summary.
    """
    starts = [0, *accumulate(length + 1 for length in lengths)]
    attributes: dict[SymbolRef, bytes] = {}
    own: set[SymbolRef] = set()
    for line, column, end_column, kind, symbol, _grade in references:
        if not 0 < line <= len(lengths) or not 0 <= column < end_column <= lengths[line - 1]:
            continue  # the file was cut before it
        found = attributes.get(symbol)
        if found is None:
            url = addresses.symbol(symbol)
            found = b"" if url is None else attribute_bytes(f" {href(url)}")
            attributes[symbol] = found
            if url and url.startswith("#"):
                own.add(symbol)
        if found:
            start = starts[line - 1]
            if kind in _DEFINING and symbol in own:
                found += _DEFINITION
            yield CodeLink(start + column, start + end_column, found)


def _most_telling(found: Sequence[Colour], room: int) -> Sequence[Colour]:
    """Return as many colours as there is room for, without the ones that most of a text has."""
    counts = Counter(css for _, _, css in found)
    left = len(found)
    for css, count in counts.most_common():
        if left <= room:
            break
        del counts[css]
        left -= count
    return [colour for colour in found if colour[2] in counts] if left < len(found) else found


def _number(marked: bytes, count: int, anchors: Iterable[tuple[int, str]]) -> bytes:
    """Put the anchors in front of the lines and gather the lines in chunks."""
    ids: dict[int, bytes] = {}
    for number, anchor in anchors:
        tag = b"%si id=%s%s%s/i%s" % (LT, _attribute(anchor), GT, LT, GT)
        line = min(number, count)  # the listing may end before it
        ids[line] = ids.get(line, b"") + tag
    if not count:
        return b"".join(ids.values())
    pieces: list[bytes] = []
    link = b" href=#L%(n)d tabindex=-1" if count <= _LINKED_LINES else b""
    template = b"%sa id=L%%(n)d%s%s%%(n)d%s/a%s%%(line)s" % (LT, link, GT, LT, GT)
    opening = b"%sspan class=rd-chunk%s" % (LT, GT)
    closing = b"\n%s/span%s" % (LT, GT)
    lines = marked.split(b"\n")
    for first in range(0, count, _CHUNK):
        chunk = lines[first : first + _CHUNK]
        pieces += (
            opening,
            b"\n".join(
                [
                    ids.get(n, b"") + template % {b"n": n, b"line": line}
                    for n, line in enumerate(chunk, start=first + 1)
                ]
            ),
            closing,
        )
    return b"".join(pieces)


def _attribute(text: str) -> bytes:
    return attribute_bytes(f'"{escape(text)}"')
