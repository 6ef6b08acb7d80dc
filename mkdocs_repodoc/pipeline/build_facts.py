"""Facts that a build has learned beside the repository itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mkdocs_repodoc.model.diagnostics import Diagnostic
from mkdocs_repodoc.model.secrets import Secret
from mkdocs_repodoc.pipeline.site_digests import SiteDigests
from mkdocs_repodoc.repository_urls import DocumentedRevision


@dataclass(frozen=True, slots=True)
class BuildFacts:
    """What a build has learned beside the repository itself.

    Attributes:
        revision: The documented commit.
        digests: Digests of what the pages depend on.
        analysed: How many files had to be analysed.
        diagnostics: Problems that belong to no record.
        secrets: Path → what looks like secrets in a file, where that is not allowed.
    """

    revision: DocumentedRevision
    digests: SiteDigests
    analysed: int
    diagnostics: tuple[Diagnostic, ...]
    secrets: Mapping[str, tuple[Secret, ...]]
