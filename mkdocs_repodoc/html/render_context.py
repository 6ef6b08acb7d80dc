"""What rendering may ask of the rest of the program."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from mkdocs_repodoc.model.blocks import WebLink
from mkdocs_repodoc.model.repository import LinkedReference, RepoFile, SymbolPlace, SymbolRef
from mkdocs_repodoc.model.site_plan import SitePlan
from mkdocs_repodoc.settings import Settings
from mkdocs_repodoc.source_text import SourceText


class SourceUrl(Protocol):
    """Address of a file at the repository's host."""

    def __call__(self, path: str, line: int = 0, end_line: int = 0) -> str:
        """Return the address of a file, or of some of its lines; empty if there is no host."""


def _nothing_elsewhere(_path: str, _scope: int, _name: str) -> WebLink | None:
    return None


@dataclass(frozen=True, slots=True)
class RenderContext:
    """What all pages share, and the questions that one page may ask of the repository.

    A page's HTML depends on its blocks, on what pages share, and on the answers: `asked` notes
    them. So there is no other way from here to the repository.

    Attributes:
        plan: Every page and asset with its address.
        settings: The user's settings.
        source_url: Address of a file at the repository's host.
        language: Path → the file's language; empty if it is not documented.
        file: Path → the documented file, if there is one.
        symbol: (path, position) → where a symbol is described.
        read_text: Path → the file's text.
        lines: Path → the file's lines.
        references: Path → the file's resolved identifiers.
        look_up: (path, scope, dotted name) → the symbol that the name means there, if any.
        mention: The same for names in documentation, other projects' included, which may be just
            words.
        marked_mention: The same for those that the author has marked as references.
        look_up_external: The same for names that no file of the repository defines → their place
            in another project's documentation, if any.
    """

    plan: SitePlan
    settings: Settings
    source_url: SourceUrl
    language: Callable[[str], str]
    file: Callable[[str], RepoFile | None]
    symbol: Callable[[str, int], SymbolPlace]
    read_text: Callable[[str], SourceText]
    lines: Callable[[str], Sequence[str]]
    references: Callable[[str], tuple[LinkedReference, ...]]
    look_up: Callable[[str, int, str], SymbolRef | None]
    mention: Callable[[str, int, str], SymbolRef | WebLink | None]
    marked_mention: Callable[[str, int, str], SymbolRef | WebLink | None]
    look_up_external: Callable[[str, int, str], WebLink | None] = _nothing_elsewhere


QUESTIONS = (
    "language",
    "file",
    "symbol",
    "read_text",
    "lines",
    "references",
    "look_up",
    "mention",
    "marked_mention",
    "look_up_external",
)
"""The fields that are questions; their arguments are strings and numbers."""
