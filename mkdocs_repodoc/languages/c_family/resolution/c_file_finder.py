"""Identifiers of a file of C or C++ with what they mean, directives included.

`c_resolver` and `cpp_resolver` follow what is left of them over all files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tree_sitter import Tree

from mkdocs_repodoc.languages.c_family.build_conditions import is_within, outermost
from mkdocs_repodoc.languages.c_family.preparation import NamedCode
from mkdocs_repodoc.languages.c_family.resolution import c_terms as terms
from mkdocs_repodoc.languages.c_family.resolution.file_pass import FilePass
from mkdocs_repodoc.languages.treesitter.identifiers.file_names import FileNames, with_definitions
from mkdocs_repodoc.languages.treesitter.source_bytes import Source
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.references import FILE_SCOPE, Reference, Target


def find_names(
    finder: FilePass, tree: Tree | None, source: Source, named: NamedCode, symbols: Sequence[Symbol]
) -> FileNames:
    """Find what the identifiers of a file mean.

    Args:
        finder: Visits the tree.
        tree: The tree of what names are found in; `None` if the parser gave up.
        source: The file.
        named: What names are found in, and the words that were taken off.
        symbols: What the file defines.
    """
    if tree is not None:
        finder.visit(tree.root_node)
    types = finder.types + _add_directives(finder, source, named, symbols)
    used = _only_used(finder.references, symbols)
    return FileNames(
        tuple(finder.targets),
        with_definitions(used, symbols),
        tuple(types),
        tuple(finder.offers),
    )


def _add_directives(
    finder: FilePass, source: Source, named: NamedCode, symbols: Sequence[Symbol]
) -> list[tuple[int, Target]]:
    """Note the macros in what was taken off before the grammar read the file.

    Returns:
        What a usual build leaves out, beside the types of symbols.
    """
    for start, end in named.words:
        target = terms.macro(source.data[start:end].decode("utf-8", "replace"))
        column = source.column(start)
        number = finder.targets.setdefault(target, len(finder.targets))
        finder.references.append(
            Reference(source.line(start), column, column + end - start, number, "name")
        )
    found = [(FILE_SCOPE, terms.left_out(module)) for module in named.left_out]
    return [*found, *_conditions(source, named, symbols)]


def _only_used(references: Iterable[Reference], symbols: Iterable[Symbol]) -> list[Reference]:
    """Return the references that are not the names of a file's symbols where it defines them."""
    known = {(one.name_line, one.column) for one in symbols}
    return [one for one in references if (one.line, one.column) not in known]


def _conditions(
    source: Source, named: NamedCode, symbols: Sequence[Symbol]
) -> Iterator[tuple[int, Target]]:
    """Yield the symbols that only some builds see."""
    branches = outermost(named.branches.branches)
    unusual = outermost(named.branches.unusual)
    for position, symbol in enumerate(symbols if branches else ()):
        offset = source.line_starts[symbol.line - 1]
        if is_within(branches, offset):
            yield position, terms.UNUSUAL if is_within(unusual, offset) else terms.USUAL
