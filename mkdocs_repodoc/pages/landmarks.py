"""The landmarks of a site: its pages about the whole repository, and their sections."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from mkdocs_repodoc.model.blocks import PageBody
from mkdocs_repodoc.model.repository import Repository
from mkdocs_repodoc.model.site_plan import Landmark, PageKind, SitePlan

_PAGES: Final[tuple[tuple[PageKind, str], ...]] = (
    ("repository", "Index"),
    ("folder documentation", "Documentation"),
    ("tour", "Tour of the source"),
    ("book", "Comprehensive book"),
    ("keywords", "Symbols from A to Z"),
)
"""Kinds of pages with what readers call them, those whose sections are found first in front."""
_WITHOUT_SECTIONS = "keywords"
_CHAPTER_NUMBER = re.compile(r"^\d+\. ")


def landmark_uris(plan: SitePlan) -> Iterator[str]:
    """Yield the source URIs of the pages whose sections are landmarks."""
    for kind, _ in _PAGES:
        if kind != _WITHOUT_SECTIONS and (kind, "") in plan.uris:
            yield plan.uri(kind, "")


def landmarks(
    repository: Repository, plan: SitePlan, body_of: Callable[[str], PageBody]
) -> Iterator[Landmark]:
    """Yield the pages about a repository and their sections.

    A section that stands on several pages is found on the first, chapters of the book in any case.
    Chapters on a file or folder are left out: that is found itself.

    Args:
        repository: The linked repository.
        plan: All pages.
        body_of: Source URI of a page → its body.
    """
    seen: set[str] = set()
    for kind, title in _PAGES:
        if (kind, "") not in plan.uris:
            continue
        uri = plan.uri(kind, "")
        page = plan.pages[uri]
        yield Landmark(title, page.url)
        for section in body_of(uri).sections if kind != _WITHOUT_SECTIONS else ():
            name = _CHAPTER_NUMBER.sub("", section.title)
            if name.rstrip("/") in repository.folders or name in repository.files:
                continue
            if name not in seen or kind == "book":
                seen.add(name)
                yield Landmark(name, page.url, section.anchor, title)
