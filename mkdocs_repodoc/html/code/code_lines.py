"""Source code as HTML, in one sweep over its colours and links.

The sweep works on UTF-8 bytes, in which both tree-sitter and the references count. It writes the
brackets of its tags as bytes that UTF-8 never contains, so that the source between them can be
escaped by four replacements over the whole result instead of one call for each stretch.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple

from mkdocs_repodoc.html.code.highlight import Colour

LT, GT, AMP = b"\xf9", b"\xfa", b"\xfb"
_CLOSE_COLOUR = LT + b"/i" + GT
_CLOSE_LINK = LT + b"/a" + GT
_BEHIND_ALL = (sys.maxsize, -sys.maxsize, b"", None)
"""An event that closes what is open, and has what is left of the source written."""


class CodeLink(NamedTuple):
    """A linked identifier: where it stands, and the attributes of its `<a>`."""

    start: int
    end: int
    attributes: bytes
    """Escaped, with a leading space, `&` written as `AMP`."""


def attribute_bytes(escaped: str) -> bytes:
    """Prepare escaped text for a tag of the sweep."""
    return escaped.encode("utf-8", "replace").replace(b"&", AMP)


def to_html(marked: bytes) -> str:
    """Escape the source in the result of a sweep and turn the marks into tags."""
    return (
        marked.replace(b"&", b"&amp;")
        .replace(b"<", b"&lt;")
        .replace(b">", b"&gt;")
        .replace(LT, b"<")
        .replace(GT, b">")
        .replace(AMP, b"&")
        .decode()
    )


def mark(source: bytes, colours: Sequence[Colour], links: Iterable[CodeLink] = ()) -> bytes:
    r"""Put spans and links into a source text.

    Args:
        source: UTF-8, lines ended by `\n`.
        colours: Sorted ranges.
        links: Linked identifiers; one that overlaps another link is left out. A link gets the
            colour of a range that is as long as itself.

    Returns:
        The text with its tags; no tag spans a line end, so that it can be split into lines.
    """
    pieces: list[bytes] = []
    append = pieces.append
    position = 0
    stack: list[tuple[int, bytes]] = []
    for start, negative_end, css, attributes in _events(colours, links):
        end = -negative_end
        while stack and stack[-1][0] <= start:
            outer_end, outer = stack.pop()
            if outer_end > position:
                text = source[position:outer_end]
                append(_span(text, outer) if outer else text)
                position = outer_end
        if start < position:
            continue  # it overlaps what is already written
        if start > position:
            text = source[position:start]
            append(_span(text, stack[-1][1]) if stack and stack[-1][1] else text)
            position = start
        if attributes is None:
            stack.append((end, css))
        else:
            append(_link(source[start:end], css, attributes))
            position = end
    return b"".join(pieces)


def _events(
    colours: Sequence[Colour], links: Iterable[CodeLink]
) -> list[tuple[int, int, bytes, bytes | None]]:
    linked = {(link.start, -link.end): link.attributes for link in links}
    events: list[tuple[int, int, bytes, bytes | None]] = [
        (start, end, css, linked.pop((start, end), None)) for start, end, css in colours
    ]
    if linked:
        events += [(start, end, b"", attributes) for (start, end), attributes in linked.items()]
        events.sort(key=itemgetter(0, 1))
    events.append(_BEHIND_ALL)
    return events


def _span(text: bytes, css: bytes) -> bytes:
    opening = b"%si class=%s%s" % (LT, css, GT)
    if b"\n" not in text:
        return opening + text + _CLOSE_COLOUR
    return b"\n".join(
        opening + line + _CLOSE_COLOUR if line and not line.isspace() else line
        for line in text.split(b"\n")
    )


def _link(text: bytes, css: bytes, attributes: bytes) -> bytes:
    colour = b" class=" + css if css else b""
    return b"%sa%s%s%s%s%s" % (LT, colour, attributes, GT, text, _CLOSE_LINK)
