"""Parts that wait, parts that are absent, and small groups of a record's values."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from typing import Generic, TypeVar, cast

from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.references import Reference, Target
from mkdocs_repodoc.text.code_blocks import Block, BlockMarks

SnippetReader = Callable[
    [Sequence[Block], Sequence[Symbol]], tuple[tuple[Target, ...], tuple[Reference, ...]]
]
"""Takes the blocks of code in a document and the document's symbols, and returns what identifiers
in the blocks mean."""

Part = TypeVar("Part")


@dataclass(frozen=True)
class Lazy(Generic[Part]):
    """A part that is imported when it is first asked for.

    Attributes:
        module: Dotted name of the module.
        name: What the part is called there.
    """

    module: str
    name: str

    def load(self) -> Part:
        """Import the part.

        Raises:
            ImportError: A library that the part needs is not installed.
        """
        return cast("Part", getattr(import_module(self.module), self.name))


@dataclass(frozen=True, slots=True)
class Absent:
    """A part that a language does not have."""

    reason: str


@dataclass(frozen=True, slots=True)
class FileTypes:
    """How the files of a language are told from others; its own name is always a tag.

    That tag counts more than one of a special form that stands beside it.

    Attributes:
        tags: Further tags of the `identify` library that mean the language.
        suffixes: Suffixes that the library does not know, or takes for something else.
        names: Likewise names of files, in lower case.
        interpreters: Likewise programs in a first line that starts with `#!`.
        shared_suffixes: For a suffix that several languages share, what chooses by the first bytes.
    """

    tags: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    interpreters: tuple[str, ...] = ()
    shared_suffixes: Mapping[str, Lazy[Callable[[bytes], str]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ImportWords:
    """What the people of a language call its imports."""

    title: str = "Imports"
    """Heading above a list of them."""
    participle: str = "Imported"
    """In front of `by`, in the words of the file that is imported."""
    named: str = "Path"
    """What one names."""


@dataclass(frozen=True, slots=True)
class Snippets:
    """What is known of a language's code in prose.

    Attributes:
        marks: How its blocks are told from others.
        session: What Pygments calls a session of its interpreter.
        read: Finds what identifiers in the blocks mean.
    """

    marks: BlockMarks
    session: str
    read: Lazy[SnippetReader]


@dataclass(frozen=True, slots=True)
class Colours:
    """Where a grammar that colours code is found.

    Attributes:
        module: Python module of the grammar.
        function: Function of it that returns the tables.
        queries: Modules whose highlighting queries are joined; the grammar's own if empty.
        extra: Patterns that the query lacks.
        plain: Captures that are not worth a colour in this language.
        keys_are_tags: Whether a `property` is what such a file is about.
        only_ascii: Whether the grammar can't be given other characters.
    """

    module: str
    function: str = "language"
    queries: tuple[str, ...] = ()
    extra: str = ""
    plain: tuple[str, ...] = ()
    keys_are_tags: bool = False
    only_ascii: bool = False


def words(text: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(text.split())
