"""What rendering may ask of the rest of the program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from mkdocs_repodoc.model.blocks import WebLink
from mkdocs_repodoc.model.repository import LinkedReference, Repository, SymbolRef
from mkdocs_repodoc.model.site import SitePlan
from mkdocs_repodoc.settings import Settings
from mkdocs_repodoc.source_text import SourceText


class SourceUrl(Protocol):
    """Address of a file at the repository's host."""

    def __call__(self, path: str, line: int = 0, end_line: int = 0) -> str:
        """Return the address of a file, or of some of its lines; empty if there is no host."""


class Mention(Protocol):
    """Where a name in documentation leads."""

    def __call__(
        self, path: str, scope: int, name: str, *, marked: bool
    ) -> SymbolRef | WebLink | None:
        """Return what the name means as seen from a symbol's documentation.

        `marked` tells a name that the author made a reference from one that may be a word.
        """


def _nothing_elsewhere(_path: str, _scope: int, _name: str) -> WebLink | None:
    return None


@dataclass(frozen=True, slots=True)
class RenderContext:
    """The linked repository, the plan of the site, and ways to what is read only when needed.

    Attributes:
        repository: The linked repository.
        plan: Every page and asset with its address.
        settings: The user's settings.
        read_text: Path → the file's text.
        references: Path → the file's resolved identifiers.
        look_up: (path, scope, dotted name) → the symbol that the name means there, if any.
        mention: The same for names in documentation, other projects' included.
        source_url: Address of a file at the repository's host.
        look_up_external: The same for names that no file of the repository defines → their place
            in another project's documentation, if any.
    """

    repository: Repository
    plan: SitePlan
    settings: Settings
    read_text: Callable[[str], SourceText]
    references: Callable[[str], tuple[LinkedReference, ...]]
    look_up: Callable[[str, int, str], SymbolRef | None]
    mention: Mention
    source_url: SourceUrl
    look_up_external: Callable[[str, int, str], WebLink | None] = _nothing_elsewhere
