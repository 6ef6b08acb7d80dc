"""Statements of an Elixir file that take other modules, and attributes that are set."""

from __future__ import annotations

from abc import ABC
from collections.abc import Sequence

from tree_sitter import Node

from mkdocs_repodoc.languages.elixir.resolution.elixir_binding import arity_of, operator_of
from mkdocs_repodoc.languages.elixir.resolution.elixir_expression_finder import ExpressionFinder
from mkdocs_repodoc.languages.resolution.symbol_nesting import is_listed
from mkdocs_repodoc.languages.treesitter.identifiers.file_names import OutlinedTree
from mkdocs_repodoc.languages.treesitter.identifiers.noted_identifiers import listed
from mkdocs_repodoc.languages.treesitter.walk import child_of_type
from mkdocs_repodoc.model.references import Target

_TYPES = frozenset({"type", "typep", "opaque"})
_PROMISES = frozenset({"spec", "callback", "macrocallback"})


class StatementFinder(ExpressionFinder, ABC):
    """The part of a pass that visits such statements.

    Args:
        file: The file.

    Attributes:
        offers: Name of a module → what those import that use it.
        offering: The module whose users get what is imported here; empty for none.
    """

    def __init__(self, file: OutlinedTree) -> None:
        super().__init__(file)
        self.offers: list[tuple[str, Target]] = []
        self.offering = ""

    def import_statement(self, word: str, inner: Sequence[Node]) -> None:
        """Visit what takes a module, or gives it a short name."""
        first = inner[0]
        group = first.child_by_field_name("right") if first.type == "dot" else None
        if group is not None and group.type == "tuple":
            left = first.child_by_field_name("left")
            above = self.module_name(left) if left is not None else ""
            for child in listed(group):
                name = f"{above}.{self.text(child)}"
                self.note(child, Target("module", (name,)), "import")
                self.around.alias(name.rpartition(".")[2], name)
            return
        name = self.note_module(first, "import")
        options = {
            self.text(pair.child_by_field_name("key")).strip(): pair.child_by_field_name("value")
            for one in inner[1:]
            for pair in one.named_children
        }
        short = self.text(options.get("as:"))
        if name and (word == "alias" or short):
            self.around.alias(short or name.rpartition(".")[2], name)
        for one in inner[1:] if word == "use" else ():
            self.visit(one)
        if name and word in {"import", "use"}:
            self._take(word, name, options.get("only:"), options.get("except:"))

    def _take(self, word: str, module: str, only: Node | None, but: Node | None) -> None:
        limit = only if only is not None else but
        words = [self.text(one) for one in limit.named_children] if limit is not None else []
        names = [
            self.text(pair.child_by_field_name("key")).strip().removesuffix(":")
            for group in (limit.named_children if limit is not None else ())
            for pair in group.named_children
        ]
        is_listed_only = only is not None and (bool(names) or not words) and only.type == "list"
        how = "use" if word == "use" else "only" if is_listed_only else "except" if but else "all"
        target = Target("relative", (module, how, *names))
        if self.offering and self.around.is_quoted:
            self.offers.append((self.offering, target))
        else:
            self.around.take(target)

    def attribute_statement(self, operand: Node) -> None:
        """Visit an attribute that is set: a type, what is stated of a function, a constant."""
        name = operand.child_by_field_name("target")
        word, inner = self.text(name), listed(child_of_type(operand, "arguments"))
        first = inner[0] if inner else None
        if first is None:
            return
        if word in _TYPES or word in _PROMISES:
            self.is_type = True
            with self.around.block():
                self._promise(first, is_type=word in _TYPES)
            self.is_type = False
            return
        if word == "behaviour":
            self.note_module(first, "base")
            return
        self.visit(first)
        position = self.positions.of(name)
        if is_listed(position):
            self.attributes[word] = Target("symbol", (str(position),))

    def _promise(self, stated: Node, *, is_type: bool) -> None:
        """Visit what is stated of a function or a type: `name(types) :: type when a: type`."""
        if operator_of(stated) == "when":
            self._promise_variables(stated.child_by_field_name("right"))
            left = stated.child_by_field_name("left")
            if left is not None:
                self._promise(left, is_type=is_type)
            return
        head, result = (stated.child_by_field_name(each) for each in ("left", "right"))
        head = head if head is not None else stated
        name = head.child_by_field_name("target") if head.type == "call" else head
        arguments = child_of_type(head, "arguments")
        least, most = arity_of(head)
        position = self.positions.of(name)
        self.tell(position, Target("signature", (str(least), str(most))))
        if is_type:
            for one in listed(arguments):
                self.around.variables.declare(self.text(one), None)
        elif name is not None and not is_listed(position):
            self.is_type = False
            self.note_own(name, self.text(name), most)
            self.is_type = True
        for one in listed(arguments):
            self.visit(one)
        self.visit(result)

    def _promise_variables(self, node: Node | None) -> None:
        for pair in node.named_children if node is not None else ():
            key = pair.child_by_field_name("key")
            self.around.variables.declare(self.text(key).strip().removesuffix(":"), None)
            self.visit(pair.child_by_field_name("value"))
