"""Follows every link of a built site without a server."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from support.html import Page

LINES = re.compile(r"(L\d+)-L(\d+)")
"""A range of lines, which a script finds by its ends."""


class Crawler:
    """Knows the ids of every page, and says which addresses lead nowhere.

    Args:
        site: Folder of the built site.
        largest: Pages with more bytes are not read.
    """

    def __init__(self, site: Path, largest: int = 10_000_000) -> None:
        self.site = site
        self.pages: dict[str, tuple[list[str], list[tuple[str, int]]]] = {}
        for path in sorted(site.rglob("*.html")):
            # The addresses of 404.html are absolute, for it stands anywhere.
            if path.name != "404.html" and path.stat().st_size <= largest:
                page = Page(path.read_text("utf-8"))
                addresses = [(address, element.line) for element, address in page.addresses]
                self.pages[path.relative_to(site).as_posix()] = (page.ids, addresses)
        self._ids = {name: frozenset(ids) for name, (ids, _) in self.pages.items()}
        self._files = {
            path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()
        }

    def duplicate_ids(self) -> list[str]:
        """Return `page: id` for each id that a page has twice."""
        return [
            f"{name}: {each}"
            for name, (ids, _) in self.pages.items()
            for each, count in Counter(ids).items()
            if count > 1
        ]

    def dead_links(self) -> list[str]:
        """Return `page:line: address: reason` for each address that leads nowhere."""
        return list(self._dead_links())

    def outside(self) -> set[str]:
        """Return the hosts that pages link to."""
        hosts = {
            urlsplit(address).netloc
            for _, addresses in self.pages.values()
            for address, _ in addresses
        }
        return hosts - {""}

    def _dead_links(self) -> Iterator[str]:
        for name, (_, addresses) in self.pages.items():
            for address, line in addresses:
                if reason := self._reason(name, address):
                    yield f"{name}:{line}: {address}: {reason}"

    def _reason(self, page: str, address: str) -> str:
        try:
            parts = urlsplit(address)
        except ValueError as error:
            return f"no address: {error}"
        if parts.scheme or parts.netloc:
            known = parts.scheme in {"", "http", "https", "mailto", "data"}
            return "" if known else f"scheme {parts.scheme}"
        target = self.target(page, unquote(parts.path))
        if target is None:
            return "outside of the site"
        if target not in self._files:
            return f"no file {target}"
        fragment = unquote(parts.fragment)
        if target in self._ids:
            lines = LINES.fullmatch(fragment)
            anchors = {lines[1], f"L{lines[2]}"} if lines else {fragment} - {""}
            if anchors - self._ids[target]:
                return f"no anchor in {target}"
        return ""

    def target(self, page: str, path: str) -> str | None:
        """Return the file that a path on a page means, relative to the site; None if outside."""
        if not path:
            return page
        if path.startswith("/"):
            return None
        here = page.split("/")[:-1]
        parts = path.split("/")
        for part in parts[:-1]:
            if part == "..":
                if not here:
                    return None
                here.pop()
            elif part not in {"", "."}:
                here.append(part)
        last = parts[-1]
        if last == "..":
            here.pop()
        elif last not in {"", "."}:
            return "/".join([*here, last])
        return "/".join([*here, "index.html"])
