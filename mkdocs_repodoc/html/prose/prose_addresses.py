"""Addresses in the prose of a file, and what they mean in the repository: paths, pages, anchors."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote, urlsplit

from mkdocs_repodoc.html.prose.heading_slugs import HeadingSlugs
from mkdocs_repodoc.insight.listed_lines import listed_line_count
from mkdocs_repodoc.model.kinds import HEADING_SEPARATOR, Kind
from mkdocs_repodoc.model.repository import RepoFile
from mkdocs_repodoc.paths import ancestors, folder_of
from mkdocs_repodoc.rendering.addresses import Addresses
from mkdocs_repodoc.rendering.render_context import RenderContext

_WEB = frozenset({"", "http", "https"})
"""Schemes that lead to a host; an address that starts with `//` has none."""
_HOSTED = re.compile(r"/(?:-/)?(?:blob|raw|tree|src/branch)/[^/]+/(?P<path>.+)")
_RAW_GITHUB = re.compile(r"https://raw\.githubusercontent\.com/(?P<repo>[^/]+/[^/]+)/[^/]+/")
_LINE = re.compile(r"L\d+(-L?\d+)?")


class ProseAddresses:
    """Finds what the addresses in a file's prose lead to, as links of one page.

    Args:
        context: The repository and its pages.
        addresses: Makes links for the page.
        path: The file; relative addresses start there.
    """

    def __init__(self, context: RenderContext, addresses: Addresses, path: str) -> None:
        self._context = context
        self._addresses = addresses
        self._path = path

    def address(self, written: str) -> str:
        """Return where a written address leads; empty if nowhere that is safe or known."""
        try:
            parts = urlsplit(written)
        except ValueError:  # `http://[foo`
            return ""
        path = self.repository_path(written)
        if path is not None and (url := self.page(path, unquote(parts.fragment))):
            return url
        if parts.scheme or parts.netloc:
            is_safe = parts.scheme == "mailto" or (parts.netloc and parts.scheme in _WEB)
            return ("" if parts.scheme else "https:") + written if is_safe else ""
        return "" if path is None else self._context.source_url(path)

    def document_path(self, target: str) -> str | None:
        """Return which file a document's name means: from here on, or from a folder around here."""
        ending = posixpath.splitext(self._path)[1]
        folders = ancestors(self._path) if target.startswith("/") else [folder_of(self._path)]
        candidates = (
            posixpath.normpath(posixpath.join(folder, target.lstrip("/") + suffix))
            for folder in folders
            for suffix in dict.fromkeys((ending, ".rst", ".md"))
        )
        return next((each for each in candidates if self._context.queries.file(each)), None)

    def repository_path(self, address: str) -> str | None:
        """Return the path in the repository that an address means, if it means one."""
        try:
            parts = urlsplit(address)
        except ValueError:
            return None
        if parts.scheme or parts.netloc:
            return self._hosted_path(address)
        written = unquote(parts.path)
        if not written or not written.isprintable():
            return None
        folder = "" if written.startswith("/") else posixpath.dirname(self._path)
        path = posixpath.normpath(posixpath.join(folder, written.lstrip("/")))
        if path == ".." or path.startswith("../"):
            return None
        return "" if path == "." else path

    def _hosted_path(self, address: str) -> str | None:
        home = self._context.settings.repo_url.rstrip("/").removesuffix(".git").lower()
        if not home:
            return None
        if raw := _RAW_GITHUB.match(address):
            is_own = home == f"https://github.com/{raw['repo'].lower()}"
            path = address[raw.end() :] if is_own else ""
        elif address.lower().startswith(f"{home}/"):
            hosted = _HOSTED.fullmatch(address[len(home) :])
            path = hosted["path"] if hosted else ""
        else:
            return None
        path = unquote(re.split(r"[?#]", path)[0]).rstrip("/")
        known = self._addresses.folder(path) is not None or self._addresses.file(path) is not None
        return path if known else None

    def page(self, path: str, fragment: str) -> str:
        """Return the address of the page about a path; empty if there is none."""
        if path in self._context.settings.site_pages:
            return self._addresses.site(self._context.settings.site_pages[path], fragment)
        if (url := self._addresses.folder(path)) is not None:
            return url
        return self._addresses.file(path, self._anchor_in(path, fragment)) or ""

    def _anchor_in(self, path: str, fragment: str) -> str:
        file = self._context.queries.file(path) if fragment else None
        if file is None:
            return ""
        if _LINE.fullmatch(fragment):
            anchor = fragment.partition("-")[0]
            listed = listed_line_count(
                file, self._context.settings.listing_limit, self._context.queries.read_text
            )
            return anchor if int(anchor[1:]) <= listed else ""
        if fragment in file.anchors:
            return fragment
        return _heading_anchor(file, fragment.lower())


def _heading_anchor(file: RepoFile, fragment: str) -> str:
    """Return the anchor of the heading that has an id at GitHub; empty if none has."""
    slugs = HeadingSlugs()
    headings = (
        (symbol.name.rpartition(HEADING_SEPARATOR)[2], anchor)
        for symbol, anchor in zip(file.outline.symbols, file.anchors, strict=False)
        if symbol.kind == Kind.HEADING
    )
    return next((anchor for text, anchor in headings if slugs.take(text) == fragment), "")
