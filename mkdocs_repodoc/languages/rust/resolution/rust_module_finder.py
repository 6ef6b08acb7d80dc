"""Identifiers in Rust's modules and imports with what they mean, and what these offer to others."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Sequence

from tree_sitter import Node

from mkdocs_repodoc.languages.rust.resolution import rust_terms as terms
from mkdocs_repodoc.languages.rust.resolution.rust_expression_finder import ExpressionFinder
from mkdocs_repodoc.languages.rust.resolution.rust_use_finder import attribute_value, used_paths
from mkdocs_repodoc.languages.treesitter.identifiers.symbol_positions import SymbolPositions
from mkdocs_repodoc.languages.treesitter.identifiers.told_symbols import ToldSymbols
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.references import FILE_SCOPE, Target

_INCLUDE = re.compile(r'include!\s*[({\[]\s*"([\w./ -]+\.rs)"\s*[)}\]]\s*;?')


class ModuleFinder(ToldSymbols, ExpressionFinder, ABC):
    """One file's pass over modules, imports and attributes; who visits items inherits from it.

    Args:
        code: The file.
        symbols: What it defines.

    Attributes:
        attributes: Those in front of the item that is visited.
        types: Index of a symbol → a term that says what it is.
        offers: Name → what the file offers under it beside its symbols: modules and imports.
    """

    def __init__(self, code: bytes, symbols: Sequence[Symbol]) -> None:
        super().__init__(code)
        self.symbols = symbols
        self.positions = SymbolPositions(symbols)
        self.types: list[tuple[int, Target]] = []
        self.offers: list[tuple[str, Target]] = []
        self.attributes: list[Node] = []

    @abstractmethod
    def items(self, node: Node) -> None:
        """Visit the items in a file or a body."""

    def attribute(self, node: Node) -> None:
        """Note the macros that an attribute names."""
        for attribute in node.named_children:
            for one in attribute.named_children:
                if one.type in ("identifier", "scoped_identifier"):
                    is_bare = one.type == "identifier"
                    self.path(one, "attribute" if is_bare else "macro", "decorator")
                elif one.type == "token_tree":
                    self._derived(one)

    def _derived(self, node: Node) -> None:
        """Note the macros that `derive` names; what else attributes are given has its own rules."""
        if node.parent is None or not self.text(node.parent).startswith("derive"):
            return
        for one in node.named_children:
            if one.type == "identifier":
                self.note(one, terms.path("macro", self.where, (self.text(one),)), "decorator")

    def position(self, name: Node | None) -> int:
        """Return the index of the symbol with this defining name; what is read again has none."""
        return FILE_SCOPE if self.row or self.column else self.positions.of(name)

    def module(self, node: Node) -> None:
        """Visit a module, or the declaration of one in a file of its own."""
        name, body = node.child_by_field_name("name"), node.child_by_field_name("body")
        text = self.text(name)
        if body is None:
            path = attribute_value(self.attributes, "path", self.text)
            exported = any("macro_use" in self.text(one) for one in self.attributes)
            offered = (self.where, path, "macros" if exported else "", *self._conditions())
            declared = Target("module", offered)
            self.offers.append((text, declared))
            if name is not None:
                self.note(name, terms.path("type", self.where, ("self", text)), "import")
            return
        outer, around = self.where, self.scope
        self.scope = self.position(name)
        self.where = f"{outer}::{text}" if outer else text
        with self.scopes.item():
            self.items(body)
        self.where, self.scope = outer, around

    def _conditions(self) -> list[str]:
        written = (self.text(one)[2:-1] for one in self.attributes)
        return [one for one in written if one.startswith("cfg(")]

    def included(self, node: Node) -> None:
        """Offer the file whose text `include!` puts in place of an item."""
        macro = node.named_children[0] if node.type == "expression_statement" else node
        if macro.type != "macro_invocation" or self.row or self.column:
            return
        if match := _INCLUDE.fullmatch(self.text(macro)):
            given = (self.where, match[1], *self._conditions())
            self.offers.append((match[1], Target("included", given)))

    def use(self, node: Node) -> None:
        """Visit a `use`, and offer what it binds."""
        visibility = _visibility(node)
        scope = self.where
        for one in used_paths(node, self.text):
            texts = tuple(self.text(name) if name is not None else "" for name in one.names)
            offered = Target("import", (scope, visibility, *texts))
            if one.binds:
                self.offers.append((one.binds, offered))
            for number, name in enumerate(one.names):
                is_last = number == len(one.names) - 1 and one.binds != "*"
                if name is not None and name.type == "identifier" and number >= one.noted:
                    target = terms.path(
                        "any" if is_last else "type", scope, ("use", *texts[: number + 1])
                    )
                    self.note(name, target, "import")
                    if is_last and one.alias is not None:
                        self.note(one.alias, target, "import")

    def extern_crate(self, node: Node) -> None:
        """Visit an `extern crate`, and offer what it binds."""
        name, alias = node.child_by_field_name("name"), node.child_by_field_name("alias")
        if name is None or name.type != "identifier":
            return
        crate = terms.path("type", self.where, ("", self.text(name)))
        self.note(name, crate, "import")
        bound = self.text(alias if alias is not None else name)
        taken = (self.where, _visibility(node), "", self.text(name))
        self.offers.append((bound, Target("import", taken)))


def _visibility(node: Node) -> str:
    return "pub" if child_of_type(node, "visibility_modifier") is not None else ""
