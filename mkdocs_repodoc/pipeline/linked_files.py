"""Files of a repository, linked, before pages are planned."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mkdocs_repodoc.linking import (
    AnalysedFile,
    RepositoryIndex,
)
from mkdocs_repodoc.model.diagnostics import Diagnostic
from mkdocs_repodoc.model.secrets import Secret
from mkdocs_repodoc.pipeline.site_queries import SiteQueries
from mkdocs_repodoc.settings import Settings

if TYPE_CHECKING:
    from mkdocs_repodoc.insight.repository_insight import RepositoryInsight


@dataclass(frozen=True, slots=True)
class LinkedFiles:
    """The files of a repository, linked, before pages are planned.

    Attributes:
        settings: Settings of the run.
        files: Every file with its outline and the key of its record.
        queries: Answers about them.
        make_insight: Gives what there is to say about the repository as a whole, always the same.
        diagnostics: Problems that belong to no record.
        secrets: Path → what looks like secrets in a file, where that is not allowed.
        looked_at: Paths of the files, and of what is none of them now but may be with a change on
            disk: what is not there, or seems to hold secrets.
        analysed: How many files had to be analysed.
    """

    settings: Settings
    files: Sequence[AnalysedFile]
    queries: SiteQueries
    make_insight: Callable[[], RepositoryInsight]
    diagnostics: tuple[Diagnostic, ...]
    secrets: Mapping[str, tuple[Secret, ...]]
    looked_at: tuple[str, ...]
    analysed: int

    @property
    def index(self) -> RepositoryIndex:
        """The linked repository."""
        return self.queries.index

    @property
    def insight(self) -> RepositoryInsight:
        """What there is to say about the repository as a whole."""
        return self.make_insight()
