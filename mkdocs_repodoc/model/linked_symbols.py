"""Symbols across the files of a repository: what identifies one, and who refers to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal, NamedTuple, Protocol

from mkdocs_repodoc.model.references import FILE_SCOPE, ReferenceKind

Confidence = Literal["exact", "inferred"]


class SymbolRef(NamedTuple):
    """Identity of a symbol: the file that defines it and its index among the file's symbols."""

    path: str
    position: int
    """Index into the outline's symbols, or `FILE_SCOPE`."""

    @classmethod
    def of_file(cls, path: str) -> SymbolRef:
        """Return the identity of a file itself."""
        return cls(path, FILE_SCOPE)

    @property
    def is_file(self) -> bool:
        """Whether it is the file itself."""
        return self.position == FILE_SCOPE


class Use(NamedTuple):
    """One place that refers to a symbol."""

    path: str
    line: int
    column: int
    end_column: int
    kind: ReferenceKind
    scope: int
    """Index of the innermost symbol around the use in `path`, or `FILE_SCOPE`."""
    confidence: Confidence
    arguments: int
    end_line: int

    @property
    def user(self) -> SymbolRef:
        """The symbol that the use stands in; the file where it stands in none."""
        return SymbolRef(self.path, self.scope)


class CallSite(NamedTuple):
    """A line that calls a function or class of the repository, or hands a function on."""

    line: int
    scope: int
    """Index of the innermost symbol around it in its file, or `FILE_SCOPE`."""
    callee: SymbolRef
    called: bool
    """Whether it is a call; otherwise the function is named as a value."""
    confidence: Confidence = "exact"

    @property
    def is_inside_symbol(self) -> bool:
        """Whether it stands in a symbol of its file, not beside them."""
        return self.scope != FILE_SCOPE


class LinkTarget(NamedTuple):
    """Where a symbol is described, and as what."""

    anchor: str
    """Anchor of its section on its file's page; empty for the file itself."""
    kind: str
    qualified_name: str
    """Dotted path with the module in front, or the file's path for other files."""


class LinkedReference(NamedTuple):
    """An identifier of a file and the symbol of this repository that it means."""

    line: int
    column: int
    end_column: int
    kind: ReferenceKind
    symbol: SymbolRef
    confidence: Confidence


class Example(NamedTuple):
    """A real call of a function or class, chosen to show its use."""

    path: str
    line: int
    end_line: int
    column: int
    end_column: int
    source: Literal["example", "documentation", "test", "code"]
    arguments: int


class UseIndex(Protocol):
    """Who uses a symbol, over the whole repository."""

    def of(self, symbol: SymbolRef) -> Sequence[Use]:
        """Return the uses of a symbol outside its own definition, ordered by path and line."""

    def count(self, symbol: SymbolRef) -> int:
        """Return how many uses there are."""

    def file_count(self, symbol: SymbolRef) -> int:
        """Return how many *other* files use the symbol."""

    def file_counts(self, path: str) -> Mapping[int, int]:
        """Return the same for all symbols of a file: position → files, without those of none."""

    def files(self, symbol: SymbolRef) -> Sequence[str]:
        """Return the paths of the files that use a symbol, each once."""

    def users(self, path: str) -> Mapping[str, int]:
        """Return the files that refer to a file or its symbols, with how often."""

    def digests(self, path: str) -> Sequence[tuple[str, bytes]]:
        """Return the same files, each with a digest of its references to that one."""

    def referred(self, path: str) -> Mapping[SymbolRef, int]:
        """Return the symbols that a file uses, with how often."""

    def calls(self, path: str, of: Callable[[SymbolRef], bool] | None = None) -> Sequence[CallSite]:
        """Return what a file calls in the repository, or hands on as a value, in source order.

        Args:
            path: The file.
            of: Tells whether a symbol is asked for; all are without it.
        """
