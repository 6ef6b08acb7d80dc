"""Every identifier of a file that means a definition, an import or a member of either.

The judgement after the walk: scopes are complete, so that each noted identifier can be looked up
by Python's rules. What it means is left as a `Target`, which linking resolves against the rest of
the repository.

`python_resolver` follows what is left of them over all files.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import NamedTuple

from mkdocs_repodoc.languages.python.names.identifiers import Identifier
from mkdocs_repodoc.languages.python.names.inference import Inference
from mkdocs_repodoc.languages.python.names.outline_index import OutlineIndex
from mkdocs_repodoc.languages.python.names.python_scopes import NameScope
from mkdocs_repodoc.languages.python.names.stated_types import stated_types
from mkdocs_repodoc.languages.python.names.statements import NameWalk
from mkdocs_repodoc.languages.python.names.target_nodes import TargetNode
from mkdocs_repodoc.languages.python.names.target_roots import TargetRoots
from mkdocs_repodoc.model.kinds import WITH_BODY
from mkdocs_repodoc.model.records import Import, Symbol
from mkdocs_repodoc.model.references import Reference, ReferenceKind, Target

_VALUES = frozenset({"call", "instance", "enter", "item", "element"})
"""Meanings of variables that hold a value."""


class ResolvedNames(NamedTuple):
    """What the identifiers of a file mean."""

    targets: tuple[Target, ...]
    """Distinct things that they mean."""
    references: tuple[Reference, ...]
    """The identifiers, in source order."""
    types: tuple[tuple[int, Target], ...]
    """Index of a symbol → what its value, or what a call of it, is."""


def find_names(
    tree: ast.Module, text: str, symbols: Sequence[Symbol], imports: Sequence[Import]
) -> ResolvedNames:
    r"""Find what the identifiers of a Python file mean, as far as the file alone can tell.

    Args:
        tree: The file's syntax tree.
        text: Its text, with `\n` as line end.
        symbols: What the file defines.
        imports: What it imports.

    Returns:
        One reference for each identifier of a chain (`a`, `a.b`, `a.b.c`). Names that are local
        variables or parameters have none, but their members do where the type is known, and calls
        of what they hold lead to `__call__`.
    """
    functions = frozenset(s.name for s in symbols if s.kind in WITH_BODY)
    meanings = TargetRoots(functions)
    sites = OutlineIndex(text, symbols, imports, meanings)
    walk = NameWalk(sites)
    walk.run(tree)
    inference = Inference(meanings, sites, stars=walk.stars)
    references = _References(sites, meanings, inference)
    references.spelled(walk)
    references.definitions()
    references.identifiers(walk.identifiers)
    types = tuple(stated_types(walk, sites, inference, imports))
    # Numbers are given out while references are made: targets come last.
    found = tuple(references.in_order())
    walk.release()
    return ResolvedNames(meanings.targets(), found, types)


class _References:
    """Collects the references of one file."""

    def __init__(self, sites: OutlineIndex, meanings: TargetRoots, inference: Inference) -> None:
        self._sites = sites
        self._meanings = meanings
        self._inference = inference
        self._ascii = all(line.isascii() for line in sites.lines)
        self._found: list[Reference] = []

    def in_order(self) -> list[Reference]:
        """Return the references by their place in the source."""
        return sorted(self._found, key=_place)

    def definitions(self) -> None:
        """Add the name of each symbol."""
        sites, meanings = self._sites, self._meanings
        for position, symbol in enumerate(sites.symbols):
            if not symbol.has_place:
                continue
            is_one = sites.unique(symbol.name)
            meaning = meanings.own(symbol.name) if is_one else meanings.symbol(position)
            self._found.append(
                Reference(
                    symbol.name_line,
                    symbol.column,
                    symbol.end_column,
                    meanings.number(meaning),
                    "definition",
                    position,
                )
            )

    def spelled(self, walk: NameWalk) -> None:
        """Add the names in import statements, and those of fixtures that are asked for."""
        number = self._meanings.number
        self._found += [
            Reference(line, column, end_column, number(meaning), kind, symbol)
            for line, column, end_column, meaning, symbol, kind in walk.spelled
        ]

    def identifiers(self, identifiers: Sequence[Identifier]) -> None:
        """Add the identifiers that mean something."""
        look_up = self._inference.name
        places = self._sites.places
        for identifier in identifiers:
            scope, symbol, node, kind, call = identifier
            if node.__class__ is ast.Name:
                if node.id in scope.unlinked:
                    continue
                answer = scope.found.get(node.id) or look_up(
                    scope,
                    node.id,
                    node.lineno,
                    node.col_offset,
                )
                meaning, linkable = answer
                if meaning is not None and not linkable and kind == "call":
                    meaning = _called_value(meaning)
                    linkable = meaning is not None
                if linkable and meaning is not None:
                    line, column = node.lineno, node.col_offset
                    if kind == "assign" and (line, column) in places:
                        continue
                    self._add(line, column, node.end_col_offset or 0, meaning, kind, symbol, call)
            else:
                self._chain(identifier)

    def _chain(self, identifier: Identifier) -> None:
        """Add `a`, `a.b` and `a.b.c` of a chain, as far as each means something."""
        scope, symbol, node, kind, call = identifier
        chain: list[ast.Attribute] = []
        root: ast.expr = node
        while root.__class__ is ast.Attribute:
            chain.append(root)
            root = root.value
        if root.__class__ is ast.Name:
            name = root.id
            answer = scope.found.get(name)
            if answer is None:
                answer = self._inference.name(scope, name, root.lineno, root.col_offset)
            meaning, linkable = answer
            if meaning is None:
                return
            if linkable:
                line, column = root.lineno, root.col_offset
                self._add(line, column, root.end_col_offset or 0, meaning, "name", symbol, None)
        else:
            meaning = self._rooted(root, scope)
        last = chain[0]
        while chain and meaning is not None:
            part = chain.pop()
            if part.attr == "__class__":
                meaning = self._inference.expression(part, scope)
                continue
            meaning = meaning.member(part.attr)
            line, end = part.end_lineno or part.lineno, part.end_col_offset or 0
            column = end - (len(part.attr) if self._ascii else self._width(part, end))
            if part is not last:
                self._add(line, column, end, meaning, "name", symbol, None)
            elif kind != "assign" or (line, column) not in self._sites.places:
                self._add(line, column, end, meaning, kind, symbol, call)
            meaning = self._inference.held(meaning)

    def _rooted(self, root: ast.expr, scope: NameScope) -> TargetNode | None:
        try:
            return self._inference.expression(root, scope)
        except RecursionError:
            # Hundreds of calls chained in one expression: no link beyond that point.
            return None

    def _add(  # noqa: PLR0917  # called for each identifier: keywords would cost
        self,
        line: int,
        column: int,
        end_column: int,
        meaning: TargetNode,
        kind: ReferenceKind,
        symbol: int,
        call: ast.Call | None,
    ) -> None:
        target = meaning.index
        if target < 0:
            target = self._meanings.number(meaning)
        if call is None:
            reference = Reference(line, column, end_column, target, kind, symbol)
        else:
            arguments = len(call.args) + len(call.keywords)
            end = call.end_lineno or line
            reference = Reference(
                line=line,
                column=column,
                end_column=end_column,
                target=target,
                kind=kind,
                scope=symbol,
                arguments=arguments,
                end_line=end,
            )
        self._found.append(reference)

    def _width(self, node: ast.Attribute, end: int) -> int:
        """Return the bytes of an attribute's name as written: the tree's is normalised (NFKC)."""
        line = self._sites.lines[(node.end_lineno or node.lineno) - 1]
        if line.isascii():
            return len(node.attr)
        head = line.encode()[:end].decode(errors="replace")
        start = len(head)
        while start and (head[start - 1].isalnum() or head[start - 1] == "_"):
            start -= 1
        return len(head[start:].encode())


def _called_value(meaning: TargetNode) -> TargetNode | None:
    """Return the method that runs when a value is called; `None` for functions and classes."""
    return meaning.member("__call__") if meaning.base in _VALUES and not meaning.names else None


def _place(reference: Reference) -> tuple[int, int]:
    return reference.line, reference.column
