"""Calls in Ruby's classes that define something: mixins, attributes, access, other names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from tree_sitter import Node

from mkdocs_repodoc.languages.ruby.resolution import ruby_terms as terms
from mkdocs_repodoc.languages.ruby.resolution.ruby_expression_finder import ExpressionFinder
from mkdocs_repodoc.languages.ruby.resolution.ruby_terms import Around
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.languages.treesitter.identifiers.symbol_positions import SymbolPositions
from mkdocs_repodoc.languages.treesitter.identifiers.told_symbols import ToldSymbols
from mkdocs_repodoc.model.records import Symbol
from mkdocs_repodoc.model.references import Target

_MIXINS = frozenset((terms.INCLUDE, terms.EXTEND, terms.PREPEND))
_SENDING = frozenset(("send", "__send__", "public_send"))
_ATTRIBUTES = {
    "attr": terms.READ,
    "attr_reader": terms.READ,
    "attr_writer": terms.WRITTEN,
    "attr_accessor": f"{terms.READ} {terms.WRITTEN}",
}
_ACCESS = frozenset(
    """
    public private protected module_function private_class_method public_class_method
    undef_method remove_method
    """.split()  # noqa: SIM905 - reads better
)
_CONSTANT_ACCESS = frozenset(("private_constant", "public_constant", "deprecate_constant"))
_NAMES = frozenset(("simple_symbol", "string"))


class DirectiveFinder(ToldSymbols, ExpressionFinder):
    """One file's pass over calls that define something.

    Args:
        code: The file.
        symbols: What it defines.

    Attributes:
        types: Position of a symbol → what it is.
        offers: What is assigned to instance variables.
        positions: Finds the symbols.
        mixins: What the module around mixes in.
        is_function: Whether methods that follow are the module's own as well: a bare
            `module_function`.
        of_singleton: Whether `class << self` is around.
    """

    def __init__(self, code: bytes, symbols: Sequence[Symbol]) -> None:
        super().__init__(code)
        self.types: list[tuple[int, Target]] = []
        self.offers: list[tuple[str, Target]] = []
        self.positions = SymbolPositions(symbols)
        self.mixins: list[tuple[str, Target]] = []
        self.is_function = False
        self.of_singleton = False

    @contextmanager
    def frame(self, around: Around, method_name: str = "") -> Iterator[None]:
        """Visit what sees no variables around: a class or a method."""
        before = self.around, self.in_block, self.method_name, self.locals, self.returns
        self.around, self.in_block, self.method_name = around, False, method_name
        self.locals, self.returns = set(), []
        with self.variables.function():
            yield
        self.around, self.in_block, self.method_name, self.locals, self.returns = before

    # What calls define

    def member_of(self) -> Around:
        """Return what a method is defined on here."""
        if not self.around.full or self.in_block:
            return self.around if terms.is_nameless(self.around.full) else Around()
        if terms.is_nameless(self.around.full):
            return self.around
        sign = terms.MODULE if self.of_singleton else terms.INSTANCE
        return Around(sign, self.around.full)

    def base(self, node: Node) -> Target | None:
        """Visit what a module is made from; return it, if it is a constant."""
        if node.type in ("constant", "scope_resolution"):
            return self.constant(node, "base")
        self.expression(node)
        return None

    def parameters(self, node: Node | None) -> None:
        """Visit parameters and declare them."""
        for one in listed(node):
            name = one.child_by_field_name("name")
            if one.type == "identifier":
                self.assign(one, None)
            elif one.type == "destructured_parameter":
                self.parameters(one)
            elif name is not None:
                self.expression(one.child_by_field_name("value"))
                self.assign(name, None)

    def directive(self, node: Node, name: str) -> bool:
        """Visit a call without receiver that defines something; return whether it is one."""
        arguments = listed(node.child_by_field_name("arguments"))
        if name in _MIXINS and self.around.sign == terms.MODULE and arguments:
            for one in arguments:
                self._mix_in(name, one)
        elif name in _ATTRIBUTES and self.member_of().full:
            self._declare_attributes(name, arguments)
        elif name in _ACCESS and not self.method_name:
            self._set_access(name, arguments)
        elif name == "alias_method" and arguments:
            self.alias_names(arguments)
        elif name in _CONSTANT_ACCESS:
            self._name_constants(arguments)
        elif name == "define_method" and arguments and not self.in_block:
            self._dynamic_method(node, arguments)
        else:
            return False
        return True

    def _declare_attributes(self, name: str, arguments: Sequence[Node]) -> None:
        for one in arguments:
            if one.type in _NAMES:
                written = self.text(one).strip(":\"'")
                entry = terms.attribute_entry(self.member_of(), written, _ATTRIBUTES[name])
                self.tell(self.positions.of(one), entry)

    def _name_constants(self, arguments: Sequence[Node]) -> None:
        for one in arguments:
            if one.type == "simple_symbol":
                written = self.text(one).lstrip(":")
                self.note(one, terms.constant(written, self.nesting), "name")

    def _mix_in(self, kind: str, node: Node) -> None:
        if node.type == "self":
            own = terms.constant(f"::{self.around.full}", ())
            if own is not None:
                self.mixins.append((kind, own))
            return
        found = self.base(node)
        if self.of_singleton and kind == terms.INCLUDE:
            kind = terms.EXTEND
        if found is not None and not self.in_block:
            self.mixins.append((kind, found))

    def mix_into_includer(self, call: Node) -> None:
        """Note what `included(base)` does with its class: `base.extend Module`, also by `send`."""
        receiver = call.child_by_field_name("receiver")
        is_hook = self.method_name == "included" and self.around.sign == terms.MODULE
        if not is_hook or receiver is None or self.text(receiver) not in self.locals:
            return
        word = self.text(call.child_by_field_name("method"))
        arguments = listed(call.child_by_field_name("arguments"))
        if word in _SENDING and arguments:
            word = self.text(arguments[0]).lstrip(":")
        for one in arguments if word in _MIXINS else ():
            if one.type == "constant":
                found = terms.constant(self.text(one), self.nesting)
                if found is not None:
                    self.mixins.append((terms.PASSED_ON[word], found))

    def access(self, word: str) -> bool:
        """Read a bare word that counts for the methods behind it; return whether it is one."""
        if word not in _ACCESS or self.method_name or self.around.sign != terms.MODULE:
            return False
        self.is_function = word == "module_function"
        return True

    def _set_access(self, name: str, arguments: list[Node]) -> None:
        on_module = name.endswith("class_method")
        for one in arguments:
            if one.type == "simple_symbol":
                written = self.text(one).lstrip(":")
                around = self.member_of()
                owner = around._replace(sign=terms.MODULE) if on_module else around
                self.note(one, terms.method(terms.itself(owner), written), "name")
                if name == "module_function":
                    self._copy_to_module(around, written)
            elif one.type == "method" and name == "module_function":
                before, self.is_function = self.is_function, True
                self.expression(one)
                self.is_function = before
            else:
                self.expression(one)

    def _copy_to_module(self, around: Around, name: str) -> None:
        """Note that a module has one of its methods itself, too."""
        for position, entry in reversed(self.types):
            if entry.base == "returning" and entry.names[:3] == (*around, name):
                own = around._replace(sign=terms.MODULE)
                self.tell(position, terms.method_entry(own, name, entry.of, both=True))
                return

    def alias_names(self, names: Sequence[Node]) -> None:
        """Visit a new name of a method, and the old one."""
        around = self.member_of()
        new, *others = names
        old = others[0] if others else None
        target: Target | None = None
        if old is not None and around.full:
            target = terms.method(terms.itself(around), self.text(old).lstrip(":"))
            self.note(old, target, "name")
        if around.full:
            written = self.text(new).lstrip(":")
            entry = terms.method_entry(around, written, terms.result(target))
            self.tell(self.positions.of(new), entry)

    def _dynamic_method(self, node: Node, arguments: list[Node]) -> None:
        around, first = self.member_of(), arguments[0]
        position = self.positions.of(first)
        name = self.text(first).lstrip(":")
        for one in arguments[1:]:
            self.expression(one)
        block = node.child_by_field_name("block")
        if around.full and first.type == "simple_symbol":
            self.tell(position, terms.method_entry(around, name, None))
        else:
            self.expression(first)
        if block is not None:
            with self.inside_symbol(position), self.frame(around, name):
                self.parameters(block.child_by_field_name("parameters"))
                self.expression(block.child_by_field_name("body"))
