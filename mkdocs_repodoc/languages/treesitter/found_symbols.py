"""Symbols that a walk has found, before their documentation is known."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from mkdocs_repodoc.languages.treesitter.signature_text import LONGEST_VALUE
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import Parameter, SymbolDetail
from mkdocs_repodoc.text.english import one_line, shortened


class Extent(NamedTuple):
    """Where a symbol stands in the code, in bytes."""

    start: int
    end: int
    name_start: int
    """-1 when no name stands in the source."""
    name_end: int
    doc_start: int
    """Where the declaration itself starts, behind templates and attributes."""


class Found(NamedTuple):
    """A symbol before its documentation is known."""

    kind: Kind
    name: str
    extent: Extent
    signature: str
    bases: tuple[str, ...]
    decorators: tuple[str, ...]
    labels: tuple[str, ...]
    public: bool
    detail: SymbolDetail
    body: bool
    """Whether it has a body of statements, whose complexity can be counted."""


def detail_of(
    parameters: Iterable[Parameter], returns: str, annotation: str, value: str
) -> SymbolDetail:
    """Return the parts of a symbol that its page shows, each text on one line."""
    return SymbolDetail(
        parameters=tuple(parameters),
        returns=one_line(returns),
        annotation=one_line(annotation),
        value=shortened(one_line(value), LONGEST_VALUE),
    )
