"""All that a composer may ask while it composes one page.

The outlines, links and plan are in memory; what only a single page needs (a file's detail, its
resolved references, its text) is fetched through a callable, so that composing decides what is
read and the pipeline decides from where.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from mkdocs_repodoc.model.records import FileDetail
from mkdocs_repodoc.model.repository import Example, FileLinks, Repository, SymbolRef
from mkdocs_repodoc.model.site import SitePlan
from mkdocs_repodoc.settings import Settings
from mkdocs_repodoc.source_text import SourceText


class SourceUrl(Protocol):
    """Address of a file, or of lines in it, at the repository's host."""

    def __call__(self, path: str, line: int = 0, end_line: int = 0) -> str:
        """Return the address at the built revision; empty if the host is not known."""


@dataclass(frozen=True, slots=True)
class PageContext:
    """The linked repository, the site's plan, and what is fetched for a single page."""

    repository: Repository
    plan: SitePlan
    settings: Settings
    detail: Callable[[str], FileDetail]
    """Path → the half of its record that only its own pages need."""
    file_links: Callable[[str], FileLinks]
    """Path → its resolved references, related files and concepts."""
    examples: Callable[[SymbolRef], tuple[Example, ...]]
    """Symbol → at most five real calls of it."""
    read_text: Callable[[str], SourceText]
    """Path → its decoded text."""
    source_url: SourceUrl
