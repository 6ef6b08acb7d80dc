"""The context in which the parts of one page are rendered."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mkdocs_repodoc.rendering.queries import RepositoryQueries
from mkdocs_repodoc.repository_urls import SourceUrl
from mkdocs_repodoc.settings import Settings

_LINES = re.compile(r"L(\d+)(?:-L?(\d+))?")


@dataclass(frozen=True, slots=True)
class RenderContext:
    """What all pages share, and the queries of one page.

    There is no other way from here to the repository and its pages: queries can be recorded.

    Attributes:
        settings: The user's settings.
        source_url: Address of a file at the repository's forge.
        queries: Answers about the repository, and where its pages are.
    """

    settings: Settings
    source_url: SourceUrl
    queries: RepositoryQueries

    def source_at(self, path: str, anchor: str) -> str | None:
        """Return the address of a file at the forge, or of the lines that an anchor names.

        Args:
            path: The file.
            anchor: On its page: `L3`, `L3-L5`; any other means the file as a whole.

        Returns:
            The address; `None` where the forge is not known.
        """
        lines = _LINES.fullmatch(anchor)
        if lines is None:
            return self.source_url(path) or None
        first = int(lines[1])
        return self.source_url(path, first, int(lines[2] or first)) or None
