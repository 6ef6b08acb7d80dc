"""The half of a record that one page needs: documentation, parameters, cells, targets."""

from __future__ import annotations

import msgspec

from mkdocs_repodoc.model.references import Reference, Target


class DocField(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One entry of a docstring section: a parameter, an exception, a returned value."""

    name: str
    annotation: str
    description: str
    default: str = ""


SEE_ALSO = "See also"
"""Title of a section that lists what else to read."""


class DocSection(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A part of a docstring."""

    kind: str
    """`text`, `parameters`, `returns`, `raises`, `examples`, … (Griffe's section kinds)."""
    title: str = ""
    text: str = ""
    fields: tuple[DocField, ...] = ()


class Parameter(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A parameter of a function or class."""

    name: str
    """With its stars: `*args`, `**kwargs`."""
    kind: str = ""
    """`positional-only`, `positional or keyword`, `variadic positional`, `keyword-only`,
    `variadic keyword` (Griffe's words); empty for other languages."""
    annotation: str = ""
    default: str = ""


class SymbolDetail(msgspec.Struct, frozen=True, array_like=True):
    """The rest of what a symbol's own section shows."""

    documentation: tuple[DocSection, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    returns: str = ""
    """Return annotation as written."""
    annotation: str = ""
    """Annotation of an attribute."""
    value: str = ""
    """Value of an attribute as written, shortened."""
    complexity: int = 0
    """Cyclomatic complexity (McCabe) of a function; 0 where not counted."""
    raises: tuple[tuple[str, int], ...] = ()
    """Exceptions raised in the body as written, with their lines."""


class Cell(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A cell of a notebook."""

    language: str
    """`markdown`, or the language of its code; `text` for what is shown as it stands."""
    text: str
    line: int
    """Where it starts in the file."""


class FileDetail(msgspec.Struct, frozen=True, array_like=True):
    """What only the file's own pages need, beside what resolves its references."""

    symbols: tuple[SymbolDetail, ...] = ()
    """As many as the outline has symbols, in the same order."""
    documentation: tuple[DocSection, ...] = ()
    """The file's own documentation (module docstring), parsed; without the summary line."""
    markup: str = "markdown"
    """How documentation is written: `markdown`, `rst` or `plain`."""
    targets: tuple[Target, ...] = ()
    """Distinct things that the file's identifiers mean, as far as the file alone can tell."""
    references: tuple[Reference, ...] = ()
    """The identifiers, in source order."""
    cells: tuple[Cell, ...] = ()
    """The cells of a notebook in their order, without what they put out."""
