"""Titles as themes and other plugins get them."""

from __future__ import annotations

from html import escape

_BRACES = str.maketrans({"{": "&#123;", "}": "&#125;"})


def title_html(title: str) -> str:
    """Return a title as HTML that no template engine takes for its own.

    Themes put titles into HTML as they are, because MkDocs takes them from rendered Markdown.
    Plugins that evaluate templates in Markdown evaluate those in titles, too, and what a file is
    called is not their author's word.

    Args:
        title: Plain text.
    """
    return escape(title).translate(_BRACES)
