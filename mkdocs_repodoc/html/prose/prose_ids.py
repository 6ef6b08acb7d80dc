"""Ids in one prose, kept apart from those of its page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape

from markupsafe import escape

from mkdocs_repodoc.html.prose.heading_slugs import HEADING_PREFIX
from mkdocs_repodoc.rendering.addresses import quote_anchor


class ProseIds:
    """The ids that take the place of those in a prose.

    Args:
        taken: Ids of the page; those of the prose are added.
        anchors: Id in the prose → id of the page that takes its place.
    """

    def __init__(self, taken: set[str], anchors: Mapping[str, str]) -> None:
        self._taken = taken
        self._ids = dict(anchors)
        self._unused: dict[str, str] = {}

    def take(self, html: str) -> None:
        """Choose an id for each one in a prose."""
        for match in re.finditer(r" (?:id|name)=\"([^\"]*)\"", html):
            name = base = unescape(match[1])
            if base in self._ids:
                continue
            count = 1
            while name in self._taken:
                count += 1
                name = f"{base}-{count}"
            self._taken.add(name)
            self._ids[base] = name
        self._unused = dict(self._ids)

    def renamed(self, tag: str) -> str:
        """Return an opening tag with the id that is chosen for its own."""
        return re.sub(r" id=\"([^\"]*)\"", lambda part: self.attribute(unescape(part[1])), tag)

    def attribute(self, name: str) -> str:
        """Return the attribute for an id; a second use of one (raw HTML may repeat it) loses it."""
        new = self._unused.pop(name, "")
        return f' id="{escape(new)}"' if new else ""

    def heading(self, fragment: str) -> str:
        """Return the address of a heading of the prose; empty if it has none of that name."""
        for name in (HEADING_PREFIX + fragment, HEADING_PREFIX + fragment.lower()):
            if name in self._ids:
                return f"#{quote_anchor(self._ids[name])}"
        return ""
