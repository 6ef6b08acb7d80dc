"""A file without its directives and macros, as the grammars of the C family can read it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mkdocs_repodoc.languages.c_family.build_conditions import Conditions, is_within, outermost
from mkdocs_repodoc.languages.c_family.function_bodies import empty_bodies
from mkdocs_repodoc.languages.c_family.macro_places import Blanked
from mkdocs_repodoc.languages.c_family.macros import blank_macros
from mkdocs_repodoc.languages.c_family.preprocessed import Include, Macro, Preprocessed
from mkdocs_repodoc.languages.c_family.preprocessor import preprocess, without_default_lists
from mkdocs_repodoc.languages.treesitter.dialect import Prepared
from mkdocs_repodoc.languages.treesitter.found_symbols import Extent, Found
from mkdocs_repodoc.languages.treesitter.signature_text import LONGEST_VALUE
from mkdocs_repodoc.languages.treesitter.source_bytes import Source
from mkdocs_repodoc.model.kinds import Kind
from mkdocs_repodoc.model.records import Import, SymbolDetail
from mkdocs_repodoc.text.english import shortened

_LONGEST_SHOWN = 60
"""Characters of a macro's value that its signature shows."""
_WORD = re.compile(rb"[A-Za-z_]\w*")
_SPACE = ord(" ")


class NamedCode(NamedTuple):
    """A file as its identifiers are found in it.

    Attributes:
        code: The file without directives, and without macros outside of functions.
        words: Start and end of the identifiers in what was taken off that only macros can have.
        branches: What of the file only some builds see.
        left_out: Paths of the includes that a usual build leaves out.
    """

    code: bytes
    words: Sequence[tuple[int, int]]
    branches: Conditions
    left_out: Sequence[str]


def prepare_with_names(source: Source) -> tuple[Prepared, NamedCode]:
    """Prepare a file, and keep what its identifiers are found in."""
    preprocessed = preprocess(source.data)
    whole = bytes(preprocessed.code)
    macros = blank_macros(preprocessed)
    code = bytearray(preprocessed.code)
    prepared = finish(source, preprocessed, macros)
    words = list(preprocessed.conditions)
    last = 0
    for start, end in (*preprocessed.bodies, (len(whole), len(whole))):
        words += _blanked_words(whole, code, last, start)
        code[start:end] = whole[start:end]  # in a body, a macro's arguments are code
        last = end
    unusual = outermost(preprocessed.branches.unusual)
    includes = preprocessed.includes
    taken = {one.path for one in includes if not is_within(unusual, one.offset)}
    left_out = sorted({one.path for one in includes} - taken)
    return prepared, NamedCode(bytes(code), words, preprocessed.branches, left_out)


def _blanked_words(
    whole: bytes, code: bytearray, start: int, end: int
) -> Iterator[tuple[int, int]]:
    """Yield where the words stand that were taken off as macros."""
    if whole[start:end] == code[start:end]:
        return
    for match in _WORD.finditer(whole, start, end):
        if code[match.start()] == _SPACE:
            yield match.span()


def finish(source: Source, preprocessed: Preprocessed, macros: Blanked) -> Prepared:
    """Empty the bodies of functions and collect what was taken off.

    Args:
        source: The file.
        preprocessed: The file without directives and macros; its buffers are changed.
        macros: What the macros said.
    """
    decisions = empty_bodies(preprocessed)
    code = bytes(preprocessed.code)
    guard = preprocessed.guard

    def is_directive(row: str) -> bool:
        return row.startswith("#") and ("pragma" in row or (bool(guard) and guard in row))

    return Prepared(
        code=code,
        tree_code=without_default_lists(code),
        comments=sorted(preprocessed.comments),
        decisions=decisions,
        starts=macros.starts,
        symbols=[_symbol(macro) for macro in preprocessed.macros],
        imports=[_import(source, include) for include in preprocessed.includes],
        is_directive=is_directive,
        labels_between=macros.labels_between,
    )


def _import(source: Source, include: Include) -> Import:
    column = source.column(include.offset)
    return Import(
        include.path,
        line=source.line(include.offset),
        column=column,
        end_column=column + include.end - include.offset,
        conditional=include.conditional,
        system=include.system,
    )


def _symbol(macro: Macro) -> Found:
    value = macro.value
    name_end = macro.offset + len(macro.name.encode())
    return Found(
        kind=Kind.MACRO,
        name=macro.name,
        extent=Extent(macro.start, macro.end, macro.offset, name_end, macro.start),
        signature=macro.parameters or (f" = {value}" if 0 < len(value) < _LONGEST_SHOWN else ""),
        bases=(),
        decorators=(),
        labels=("function-like",) if macro.parameters else (),
        public=not macro.name.startswith("_"),
        detail=SymbolDetail(value=shortened(value, LONGEST_VALUE)),
        body=False,
    )
