"""Headings and paragraphs that a Markdown document writes as HTML, turned into Markdown.

Many a README begins with a centred logo, its title and a slogan. Tables, pictures and rows of
links are left out: they hold sponsors and badges.
"""

from __future__ import annotations

import html
import re

from mkdocs_repodoc.text.link_rows import is_link_row

_LOOKED_AT = 20_000
"""Characters of a document: such a head is in its beginning."""
_LEFT_OUT = re.compile(
    r"<!--.*?-->|<(?P<tag>table|picture|details|svg|script|style)\b.*?</(?P=tag)>|<img\b[^<>]*>",
    re.DOTALL | re.IGNORECASE,
)
_BLOCK = re.compile(
    r"<(?P<tag>h[1-6]|p)\b[^<>]*>(?P<said>(?:(?!<(?:h[1-6]|p)\b).)*?)</(?P=tag)>",
    re.DOTALL | re.IGNORECASE,
)
_LINK = re.compile(r"<a\b[^<>]*\bhref=[\"'](?P<to>[^\"'<>\s]+)[\"'][^<>]*>(?P<said>[^<>]*)</a>")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_SPACE = re.compile(r"\s+")


def markdown_of_html(text: str) -> str:
    """Return the headings and paragraphs of the HTML in a document as Markdown.

    Args:
        text: The document; only its beginning is read.
    """
    said: list[str] = []
    for match in _BLOCK.finditer(_LEFT_OUT.sub(" ", text[:_LOOKED_AT])):
        linked = _LINK.sub(r"[\g<said>](\g<to>)", match["said"])
        words = _SPACE.sub(" ", html.unescape(_TAG.sub(" ", linked))).strip()
        tag = match["tag"].lower()
        if not words or is_link_row(words):
            continue
        said.append(words if tag == "p" else f"{'#' * int(tag[1])} {words}")
    return "\n\n".join(said)
