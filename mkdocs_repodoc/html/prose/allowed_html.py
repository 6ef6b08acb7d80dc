"""The HTML that a README may hold: tags and attributes that do no harm."""

from __future__ import annotations

import nh3

from mkdocs_repodoc.html.prose.heading_slugs import HEADING_PREFIX
from mkdocs_repodoc.html.prose.kept_parts import without_marks

_TAGS = {
    "a", "abbr", "b", "blockquote", "br", "caption", "code", "dd", "del", "details", "div", "dl",
    "dt", "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img",
    "ins", "kbd", "li", "mark", "ol", "p", "picture", "pre", "q", "rp", "rt", "ruby", "s", "samp",
    "small", "source", "span", "strike", "strong", "sub", "summary", "sup", "table", "tbody",
    "td", "tfoot", "th", "thead", "tr", "tt", "u", "ul", "var", "wbr",
}  # fmt: skip
_ATTRIBUTES = {
    "*": {"align", "dir", "lang", "title", "id"},
    "a": {"href", "name", "data-ref", "data-code"},
    "details": {"open"},
    "img": {"src", "alt", "width", "height"},
    "li": {"value"},
    "ol": {"start", "reversed", "type"},
    "source": {"srcset", "media"},
    "td": {"colspan", "rowspan", "valign"},
    "th": {"colspan", "rowspan", "valign", "scope"},
}
_ADMONITIONS = frozenset(
    {
        "abstract",
        "attention",
        "bug",
        "caution",
        "danger",
        "error",
        "example",
        "failure",
        "hint",
        "important",
        "info",
        "note",
        "question",
        "quote",
        "success",
        "summary",
        "tip",
        "warning",
    }
)
"""Kinds of admonitions that themes know."""


def sanitised(html: str) -> str:
    """Return HTML with nothing in it that may do harm; its ids carry `HEADING_PREFIX`."""
    return nh3.clean(
        html,
        tags=_TAGS,
        clean_content_tags=set(),
        attributes=_ATTRIBUTES,
        attribute_filter=_filter_attribute,
        link_rel=None,
        allowed_classes={
            "div": {"admonition", *_ADMONITIONS},
            "p": {"admonition-title"},
            "th": {"rd-right", "rd-center"},
            "td": {"rd-right", "rd-center"},
        },
    )


def _filter_attribute(_tag: str, name: str, value: str) -> str | None:
    plain = without_marks(value)
    if name in {"id", "name"} and not plain.startswith(HEADING_PREFIX):
        return HEADING_PREFIX + plain
    return plain
