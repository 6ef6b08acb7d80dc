"""Identifiers of a Go file with what they mean: declarations of the package level, and types.

`go_resolver` follows what is left of them over all files.
"""

from __future__ import annotations

from collections.abc import Sequence

from tree_sitter import Node

from mkdocs_repodoc.languages.go.resolution import go_terms as terms
from mkdocs_repodoc.languages.go.resolution.go_statement_finder import StatementFinder
from mkdocs_repodoc.languages.resolution.value_terms import value_of
from mkdocs_repodoc.languages.treesitter.identifiers.file_names import (
    FileNames,
    OutlinedTree,
    names_of,
)
from mkdocs_repodoc.languages.treesitter.identifiers.symbol_positions import SymbolPositions
from mkdocs_repodoc.model.records import Import, Symbol
from mkdocs_repodoc.model.references import FILE_SCOPE, Target


def find_names(file: OutlinedTree) -> FileNames:
    """Find what the identifiers of a file mean."""
    return _FileFinder(file.code, file.symbols, file.imports).run(file.root)


class _FileFinder:
    """One file's pass over what stands at the package level.

    Args:
        code: The file.
        symbols: What it defines.
        imports: What it imports.
    """

    def __init__(self, code: bytes, symbols: Sequence[Symbol], imports: Sequence[Import]) -> None:
        self.inner = StatementFinder(code)
        self.symbols = symbols
        self.imports = imports
        self.positions = SymbolPositions(symbols)
        self.types: list[tuple[int, Target]] = []

    def run(self, root: Node) -> FileNames:
        """Visit the declarations of a file."""
        self.inner.scopes.open()
        for node in root.named_children:
            match node.type:
                case "function_declaration" | "method_declaration":
                    self._function(node)
                case "type_declaration":
                    for spec in node.named_children:
                        self._type(spec)
                case "var_declaration" | "const_declaration":
                    self._values(node)
                case "comment" | "package_clause" | "import_declaration":
                    pass
                case _:
                    self.inner.statement(node)
        self.inner.scopes.close()
        return names_of(self.inner, self.symbols, self.types)

    def _add_type(self, position: int, value: Target | None) -> None:
        known = terms.of_named_types(value)
        if position != FILE_SCOPE and known is not None:
            self.types.append((position, known))

    def _add_results(self, position: int, values: Sequence[Target | None]) -> None:
        """Note what a function returns, up to the last result of which something is known."""
        known = [number for number, value in enumerate(values) if value is not None]
        for value in values[: known[-1] + 1] if known else ():
            self._add_type(position, terms.of_named_types(value) or terms.UNKNOWN)

    def _function(self, node: Node) -> None:
        finder = self.inner
        finder.scope = position = self.positions.of(node.child_by_field_name("name"))
        finder.scopes.open()
        for parameters in ("receiver", "type_parameters", "parameters"):
            if (listed := node.child_by_field_name(parameters)) is not None:
                finder.declare_parameters(listed)
        self._add_results(
            position, finder.results(node.child_by_field_name("result"), declare=True)
        )
        finder.statement(node.child_by_field_name("body"))
        finder.scopes.close()
        finder.scope = FILE_SCOPE

    def _type(self, node: Node) -> None:
        name, written = node.child_by_field_name("name"), node.child_by_field_name("type")
        if name is None or written is None:
            return
        finder = self.inner
        finder.scope = position = self.positions.of(name)
        finder.scopes.open()
        if (listed := node.child_by_field_name("type_parameters")) is not None:
            finder.declare_parameters(listed)
        if written.type == "struct_type":
            for fields in written.named_children:
                for field in fields.named_children:
                    self._field(position, field)
        elif written.type == "interface_type":
            for part in written.named_children:
                self._interface_part(position, part)
        elif (kind := finder.type_of(written)) is not None:
            self._add_type(position, kind)
        finder.scopes.close()
        finder.scope = FILE_SCOPE

    def _field(self, owner: int, node: Node) -> None:
        written = node.child_by_field_name("type")
        if node.type != "field_declaration" or written is None:
            return
        names = [name for name in node.children_by_field_name("name") if name.is_named]
        kind = self.inner.type_of(written, "annotation" if names else "base")
        for name in names:
            self._add_type(self.positions.of(name), value_of(kind))
        if not names and kind is not None:
            self._add_type(owner, kind)

    def _interface_part(self, owner: int, node: Node) -> None:
        if node.type in ("method_elem", "method_spec"):
            position = self.positions.of(node.child_by_field_name("name"))
            if (listed := node.child_by_field_name("parameters")) is not None:
                self.inner.scopes.open()
                self.inner.declare_parameters(listed)
                self.inner.scopes.close()
            self._add_results(position, self.inner.results(node.child_by_field_name("result")))
        else:
            kinds = [self.inner.type_of(one, "base") for one in node.named_children]
            if len(kinds) == 1 and kinds[0] is not None:
                self._add_type(owner, kinds[0])

    def _values(self, node: Node) -> None:
        for spec in node.named_children:
            if spec.type == "var_spec_list":
                self._values(spec)
            elif spec.type in ("var_spec", "const_spec"):
                names = [name for name in spec.children_by_field_name("name") if name.is_named]
                self.inner.scope = self.positions.of(names[0]) if names else FILE_SCOPE
                values = self.inner.spec_values(spec, len(names))
                for name, value in zip(names, values, strict=True):
                    self._add_type(self.positions.of(name), value)
                self.inner.scope = FILE_SCOPE
