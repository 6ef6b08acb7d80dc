"""A linked repository with what it was linked by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from mkdocs_repodoc.linking.concepts import document_frequencies
from mkdocs_repodoc.linking.linking_losses import LinkingLosses
from mkdocs_repodoc.linking.references.uses import Uses
from mkdocs_repodoc.linking.repository_names import RepositoryNames
from mkdocs_repodoc.linking.symbol_links.inheritance import Inheritance
from mkdocs_repodoc.model.file_links import ResolvedImport
from mkdocs_repodoc.model.repository import Repository


@dataclass(frozen=True)
class RepositoryIndex:
    """What linking knows of a repository, for the questions of single pages and the next build.

    Attributes:
        repository: The linked repository.
        names: Answers what names mean.
        uses: All resolved references.
        own_imports: The imports before those that other languages answer were led on.
        inheritance: Bases, subclasses and overrides.
        losses: What is left out of all that.
    """

    repository: Repository
    names: RepositoryNames
    uses: Uses
    own_imports: Mapping[str, tuple[ResolvedImport, ...]]
    inheritance: Inheritance
    losses: LinkingLosses

    @cached_property
    def frequencies(self) -> Mapping[str, int]:
        """Term → number of files that use it; pages want it, and few questions."""
        files = self.repository.files.values()
        return self.losses.of_all_late(
            "which words set a file apart",
            lambda: document_frequencies(file.outline for file in files),
            {},
        )
