"""Rows of links: paragraphs of nothing but pictures and links, such as badges.

Markdown, reStructuredText and HTML in either, by the shape of the text alone.
"""

from __future__ import annotations

import re

# No part runs on over the beginning of another one: each text is read in time that grows with it.
_PICTURE = re.compile(
    r"!\[[^\[\]]*\](?:\([^()]*\)|\[[^\[\]]*\])?|<img\b[^<>]*>"
    r"|(?<![\w|])\|(?!\s)[^|\n]+(?<!\s)\|_{0,2}(?![\w|])"  # of reStructuredText, defined elsewhere
    r"|^\.\. (?:image|figure)::.*(?:\n[ \t]+\S.*)*",
    re.MULTILINE | re.IGNORECASE,
)
_LINK = re.compile(
    r"\[(?:[^\[\]]|\[[^\[\]]*\])*\](?:\([^()]*\)|\[[^\[\]]*\])|<a\b[^<>]*>.{0,500}?</a>"
    r"|`[^`<]+<[^`<>]+>`__?",
    re.DOTALL | re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
"""Looked for when tags are gone: the end of a tag looks like a part of an address in it."""
_TAG = re.compile(r"<!--.{0,500}?-->|</?[a-z][^<>]*>", re.DOTALL | re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2,}")
_LEAST_WORDS = 2
"""Words beside its links that make a paragraph more than a row of them."""


def without_links(paragraph: str) -> str:
    """Return what a paragraph says beside its pictures, links and tags."""
    return _ADDRESS.sub(" ", _TAG.sub(" ", _LINK.sub(" ", _PICTURE.sub(" ", paragraph))))


def word_count(text: str) -> int:
    """Return how many words a text has: two letters or more."""
    return len(_WORD.findall(text))


def is_link_row(paragraph: str) -> bool:
    """Tell whether a paragraph has pictures or links and says nothing beside them."""
    has_links = any(each.search(paragraph) for each in (_PICTURE, _LINK, _ADDRESS))
    return bool(has_links) and word_count(without_links(paragraph)) < _LEAST_WORDS
