r"""Records: the analysis of one file, a pure function of its bytes and the options.

A record has two halves. The *outline* of every file is in memory while the site is made: linking
and planning need it. The *detail* is read from the cache when one page is rendered. Both are
msgspec structs, encoded as MessagePack arrays: compact, typed, and safe to share.

Names are relative to the file: a method is `Class.method`, whatever module the file turns out to
be. Lines are 1-based; columns are 0-based offsets in the UTF-8 encoding of a line, after all line
ends were made `\n`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import msgspec

from mkdocs_repodoc.model.diagnostics import Diagnostic
from mkdocs_repodoc.model.facts import Fact
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records.file_details import (
    SEE_ALSO,
    Cell,
    DocField,
    DocSection,
    FileDetail,
    Parameter,
    SymbolDetail,
)
from mkdocs_repodoc.model.records.outline_parts import (
    EMBEDDED,
    FileComplexity,
    Finding,
    FindingArea,
    ImageSize,
    Import,
    LineCounts,
    MentionKind,
    Option,
    PathMention,
    Symbol,
    Term,
    pack_terms,
    unpack_terms,
)
from mkdocs_repodoc.model.references import FILE_SCOPE, Reference, Target
from mkdocs_repodoc.model.secrets import Secret

__all__ = [
    "EMBEDDED",
    "FILE_SCOPE",
    "SEE_ALSO",
    "Cell",
    "DocField",
    "DocSection",
    "FileComplexity",
    "FileDetail",
    "FileOutline",
    "FileRecord",
    "Finding",
    "FindingArea",
    "ImageSize",
    "Import",
    "Kind",
    "LineCounts",
    "MentionKind",
    "Option",
    "Parameter",
    "PathMention",
    "Reference",
    "Symbol",
    "SymbolDetail",
    "Term",
    "pack_terms",
    "unpack_terms",
]

_Fact = TypeVar("_Fact", bound=Fact)


class FileOutline(msgspec.Struct, frozen=True, array_like=True):
    """What linking and planning need to know of a file."""

    lines: LineCounts
    encoding: str = "utf-8"
    licence: str = ""
    """SPDX identifier or the licence's name, from a header in the file."""
    licence_line: int = 0
    summary: str = ""
    """What the file says about itself in one sentence; empty if it says nothing."""
    summary_line: int = 0
    summary_origin: str = ""
    """Where the summary stands: `module docstring`, `leading comment`, `first heading`,
    `project description`, …"""
    symbols: tuple[Symbol, ...] = ()
    imports: tuple[Import, ...] = ()
    exports: tuple[str, ...] | None = None
    """`__all__` or its like; `None` when the file does not declare its exports."""
    findings: tuple[Finding, ...] = ()
    packed_terms: str = ""
    """The most frequent terms of the file, as `pack_terms` writes them."""
    main_line: int = 0
    """Line of `if __name__ == "__main__":` or of a `#!` line; 0 if the file is no script."""
    options: tuple[Option, ...] = ()
    effect_line: int = 0
    """Line from which on a module does something beyond defining names; 0 if it never does."""
    facts: tuple[Fact, ...] = ()
    """What it says about the project, in source order."""
    tests: tuple[str, ...] = ()
    """Names of the symbols that are test cases."""
    diagnostics: tuple[Diagnostic, ...] = ()
    types: tuple[tuple[int, Target], ...] = ()
    """Index of a symbol → what it is: the value of an attribute or alias, what a function
    returns, as far as annotations and constructor calls in the file tell."""
    mentions: tuple[PathMention, ...] = ()
    """Paths by which the file names others, in source order; each once."""
    refers: str = ""
    """Language of the code of a document that refers to what files define; the references are in
    its detail."""
    image: ImageSize | None = None
    """Of an image whose format tells it."""
    offers: tuple[tuple[str, Target], ...] = ()
    """Names under which other files take things from this one, and what each is, in languages
    where these are not simply the file's own names; a name may repeat."""
    complexity: FileComplexity = FileComplexity()
    secrets: tuple[Secret, ...] = ()
    """What looks like secrets in it, in the order of its lines."""

    @property
    def terms(self) -> tuple[Term, ...]:
        """The most frequent terms of the file, the most frequent first."""
        return unpack_terms(self.packed_terms)

    def facts_of(self, kind: type[_Fact]) -> Iterator[_Fact]:
        """Yield the facts of one kind."""
        return (fact for fact in self.facts if isinstance(fact, kind))


class FileRecord(msgspec.Struct, frozen=True, array_like=True):
    """The record of a file: its outline and its detail."""

    outline: FileOutline
    detail: FileDetail
