"""Attributes of links in HTML."""

from __future__ import annotations

import re

from markupsafe import escape

EXTERNAL = "rel=external"
"""Attributes of a link into another project's documentation."""

_NEEDS_NO_QUOTES = re.compile(r"[\w./#:~%?,;!$*+()@|-]+", re.ASCII)


def href(url: str) -> str:
    """Return the address of a link, without quotes where HTML needs none: links are many."""
    if _NEEDS_NO_QUOTES.fullmatch(url):
        return f"href={url}"
    return f'href="{escape(url)}"'


def hover(title: str) -> str:
    """Return what is shown while the pointer is on a link, a space in front; empty for nothing."""
    return f' title="{escape(title)}"' if title else ""
