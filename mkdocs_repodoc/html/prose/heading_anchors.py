"""The headings of a rendered document, paired with the headings that its outline knows.

The outline is read from lines, the document by a parser of its markup. They agree on nearly all
headings; those on which they do not can be linked to all the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from itertools import islice

from mkdocs_repodoc.html.prose.heading_slugs import HEADING_PREFIX, slug
from mkdocs_repodoc.model.blocks import DocumentHeading

_RENDERED = re.compile(rf"<h[1-6] id=\"({HEADING_PREFIX}[^\"]*)\">")
_NEAR = 10
"""So many headings of the outline are looked through for one that was rendered."""
_UNSEEN = f"{HEADING_PREFIX}/unseen/"
"""No id that is made of a heading has a slash."""


def pair_headings(html: str, headings: Sequence[DocumentHeading]) -> tuple[str, dict[str, str]]:
    """Pair the headings of a document with those of its outline, in their order.

    Args:
        html: The rendered document; ids carry `HEADING_PREFIX`.
        headings: Those of the outline.

    Returns:
        The document, in which a heading that was not rendered as one is an empty element after the
        heading before it; and the anchor that is to replace each id.
    """
    anchors: dict[str, str] = {}
    pieces: list[str] = []
    written = paired = 0
    for match in _RENDERED.finditer(html):
        rendered = unescape(match[1])
        found = _position(rendered, headings, paired)
        if found is None or rendered in anchors:
            continue
        pieces += (_unseen(headings, paired, found, anchors), html[written : match.end()])
        anchors[rendered] = headings[found].anchor
        written, paired = match.end(), found + 1
    pieces += (_unseen(headings, paired, len(headings), anchors), html[written:])
    return "".join(pieces), anchors


def _position(rendered: str, headings: Sequence[DocumentHeading], start: int) -> int | None:
    """Return which of the next headings has the text that an id was made of."""
    for position, heading in islice(enumerate(headings), start, start + _NEAR):
        rest = rendered.removeprefix(HEADING_PREFIX + slug(heading.text))
        if rest != rendered and (not rest or re.fullmatch(r"-\d+", rest)):
            return position
    return None


def _unseen(
    headings: Sequence[DocumentHeading], start: int, end: int, anchors: dict[str, str]
) -> str:
    """Return elements for headings that were not rendered, and note their anchors."""
    spots = {f"{_UNSEEN}{position}": headings[position].anchor for position in range(start, end)}
    anchors.update(spots)
    return "".join(f'<span id="{spot}"></span>' for spot in spots)
