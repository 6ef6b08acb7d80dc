"""Identifiers in Ruby's classes with what they mean, and what other files need of the members."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from tree_sitter import Node

from mkdocs_repodoc.languages.ruby.resolution import ruby_terms as terms
from mkdocs_repodoc.languages.ruby.resolution.ruby_directive_finder import DirectiveFinder
from mkdocs_repodoc.languages.ruby.resolution.ruby_terms import Around
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.model.references import Target

_OTHER_SELF = frozenset(
    "instance_eval instance_exec class_eval class_exec module_eval module_exec new".split()  # noqa: SIM905 - reads better
)
_GROUPS = frozenset(("context", "describe"))
_OF_EXAMPLES = frozenset(
    """
    after after_each around around_each before before_each it let let! scenario setup should specify
    subject teardown test xit
    """.split()  # noqa: SIM905 - reads better
)
"""Methods of frameworks for tests whose blocks are run by an object of the class around."""
_KEEPS_SELF = re.compile(
    r"(?:assert|refute|capture|catch|context|describe|feature|lambda|loop|namespace|proc|separate"
    r"|shared|silence|task|with)"
)
"""Methods without a receiver whose blocks, outside of methods, have the `self` around them."""
_MAKERS = frozenset(("Struct", "Class", "Data", "Module"))
_BLOCKS = frozenset(("block", "do_block"))


class ClassFinder(DirectiveFinder):
    """One file's pass over modules, classes and methods."""

    def whole_file(self, root: Node) -> None:
        """Visit a file, whose own methods all of it may call."""
        self.around = Around(terms.INSTANCE, terms.main_object(zlib.crc32(self.code)))
        self.sequence(root)

    # Modules

    def _full_name(self, written: str) -> str:
        if written.startswith("::"):
            return written.removeprefix("::")
        return f"{self.nesting[0]}::{written}" if self.nesting else written

    def _module(self, node: Node) -> None:
        name = node.child_by_field_name("name")
        if name is None:
            return
        if name.type == "scope_resolution":
            self.expression(name.child_by_field_name("scope"))
        position = self.positions.of(name.child_by_field_name("name") or name)
        superclass: Target | None = None
        for one in listed(node.child_by_field_name("superclass")):
            superclass = self.base(one)
        full = self._full_name(self.text(name))
        self._module_body(position, full, superclass, node.child_by_field_name("body"))

    def _module_body(
        self, position: int, full: str, superclass: Target | None, body: Node | None
    ) -> None:
        nesting = self.nesting
        before = self.mixins, self.is_function, self.of_singleton
        self.nesting = (full, *nesting)
        self.mixins, self.is_function, self.of_singleton = [], False, False
        with self.inside_symbol(position), self.frame(Around(terms.MODULE, full)):
            if body is not None and body.type in _BLOCKS:
                body = body.child_by_field_name("body")
            if body is not None:
                self.sequence(body)
        self.tell(position, terms.module_entry(full, nesting, superclass, self.mixins))
        self.nesting = nesting
        self.mixins, self.is_function, self.of_singleton = before

    def _singleton(self, node: Node) -> None:
        """Visit `class << self`, whose methods are those of the module."""
        before = self.of_singleton, self.is_function
        self.expression(node.child_by_field_name("value"))
        self.of_singleton, self.is_function = True, False
        body = node.child_by_field_name("body")
        if body is not None:
            self.sequence(body)
        self.of_singleton, self.is_function = before

    def constant_assignment(self, left: Node, right: Node | None) -> Target | None:
        """Visit what is assigned to a constant, which may be a class that is made here."""
        if left.type == "scope_resolution":
            self.expression(left.child_by_field_name("scope"))
        position = self.positions.of(left)
        full = self._full_name(self.text(left))
        maker = right.child_by_field_name("receiver") if right is not None else None
        made = self.text(maker) in _MAKERS if maker is not None else False
        if right is not None and right.type == "call" and made:
            self._made_class(right, position, full)
            return None
        with self.inside_symbol(position):
            value = self.expression(right)
        if not self.method_name:
            self.tell(position, terms.constant_entry(full, value))
        return value

    def _made_class(self, call: Node, position: int, full: str) -> None:
        """Visit `Class.new(Base) do … end` and its like."""
        superclass: Target | None = None
        around = Around(terms.INSTANCE, full)
        for one in listed(call.child_by_field_name("arguments")):
            if one.type in ("constant", "scope_resolution"):
                superclass = self.base(one)
            elif one.type == "simple_symbol":
                use = f"{terms.READ} {terms.WRITTEN}"
                entry = terms.attribute_entry(around, self.text(one).lstrip(":"), use)
                self.tell(self.positions.of(one), entry)
            else:
                self.expression(one)
        self._module_body(position, full, superclass, call.child_by_field_name("block"))

    # Methods

    def _method(self, node: Node) -> None:
        around = self.member_of()
        is_function = self.is_function and around.sign == terms.INSTANCE
        if is_function:
            around = around._replace(sign=terms.MODULE)
        self._define(node, around, both=is_function)

    def _singleton_method(self, node: Node) -> None:
        owner = node.child_by_field_name("object")
        around = Around()
        if owner is not None and owner.type == "self" and self.around.full and not self.in_block:
            around = Around(terms.MODULE, self.around.full)
        elif owner is not None and owner.type == "constant":
            self.constant(owner)
            named = (one for one in self.nesting if one.rpartition("::")[2] == self.text(owner))
            around = Around(terms.MODULE, next(named, self.text(owner)))
        self._define(node, around)

    def _define(self, node: Node, around: Around, *, both: bool = False) -> None:
        name_node = node.child_by_field_name("name")
        position = self.positions.of(name_node)
        name = self.text(name_node)
        with self.inside_symbol(position), self.frame(around, name):
            self.parameters(node.child_by_field_name("parameters"))
            body = node.child_by_field_name("body")
            value = self.expression(body)
            values = [*self.returns, value]
            self.tell(position, terms.method_entry(around, name, terms.either(values), both=both))

    def field_assignment(self, name: str, value: Target | None) -> None:
        """Note what is assigned to an instance variable."""
        if self.around.full and (not self.in_block or terms.is_nameless(self.around.full)):
            self.offers.append((name, terms.variable_entry(self.around, name, value)))

    # Blocks

    def block(self, node: Node, call: Node) -> None:
        """Visit the block of a call."""
        before = self.in_block, self.locals, self.around, self.mixins
        name = self.text(call.child_by_field_name("method"))
        is_group = name in _GROUPS and not self.method_name
        self.in_block, self.locals = self.in_block or not is_group, set(self.locals)
        body = node.child_by_field_name("body")
        self.around, self.mixins = self._self_in_block(name, call, body), []
        with self.variables.closure():
            self.parameters(node.child_by_field_name("parameters"))
            self.expression(body)
        self.in_block, self.locals, self.around, self.mixins = before

    def _self_in_block(self, name: str, call: Node, body: Node | None) -> Around:
        """Return what `self` is in the block of a call."""
        has_receiver = call.child_by_field_name("receiver") is not None
        if name in _OTHER_SELF and has_receiver:
            return Around()
        if self.method_name or has_receiver:
            return self._with_methods(body)
        if name in _OF_EXAMPLES:
            return self.around._replace(sign=self.around.sign and terms.INSTANCE)
        if self.around.sign == terms.INSTANCE and not _KEEPS_SELF.match(name):
            return Around()
        return self._with_methods(body)

    def _with_methods(self, body: Node | None) -> Around:
        """Return the object around, or a nameless one in it, if a block defines methods."""
        has_methods = any(one.type == "method" for one in listed(body))
        if body is None or not has_methods or not terms.is_nameless(self.around.full):
            return self.around
        return self.around._replace(full=terms.block_in(self.around.full, body.start_point.row))

    def anonymous_function(self, node: Node) -> None:
        """Visit a lambda."""
        locals_before, self.locals = self.locals, set(self.locals)
        with self.variables.closure():
            self.parameters(node.child_by_field_name("parameters"))
            body = node.child_by_field_name("body")
            self.expression(body.child_by_field_name("body") if body is not None else None)
        self.locals = locals_before

    def _alias(self, node: Node) -> None:
        self.alias_names(listed(node))

    _VISITS: ClassVar[Mapping[str, Callable[[Any, Node], Target | None]]] = {
        **DirectiveFinder._VISITS,  # noqa: SLF001 - the table of its base
        "module": _module,
        "class": _module,
        "singleton_class": _singleton,
        "method": _method,
        "singleton_method": _singleton_method,
        "alias": _alias,
        "lambda": anonymous_function,
    }
