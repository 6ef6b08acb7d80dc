"""The findings of a file that a reader is told of."""

from __future__ import annotations

from mkdocs_repodoc.model.records import Finding
from mkdocs_repodoc.model.repository import TEST_ROLES, RepoFile


def shown_findings(file: RepoFile) -> tuple[Finding, ...]:
    """Return the findings of a file that is code of the repository's own.

    Tests and what supports them use patterns as scaffolding, and leave out what production needs;
    data (such as the input of a formatter) is written to be odd; generated and vendored code is
    not for the reader to change.
    """
    if file.role in TEST_ROLES or file.role == "data" or file.source.origin:
        return ()
    return file.outline.findings
