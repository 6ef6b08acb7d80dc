"""Type arguments of generic classes, by what is written in brackets.

`Box[Item]` says it of a value, `class Shelf(Box[Item])` of a class and all that inherit from it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence

from mkdocs_repodoc.languages.python.resolution.class_order import ClassRef
from mkdocs_repodoc.languages.python.resolution.python_denotations import Denotation, Receiver
from mkdocs_repodoc.languages.python.resolution.python_type_lookup import TypeLookup
from mkdocs_repodoc.languages.python.resolution.symbol_table import SymbolTable
from mkdocs_repodoc.languages.resolution.recursive_memo import RecursiveMemo

_DECLARING = ("Generic", "Protocol")
"""Bases whose arguments are the class's type variables, in their order."""
_Known = Mapping[ClassRef, Denotation]
"""File and position of a type variable → what it stands for."""
_Written = tuple[str, tuple[str, ...]]
"""A base with its arguments; what is more than a dotted name is empty."""


class TypeArguments:
    """Tells what type variables stand for, as seen from where a member was looked up.

    Args:
        table: The names of the repository.
        lookup: Finds what is written.
        answers: Remembers what was found.
    """

    def __init__(self, table: SymbolTable, lookup: TypeLookup, answers: RecursiveMemo) -> None:
        self._table = table
        self._lookup = lookup
        self._answers = answers

    def standing_for(self, variable: Denotation, receiver: Receiver) -> Denotation | None:
        """Return what a value of a type variable is; `None` if nothing is written of it.

        Args:
            variable: The type variable.
            receiver: What the member was looked up on whose type names it.
        """
        if receiver.defined_by is None:
            return None
        nothing: _Known = {}
        known = self._answers.get(
            ("variables", receiver), lambda: self._known(receiver), if_recursive=nothing
        )
        return known.get((variable.path, variable.position))

    def _known(self, receiver: Receiver) -> _Known:
        """Return what the variables of the defining class stand for."""
        own = (receiver.path, receiver.position)
        given = zip(self._variables(own), receiver.arguments, strict=False)
        waiting = [(own, {variable: each for variable, each in given if each is not None})]
        seen: set[ClassRef] = set()
        while waiting:
            owner, known = waiting.pop()
            if owner == receiver.defined_by:
                return known
            if owner in seen:
                continue
            seen.add(owner)
            for name, written in self._bases(owner):
                base = self._lookup.class_named(*owner, name)
                if base is not None:
                    values = [self._value(owner, each, known) for each in written]
                    pairs = zip(self._variables(base), values, strict=False)
                    handed = {variable: value for variable, value in pairs if value is not None}
                    waiting.append((base, handed))
        return {}

    def _variables(self, owner: ClassRef) -> Sequence[ClassRef]:
        """Return the type variables of a class, in the order of its arguments."""
        bases = list(self._bases(owner))
        declared = [written for name, written in bases if name.rpartition(".")[2] in _DECLARING]
        names = next((each for each in declared if each), None)
        if names is None:
            names = tuple(name for _, written in bases for name in written)
        found = (self._variable(owner, name) for name in dict.fromkeys(names))
        return [variable for variable in found if variable is not None]

    def _variable(self, owner: ClassRef, name: str) -> ClassRef | None:
        found = self._look_up(owner, name)
        if found is None or not is_type_variable(self._table, found):
            return None
        return found.path, found.position

    def _value(self, owner: ClassRef, name: str, known: _Known) -> Denotation | None:
        found = self._look_up(owner, name)
        if found is None:
            return None
        if is_type_variable(self._table, found):
            return known.get((found.path, found.position))
        return self._lookup.instance_of(found)

    def _look_up(self, owner: ClassRef, name: str) -> Denotation | None:
        if not name:
            return None
        scope = self._table.symbol(*owner).name.rpartition(".")[0]
        return self._lookup.look_up(owner[0], scope, name)

    def _bases(self, owner: ClassRef) -> Iterator[_Written]:
        for base in self._table.symbol(*owner).bases:
            name, bracket, _ = base.partition("[")
            yield name.strip(), written_arguments(base) if bracket else ()


def is_type_variable(table: SymbolTable, denotation: Denotation) -> bool:
    """Whether something is a type variable of the repository."""
    if denotation.kind != "symbol":
        return False
    return "type variable" in table.symbol(denotation.path, denotation.position).labels


def written_arguments(base: str) -> tuple[str, ...]:
    """Return the arguments in the brackets of a base; empty texts for what is no dotted name."""
    try:
        node = ast.parse(base.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ()
    if not isinstance(node, ast.Subscript):
        return ()
    parts = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
    return tuple(_dotted(part) for part in parts)


def _dotted(node: ast.expr) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value if node.value.replace(".", "_").isidentifier() else ""
    names: list[str] = []
    while isinstance(node, ast.Attribute):
        names.append(node.attr)
        node = node.value
    return ".".join(reversed([*names, node.id])) if isinstance(node, ast.Name) else ""
